"""Calendar dates of day, month or year precision, written, read and shown.

The written form is that of ISO 8601 (`2019-04-07`, `2019-04`, `2019`; a range is `FROM/TO`).
"""

import calendar
import re
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


Precision = Literal["day", "month", "year"]


class PartialDate(Struct, frozen=True):
    """A day, a month or a year of the Gregorian calendar; `day` needs `month`."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)])

    @property
    def precision(self) -> Precision:
        return "day" if self.day else "month" if self.month else "year"

    @property
    def first(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or _days_in(self.year, month))


class DateRange(Struct, frozen=True):
    """From `start` to `end`, both included; a single date has no `end`."""

    start: PartialDate
    end: PartialDate | None = None

    def __str__(self) -> str:
        return f"{self.start}/{self.end}" if self.end else str(self.start)

    @property
    def bounds(self) -> tuple[date, date]:
        return self.start.first, (self.end or self.start).last


Unit = Literal["days", "months", "years"]


class Interval(Struct, frozen=True):
    """How much time lies between two dates; `is_rough` where it is rounded to months or years."""

    unit: Unit
    number: int

    @property
    def is_rough(self) -> bool:
        return self.unit != "days"


def measure_interval(earlier: DateRange, later: DateRange) -> Interval | None:
    """Return the time from the end of `earlier` to the start of `later`, as precisely as both are known.

    None where they share a day, or may ("2019", "April 2019"), or lie too near for what is known ("2018", "2019").
    """
    end, start = earlier.end or earlier.start, later.start
    if start.first <= end.last:
        return None
    if end.precision == start.precision == "day":
        days = (start.first - end.first).days
        if days < 60:
            return Interval("days", days)
        months = round(days / _DAYS_A_MONTH)
    else:
        months = (start.year - end.year) * 12 + start.first.month - end.first.month
        if months < 2:
            return None
    if "year" in (end.precision, start.precision):
        years = start.year - end.year
        return Interval("years", years) if years > 1 else None
    if months >= 24:
        return Interval("years", round(months / 12))
    return Interval("months", months)


_DAYS_A_MONTH = 365.2425 / 12


@lru_cache(maxsize=1024)
def parse_date(written: str) -> DateRange:
    """Return the date that `2019`, `2019-04`, `2019-04-07` or `FROM/TO` names; ValueError says what is wrong."""
    parts = written.split("/")
    if len(parts) > 2:
        raise ValueError("a range is FROM/TO")
    start, *rest = (_parse_one(part.strip()) for part in parts)
    if rest and rest[0].last < start.first:
        raise ValueError("the range ends before it begins")
    return DateRange(start, rest[0] if rest else None)


def parse_day(written: str) -> date:
    """Return the day that `2019-04-07` names; ValueError says what is wrong."""
    parsed = _parse_one(written)
    if parsed.precision != "day":
        raise ValueError("a day is needed: YYYY-MM-DD")
    return parsed.first


def _parse_one(written: str) -> PartialDate:
    match = _WRITTEN.fullmatch(written)
    if not match:
        raise ValueError("a date is written YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if year == 0:
        raise ValueError("there is no year 0")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if day is not None and not 1 <= day <= _days_in(year, month or 1):
        raise ValueError(f"{calendar.month_name[month or 1]} {year} has no day {day}")
    return PartialDate(year, month, day)


@cache
def _days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


Agreement = Literal["stated", "counted", "read"]
"""How a date is known from its words: stated in them, counted from the as-of date, or read by the editor."""
