"""The patterns of words that make a part of a date, the same for all languages.

A pattern is a line of kinds of words, between which words that change nothing may stand; it may ask for a value:
`UNIT:week`.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from newsbrief.reading.dates import builders as make
from newsbrief.reading.dates import counted_builders as count
from newsbrief.reading.dates.builders import Builder
from newsbrief.reading.dates.parts import Part, Setting, edge_part, some_part
from newsbrief.reading.dates.tokens import Edge


class Term(NamedTuple):
    """What one word of a pattern must be: of one of these kinds, and if `values` are given, of one of these values."""

    kinds: frozenset[str]
    values: frozenset[object] = frozenset()

    def fits(self, edge: Edge) -> bool:
        return edge.kind in self.kinds and (not self.values or edge.value in self.values)


class Pattern(NamedTuple):
    """The words of a part of a date, and what makes it."""

    terms: tuple[Term, ...]
    build: Builder


_DAY = "DAY|NTH_DAY"
_WEEKS = "UNIT:week|fortnight"

_TABLE: tuple[tuple[str, Builder], ...] = (
    ("YMD", make.read_ymd),
    ("FIGURES", make.read_figures),
    ("DAY_AND_MONTH", make.read_day_and_month),
    ("MARK_BEFORE:day DAY_AND_MONTH", lambda values, setting: make.read_day_and_month(values[1:], setting)),
    ("MONTH_OF_YEAR", make.read_month_of_year),
    ("MARK_BEFORE:month MONTH_OF_YEAR", make.read_month_of_year),
    (f"{_DAY} MONTH", make.read_day_month),
    (f"UNIT:day {_DAY} MONTH", lambda values, setting: make.read_day_month(values[1:], setting)),
    (f"{_DAY} MONTH UNIT:month", make.read_day_month),
    (f"{_DAY} UNIT:month MONTH", lambda values, setting: make.read_day_month((values[0], values[2]), setting)),
    ("MONTH NTH_DAY", make.read_month_day),
    ("MONTH DAY_NUMBER", make.read_month_day),
    ("MONTH", make.read_month),
    ("UNIT:month MONTH", make.read_month),
    ("MONTH UNIT:month", make.read_month),
    ("YEAR", make.read_plain_year),
    ("SHORT_YEAR", make.read_short_year),
    ("UNIT:year NUMBER", make.read_year),
    ("NUMBER UNIT:year", make.read_year),
    ("NUMBER YEAR_MARK", make.read_year),
    ("MARK_BEFORE:year NUMBER", make.read_year),
    ("NUMBER ERA", make.read_year_of_era),
    ("ERA NUMBER", make.read_year_of_era),
    ("ORDINAL UNIT:year ERA", lambda values, setting: None),
    ("YEAR DASH|SLASH|TO TENS", make.read_years),
    ("YEARS", lambda values, setting: make.read_years([*values[0]], setting)),
    ("NUMBER MONTH_MARK NUMBER|ORDINAL DAY_MARK", make.read_marked_day),
    ("MARK_BEFORE:day NUMBER MARK_BEFORE:month NUMBER", make.read_marked_day_month),
    ("NUMBER MARK_BEFORE:month NUMBER", make.read_marked_day_month),
    ("NUMBER MONTH_MARK", make.read_marked_month),
    ("MARK_BEFORE:month NUMBER", make.read_marked_month),
    ("MONTH NUMBER DAY_MARK", make.read_month_day),
    ("NUMBER DAY_MARK", make.read_ordinal_day),
    ("MARK_BEFORE:day NUMBER", make.read_ordinal_day),
    ("NTH_DAY", make.read_ordinal_day),
    ("WEEKDAY", make.read_weekday),
    ("UNIT:day WEEKDAY", make.read_weekday),
    ("WEEKDAY UNIT:day", make.read_weekday),
    ("DAYS", count.read_day_word),
    ("UNIT:weekend", make.read_weekend),
    ("SEASON", make.read_season),
    ("FEAST", make.read_feast),
    ("EVE FEAST", make.read_eve_of_feast),
    ("ORDINAL UNIT:quarter", make.read_quarter),
    ("UNIT:quarter NUMBER|ORDINAL", make.read_quarter),
    ("QUARTER_LETTER NUMBER", make.read_quarter),
    ("NUMBER QUARTER_MARK", make.read_quarter),
    ("ORDINAL_PREFIX NUMBER QUARTER_MARK", make.read_quarter),
    ("ORDINAL UNIT:half", make.read_nth),
    ("ORDINAL UNIT:half", make.read_half),
    ("HALF_LETTER NUMBER", make.read_half),
    ("ORDINAL|ROMAN UNIT:century", make.read_century),
    ("NUMBER UNIT:century", make.read_century),
    ("UNIT:century ROMAN|NUMBER|ORDINAL", make.read_century),
    ("DECADE", make.read_decade),
    ("DECADE UNIT:year|decade", make.read_decade),
    ("UNIT:year|decade DECADE", make.read_decade),
    ("UNIT:decade YEAR", make.read_decade),
    ("DECADE_WORD NUMBER", make.read_decade),
    ("NUMBER DECADE_WORD", make.read_decade),
    ("NUMBER UNIT:decade", make.read_decade),
    ("ORDINAL UNIT:week|weekend|fortnight|month|quarter|year|decade|day", make.read_nth),
    ("ORDINAL WEEKDAY", make.read_nth),
    ("NUMBER:1 WEEKDAY", lambda values, setting: some_part()),
    ("NUMBER UNIT AGO WHICH:0 UNIT", count.read_same_unit_away),
    (
        "WHICH:0 UNIT NUMBER UNIT AGO",
        lambda values, setting: count.read_same_unit_away([*values[2:], *values[:2]], setting),
    ),
    ("EDGE", lambda values, setting: edge_part(values[0])),
    (
        "EDGE UNIT:week|month|year|decade|century|quarter",
        count.read_edge_of_this,
    ),
    ("EDGE_OF", lambda values, setting: count.read_edge_of_this(values[0], setting)),
    ("PERIOD", count.read_period),
    ("NUMBER UNIT AGO", count.read_away(-1)),
    ("AGO NUMBER UNIT", count.read_away(-1, "_nu")),
    ("NUMBER AGO UNIT", count.read_away(-1, "n_u")),
    ("WHICH UNIT", count.read_which_unit),
    ("UNIT WHICH", count.read_which_unit),
    ("ELSEWHERE WHICH UNIT", count.read_part_of_this),
    ("WHICH UNIT ELSEWHERE", lambda values, setting: count.read_part_of_this(values[:2], setting)),
    ("WHICH NUMBER MONTH_MARK", count.read_which(make.read_marked_month)),
    ("WHICH NUMBER MONTH_MARK NUMBER DAY_MARK", count.read_which(make.read_marked_day)),
    ("WHICH NUMBER DAY_MARK", count.read_which(make.read_ordinal_day)),
    ("WHICH NUMBER UNIT", count.read_which_number),
    ("NUMBER WHICH UNIT", count.read_number_which),
    ("NUMBER UNIT WHICH", lambda values, setting: count.read_which_number([values[2], values[0], values[1]], setting)),
    ("WHICH WEEKDAY", count.read_which(make.read_weekday)),
    ("WEEKDAY WHICH", count.read_which(make.read_weekday, is_last=True)),
    ("UNIT:day WEEKDAY WHICH", count.read_which(make.read_weekday, is_last=True)),
    ("NUMBER WEEKDAYS AGO", count.read_weekdays_ago),
    ("REPORTED", count.read_reported),
    ("REPORTED:-1 ORDINAL UNIT:quarter", count.read_reported),
    ("THERE UNIT", count.read_there_unit),
    ("THERE PART_OF_DAY", count.read_there_day),
    ("WHICH:1 PART_OF_DAY", count.read_there_day),
    ("THERE WEEKDAY", count.read_there_weekday),
    ("WHICH MONTH", count.read_which(make.read_month)),
    ("MONTH WHICH", count.read_which(make.read_month, is_last=True)),
    ("WHICH SEASON", count.read_which(make.read_season)),
    ("SEASON WHICH", count.read_which(make.read_season, is_last=True)),
    ("WHICH FEAST", count.read_which(make.read_feast)),
    ("FEAST WHICH", count.read_which(make.read_feast, is_last=True)),
    (f"WHICH {_DAY} MONTH", count.read_which(make.read_day_month)),
    (f"{_DAY} MONTH WHICH", count.read_which(make.read_day_month, is_last=True)),
    ("WHICH MONTH NTH_DAY|DAY_NUMBER", count.read_which(make.read_month_day)),
    ("UNIT:half NUMBER:1 UNIT AGO", count.read_half_away),
    ("NUMBER UNIT AGO DAYS:0", count.read_away(-1, is_exact=True)),
    ("DAYS:0 NUMBER UNIT AGO", count.read_away(-1, "_nu", is_exact=True)),
    ("DAYS:0 AGO NUMBER UNIT", count.read_away(-1, "__nu", is_exact=True)),
    ("NUMBER UNIT AHEAD", count.read_away(1)),
    ("AHEAD NUMBER UNIT", count.read_away(1, "_nu")),
    ("IN NUMBER UNIT", count.read_away(1, "_nu")),
    ("IN NUMBER UNIT UNIT:day", count.read_away(1, "_nu")),
    ("NUMBER UNIT ELSEWHERE", count.read_elsewhere("nue")),
    ("ELSEWHERE NUMBER UNIT", count.read_elsewhere("enu")),
    (f"NUMBER {_WEEKS} WEEKDAY", count.read_weeks_from("nuw")),
    (f"NUMBER {_WEEKS} WHICH WEEKDAY", count.read_weeks_from("nulw")),
    (f"NUMBER {_WEEKS} DAYS", count.read_weeks_from("nud")),
    (f"WEEKDAY {_WEEKS}", count.read_weeks_from("wu")),
    (f"WEEKDAY NUMBER {_WEEKS}", count.read_weeks_from("wnu")),
    (f"WHICH WEEKDAY {_WEEKS}", count.read_weeks_from("lwu")),
    (f"DAYS {_WEEKS}", count.read_weeks_from("du")),
    (f"DAYS NUMBER {_WEEKS}", count.read_weeks_from("dnu")),
)


@cache
def patterns_by_kind() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns by the kinds with which they may begin, in the order in which they are preferred."""
    found: dict[str, list[Pattern]] = {}
    for written, build in _TABLE:
        for pattern in _read_pattern(written, build):
            for kind in pattern.terms[0].kinds:
                found.setdefault(kind, []).append(pattern)
    return {kind: tuple(patterns) for kind, patterns in found.items()}


def _read_pattern(written: str, build: Builder) -> tuple[Pattern, ...]:
    """Return a pattern, and beside one with a number and a unit also that with one word for both: “أسبوعين”."""
    pattern = Pattern(tuple(map(_read_term, written.split())), build)
    counted = _NUMBER_AND_UNIT.sub("COUNT", written, count=1)
    if counted == written:
        return (pattern,)

    def build_counted(values: Sequence[Any], setting: Setting) -> Part | None:
        at = next(number for number, value in enumerate(values) if isinstance(value, tuple))
        unit, number = values[at]
        return build([*values[:at], number, unit, *values[at + 1 :]], setting)

    return pattern, Pattern(tuple(map(_read_term, counted.split())), build_counted)


_NUMBER_AND_UNIT = re.compile(r"\bNUMBER UNIT(?=$| )")


def _read_term(written: str) -> Term:
    kinds, _, values = written.partition(":")
    return Term(frozenset(kinds.split("|")), frozenset((int(v) if v.isdigit() else v) for v in values.split("|") if v))
