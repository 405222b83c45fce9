"""Periods of the calendar: days, weeks, months and the rest, with their bounds.

`whole_month(2019, 4)` is the period from 1 to 30 April 2019, with the grain "month".
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from newsbrief.model.cldr import read_cldr

GRAINS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century")
"""The grains of periods, from the finest."""

DAY = timedelta(days=1)


class Period(NamedTuple):
    """The days from `first` to `last`, both included, which words may mean.

    A date may reach as far as from `earliest` to `latest`: the same days, or more where words are rough ("early 2018").
    `whole` are the ends of a period of which this is a part, and which less precise dates may give instead: 2018.
    """

    first: date
    last: date
    grain: str
    earliest: date
    latest: date
    whole: tuple[date, date] | None = None

    def meets(self, other: "Period") -> bool:
        """Say whether the bounds of two periods share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def holds(self, other: "Period") -> bool:
        """Say whether the bounds of a period hold those of another."""
        return self.earliest <= other.earliest and other.latest <= self.latest


class Custom(Struct, frozen=True):
    """The customs of a region: the first days of its weeks, its weekends, and whether its seasons are southern.

    `is_day_first` says whether 4/9/2019 is in September; None where nobody can know. `this_is_of_week` says that "this
    Tuesday" is that of the current week, be it past or not.
    """

    week_starts: tuple[int, ...] = (0,)
    weekends: tuple[tuple[int, int], ...] = ((5, 2),)
    is_southern: bool = False
    is_day_first: bool | None = True
    this_is_of_week: bool = False


def make_period(first: date, last: date, grain: str, slack: int = 0) -> Period:
    """Return the days from `first` to `last`, which dates may exceed by `slack` days on either side."""
    return Period(first, last, grain, first - slack * DAY, last + slack * DAY)


def whole_day(day: date) -> Period:
    """Return a day."""
    return make_period(day, day, "day")


def whole_month(year: int, month: int) -> Period:
    """Return a month."""
    return make_period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def months_from(year: int, month: int, number: int, grain: str) -> Period:
    """Return as many months from one on; the month may be any number, such as 13 for January of the next year."""
    start, end = year * 12 + month - 1, year * 12 + month - 2 + number
    first, last = whole_month(start // 12, start % 12 + 1), whole_month(end // 12, end % 12 + 1)
    return make_period(first.first, last.last, grain)


def whole_years(first: int, last: int, grain: str = "year") -> Period:
    """Return the years from one to another."""
    return make_period(date(first, 1, 1), date(last, 12, 31), grain)


def whole_century(number: int) -> Period:
    """Return a century: the 19th is 1801 to 1900, or as many say, 1800 to 1899."""
    start = number * 100 - 99
    first = date(max(1, start - 1), 1, 1)
    return Period(date(start, 1, 1), date(start + 98, 12, 31), "century", first, date(start + 99, 12, 31))


def week_of(day: date, start: int) -> Period:
    """Return the week around a day that begins with the weekday `start`."""
    first = day - (day.weekday() - start) % 7 * DAY
    return make_period(first, first + 6 * DAY, "week")


def shift_months(day: date, months: int) -> date:
    """Return the same day of another month, or its last day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def periods_around(unit: str, day: date, shift: int, custom: Custom) -> Iterator[Period]:
    """Yield the periods of a unit that hold a day, or are so many of them later: weeks have several beginnings."""
    year, month = day.year, day.month
    if unit == "day":
        yield whole_day(day + shift * DAY)
    elif unit in ("week", "fortnight"):
        for start in custom.week_starts:
            week = week_of(day + shift * 7 * DAY, start)
            yield week if unit == "week" else make_period(week.first, week.last + 7 * DAY, "week")
    elif unit == "month":
        yield months_from(year, month + shift, 1, "month")
    elif unit == "quarter":
        yield months_from(year, (month - 1) // 3 * 3 + 1 + 3 * shift, 3, "quarter")
    elif unit == "half":
        yield months_from(year, (month - 1) // 6 * 6 + 1 + 6 * shift, 6, "half")
    elif unit == "year":
        yield whole_years(year + shift, year + shift)
    elif unit == "decade":
        start = (year // 10 + shift) * 10
        yield whole_years(start, start + 9, "decade")
    elif unit == "century":
        yield whole_century((year - 1) // 100 + 1 + shift)


def shift_by(unit: str, day: date, number: int) -> date:
    """Return the day so many units after a day, or before it."""
    if unit in ("day", "week", "fortnight", "weekend"):
        return day + number * {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit] * DAY
    return shift_months(day, number * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}.get(unit, 1200))


SEASONS = ("spring", "summer", "autumn", "winter")


def season_of(season: str, year: int, custom: Custom) -> Period:
    """Return a season that ends in a year; it may begin with its month or with the sun, so that its bounds are wide."""
    quarter = SEASONS.index(season)
    if custom.is_southern:
        quarter = (quarter + 2) % 4
    month = quarter * 3 + 3 if quarter < 3 else 0
    core = months_from(year, month + 1, 2, "season")
    earliest = months_from(year, month, 1, "month").first
    return core._replace(earliest=earliest, latest=core.last + 23 * DAY)


_PARTS = {"early": (0, 0.34, 0, 0.5), "mid": (0.36, 0.66, 0.17, 0.83), "late": (0.67, 1, 0.5, 1)}


def part_of(period: Period, edge: str) -> Period:
    """Return the early, middle or late part of a period; dates may reach over more of it. A day is left as it is."""
    by_years = period.grain in ("decade", "century")
    length = period.last.year - period.first.year + 1 if by_years else (period.last - period.first).days + 1
    if length < 3:
        return period

    def at(part: float) -> date:
        """Return the first day after a part of the period."""
        # The first ten days of a month are early, whether it has 30 days or 31.
        steps = round((30 if length == 31 and part < 1 else length) * part)
        return date(period.first.year + steps, 1, 1) if by_years else period.first + steps * DAY

    start, end, least, most = map(at, _PARTS[edge])
    return Period(start, end - DAY, period.grain, least, most - DAY, (period.first, period.last))


_SOUTHERN = frozenset({"AR", "AU", "BO", "BW", "CL", "LS", "MG", "MZ", "NA", "NZ", "PE", "PY", "SZ", "UY", "ZA", "ZW"})


@cache
def custom_of(language: str) -> Custom:
    """Return the customs of the region of a language tag, or of where most of its speakers live."""
    table = read_cldr(language)
    starts = tuple(dict.fromkeys([0, table.first_weekday]))
    first, last = table.weekend
    weekends = tuple(dict.fromkeys([(5, 2), (first, (last - first) % 7 + 1)]))
    is_day_first = None if (table.language, table.territory) == ("en", "") else table.is_day_first
    return Custom(starts, weekends, table.region in _SOUTHERN, is_day_first, table.language == "zh")
