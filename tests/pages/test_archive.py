"""Home and the archive: every briefing on one page, from the newest, and old pages that stay as they are."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.model.site import Party, Summary
from newsbrief.pages.lists.archive import BRIEFINGS_A_PAGE, Turn, cut_pages, list_briefings, make_calendar, make_teaser
from support.many import NEWEST, make_summaries, make_summary

days = st.dates(date(1998, 1, 1), date(2003, 12, 31))
bounds = st.integers(1, 9)


def summaries_on(dates: list[date]) -> list[Summary]:
    return [make_summary(number, as_of=day) for number, day in enumerate(dates)]


@given(st.lists(days, max_size=60), bounds)
def test_every_briefing_is_on_one_page_and_the_newest_come_first(dates: list[date], full: int) -> None:
    pages = list_briefings(summaries_on(dates), full)
    shown = [teaser for page in pages for teaser in page.teasers]
    assert sorted(teaser.slug for teaser in shown) == sorted(each.slug for each in summaries_on(dates))
    assert [teaser.as_of for teaser in shown] == sorted(dates, reverse=True)
    assert len({page.path for page in pages}) == len(pages)


@given(st.integers(0, 400), bounds)
def test_pages_are_full_and_home_is_at_least_half_full(count: int, full: int) -> None:
    home, *older = cut_pages(range(count), full)
    assert [len(page) for page in older] == [full] * len(older)
    assert len(home) < 1.5 * full + 1
    assert len(home) >= full / 2 or not older


@given(st.lists(days, min_size=1, max_size=60), bounds, st.integers(0, 400))
def test_old_pages_stay_as_they_are_when_a_newer_briefing_comes(dates: list[date], full: int, later: int) -> None:
    before = list_briefings(summaries_on(dates), full)
    newer = make_summary(999, as_of=max(dates) + timedelta(days=1 + later))
    after = {page.path: page for page in list_briefings([*summaries_on(dates), newer], full)}
    changed = [page.number for page in before if after[page.path] != page]
    # Home; and where a page was split off it, the one that leads there now.
    assert changed in ([0], [0, len(before) - 1])
    assert len(after) - len(before) == (len(changed) > 1 or (len(before) == 1 and len(after) == 2))


@given(st.lists(days, max_size=60), bounds)
def test_ways_lead_to_the_pages_beside_and_say_which_days_they_reach_over(dates: list[date], full: int) -> None:
    pages = list_briefings(summaries_on(dates), full)
    for newer, older in pairwise(pages):
        assert newer.older == Turn(older.path, older.first, older.last)
        assert older.newer and older.newer.path == newer.path
        assert older.newer.last == (newer.last if newer.number else None)
    assert pages[0].newer is None and pages[-1].older is None


@given(st.lists(days, min_size=1, max_size=60), bounds)
def test_the_calendar_counts_every_briefing_and_leads_to_the_newest_of_each_month(dates: list[date], full: int) -> None:
    pages = list_briefings(summaries_on(dates), full)
    calendar = make_calendar(pages)
    assert calendar.total == len(dates) == sum(year.number for year in calendar.years)
    assert (calendar.first, calendar.last) == (min(dates), max(dates))
    years = [year.day.year for year in calendar.years]
    assert years == sorted({day.year for day in dates}, reverse=True)
    anchors = {(page.path, each.anchor): each for page in pages for each in page.teasers if each.anchor}
    for year in calendar.years:
        assert [month.day for month in year.months] == sorted(month.day for month in year.months)
        for month in year.months:
            of_month = [day for day in dates if day.replace(day=1) == month.day]
            assert month.number == len(of_month)
            if len(pages) > 1:
                assert anchors[month.path, month.anchor].as_of == max(of_month)


def test_few_briefings_are_all_on_home_without_anchors() -> None:
    (home,) = list_briefings(make_summaries(BRIEFINGS_A_PAGE * 3 // 2 - 1))
    assert not any(teaser.anchor for teaser in home.teasers)
    assert len(list_briefings(make_summaries(BRIEFINGS_A_PAGE * 3 // 2))) == 2


def test_a_site_without_briefings_has_a_home_page() -> None:
    (home,) = list_briefings([])
    assert home.teasers == () and home.older is None


def test_a_teaser_names_eight_parties_and_no_persons() -> None:
    bodies = [Party(f"body-{number}", f"Body {number}", None, "group", None) for number in range(11)]
    teaser = make_teaser(make_summary(1, [Party("ada", "Ada", None, "person", None), *bodies]))
    assert teaser.parties[0] == ("body-0", "Body 0") and len(teaser.parties) == 8
    assert teaser.more == 3


def test_a_teaser_does_not_hold_what_it_does_not_show() -> None:
    parties = [Party("council", "Council", None, "government", "It votes.")]
    silent = [replace(parties[0], claim=None), Party("ada", "Ada", None, "person", None)]
    assert make_teaser(make_summary(1, parties)) == make_teaser(make_summary(1, silent))


@pytest.mark.parametrize(("language", "written"), [("en-GB", "12 May 2021"), ("ar", "12 مايو 2021")])
def test_a_page_of_one_day_says_the_day(language: str, written: str) -> None:
    (home,) = list_briefings([make_summary(as_of=NEWEST)])
    assert home.days(language) == written
