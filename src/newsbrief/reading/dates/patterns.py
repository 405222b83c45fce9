"""The patterns of words that make a part of a date, the same for all languages.

A pattern is a line of kinds of words, between which words that change nothing may stand; it may ask for a value:
`UNIT:week`.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from newsbrief.reading.dates.feasts import FEASTS
from newsbrief.reading.dates.lattice import Edge
from newsbrief.reading.dates.parts import (
    Part,
    Setting,
    day_of_month,
    day_part,
    edge_part,
    feast_part,
    fixed,
    month_part,
    months_part,
    nth_part,
    season_part,
    span_of_units,
    units_away,
    weekday_part,
    weekend_part,
    which_of,
    which_unit,
)
from newsbrief.reading.dates.periods import DAY, whole_century, whole_day, whole_month, whole_years

Builder = Callable[[Sequence[Any], Setting], Part | None]


class Term(NamedTuple):
    """What one word of a pattern must be: of one of these kinds, and if `values` are given, of one of these values."""

    kinds: frozenset[str]
    values: frozenset[object] = frozenset()

    def fits(self, edge: Edge) -> bool:
        return edge.kind in self.kinds and (not self.values or edge.value in self.values)


class Pattern(NamedTuple):
    terms: tuple[Term, ...]
    build: Builder


def _is_day(number: Any) -> bool:
    return isinstance(number, int) and 1 <= number <= 31


def _year(values: Sequence[Any], setting: Setting) -> Part | None:
    year = next(value for value in values if isinstance(value, int))
    return fixed(whole_years(year, year)) if 100 <= year <= 2999 else None


def _plain_year(values: Sequence[Any], setting: Setting) -> Part | None:
    return _year(values, setting) if 1000 <= values[0] <= 2199 else None


def _year_of_era(values: Sequence[Any], setting: Setting) -> Part | None:
    year, era = values if isinstance(values[0], int) else reversed(values)
    if era == "bc":
        # No date can be written for it, so none agrees.
        return Part("year", lambda first, last: ())
    return fixed(whole_years(year, year)) if 1 <= year <= 2999 else None


def _years(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the years of "2011–12"; with a hyphen, that may also be December 2011."""
    year, sign, end = values[0], values[1], values[-1]
    choices = []
    if 1000 <= year <= 2199 and end > year % 100:
        choices.append(whole_years(year, year - year % 100 + end))
    if sign == "-" and 1 <= end <= 12:
        choices.append(whole_month(year, end))
    return fixed(*choices) if choices else None


def _decade(values: Sequence[Any], setting: Setting) -> Part | None:
    number = next(value for value in values if isinstance(value, int))
    if number >= 1000:
        return fixed(whole_years(number, number + 9, "decade")) if number % 10 == 0 and number < 2200 else None
    if number not in range(10, 100, 10):
        return None
    start = setting.as_of.year // 100 * 100 + number
    recent = start if start <= setting.as_of.year else start - 100
    return fixed(whole_years(recent, recent + 9, "decade"))


def _century(values: Sequence[Any], setting: Setting) -> Part | None:
    number = next(value for value in values if isinstance(value, int))
    return fixed(whole_century(number)) if 1 <= number <= 22 else None


def _day_month(values: Sequence[Any], setting: Setting) -> Part | None:
    return day_part(values[1], values[0]) if _is_day(values[0]) else None


def _month_day(values: Sequence[Any], setting: Setting) -> Part | None:
    return day_part(values[0], values[1]) if _is_day(values[1]) else None


def _marked_day(values: Sequence[Any], setting: Setting) -> Part | None:
    month, day = (value for value in values if isinstance(value, int))
    return day_part(month, day) if 1 <= month <= 12 and _is_day(day) else None


def _marked_day_month(values: Sequence[Any], setting: Setting) -> Part | None:
    return _marked_day([value for value in values if isinstance(value, int)][::-1], setting)


def _marked_month(values: Sequence[Any], setting: Setting) -> Part | None:
    month = next(value for value in values if isinstance(value, int))
    return month_part(month) if 1 <= month <= 12 else None


