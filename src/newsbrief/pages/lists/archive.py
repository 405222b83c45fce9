"""The briefings from the newest to the oldest: the home page, and an archive of those that it has no room for."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from newsbrief.model.site import Summary
from newsbrief.pages.language.dates import format_days, name_month

BRIEFINGS_A_PAGE = 24
PARTIES_OF_A_TEASER = 8
HOME = "index.html"
ALL_MONTHS = "archive/index.html"

T = TypeVar("T")


class Teaser(Struct, frozen=True):
    """A briefing in a list of briefings; `updated` is later than `as_of` where it has been corrected since.

    `parties` has the id and label of each party that is named, `more` is the number of the others. `anchor` is the id
    of the briefing that begins a month on its page; "" for the others.
    """

    slug: str
    title: str
    standfirst: str | None
    as_of: date
    updated: date
    draft: bool
    passages: int
    unattributed: int
    not_speech: int
    parties: tuple[tuple[str, str], ...]
    more: int
    anchor: str = ""

    @property
    def is_corrected(self) -> bool:
        return self.updated > self.as_of


class Turn(Struct, frozen=True):
    """The way to the page before or after; `first` and `last` are the days it reaches over, None for the newest page.

    The newest page changes with every briefing. Whoever only leads there must not change with it.
    """

    path: str
    first: date | None = None
    last: date | None = None

    def days(self, language: str) -> str:
        """Return the days it reaches over as the language writes them, "" for the newest page."""
        return format_days(self.first, self.last, language) if self.first and self.last else ""


class ArchivePage(Struct, frozen=True):
    """One page of briefings; `number` counts from the oldest page, and is 0 for home."""

    path: str
    number: int
    teasers: tuple[Teaser, ...]
    newer: Turn | None
    older: Turn | None

    @property
    def first(self) -> date:
        return self.teasers[-1].updated

    @property
    def last(self) -> date:
        return self.teasers[0].updated

    def days(self, language: str) -> str:
        """Return the days it reaches over as the language writes them."""
        return format_days(self.first, self.last, language)


class Month(Struct, frozen=True):
    """The number of a month's briefings, and the place where the newest of them stands."""

    day: date
    number: int
    path: str
    anchor: str

    def name(self, language: str) -> str:
        """Return the month's name without its year."""
        return name_month(self.day, language)


class Year(Struct, frozen=True):
    """A year's months in the order of the calendar; `newest` is the one with its newest briefing."""

    day: date
    number: int
    months: tuple[Month, ...]

    @property
    def newest(self) -> Month:
        return self.months[-1]


class Calendar(Struct, frozen=True):
    """All briefings by year and month, from the newest year; `first` and `last` are the days of the outermost ones."""

    total: int
    first: date
    last: date
    years: tuple[Year, ...]

    def days(self, language: str) -> str:
        """Return the days it reaches over as the language writes them."""
        return format_days(self.first, self.last, language)


def cut_pages(newest_first: Sequence[T], full: int) -> list[Sequence[T]]:
    """Return everything in pages of `full`, counted off from the oldest; the first page has what is left.

    A page that is full stays as it is when something newer comes. The first page holds at least half a page: one is
    split off it when one and a half are full.
    """
    rest = len(newest_first) - full * max(0, (len(newest_first) - (full + 1) // 2) // full)
    return [newest_first[:rest], *(newest_first[at : at + full] for at in range(rest, len(newest_first), full))]


def list_turns(paths: Sequence[str], days: Sequence[tuple[date, date]]) -> list[tuple[Turn | None, Turn | None]]:
    """Return for each page the ways to the newer and to the older one, from where the pages are and reach."""
    turns = [Turn(path, *reach) for path, reach in zip(paths, days, strict=True)]
    return list(zip([None, Turn(paths[0]), *turns[1:]], [*turns[1:], None], strict=False))


def archive_path(number: int) -> str:
    """Return the output path of a page of the archive, counted from the oldest; that of home for 0."""
    return f"archive/{number}/index.html" if number else HOME


def list_briefings(summaries: Iterable[Summary], full: int = BRIEFINGS_A_PAGE) -> tuple[ArchivePage, ...]:
    """Return home and the pages of the archive, from the newest; each briefing is on one of them."""
    ordered = sort_by_update(summaries)
    pages = cut_pages(ordered, full)
    numbers = [0, *range(len(pages) - 1, 0, -1)]
    if len(pages) == 1:
        return (ArchivePage(HOME, 0, tuple(make_teaser(summary) for summary in ordered), None, None),)
    paths = [archive_path(number) for number in numbers]
    turns = list_turns(paths, [(page[-1].updated, page[0].updated) for page in pages])
    return tuple(
        ArchivePage(path, number, _make_teasers(page), newer, older)
        for path, number, page, (newer, older) in zip(paths, numbers, pages, turns, strict=True)
    )


def sort_by_update(summaries: Iterable[Summary]) -> list[Summary]:
    """Return the summaries from the one updated last, those of one day by their address."""
    return sorted(summaries, key=lambda each: (-each.updated.toordinal(), each.slug))


def make_calendar(pages: Sequence[ArchivePage]) -> Calendar:
    """Return the years and months of all briefings, and where the newest of each month stands."""
    placed = [(teaser, page.path) for page in pages for teaser in page.teasers]
    months = []
    for _, group in groupby(placed, key=lambda each: (each[0].updated.year, each[0].updated.month)):
        (newest, path), *others = group
        months.append(Month(newest.updated.replace(day=1), 1 + len(others), path, newest.anchor))
    years = []
    for year, of_year in groupby(months, key=lambda month: month.day.year):
        ordered = tuple(reversed(list(of_year)))
        years.append(Year(date(year, 1, 1), sum(month.number for month in ordered), ordered))
    return Calendar(len(placed), pages[-1].first, pages[0].last, tuple(years))


def make_teaser(summary: Summary, anchor: str = "") -> Teaser:
    """Return what a list of briefings shows of one; it names no persons."""
    parties = [(party.id, party.label) for party in summary.parties if party.kind != "person"]
    return Teaser(
        summary.slug,
        summary.title,
        summary.standfirst,
        summary.as_of,
        summary.updated,
        summary.draft,
        summary.passages,
        summary.unattributed,
        summary.not_speech,
        tuple(parties[:PARTIES_OF_A_TEASER]),
        max(0, len(parties) - PARTIES_OF_A_TEASER),
        anchor,
    )


def _make_teasers(summaries: Iterable[Summary]) -> tuple[Teaser, ...]:
    teasers = []
    for month, group in groupby(summaries, key=lambda each: each.updated.isoformat()[:7]):
        newest, *others = group
        teasers += [make_teaser(newest, f"month-{month}"), *map(make_teaser, others)]
    return tuple(teasers)
