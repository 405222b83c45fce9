"""Long lists in pages, each with links to the page before it and the page after it.

>>> parts = [("a/index.html", 1, ["Ada", "Ann"]), ("b/index.html", 1, ["Bo"])]
>>> link_pages(parts, lambda names: (names[0], names[-1]))[1].before
PageLink(path='a/index.html', first='Ada', last='Ann')
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.pages.language.dates import format_days

T = TypeVar("T")
Bound = TypeVar("Bound", date, str)


class PageLink(Struct, Generic[Bound], frozen=True):
    """A link to a page of a list, named by its bounds: its first and last day, or its first and last label.

    Links to the newest page have no bounds: these change with every entry, and the page with the link must not.
    """

    path: str
    first: Bound | None = None
    last: Bound | None = None

    def days(self, language: str) -> str:
        """Return the days from the first to the last as the language writes them, "" where it has none."""
        if isinstance(self.first, date) and isinstance(self.last, date):
            return format_days(self.first, self.last, language)
        return ""


class ListPage(Struct, Generic[T, Bound], frozen=True):
    """A page of a list: its entries, and the links to it (`here`) and to the pages beside it.

    Readers see its `number`; the newest page of a list by day has none, which is 0.
    """

    number: int
    entries: tuple[T, ...]
    here: PageLink[Bound]
    before: PageLink[Bound] | None = None
    after: PageLink[Bound] | None = None

    @property
    def path(self) -> str:
        return self.here.path


def page_by_day(
    newest_first: Sequence[T], full: int, *, path_of: Callable[[int], str], day_of: Callable[[T], date]
) -> tuple[ListPage[T, date], ...]:
    """Return the pages of a list from its newest entry, each number counted from the oldest page."""
    parts = cut_from_oldest(newest_first, full)
    numbers = [0, *range(len(parts) - 1, 0, -1)]
    numbered = [(path_of(number), number, part) for number, part in zip(numbers, parts, strict=True)]
    return link_pages(numbered, lambda entries: (day_of(entries[-1]), day_of(entries[0])))


def link_pages(
    parts: Iterable[tuple[str, int, Sequence[T]]], bounds_of: Callable[[Sequence[T]], tuple[Bound, Bound]]
) -> tuple[ListPage[T, Bound], ...]:
    """Return the pages of a list in their order, given the path, the number and the entries of each."""
    pages = [
        ListPage(number, tuple(entries), PageLink(path, *(bounds_of(entries) if entries else ())))
        for path, number, entries in parts
    ]
    links: list[PageLink[Bound]] = [page.here if page.number else PageLink(page.path) for page in pages]
    return tuple(
        replace(page, before=before, after=after)
        for page, before, after in zip(pages, [None, *links], [*links[1:], None], strict=False)
    )


def cut_from_oldest(newest_first: Sequence[T], full: int) -> list[Sequence[T]]:
    """Return the entries in parts of `full`, counted off from the oldest; the first part has what is left.

    A part that is full stays as it is when something newer comes. The first part is at least half full: one is split
    off it when one and a half are full.
    """
    rest = len(newest_first) - full * max(0, (len(newest_first) - (full + 1) // 2) // full)
    return [newest_first[:rest], *(newest_first[at : at + full] for at in range(rest, len(newest_first), full))]


def cut_evenly(entries: Sequence[T], full: int) -> list[Sequence[T]]:
    """Return the entries in as few parts as hold them with at most `full` in each, all of about one size."""
    parts = max(1, -(-len(entries) // full))
    bounds = [len(entries) * part // parts for part in range(parts + 1)]
    return [entries[start:end] for start, end in pairwise(bounds)]