def _month(values: Sequence[Any], setting: Setting) -> Part | None:
    return month_part(next(value for value in values if isinstance(value, int)))


def _weekday(values: Sequence[Any], setting: Setting) -> Part | None:
    return weekday_part(next(value for value in values if isinstance(value, int)))


def _ordinal_day(values: Sequence[Any], setting: Setting) -> Part | None:
    day = next(value for value in values if isinstance(value, int))
    return day_of_month(day) if _is_day(day) else None


def _ymd(values: Sequence[Any], setting: Setting) -> Part | None:
    return _try_day(*values[0])


def _try_day(year: int, month: int, day: int) -> Part | None:
    try:
        return fixed(whole_day(date(year, month, day)))
    except ValueError:
        return None


def _figures(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of 9/4/2019 or 9.4.2019; the region decides which is the month, if anything does."""
    one, two, written, sign = values[0]
    year = int(written) if len(written) == 4 else setting.as_of.year // 100 * 100 + int(written)
    if year > setting.as_of.year + 20:
        year -= 100
    is_day_first = True if sign.startswith(".") else setting.custom.is_day_first
    orders = [(one, two)] if is_day_first else [(two, one)] if is_day_first is False else [(one, two), (two, one)]
    if is_day_first is not None and orders[0][1] > 12:
        orders = [orders[0][::-1]]
    found = [part for day, month in dict.fromkeys(orders) if (part := _try_day(year, month, day))]
    return found[0] if len(found) == 1 else None


def _day_word(values: Sequence[Any], setting: Setting) -> Part | None:
    return fixed(whole_day(setting.as_of + values[0] * DAY), basis="counted")


def _season(values: Sequence[Any], setting: Setting) -> Part | None:
    return season_part(values[0], setting.custom)


def _feast(values: Sequence[Any], setting: Setting) -> Part | None:
    return feast_part(values[0]) if values[0] in FEASTS else None


def _eve_of_feast(values: Sequence[Any], setting: Setting) -> Part | None:
    return feast_part(values[1], -1) if values[1] in FEASTS else None


def _quarter(values: Sequence[Any], setting: Setting) -> Part | None:
    number = next(value for value in values if isinstance(value, int))
    number = 4 if number == -1 else number
    return months_part(number, 3, "quarter") if 1 <= number <= 4 else None


def _half(values: Sequence[Any], setting: Setting) -> Part | None:
    number = next(value for value in values if isinstance(value, int))
    number = 2 if number == -1 else number
    return months_part(number, 6, "half") if 1 <= number <= 2 else None


def _nth(values: Sequence[Any], setting: Setting) -> Part | None:
    return nth_part(values[0], values[1])


def _weekend(values: Sequence[Any], setting: Setting) -> Part | None:
    return weekend_part(setting.custom)


def _which_unit(values: Sequence[Any], setting: Setting) -> Part | None:
    which, unit = values if isinstance(values[0], int) else reversed(values)
    return which_unit(which, unit, setting)


def _period(values: Sequence[Any], setting: Setting) -> Part | None:
    unit, which = values[0]
    return which_unit(which, unit, setting)


def _part_of_this(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "earlier this week", "later this month"."""
    which = next(value for value in values if isinstance(value, int))
    unit = values[-1] if isinstance(values[-1], str) else values[0]
    return which_unit(which, unit, setting) if which == 0 else None


def _which_number(values: Sequence[Any], setting: Setting) -> Part | None:
    which, number, unit = values
    return span_of_units(which, number, unit, setting) if abs(which) == 1 and number > 1 else None


def _number_which(values: Sequence[Any], setting: Setting) -> Part | None:
    return _which_number([values[1], values[0], values[2]], setting)


def _which(build: Builder, is_last: bool = False, size: int = 1) -> Builder:
    """Return a builder for "last", "this" or "next", before or after what comes round."""

    def build_which(values: Sequence[Any], setting: Setting) -> Part | None:
        which, rest = (values[-1], values[:-1]) if is_last else (values[0], values[1:])
        part = build(rest, setting)
        return which_of(which, part, setting) if part else None

    return build_which


def _away(way: int, order: str = "nu", basis: str = "counted", is_exact: bool = False) -> Builder:
    def build(values: Sequence[Any], setting: Setting) -> Part | None:
        number, unit = values[order.index("n")] if "n" in order else 1, values[order.index("u")]
        return units_away(way * number, unit, setting, basis, is_exact)  # type: ignore[arg-type]

    return build


def _elsewhere(order: str) -> Builder:
    def build(values: Sequence[Any], setting: Setting) -> Part | None:
        way = -1 if values[order.index("e")] == "before" else 1
        number = values[order.index("n")]
        return units_away(way * number, values[order.index("u")], setting, "elsewhere")

    return build


def _weeks_from(order: str) -> Builder:
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


_DAY = "NUMBER|ORDINAL"
_WEEKS = "UNIT:week|fortnight"

_TABLE: tuple[tuple[str, Builder], ...] = (
    ("YMD", _ymd),
    ("FIGURES", _figures),
    (f"{_DAY} MONTH", _day_month),
    (f"UNIT:day {_DAY} MONTH", lambda values, setting: _day_month(values[1:], setting)),
    (f"{_DAY} MONTH UNIT:month", _day_month),
    (f"{_DAY} UNIT:month MONTH", lambda values, setting: _day_month((values[0], values[2]), setting)),
    ("MONTH ORDINAL", _month_day),
    ("MONTH DAY_NUMBER", _month_day),
    ("MONTH", _month),
    ("UNIT:month MONTH", _month),
    ("MONTH UNIT:month", _month),
    ("YEAR", _plain_year),
    ("UNIT:year NUMBER", _year),
    ("NUMBER UNIT:year", _year),
    ("NUMBER YEAR_MARK", _year),
    ("MARK_BEFORE:year NUMBER", _year),
    ("NUMBER ERA", _year_of_era),
    ("ERA NUMBER", _year_of_era),
    ("ORDINAL UNIT:year ERA", lambda values, setting: None),
    ("YEAR DASH|SLASH|TO TENS", _years),
    ("NUMBER MONTH_MARK NUMBER|ORDINAL DAY_MARK", _marked_day),
    ("MARK_BEFORE:day NUMBER MARK_BEFORE:month NUMBER", _marked_day_month),
    ("NUMBER MARK_BEFORE:month NUMBER", _marked_day_month),
    ("NUMBER MONTH_MARK", _marked_month),
    ("MARK_BEFORE:month NUMBER", _marked_month),
    ("MONTH NUMBER DAY_MARK", _month_day),
    ("NUMBER DAY_MARK", _ordinal_day),
    ("MARK_BEFORE:day NUMBER", _ordinal_day),
    ("ORDINAL", _ordinal_day),
    ("WEEKDAY", _weekday),
    ("UNIT:day WEEKDAY", _weekday),
    ("WEEKDAY UNIT:day", _weekday),
    ("DAYS", _day_word),
    ("UNIT:weekend", _weekend),
    ("SEASON", _season),
    ("FEAST", _feast),
    ("EVE FEAST", _eve_of_feast),
    ("ORDINAL UNIT:quarter", _quarter),
    ("UNIT:quarter NUMBER|ORDINAL", _quarter),
    ("QUARTER_LETTER NUMBER", _quarter),
    ("ORDINAL UNIT:half", _half),
    ("HALF_LETTER NUMBER", _half),
    ("ORDINAL|ROMAN UNIT:century", _century),
    ("NUMBER UNIT:century", _century),
    ("UNIT:century ROMAN|NUMBER|ORDINAL", _century),
    ("DECADE", _decade),
    ("DECADE UNIT:year|decade", _decade),
    ("UNIT:year|decade DECADE", _decade),
    ("UNIT:decade YEAR", _decade),
    ("NUMBER UNIT:decade", _decade),
    ("ORDINAL UNIT:half|week|weekend|fortnight|month|quarter|year|decade|day", _nth),
    ("ORDINAL WEEKDAY", _nth),
    ("EDGE", lambda values, setting: edge_part(values[0])),
    ("EDGE UNIT:week|month|year|decade|century|quarter", lambda values, setting: _edge_of_this(values, setting)),
    ("PERIOD", _period),
    ("WHICH UNIT", _which_unit),
    ("UNIT WHICH", _which_unit),
    ("ELSEWHERE WHICH UNIT", _part_of_this),
    ("WHICH UNIT ELSEWHERE", lambda values, setting: _part_of_this(values[:2], setting)),
    ("WHICH NUMBER UNIT", _which_number),
    ("NUMBER WHICH UNIT", _number_which),
    ("NUMBER UNIT WHICH", lambda values, setting: _which_number([values[2], values[0], values[1]], setting)),
    ("WHICH WEEKDAY", _which(_weekday)),
    ("WEEKDAY WHICH", _which(_weekday, is_last=True)),
    ("UNIT:day WEEKDAY WHICH", _which(_weekday, is_last=True)),
    ("WHICH MONTH", _which(_month)),
    ("MONTH WHICH", _which(_month, is_last=True)),
    ("WHICH SEASON", _which(_season)),
    ("SEASON WHICH", _which(_season, is_last=True)),
    ("WHICH FEAST", _which(_feast)),
    ("FEAST WHICH", _which(_feast, is_last=True)),
    (f"WHICH {_DAY} MONTH", _which(_day_month)),
    (f"{_DAY} MONTH WHICH", _which(_day_month, is_last=True)),
    ("WHICH MONTH ORDINAL|DAY_NUMBER", _which(_month_day)),
    ("NUMBER UNIT AGO", _away(-1)),
    ("AGO NUMBER UNIT", _away(-1, "_nu")),
    ("NUMBER AGO UNIT", _away(-1, "n_u")),
    ("AGO UNIT", _away(-1, "_u")),
    ("UNIT AGO", _away(-1, "u")),
    ("NUMBER UNIT AGO DAYS:0", _away(-1, is_exact=True)),
    ("DAYS:0 NUMBER UNIT AGO", _away(-1, "_nu", is_exact=True)),
    ("NUMBER UNIT AHEAD", _away(1)),
    ("AHEAD NUMBER UNIT", _away(1, "_nu")),
    ("IN NUMBER UNIT", _away(1, "_nu")),
    ("IN NUMBER UNIT UNIT:day", _away(1, "_nu")),
    ("NUMBER UNIT ELSEWHERE", _elsewhere("nue")),
    ("ELSEWHERE NUMBER UNIT", _elsewhere("enu")),
    (f"NUMBER {_WEEKS} WEEKDAY", _weeks_from("nuw")),
    (f"NUMBER {_WEEKS} WHICH WEEKDAY", _weeks_from("nulw")),
    (f"NUMBER {_WEEKS} DAYS", _weeks_from("nud")),
    (f"WEEKDAY {_WEEKS}", _weeks_from("wu")),
    (f"WEEKDAY NUMBER {_WEEKS}", _weeks_from("wnu")),
    (f"WHICH WEEKDAY {_WEEKS}", _weeks_from("lwu")),
    (f"DAYS {_WEEKS}", _weeks_from("du")),
    (f"DAYS NUMBER {_WEEKS}", _weeks_from("dnu")),
)


def _edge_of_this(values: Sequence[Any], setting: Setting) -> Part | None:
    from newsbrief.reading.dates.periods import part_of

    this = which_unit(0, values[1], setting)
    return fixed(*(part_of(each, values[0]) for each in this.spans(setting.as_of, setting.as_of)), basis="counted")


@cache
def patterns_by_kind() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns by the kinds with which they may begin, in the order in which they are preferred."""
    found: dict[str, list[Pattern]] = {}
    for written, build in _TABLE:
        pattern = Pattern(tuple(map(_read_term, written.split())), build)
        for kind in pattern.terms[0].kinds:
            found.setdefault(kind, []).append(pattern)
    return {kind: tuple(patterns) for kind, patterns in found.items()}


def _read_term(written: str) -> Term:
    kinds, _, values = written.partition(":")
    return Term(frozenset(kinds.split("|")), frozenset((int(v) if v.isdigit() else v) for v in values.split("|") if v))
