"""Home and the archive: every briefing on one page, from the newest, and old pages that stay as they are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.model.site import Teaser
from newsbrief.pages.lists.archive import BRIEFINGS_A_PAGE, list_briefings, make_calendar
from support.many import NEWEST, make_summaries, make_summary

days = st.dates(date(1998, 1, 1), date(2003, 12, 31))
bounds = st.integers(1, 9)


def teasers_on(dates: list[date]) -> list[Teaser]:
    return [make_summary(number, as_of=day).teaser for number, day in enumerate(dates)]


@given(st.lists(days, max_size=60), bounds)
def test_every_briefing_is_on_one_page_and_the_newest_come_first(dates: list[date], full: int) -> None:
    pages = list_briefings(teasers_on(dates), full)
    shown = [teaser for page in pages for teaser in page.entries]
    assert sorted(teaser.slug for teaser in shown) == sorted(each.slug for each in teasers_on(dates))
    assert [teaser.as_of for teaser in shown] == sorted(dates, reverse=True)
    assert len({page.path for page in pages}) == len(pages)


@given(st.lists(days, min_size=1, max_size=60), bounds, st.integers(0, 400))
def test_old_pages_stay_as_they_are_when_a_newer_briefing_comes(dates: list[date], full: int, later: int) -> None:
    before = list_briefings(teasers_on(dates), full)
    newer = make_summary(999, as_of=max(dates) + timedelta(days=1 + later)).teaser
    after = {page.path: page for page in list_briefings([*teasers_on(dates), newer], full)}
    changed = [page.number for page in before if after[page.path] != page]
    # Home; and where a page was split off it, the one that leads there now.
    assert changed in ([0], [0, len(before) - 1])
    assert len(after) - len(before) == (len(changed) > 1 or (len(before) == 1 and len(after) == 2))


@given(st.lists(days, min_size=1, max_size=60), bounds)
def test_the_calendar_counts_every_briefing_and_leads_to_the_newest_of_each_month(dates: list[date], full: int) -> None:
    pages = list_briefings(teasers_on(dates), full)
    calendar = make_calendar(pages)
    assert calendar.total == len(dates) == sum(year.number for year in calendar.years)
    assert (calendar.first, calendar.last) == (min(dates), max(dates))
    years = [year.day.year for year in calendar.years]
    assert years == sorted({day.year for day in dates}, reverse=True)
    anchors = {(page.path, f"month-{each.month}"): each for page in pages for each in page.entries[::-1]}
    for year in calendar.years:
        assert [month.day for month in year.months] == sorted(month.day for month in year.months)
        for month in year.months:
            of_month = [day for day in dates if day.replace(day=1) == month.day]
            assert month.number == len(of_month)
            assert anchors[month.path, month.anchor].as_of == max(of_month)


def test_few_briefings_are_all_on_home() -> None:
    teasers = [summary.teaser for summary in make_summaries(BRIEFINGS_A_PAGE * 3 // 2)]
    assert [len(list_briefings(few)) for few in (teasers[:-1], teasers)] == [1, 2]


def test_a_site_without_briefings_has_a_home_page() -> None:
    (home,) = list_briefings([])
    assert home.entries == () and home.path == "index.html" and home.after is None


@pytest.mark.parametrize(("language", "written"), [("en-GB", "12 May 2021"), ("ar", "12 مايو 2021")])
def test_a_page_of_one_day_says_the_day(language: str, written: str) -> None:
    (home,) = list_briefings([make_summary(as_of=NEWEST).teaser])
    assert home.here.days(language) == written
