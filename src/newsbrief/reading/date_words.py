"""The words of an article for a date, read and compared with the date that the editor gives.

The names of weekdays and months are those of the CLDR, through Babel, in the article's language.

`read_worded_date("on Sunday, 7 April", "en")` is `WordedDate(month=4, day=7, weekday=6)`.
"""

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from newsbrief.model.dates import Agreement, DateRange
from newsbrief.model.languages import locale_of, primary_language


class WordedDate(Struct, frozen=True):
    """The parts of a date that its words name; None for the others.

    `weekday` counts from Monday = 0. `days` is an offset from the as-of date (yesterday = -1). `is_span` says that the
    words name several months; `has_day_number`, that a number may be a day, though no month was understood. `ends` are
    the two values of a part of which the words name two: ("day", (3, 5)).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    days: int | None = None
    previous: bool = False
    is_span: bool = False
    has_day_number: bool = False
    ends: tuple[tuple[str, tuple[int, int]], ...] = ()


_DAY = re.compile(r"(?<![\w.:])(\d{1,2})(?:st|nd|rd|th)?(?![\w:]|\.\d)")
_YEAR = re.compile(r"(?<![\w.,:])(1[0-9]{3}|2[01][0-9]{2})(?!\w|[.,:]\d)")
_PREFIXES = {"he": "[ובלמהכש]{0,2}", "ar": "[وفبلك]?"}
_OFFSETS = {
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
_OFFSET = re.compile(rf"\b(?:{'|'.join(sorted(_OFFSETS, key=len, reverse=True))})\b")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_PREVIOUS = re.compile(r"\b(?:last|previous)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def read_worded_date(words: str, language: str) -> WordedDate:
    """Return the date in `words` ("On Sunday", "7 April 2019", "in 2011").

    Weekdays and months are read in `language` (a CLDR name such as `en` or `ar`); "yesterday", "last" and the like only
    in English. A part with two different values is not read.
    """
    weekdays = _names_in(words, _weekdays(language), language)
    months = _names_in(words, _months(language), language)
    years = [int(found) for found in _YEAR.findall(words)]
    days = [match for match in _DAY.finditer(words) if 1 <= int(match[1]) <= 31] if months else []
    year, weekday = _only(years), _only(weekdays)
    english = primary_language(language) == "en"
    offset = _only([_OFFSETS[found] for found in _OFFSET.findall(words.lower())]) if english else None
    if iso := _ISO.search(words):
        return WordedDate(int(iso[1]), int(iso[2]), int(iso[3]), weekday, offset)
    return WordedDate(
        year,
        _only(months),
        _nearest(days, words, language) if _only(months) else None,
        weekday,
        offset,
        previous=english and bool(_PREVIOUS.search(words)),
        is_span=len(set(months)) > 1,
        has_day_number=bool(year and not _only(months) and _DAY.search(words)),
        ends=_ends(year=years, month=months, weekday=weekdays, day=[int(day[1]) for day in days]),
    )


def _ends(**named: list[int]) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Return the parts of a date of which words name two values, with both, the smaller first."""
    pairs = ((sort, sorted(set(values))) for sort, values in named.items())
    return tuple((sort, (values[0], values[1])) for sort, values in pairs if len(values) == 2)


def _nearest(days: list[re.Match[str]], words: str, language: str) -> int | None:
    """Return the day whose number stands nearest to the month's name."""
    patterns = [_as_word(name, language) for name, _ in _months(language) if name in words]
    gaps = []
    for name in (match for pattern in patterns for match in pattern.finditer(words)):
        number = bisect_left(days, name.start(), key=lambda day: day.start())
        for day in days[max(0, number - 1) : number + 1]:
            gaps.append((max(name.start() - day.end(), day.start() - name.end()), int(day[1])))
    return min(gaps)[1] if gaps else None


def _only(found: list[int]) -> int | None:
    return found[0] if len(set(found)) == 1 else None


def _names_in(words: str, names: tuple[tuple[str, int], ...], language: str) -> list[int]:
    return [number for name, number in names if name in words and _as_word(name, language).search(words)]


@cache
def _as_word(name: str, language: str) -> re.Pattern[str]:
    """Return the pattern of a name as a whole word, with the prefixes that its language joins to it."""
    return re.compile(rf"(?<!\w){_PREFIXES.get(primary_language(language), '')}{re.escape(name)}(?!\w)")


@cache
def _weekdays(language: str) -> tuple[tuple[str, int], ...]:
    from babel.dates import get_day_names

    # The CLDR counts from Monday = 0, as Python does.
    return _spellings(get_day_names(width, context, locale_of(language)) for width, context in _FORMS)


@cache
def _months(language: str) -> tuple[tuple[str, int], ...]:
    from babel.dates import get_month_names

    spellings = _spellings(get_month_names(width, context, locale_of(language)) for width, context in _FORMS)
    # The CLDR has "Sep" for American English; newspapers write "Sept.".
    return (*spellings, ("Sept", 9)) if primary_language(language) == "en" else spellings


