"""Dates and ranges of dates as the language of a page writes them: `3–21 April 2019`.

The patterns of single dates are the CLDR's, by way of Babel. Ranges are made from them: the CLDR's own patterns of
ranges have short names of months, and other dashes and spaces from release to release. `tests/cases/dates.txt` shows
what comes out.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from newsbrief.model.cldr import read_cldr
from newsbrief.model.cldr_table import CldrTable, is_number
from newsbrief.model.dates import DateRange, PartialDate

_DASHES = "-‐‑‒–—―"
_FIRST_DAYS = {"fr": "1er"}
"""The first day of a month, in the languages that write it as an ordinal number; the CLDR has a plain one."""


class Piece(NamedTuple):
    """A piece of a written date: its year ("y"), month ("M") or day ("d"), or what stands between them ("")."""

    field: str
    text: str


def format_date(given: DateRange | date, language: str) -> str:
    """Return a date as the language writes it in running text, at the precision that it has.

    A range has what its ends share once.
    """
    if isinstance(given, date):
        return _write_one(_make_partial(given), language)
    return _write_range(given.start, given.end, language) if given.end else _write_one(given.start, language)


def format_days(first: date, last: date, language: str) -> str:
    """Return the days from `first` to `last` as the language writes them, what they share once."""
    return _write_range(_make_partial(first), _make_partial(last), language)


@cache
def format_with_weekday(given: DateRange, language: str) -> str:
    """Return a date as `format_date` does; a single day has its weekday, too: `Sunday, April 7, 2019`."""
    if given.end or not given.start.day:
        return format_date(given, language)
    # "full" is the CLDR's pattern of the skeleton yMMMMEEEEd, as "long" is of yMMMMd; few languages list the skeletons.
    return _join(_spell(given.start, read_cldr(language), of_day="full"))


@cache
def name_month(month: date, language: str) -> str:
    """Return the name of a month as it stands beside a year, without the year."""
    pieces = _spell(PartialDate(month.year, month.month), read_cldr(language))
    return _join(pieces[_span_of_month(pieces)])


def _make_partial(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


@cache
def _write_one(given: PartialDate, language: str) -> str:
    return _join(_spell(given, read_cldr(language)))


@cache
def _write_range(start: PartialDate, end: PartialDate, language: str) -> str:
    if start == end:
        return _write_one(start, language)
    table = read_cldr(language)
    first, last = _spell(start, table), _spell(end, table)
    ending, mark = "", _find_mark("d", table)[1]
    if start.precision != end.precision or (start.month and start.year != end.year):
        return _join_ends(_join(first), mark, _join(last))
    if start.month != end.month:
        twice = _span_of_month(first)
    else:
        field = "d" if start.day else "y"
        at = [piece.field for piece in first].index(field)
        twice = slice(at, at + 1)
        ending, mark = _find_mark(field, table)
    ends = _join_ends(_join(first[twice]) + ending, mark, _join(last[twice]))
    return _join(first[: twice.start]) + ends + _join(last[twice.stop :])


def _spell(given: PartialDate, table: CldrTable, of_day: str = "long") -> list[Piece]:
    """Return a date in the pieces of its pattern; `of_day` names the CLDR's pattern of a single day."""
    pattern = table.patterns[of_day if given.day else "month" if given.month else "year"]
    return [Piece("", text) if text else _write_field(field, given, table) for field, text in pattern]


def _write_field(field: str, given: PartialDate, table: CldrTable) -> Piece:
    """Return a field of a pattern, such as `MMMM` or `d`, as a piece."""
    day = given.first
    # "L" is a month by itself, "M" one beside a day.
    letter = "M" if field[0] == "L" else field[0]
    if letter == "d" and given.day == 1 and table.language in _FIRST_DAYS:
        return Piece(letter, _FIRST_DAYS[table.language])
    if is_number(field):
        number = day.year if letter == "y" else day.month if letter == "M" else day.day
        return Piece(letter, f"{number:0{len(field)}}")
    at = day.month - 1 if letter == "M" else day.weekday() if letter in "Ec" else 0
    return Piece(letter, table.names[field][at])


def _join(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _span_of_month(pieces: Sequence[Piece]) -> slice:
    """Return the part of a date that differs from one in another month of its year."""
    fields = [piece.field for piece in pieces]
    parts = [at for at, field in enumerate(fields) if field in ("M", "d")]
    return slice(parts[0], len(fields)) if fields.index("y") < parts[0] else slice(0, parts[-1] + 1)


def _find_mark(field: str, table: CldrTable) -> tuple[str, str]:
    """Return the end of the first of two days or years, and the mark between them: `.` and `–` of `3.–21. April`.

    All dashes are one; a word has the spaces of the CLDR.
    """
    first, last = table.ranges[field]
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    ending = "".join(char for char, _ in same).rstrip()
    mark = first[len(ending) :].strip()
    if mark.isalpha() and first.endswith(" "):
        mark = f" {mark} "
    return ending, "–" if mark in _DASHES else mark


def _join_ends(first: str, mark: str, last: str) -> str:
    """Return a range from its ends: where one has a space, the mark has them, too, and no line begins with it."""
    if mark.startswith(" ") or not any(map(str.isspace, first + last)):
        return first + mark + last
    return f"{first}\u00a0{mark} {last}"
