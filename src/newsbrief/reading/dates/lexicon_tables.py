"""The tables of words for dates, and what each word in them is to the grammar.

`next(rows_of({"ago": ["back"]}))` is `("back", Lexeme("AGO"))`.

A table is YAML, `lexicons/LANGUAGE.yaml` by the primary tag; every key may be left out. Words are written as they
are read: small letters and capitals do not matter (but see `capitalised`), nor do the forms of apostrophes and
hyphens, nor Arabic and Hebrew points. A word may be several (“day before yesterday”); the longest are not
preferred, every way to read the words is tried. Each inflected form is listed, unless `endings` makes it. The keys:

- `fillers`: words that change nothing and may stand anywhere (“on”, “the”, “of”, “l'”); a word may be one and
  something else.
- `whole`: phrases read as a whole or not at all, so that “mañana” in “por la mañana” is not tomorrow; they stand under
  their own kind as well.
- `abbreviations`: true where the CLDR's abbreviations count also without a full stop or a figure beside them. Elsewhere
  many are common words (“mar”, “so”, “po”).
- `capitalised`: true where names of months and weekdays count only with a capital letter (English, not French).
- `months` (1 to 12), `weekdays` (mon tue wed thu fri sat sun): spellings beside those of the CLDR: inflected forms
  (“kwietniu”), abbreviations, usual names outside the CLDR (نيسان, أفريل).
- `days`: words for one day, by its distance from the as-of day (yesterday: -1); `last night` is -1.
- `units`: the words, in all forms, for day week fortnight weekend month quarter half year decade century. A weekday
  beside a word for day (“يوم الأحد”), a month beside a word for month (“Nisan ayında”), a year beside a word for year
  (“im Jahr 2019”, “2019 року”) are understood without more, as are “década de 1990”, “siglo XIX”, “19th century”.
- `which`: words that choose among units or names, before or after them: -2 (before last, vorletzte) -1 (last,
  dernière) 0 (this) 1 (next, coming) 2 (after next).
- `periods`: one word for a unit and which one: `{week: {-1: [先週]}, year: {-1: [去年, "l'an dernier"]}}`.
- `ago`, `ahead`: words beside a number and a unit, before or after them (“vor drei Wochen”, “3週間前”, “hace tres
  días”); `ahead_before`: such words that count only before them (“in drei Wochen”), since they are fillers as well.
- `counts`: one word for a number and a unit, `{week: {2: [أسبوعين]}}`; also a unit that needs no number (“год назад”).
- `elsewhere`: `before` and `after`: words that count from a day which the words do not name (“three weeks later”).
- `numbers`, `ordinals`: words for numbers, the article “a” among them; an ordinal of -1 is “the last”. Tens and ones
  are added where they stand side by side (“twenty three”), other compounds are listed.
- `ordinal_endings`: what is joined to figures to make them ordinals (“7th”, “1er”, “1º”, “1:a”, “1.”), and
  `ordinal_prefixes` (第).
- `decade_endings` (“1990s”), `decades` (by their tens: “nineties”: 90), `decade_words` (“années 1990”).
- `day_after_month`: true where a day's number may follow its month (“April 4”), though the CLDR's pattern of the
  language does not have it so.
- `marks`: what makes the number beside it a `year`, a `month`, a `day` or a `quarter` (年 月 日; năm tháng ngày), with
  `marks_stand: after` or `before` the number. Where a mark counts as well (“3年前”), list it under `units` too.
- `quarter_letters`, `half_letters`: letters joined before a figure (“Q2”).
- `edges`: `early`, `mid`, `late`: words that choose a part of a month, a year, … (“early”, “Anfang”, “à la mi-”).
- `edges_of`: one word for an edge and a unit: `{late: {year: [year-end]}}`.
- `seasons`: spring summer autumn winter. `feasts`: by the names that `feasts.py` knows. `eve`: the day before one.
- `night_before`: “in der Nacht auf”: the night that ends on a day, which may be that day or the one before.
  `night_from` and `night_to` stand before both of its days (“в ночь с 4 на 5 апреля”).
- `clock_before`: words that make the number after them a time of day (“kl. 14”).
- `parts_of_day`: words that change nothing, though they must not be read as a number's company: “morning”. `clock`:
  words beside a number that is a time of day (“p.m.”, “Uhr”); 16:00 is known.
- `from`, `to`, `and`: words of ranges (“from … to”, “between … and”, “Friday and Saturday”); dashes are known.
  `range_ends`: words after the second date (“3日から5日まで”).
- `since`, `until`, `by`, `before`, `after`: words that make a date a bound, with `bounds_stand: after` where they may
  stand after it.
- `about`: words that make a date a rough one.
- `more`: words that make a number the least of what is meant (“over a year ago”): no date is read there.
- `many`: forms of units that mean several: “weeks before Christmas” is not one week before. `weekdays_many`: those of
  weekdays (“two Fridays ago”).
- `determiners`: words after which a number of four figures is a year (“a 1996 law”).
- `finals`: phrases for the final one of several, which name no date by themselves (“the last day”, “its last week”).
- `ending`: words between a unit and its last day (“the week ending 5 April”).
- `eras`: `bc` and `ad`.
- `other_calendars`: months and eras of other calendars: words that hold one are not understood, never read as
  Gregorian. Where a word is a month of both (Arabic نيسان is April), list it under `months` alone.
- `unsure_years`: the first and the last number of a year that may be of another calendar: not understood.
- `there`: words that choose among units as `which` does, counted from a day named elsewhere: -1 (“the preceding
  week”), 0 (“that day”), 1 (“the following month”).
- `reported`: words for the quarter that a text reports on: 0 (“the latest quarter”), or the same -1 year before
  (“the year-ago quarter”). `compared`: words before figures that these are compared with (“up from”).
- `coming`: words that make a weekday or a month without more beside them the coming one (“planned”); `future`: those
  that say so surely (“will”).
- `past`, `past_endings`: verbs of the past tense, and the endings of the others (“-ed”): where a language lists them,
  the verb nearest to a weekday or a month without more says which one is meant.
- `present`: words of the present tense (“is”). Where a language lists them, a sentence that has none of these,
  `coming` and `future` is about the past, and a weekday without more in it is the last one.
- `prefixes`, `endings`: what is written joined to a word or a figure: Hebrew ב, Arabic ب, Turkish -da (the apostrophe
  before it is known), Finnish -ssa, Korean 에.
- `compounds`: true where a weekday and a part of the day are one word (“Freitagabend”).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from newsbrief.content.own_tables import read_own_table
from newsbrief.model.paths import PACKAGE
from newsbrief.reading.dates.cldr_words import read_common_words, read_names

Kind = Literal[
    "FILLER", "MONTH", "WEEKDAY", "DAYS", "UNIT", "WHICH", "PERIOD", "AGO", "AHEAD", "IN", "ELSEWHERE", "NUMBER",
    "ORDINAL", "ORDINAL_ENDING", "ORDINAL_PREFIX", "DECADE_ENDING", "DECADE", "YEAR_MARK", "MONTH_MARK",
    "DAY_MARK", "QUARTER_LETTER", "HALF_LETTER", "EDGE", "SEASON", "FEAST", "EVE", "PART_OF_DAY", "CLOCK", "FROM",
    "TO", "AND", "SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "ABOUT", "ERA", "OTHER_CALENDAR", "COMING",
    "MARK_BEFORE", "COUNT", "DECADE_WORD", "CLOCK_BEFORE", "RANGE_END", "WHOLE", "BOUND_AFTER",
    "PRESENT", "PAST", "FUTURE", "THERE", "MORE", "DETERMINER", "ENDING", "MANY", "WEEKDAYS", "EDGE_OF", "REPORTED",
    "COMPARED", "QUARTER_MARK", "YEARS",
    "SHORT_YEAR", "NTH_DAY", "SHORT_MONTH", "SHORT_WEEKDAY", "NIGHT", "NIGHT_FROM",
    "NIGHT_TO",
]  # fmt: skip
"""The kinds of words, the terminals of the grammar."""


class Lexeme(NamedTuple):
    """One reading of a word: its kind, and its value (a number, the name of a unit or a feast, or nothing)."""

    kind: Kind
    value: Any = None


def read_table(language: str) -> Mapping[str, Any]:
    """Return the table of a language as it is written; nothing where there is none."""
    path = PACKAGE / "reading" / "dates" / "lexicons" / f"{language}.yaml"
    return read_own_table(path) if path.is_file() else {}


_LISTS: Mapping[str, Kind] = {
    "fillers": "FILLER",
    "ago": "AGO",
    "ahead": "AHEAD",
    "ahead_before": "IN",
    "ordinal_endings": "ORDINAL_ENDING",
    "ordinal_prefixes": "ORDINAL_PREFIX",
    "decade_endings": "DECADE_ENDING",
    "decade_words": "DECADE_WORD",
    "quarter_letters": "QUARTER_LETTER",
    "half_letters": "HALF_LETTER",
    "eve": "EVE",
    "parts_of_day": "PART_OF_DAY",
    "clock": "CLOCK",
    "clock_before": "CLOCK_BEFORE",
    "from": "FROM",
    "to": "TO",
    "and": "AND",
    "range_ends": "RANGE_END",
    "since": "SINCE",
    "until": "UNTIL",
    "by": "BY",
    "before": "BEFORE",
    "after": "AFTER",
    "about": "ABOUT",
    "other_calendars": "OTHER_CALENDAR",
    "coming": "COMING",
    "whole": "WHOLE",
    "night_before": "NIGHT",
    "night_from": "NIGHT_FROM",
    "night_to": "NIGHT_TO",
    "present": "PRESENT",
    "future": "FUTURE",
    "past": "PAST",
    "more": "MORE",
    "determiners": "DETERMINER",
    "ending": "ENDING",
    "compared": "COMPARED",
    "many": "MANY",
}
_NUMBERED: Mapping[str, Kind] = {
    "days": "DAYS",
    "which": "WHICH",
    "there": "THERE",
    "reported": "REPORTED",
    "months": "MONTH",
    "numbers": "NUMBER",
    "ordinals": "ORDINAL",
    "decades": "DECADE",
}
_NAMED: Mapping[str, Kind] = {
    "units": "UNIT",
    "elsewhere": "ELSEWHERE",
    "edges": "EDGE",
    "seasons": "SEASON",
    "feasts": "FEAST",
    "eras": "ERA",
}
_BOUNDS = ("since", "until", "by", "before", "after")
_MARKS: Mapping[str, Kind] = {"year": "YEAR_MARK", "month": "MONTH_MARK", "day": "DAY_MARK", "quarter": "QUARTER_MARK"}
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KEYS = frozenset(
    {
        *_LISTS,
        *_NUMBERED,
        *_NAMED,
        "weekdays",
        "weekdays_many",
        "edges_of",
        "periods",
        "counts",
        "marks",
        "marks_stand",
        "prefixes",
        "endings",
    }
    | {"compounds", "capitalised", "abbreviations", "day_after_month", "bounds_stand", "unsure_years"}
    | {"past_endings", "finals"}
)
"""The keys that a table may have."""


def cldr_rows(language: str, table: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    """Yield the words that the CLDR has; those for yesterday and the like where a language has no table."""
    common = [] if table else read_common_words(language)
    for written, kind, value in [*read_names(language, bool(table.get("abbreviations"))), *common]:
        yield written, Lexeme(kind, value)  # type: ignore[arg-type]


def rows_of(table: Mapping[str, Any]) -> Iterator[tuple[str, Lexeme]]:
    """Yield the words of a table with what they mean."""
    for key, kind in _LISTS.items():
        yield from ((word, Lexeme(kind)) for word in table.get(key, ()))
    for key in _BOUNDS if table.get("bounds_stand") == "after" else ():
        yield from ((word, Lexeme("BOUND_AFTER", key)) for word in table.get(key, ()))
    for key, kind in _NUMBERED.items():
        yield from ((word, Lexeme(kind, int(value))) for value, word in _pairs(table.get(key)))
    for key, kind in _NAMED.items():
        yield from ((word, Lexeme(kind, value)) for value, word in _pairs(table.get(key)))
    yield from ((word, Lexeme("WEEKDAY", WEEKDAYS.index(value))) for value, word in _pairs(table.get("weekdays")))
    many = _pairs(table.get("weekdays_many"))
    yield from ((word, Lexeme("WEEKDAYS", WEEKDAYS.index(value))) for value, word in many)
    for edge, each in (table.get("edges_of") or {}).items():
        yield from ((word, Lexeme("EDGE_OF", (edge, unit))) for unit, word in _pairs(each))
    is_before = table.get("marks_stand") == "before"
    for value, word in _pairs(table.get("marks")):
        yield word, Lexeme("MARK_BEFORE", value) if is_before else Lexeme(_MARKS[value])
    for key, kind in (("periods", "PERIOD"), ("counts", "COUNT")):
        for unit, each in (table.get(key) or {}).items():
            yield from ((word, Lexeme(kind, (unit, int(value)))) for value, word in _pairs(each))


def _pairs(lists: Mapping[Any, Iterable[str]] | None) -> Iterator[tuple[Any, str]]:
    return ((value, str(word)) for value, words in (lists or {}).items() for word in words)
