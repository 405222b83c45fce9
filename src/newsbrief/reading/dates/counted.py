"""The parts of dates that are counted from the as-of day: "last week", "three weeks ago", "the last three years".

`units_away(-2, "day", Setting(date(2019, 4, 10), Custom()))` is 8 April 2019.
"""

from datetime import timedelta

from newsbrief.reading.dates.parts import Basis, Part, Setting, fixed, weekend_part
from newsbrief.reading.dates.periods import (
    DAY,
    Period,
    make_period,
    periods_around,
    shift_by,
    week_of,
    whole_day,
    whole_years,
)


def which_unit(which: int, unit: str, setting: Setting) -> Part | None:
    """Return the last (-1), this (0) or next (1) week, month, …"""
    if unit == "weekend":
        return which_of(which, weekend_part(setting.custom), setting)
    return fixed(*dict.fromkeys(periods_around(unit, setting.as_of, which, setting.custom)), basis="counted")


def which_of(which: int, part: Part, setting: Setting) -> Part | None:
    """Return the last, this or next of what comes round: the nearest, or that of the last, this or next week, year."""
    as_of = setting.as_of
    reach = timedelta({"week": 8, "month": 32, "year": 367}[part.cycle or "year"] * (abs(which) + 1))
    near = part.spans(as_of - reach, as_of + reach)
    past = [each for each in near if each.latest < as_of]
    coming = [each for each in near if each.earliest > as_of]
    if which < 0:
        found = past[which : which + 1 or None]
    elif which > 0:
        found = coming[which - 1 : which]
    else:
        is_of_week = part.cycle == "week" and setting.custom.this_is_of_week
        found = [] if is_of_week else [each for each in near if each.latest >= as_of][:1]
    for around in periods_around(part.cycle or "year", as_of, which, setting.custom):
        inside = [each for each in part.spans(around.first, around.last) if around.first <= each.last <= around.last]
        if part.cycle == "week":
            inside = [each for each in inside if around.first <= each.first]
        inside = [each for each in inside if which == 0 or each in (past if which < 0 else coming)]
        # "This summer" is that of this year, be it past or not.
        found = [*inside, *found] if which == 0 and part.cycle == "year" else [*found, *inside]
    return fixed(*dict.fromkeys(found), basis="counted") if found else None


def span_of_units(which: int, number: int, unit: str, setting: Setting) -> Part:
    """Return the last (-1) or next (1) so many units: "the last three years"."""
    as_of = setting.as_of
    other = shift_by(unit, as_of, which * number)
    first, last = min(as_of, other), max(as_of, other)
    outer = [next(periods_around(unit, day, 0, setting.custom)) for day in (first, last)]
    if unit == "day":
        return fixed(Period(first + DAY, max(first + DAY, last - DAY), "day", first, last), basis="counted")
    return fixed(Period(first, last, unit, outer[0].first, outer[1].last), basis="counted")


def units_away(number: int, unit: str, setting: Setting, basis: Basis = "counted", is_exact: bool = False) -> Part:
    """Return the time so many units from the as-of day: a day; for weeks, also a week; for longer units, one such."""
    day = shift_by(unit, setting.as_of, number)
    if unit == "day" or is_exact:
        return fixed(whole_day(day), basis=basis)
    if unit in ("week", "fortnight", "weekend"):
        weeks = [week_of(day, start) for start in setting.custom.week_starts]
        around = make_period(day, day, "day", 3)
        return fixed(*([around, *weeks] if abs(number) == 1 else [*weeks, around]), basis=basis)
    slack = {"month": 15, "quarter": 45, "half": 91}.get(unit, 183) * DAY
    around = next(periods_around(unit if unit in ("month", "quarter") else "year", day, 0, setting.custom))
    if unit in ("decade", "century"):
        slack *= 10 if unit == "decade" else 100
        around = whole_years(day.year, day.year)
    earliest, latest = min(around.first, day - slack), max(around.last, day + slack)
    return fixed(around._replace(earliest=earliest, latest=latest), basis=basis)


def nearly(part: Part) -> Part:
    """Return a part about which words are not sure: "around 2010"."""

    def widen(period: Period) -> Period:
        slack = {"day": 3, "week": 7, "month": 31}.get(period.grain, 731) * DAY
        return period._replace(earliest=period.earliest - slack, latest=period.latest + slack)

    return part._replace(spans=lambda first, last: tuple(widen(each) for each in part.spans(first, last)))
