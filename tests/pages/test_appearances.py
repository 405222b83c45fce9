"""Dossiers: what briefings say of one actor, and pages for those of whom they say much."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.model.site import Party
from newsbrief.pages.lists.appearances import (
    APPEARANCES_OF_AN_ENTRY,
    collect_dossiers,
    list_dossier_pages,
    name_anchors,
)
from support.many import COUNCIL, make_summaries, make_summary


def test_actors_of_one_id_and_one_name_have_one_dossier_from_the_newest() -> None:
    other = replace(COUNCIL, name="Council of Brema", abbr=None)
    dossiers = collect_dossiers([make_summary(3, [COUNCIL]), make_summary(1, [COUNCIL]), make_summary(2, [other])])
    told = {dossier.actor.name: [each.slug for each in dossier.appearances] for dossier in dossiers}
    assert told == {COUNCIL.name: ["bridge-001", "bridge-003"], other.name: ["bridge-002"]}


def test_the_newest_briefing_gives_the_actors_abbreviation() -> None:
    older = replace(COUNCIL, abbr="MC")
    (dossier,) = collect_dossiers([make_summary(2, [older]), make_summary(1, [COUNCIL])])
    assert dossier.actor.label == "MCA"


def test_only_long_dossiers_have_pages() -> None:
    assert list(list_dossier_pages(collect_dossiers(make_summaries(APPEARANCES_OF_AN_ENTRY)))) == []
    (page,) = list_dossier_pages(collect_dossiers(make_summaries(APPEARANCES_OF_AN_ENTRY + 1)))
    assert page.path == "glossary/party/council/index.html"
    assert page.total == len(page.appearances) == APPEARANCES_OF_AN_ENTRY + 1
    assert (page.newer, page.older) == (None, None)


def test_two_long_dossiers_of_one_id_have_pages_of_their_own() -> None:
    other = replace(COUNCIL, name="Council of Brema")
    summaries = [make_summary(number, [[COUNCIL, other][number % 2]]) for number in range(40)]
    paths = {page.actor.name: page.path for page in list_dossier_pages(collect_dossiers(summaries))}
    assert paths == {
        "Council of Brema": "glossary/party/council/index.html",
        COUNCIL.name: "glossary/party/council--2/index.html",
    }


@given(st.integers(7, 90), st.integers(1, 9))
def test_every_appearance_is_on_one_page_and_old_pages_stay(count: int, full: int) -> None:
    def pages_of(first: int) -> list[object]:
        summaries = [make_summary(number, [COUNCIL]) for number in range(first, count)]
        return list(list_dossier_pages(collect_dossiers(summaries), full))

    pages = list(list_dossier_pages(collect_dossiers(make_summary(number, [COUNCIL]) for number in range(count)), full))
    shown = [appearance.slug for page in pages for _, appearance in page.appearances]
    assert shown == [f"bridge-{number:03}" for number in range(count)]
    assert len({page.path for page in pages}) == len(pages)
    if count > 7:
        assert len(set(pages_of(1)) - set(pages_of(0))) <= 2


@given(st.lists(st.sampled_from(["un", "un-a", "eu"])))
def test_anchors_are_given_once(ids: list[str]) -> None:
    anchors = list(name_anchors(ids))
    assert len(set(anchors)) == len(ids)
    assert all(anchor.split("--")[0] == id for anchor, id in zip(anchors, ids, strict=True))


def test_old_pages_tell_nothing_that_a_new_briefing_changes() -> None:
    said = replace(COUNCIL, claim="It has changed its mind.")
    before = [make_summary(number, [COUNCIL]) for number in range(1, 30)]
    after = [make_summary(0, [said]), *before]
    old, new = (list(list_dossier_pages(collect_dossiers(each), 4))[-1] for each in (before, after))
    assert old == new
    assert isinstance(old.actor, Party) and old.actor.claim is None
