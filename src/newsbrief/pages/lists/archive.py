"""The briefings from the newest to the oldest: the home page, and an archive of those that it has no room for."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from newsbrief.model.site import Teaser
from newsbrief.pages.language.dates import format_days, name_month
from newsbrief.pages.lists.paging import ListPage, page_by_day

BRIEFINGS_A_PAGE = 24
HOME = "index.html"
ALL_MONTHS = "archive/index.html"

BriefingsPage = ListPage[Teaser, date]


class Month(Struct, frozen=True):
    """The number of a month's briefings, and the page and anchor of the newest of them."""

    day: date
    number: int
    path: str
    anchor: str

    def name(self, language: str) -> str:
        """Return the month's name without its year."""
        return name_month(self.day, language)


class Year(Struct, frozen=True):
    """A year and its months from January on; `newest` is the month of its newest briefing."""

    day: date
    number: int
    months: tuple[Month, ...]

    @property
    def newest(self) -> Month:
        return self.months[-1]


class Calendar(Struct, frozen=True):
    """The numbers of all briefings by year and month, from the newest year, and the days of the first and last one."""

    total: int
    first: date
    last: date
    years: tuple[Year, ...]

    def days(self, language: str) -> str:
        """Return the days from the first to the last as the language writes them."""
        return format_days(self.first, self.last, language)


def archive_path(number: int) -> str:
    """Return the output path of a page of the archive, counted from the oldest; that of home for 0."""
    return f"archive/{number}/index.html" if number else HOME


def list_briefings(teasers: Iterable[Teaser], full: int = BRIEFINGS_A_PAGE) -> tuple[BriefingsPage, ...]:
    """Return home and the pages of the archive, from the newest; each briefing is on one of them."""
    return page_by_day(sort_by_update(teasers), full, path_of=archive_path, day_of=lambda teaser: teaser.updated)


def sort_by_update(teasers: Iterable[Teaser]) -> list[Teaser]:
    """Return the briefings from the one updated last, those of one day by their address."""
    return sorted(teasers, key=lambda each: (-each.updated.toordinal(), each.slug))


def make_calendar(pages: Sequence[BriefingsPage]) -> Calendar:
    """Return the calendar of all briefings, which are on these pages."""
    placed = [(teaser, page.path) for page in pages for teaser in page.entries]
    months = []
    for name, group in groupby(placed, key=lambda each: each[0].month):
        (newest, path), *others = group
        months.append(Month(newest.updated.replace(day=1), 1 + len(others), path, f"month-{name}"))
    years = []
    for year, of_year in groupby(months, key=lambda month: month.day.year):
        ordered = tuple(reversed(list(of_year)))
        years.append(Year(date(year, 1, 1), sum(month.number for month in ordered), ordered))
    (newest, _), (oldest, _) = placed[0], placed[-1]
    return Calendar(len(placed), oldest.updated, newest.updated, tuple(years))
