"""The making of the parts that are counted from the as-of day, or from a day that the words do not name.

The functions are as those of `builders.py`.
"""

from collections.abc import Sequence
from typing import Any

from newsbrief.reading.dates.builders import Builder
from newsbrief.reading.dates.counted import span_of_units, units_away, which_of, which_unit
from newsbrief.reading.dates.parts import Part, Setting, fixed, weekday_part
from newsbrief.reading.dates.periods import DAY, part_of, periods_around, shift_by, whole_day

_MOST_UNITS = 1000
"""The greatest number of units that is counted: "the 1988 quarter" is not 1988 quarters."""


def read_day_word(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "yesterday"."""
    return fixed(whole_day(setting.as_of + values[0] * DAY), basis="counted")


def read_which_unit(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "last week"."""
    which, unit = values if isinstance(values[0], int) else reversed(values)
    if unit == "day" and which:
        # "The next day" counts from another.
        return units_away(which, unit, setting, "elsewhere")
    return which_unit(which, unit, setting)


def read_period(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of one word that is "last week"."""
    unit, which = values[0]
    return which_unit(which, unit, setting)


def read_there_unit(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "that week", "the following year": counted from a day named elsewhere."""
    part = which_unit(values[0], values[1], setting)
    return part and part._replace(basis="elsewhere")


def read_reported(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the quarter of "the latest quarter", "the year-ago quarter"."""
    return fixed(*periods_around("quarter", setting.as_of, 4 * values[0], setting.custom), basis="elsewhere")


def read_there_day(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "that night", "the next morning"."""
    return units_away(values[0], "day", setting, "elsewhere")


def read_there_weekday(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "that Friday", "the following Friday"."""
    part = which_of(values[0], weekday_part(values[1]), setting)
    return part and part._replace(basis="elsewhere")


def read_weekdays_ago(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "two Fridays ago"."""
    last = which_of(-1, weekday_part(values[1]), setting)
    if last is None or not 1 <= values[0] <= 52:
        return None
    day = last.spans(setting.as_of, setting.as_of)[0].first
    return fixed(whole_day(day - 7 * (values[0] - 1) * DAY), basis="counted")


def read_part_of_this(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "earlier this week", "later this month"."""
    which = next(value for value in values if isinstance(value, int))
    unit = values[-1] if isinstance(values[-1], str) else values[0]
    return which_unit(which, unit, setting) if which == 0 else None


def read_same_unit_away(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return "three years ago this month"."""
    day = shift_by(values[1], setting.as_of, -values[0])
    return fixed(*periods_around(values[4], day, 0, setting.custom), basis="counted")


def read_which_number(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "the last three years"."""
    which, number, unit = values
    return span_of_units(which, number, unit, setting) if abs(which) == 1 and number > 1 else None


def read_number_which(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "three past years", in this order."""
    return read_which_number([values[1], values[0], values[2]], setting)


def read_which(build: Builder, is_last: bool = False, size: int = 1) -> Builder:
    """Return a builder for "last", "this" or "next", before or after what comes round."""

    def build_which(values: Sequence[Any], setting: Setting) -> Part | None:
        which, rest = (values[-1], values[:-1]) if is_last else (values[0], values[1:])
        part = build(rest, setting)
        return which_of(which, part, setting) if part else None

    return build_which


def read_away(way: int, order: str = "nu", basis: str = "counted", is_exact: bool = False) -> Builder:
    """Return a builder for "three weeks ago" or "in three weeks"."""

    def build(values: Sequence[Any], setting: Setting) -> Part | None:
        number, unit = values[order.index("n")] if "n" in order else 1, values[order.index("u")]
        if unit == "half" or number > _MOST_UNITS or (way > 0 and (number, unit) == (1, "quarter")):
            return None
        return units_away(way * number, unit, setting, basis, is_exact)  # type: ignore[arg-type]

    return build


def read_half_away(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return "half a century ago"."""
    halves = {"year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
    number, unit = halves.get(values[2], (0, ""))
    return units_away(-number, unit, setting) if number else None


def read_elsewhere(order: str) -> Builder:
    """Return a builder for "three weeks later"."""

    def build(values: Sequence[Any], setting: Setting) -> Part | None:
        way = -1 if values[order.index("e")] == "before" else 1
        number = values[order.index("n")]
        return units_away(way * number, values[order.index("u")], setting, "elsewhere")

    return build


def read_weeks_from(order: str) -> Builder:
    """Return a builder for "a week on Monday", "Monday week", "a week tomorrow", "a week last Tuesday"."""

    def build(values: Sequence[Any], setting: Setting) -> Part | None:
        number = values[order.index("n")] if "n" in order else 1
        days = number * 7 * (2 if values[order.index("u")] == "fortnight" else 1)
        if "d" in order:
            day = setting.as_of + values[order.index("d")] * DAY
            return fixed(whole_day(day + (days if day >= setting.as_of else -days) * DAY), basis="counted")
        which = values[order.index("l")] if "l" in order else 1
        base = which_of(which, weekday_part(values[order.index("w")]), setting)
        if base is None:
            return None
        day = base.spans(setting.as_of, setting.as_of)[0].first
        return fixed(whole_day(day + (days if which > 0 else -days) * DAY), basis="counted")

    return build


def read_edge_of_this(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "the end of the year"."""
    this = periods_around(values[1], setting.as_of, 0, setting.custom)
    return fixed(*(part_of(each, values[0]) for each in this), basis="counted")