_FORMS: tuple[tuple[Literal["wide", "abbreviated"], Literal["format", "stand-alone"]], ...] = (
    ("wide", "format"),
    ("wide", "stand-alone"),
    ("abbreviated", "format"),
)


def _spellings(tables: Iterable[Mapping[int, str]]) -> tuple[tuple[str, int], ...]:
    """Return each name as the CLDR writes it, and capitalised, but never in small letters: "may" is no month."""
    pairs = {(name.rstrip("."), number) for table in tables for number, name in table.items() if len(name) > 1}
    return tuple(sorted(pairs | {(name[0].upper() + name[1:], number) for name, number in pairs}))


def judge_date(found: WordedDate, given: DateRange, as_of: date, sourced: bool) -> tuple[Agreement, str]:
    """Return how the words make the date `given` known, and how they disagree with it ("" if they do not).

    `sourced` says that an outside source gives the date; then the words need only not contradict it.
    """
    try:
        return _judge_date(found, given, as_of, sourced)
    except OverflowError:
        # The calendar has no days before the year 1 and after 9999.
        return "read", ""


def _judge_date(found: WordedDate, given: DateRange, as_of: date, sourced: bool) -> tuple[Agreement, str]:
    first, last = given.bounds
    if fault := _contradiction(found, given):
        return "read", fault
    if found.days is not None:
        day = as_of + timedelta(days=found.days)
        return "counted", "" if sourced or first <= day <= last else _miscounted(given, as_of, day)
    if found.weekday is not None and found.day is None:
        if found.month or found.year:
            return "read", ""
        return "counted", "" if sourced or given.end else _judge_weekday(found, first, last, as_of)
    if found.year is None and found.month is None:
        return "read", ""
    if not sourced and not (found.is_span and given.end) and (fault := _overprecise(found, given)):
        return "read", fault
    if found.year:
        return "stated", ""
    near = abs(first.year - as_of.year) <= 1
    return "counted", "" if sourced or near else f"the words give no year, and {given} is far from {as_of}"


def _contradiction(found: WordedDate, given: DateRange) -> str:
    first, last = given.bounds
    if found.year is not None and not first.year <= found.year <= last.year:
        return f"the words say {found.year}; the date is {given}"
    earliest, latest = first.year * 12 + first.month - 1, last.year * 12 + last.month
    months = {month % 12 + 1 for month in range(earliest, min(earliest + 12, latest))}
    if found.month and found.month not in months:
        return f"the words say {calendar.month_name[found.month]}; the date is {given}"
    if found.day and given.start.day and not _holds_day(found.day, first, last):
        return f"the words say day {found.day}; the date is {given}"
    if found.weekday is not None and given.start.precision == "day":
        days = [first] if not given.end else [first + timedelta(n) for n in range(min((last - first).days, 6) + 1)]
        if found.weekday not in {day.weekday() for day in days}:
            return f"{given} is a {calendar.day_name[first.weekday()]}, not a {calendar.day_name[found.weekday]}"
    return _contradicted_ends(found, given) if given.end else ""


def _contradicted_ends(found: WordedDate, given: DateRange) -> str:
    """Return how the ends of a range disagree with those that its words name."""
    start, end = given.start, given.end or given.start
    for sort, named in found.ends:
        if sort == "weekday":
            both = [part.first.weekday() for part in (start, end) if part.day]
        else:
            both = [value for value in (getattr(start, sort), getattr(end, sort)) if value is not None]
        if len(both) == 2 and sorted(both) != list(named):
            names = calendar.day_name if sort == "weekday" else calendar.month_name if sort == "month" else None
            told = " and ".join(names[value] if names else str(value) for value in named)
            return f"the words say {told}; the date is {given}"
    return ""


def _holds_day(day: int, first: date, last: date) -> bool:
    days = min((last - first).days, 31)
    return any((first + timedelta(offset)).day == day for offset in range(days + 1))


def _judge_weekday(found: WordedDate, first: date, last: date, as_of: date) -> str:
    assert found.weekday is not None
    back = as_of - timedelta(days=(as_of.weekday() - found.weekday) % 7)
    choices = {back, back + timedelta(days=7)} | ({back - timedelta(days=7)} if found.previous else set())
    if any(first <= day <= last for day in choices):
        return ""
    name = calendar.day_name[found.weekday]
    return f"{name} counted from the as-of date {as_of} is {back}, not {first}"


def _miscounted(given: DateRange, as_of: date, day: date) -> str:
    return f"the words, counted from the as-of date {as_of}, say {day}; the date is {given}"


def _overprecise(found: WordedDate, given: DateRange) -> str:
    start = given.start
    if found.has_day_number:
        return ""
    if start.month and found.month is None:
        return f"the words say only the year {found.year}; the date is {given}"
    if start.day and found.day is None:
        return f"the words say only the month; the date is {given}"
    return ""
