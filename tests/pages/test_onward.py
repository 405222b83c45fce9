"""The ways onward from a briefing: how often a party appears elsewhere, and which briefings are most like one."""

from datetime import date, timedelta

from msgspec.structs import replace

from newsbrief.model.front_matter import Connections
from newsbrief.model.site import Party, Summary
from newsbrief.pages.lists.onward import list_onward
from support.many import BOARD, COUNCIL, NEWEST, make_summaries, make_summary

HARBOUR = Party("harbour", "Harbour Trust", None, "group", None)


def on_days(*parties: list[Party]) -> list[Summary]:
    """Return summaries with these parties, each a month after the one before."""
    return [make_summary(number, of, date(2020, 1 + number, 1)) for number, of in enumerate(parties)]


def related(summaries: list[Summary], number: int) -> list[str]:
    return [each.slug for each in list_onward(summaries)[f"bridge-{number:03}"].related]


def test_a_party_in_one_briefing_leads_nowhere() -> None:
    onward = list_onward(on_days([COUNCIL], [BOARD]))
    assert onward["bridge-000"].parties == onward["bridge-000"].related == ()


def test_a_party_leads_to_its_entry_in_the_glossary_with_the_number_of_its_briefings() -> None:
    onward = list_onward(on_days([COUNCIL, BOARD], [COUNCIL], [COUNCIL]))
    (council,) = onward["bridge-000"].parties
    assert (council.party, council.number) == ("council", 3)
    assert (council.path, council.fragment) == ("glossary/index.html", "party-council")


def test_a_party_in_many_briefings_has_no_number_that_each_new_one_would_change() -> None:
    seven, eight = ({each.teaser.slug: each for each in make_summaries(count)} for count in (7, 8))
    before, after = list_onward(seven.values()), list_onward(eight.values())
    (council,) = [each for each in before["bridge-003"].parties if each.party == "council"]
    assert (council.number, council.path, council.fragment) == (0, "glossary/party/council/index.html", "")
    assert after["bridge-003"].parties == before["bridge-003"].parties


def test_a_party_is_known_by_its_id_whatever_its_name() -> None:
    other = Party("lisa", "Municipal Council of Adaba", None, "government", None)
    onward = list_onward(on_days([COUNCIL], [other], [COUNCIL], [other]))
    assert [each.fragment for each in onward["bridge-000"].parties] == ["party-council"]
    assert [each.fragment for each in onward["bridge-001"].parties] == ["party-lisa"]
    assert related(on_days([COUNCIL], [other], [COUNCIL], [other]), 0) == ["bridge-002"]


def test_briefings_that_share_most_parties_come_first_then_the_nearest_in_time() -> None:
    summaries = on_days([COUNCIL], [COUNCIL, BOARD, HARBOUR], [COUNCIL], [BOARD, COUNCIL], [COUNCIL], [COUNCIL])
    assert related(summaries, 1) == ["bridge-003", "bridge-002", "bridge-000"]
    (first, *_) = list_onward(summaries)["bridge-001"].related
    assert (first.parties, first.more) == (("MCA", "Adaba Ferry Board"), 0)


def test_a_newer_briefing_that_shares_no_more_changes_only_those_near_it() -> None:
    days = [NEWEST - timedelta(days=number) for number in range(40)]
    summaries = [make_summary(number, [COUNCIL], day) for number, day in enumerate(days)]
    newer = make_summary(99, [COUNCIL], NEWEST + timedelta(days=1))
    before, after = list_onward(summaries), list_onward([*summaries, newer])
    assert [slug for slug in before if before[slug].related != after[slug].related] == ["bridge-000"]


def test_of_a_briefing_in_two_languages_the_one_in_the_reader_s_is_related() -> None:
    english, other, arabic, arabic_of_other = on_days([COUNCIL], [COUNCIL], [COUNCIL], [COUNCIL])
    english, other = (replace(each, language="en") for each in (english, other))
    arabic = replace(arabic, language="ar", connections=Connections(translation_of=english.slug))
    arabic_of_other = replace(arabic_of_other, language="ar", connections=Connections(translation_of=other.slug))
    summaries = [english, other, arabic, arabic_of_other]
    assert related(summaries, 0) == [other.slug]
    assert related(summaries, 2) == [arabic_of_other.slug]
