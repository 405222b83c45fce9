"""The appearances of an actor in all briefings, and pages for those who have many."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.model.site import Party
from newsbrief.pages.lists.appearances import (
    APPEARANCES_OF_AN_ENTRY,
    collect_appearances,
    list_appearances,
)
from support.many import COUNCIL, make_summaries, make_summary


def test_actors_of_one_id_are_one_actor_with_appearances_from_the_newest() -> None:
    other = Party("brema", "Council of Brema", None, "government", None)
    actors = collect_appearances([make_summary(3, [COUNCIL]), make_summary(1, [COUNCIL]), make_summary(2, [other])])
    told = {one.actor.name: [each.slug for each in one.appearances] for one in actors}
    assert told == {COUNCIL.name: ["bridge-001", "bridge-003"], other.name: ["bridge-002"]}


def test_the_newest_briefing_gives_the_actors_abbreviation() -> None:
    older = replace(COUNCIL, abbr="MC")
    (one,) = collect_appearances([make_summary(2, [older]), make_summary(1, [COUNCIL])])
    assert one.actor.label == "MCA"


def test_only_actors_of_many_appearances_have_pages() -> None:
    assert list(list_appearances(collect_appearances(make_summaries(APPEARANCES_OF_AN_ENTRY)))) == []
    (page,) = list_appearances(collect_appearances(make_summaries(APPEARANCES_OF_AN_ENTRY + 1)))
    assert page.appearances.path == "glossary/party/council/index.html"
    assert page.total == len(page.appearances.entries) == APPEARANCES_OF_AN_ENTRY + 1
    assert (page.appearances.before, page.appearances.after) == (None, None)


@given(st.integers(7, 90), st.integers(1, 9))
def test_every_appearance_is_on_one_page_and_old_pages_stay(count: int, full: int) -> None:
    def pages_of(first: int) -> list[object]:
        summaries = [make_summary(number, [COUNCIL]) for number in range(first, count)]
        return list(list_appearances(collect_appearances(summaries), full))

    pages = list(list_appearances(collect_appearances(make_summary(at, [COUNCIL]) for at in range(count)), full))
    shown = [appearance.slug for page in pages for _, appearance in page.appearances.entries]
    assert shown == [f"bridge-{number:03}" for number in range(count)]
    assert len({page.appearances.path for page in pages}) == len(pages)
    if count > 7:
        assert len(set(pages_of(1)) - set(pages_of(0))) <= 2


def test_old_pages_tell_nothing_that_a_new_briefing_changes() -> None:
    said = replace(COUNCIL, claim="It has changed its mind.")
    before = [make_summary(number, [COUNCIL]) for number in range(1, 30)]
    after = [make_summary(0, [said]), *before]
    old, new = (list(list_appearances(collect_appearances(each), 4))[-1] for each in (before, after))
    assert old == new
    assert isinstance(old.actor, Party) and old.actor.claim is None
