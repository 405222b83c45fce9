"""The parts that words for dates are made of: a year, a month, a weekday, "three weeks ago", "the first half of".

A part is fixed ("2019", "yesterday"), comes round again ("April", "Sunday"), or needs something larger around it ("the
first week of"). `find_inside(weekday_part(6), whole_month(2019, 4))` are the Sundays of April 2019.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from newsbrief.reading.dates.feasts import day_of_feast, nth_weekday
from newsbrief.reading.dates.periods import (
    DAY,
    GRAINS,
    Custom,
    Period,
    make_period,
    months_from,
    part_of,
    season_of,
    shift_by,
    whole_day,
    whole_month,
    whole_years,
)

Basis = Literal["stated", "counted", "elsewhere"]
"""How words give a date: by themselves, counted from the as-of day, or from a day that they do not name."""

Cycle = Literal["", "week", "month", "year"]


class Setting(NamedTuple):
    """The as-of day from which words are counted, and the customs of their region."""

    as_of: date
    custom: Custom


class Part(NamedTuple):
    """A part of the words for a date. `grain` orders parts from the coarsest to the finest.

    `spans` returns the periods of a fixed part, whatever the days given to it, and those of a part that comes round in
    each `cycle` which meet these days. `inside` replaces it where a part needs a period around it.
    """

    grain: str
    spans: Callable[[date, date], tuple[Period, ...]]
    cycle: Cycle = ""
    basis: Basis = "stated"
    inside: Callable[[Period], tuple[Period, ...]] | None = None

    @property
    def scope(self) -> int:
        """How much a part says of when it is: 4 is fixed, 0 says so only inside something."""
        return 0 if self.inside else 4 if not self.cycle else ("week", "month", "year").index(self.cycle) + 1

    @property
    def rank(self) -> int:
        return -1 if self.grain == "edge" else GRAINS.index(self.grain)


def fixed(*periods: Period, basis: Basis = "stated") -> Part:
    """Return a part that means one of these periods."""
    return Part(periods[0].grain, lambda first, last: periods, basis=basis)


def find_inside(part: Part, around: Period) -> tuple[Period, ...]:
    """Return the periods that a part means inside another; those that only meet it if none lies inside."""
    if part.inside is not None:
        return part.inside(around)
    found = [each for each in part.spans(around.earliest, around.latest) if each.meets(around)]
    held = tuple(each for each in found if around.first <= each.first and each.last <= around.last)
    held = held or tuple(each for each in found if around.holds(each))
    return held or tuple(found)


def yearly(of_year: Callable[[int], Iterator[Period]], grain: str) -> Part:
    """Return a part that comes round in every year."""

    def spans(first: date, last: date) -> tuple[Period, ...]:
        years = range(max(1, first.year - 1), min(9999, last.year + 1) + 1)
        found = (period for year in years for period in _of(of_year, year))
        return tuple(each for each in found if each.earliest <= last and first <= each.latest)

    return Part(grain, spans, "year")


def _of(of_year: Callable[[int], Iterator[Period]], year: int) -> Iterator[Period]:
    try:
        yield from of_year(year)
    except (ValueError, OverflowError):
        # There is no 29 February in this year, or the calendar ends.
        return


def month_part(month: int) -> Part:
    """Return a month of every year."""
    return yearly(lambda year: iter([whole_month(year, month)]), "month")


def day_part(month: int, day: int) -> Part:
    """Return a day of every year."""
    return yearly(lambda year: iter([whole_day(date(year, month, day))]), "day")


def feast_part(feast: str, days: int = 0) -> Part:
    """Return a feast, or the day so many days after it."""
    return yearly(lambda year: iter([whole_day(day_of_feast(feast, year) + days * DAY)]), "day")


def season_part(season: str, custom: Custom) -> Part:
    """Return a season of every year."""
    return yearly(lambda year: iter([season_of(season, year, custom)]), "season")


def months_part(number: int, months: int, grain: str) -> Part:
    """Return the first, second, … quarter or half of a year."""
    return yearly(lambda year: iter([months_from(year, (number - 1) * months + 1, months, grain)]), grain)


def weekday_part(weekday: int) -> Part:
    """Return a weekday; Monday is 0."""

    def spans(first: date, last: date) -> tuple[Period, ...]:
        start = first + (weekday - first.weekday()) % 7 * DAY
        return tuple(whole_day(start + 7 * week * DAY) for week in range((last - start).days // 7 + 1))

    return Part("day", spans, "week")


def weekend_part(custom: Custom) -> Part:
    """Return the weekends of a region."""

    def spans(first: date, last: date) -> tuple[Period, ...]:
        found = []
        for start, days in custom.weekends:
            day = first + (start - first.weekday()) % 7 * DAY
            for week in range(-1, (last - day).days // 7 + 1):
                begin = day + 7 * week * DAY
                found.append(make_period(begin, begin + (days - 1) * DAY, "weekend"))
        return tuple(each for each in found if each.earliest <= last and first <= each.latest)

    return Part("weekend", spans, "week")


def day_of_month(day: int) -> Part:
    """Return a day whose month is not named."""

    def spans(first: date, last: date) -> tuple[Period, ...]:
        found = []
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            try:
                found.append(whole_day(date(number // 12, number % 12 + 1, day)))
            except ValueError:
                continue
        return tuple(each for each in found if first <= each.first <= last)

    return Part("day", spans, "month")


def edge_part(edge: str) -> Part:
    """Return the early, middle or late part of what stands beside it."""
    return Part("edge", lambda first, last: (), inside=lambda around: (part_of(around, edge),))


def some_part() -> Part:
    """Return one of several in the period around it: "one Sunday in April"."""
    return Part("edge", lambda first, last: (), inside=lambda around: (around,))


def nth_part(number: int, unit: str | int) -> Part:
    """Return the first, second, … or last (-1) of a unit, or of a weekday, in the period around it."""

    def inside(around: Period) -> tuple[Period, ...]:
        try:
            found = _nth(number, unit, around)
        except (ValueError, OverflowError):
            return ()
        return (found,) if found and around.meets(found) else ()

    grain = "day" if isinstance(unit, int) else {"fortnight": "week"}.get(unit, unit)
    return Part(grain, lambda first, last: (), inside=inside)


def _nth(number: int, unit: str | int, around: Period) -> Period | None:
    first, last = around.first, around.last
    if isinstance(unit, str) and unit in GRAINS and unit != "half" and GRAINS.index(unit) >= GRAINS.index(around.grain):
        return None
    if isinstance(unit, int):
        if around.grain == "month":
            return whole_day(nth_weekday(first.year, first.month, unit, number))
        return None
    if unit == "half" and around.grain == "year":
        return months_from(first.year, 7 if number in (2, -1) else 1, 6, "half")
    if unit == "half" and around.grain == "decade":
        years = (first.year, first.year + 4) if number == 1 else (first.year + 5, last.year)
        return whole_years(*years, "half")
    if unit == "half":
        number = 2 if number == -1 else number
        middle = first + ((last - first).days + 1) // 2 * DAY
        return make_period(first, middle - DAY, "half") if number == 1 else make_period(middle, last, "half")
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        start = last - (days - 1) * DAY if number < 0 else first + days * (number - 1) * DAY
        return make_period(start, start + (days - 1) * DAY, "day" if days == 1 else "week", 0 if days == 1 else 4)
    if unit == "weekend" and around.grain == "month":
        start = nth_weekday(first.year, first.month, 5, number)
        return make_period(start, start + DAY, "weekend")
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 1)
    start = shift_by("month", last + DAY, -months) if number < 0 else shift_by("month", first, months * (number - 1))
    return make_period(start, shift_by("month", start, months) - DAY, unit)
