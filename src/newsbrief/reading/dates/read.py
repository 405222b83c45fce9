"""Read the dates of words: of all the words of a `when`, or those that stand in a longer text.

`read_date("last week", "en", date(2019, 4, 10)).first` is 1 April 2019.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import msgspec
from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.dates.grammar import DateGrammar, Reading
from newsbrief.reading.dates.lattice import SKIPPED, Lattice, read_lattice
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.parts import Setting
from newsbrief.reading.dates.periods import custom_of
from newsbrief.reading.dates.tokens import DateToken, cut_tokens
from newsbrief.reading.dates.values import DateValue

_MOST_TOKENS = 60
_AT_THE_END = frozenset({"COMMA", "STOP"})
_OF_DATES = frozenset(
    {"MONTH", "WEEKDAY", "UNIT", "DAYS", "WHICH", "PERIOD", "AGO", "AHEAD", "ELSEWHERE", "ORDINAL", "SEASON", "FEAST"}
    | {"EVE", "EDGE", "YEAR", "SINCE", "UNTIL", "DECADE", "OTHER_CALENDAR", "YEAR_MARK", "MONTH_MARK", "DAY_MARK"}
)


class DateWords(Struct, frozen=True):
    """Words of a text that name a date, at `span` in it."""

    span: Span
    words: str
    value: DateValue


@lru_cache(maxsize=2048)
def read_date(words: str, language: str, as_of: date) -> DateValue | None:
    """Return the value of words that all belong to a date; None if one of them is not understood.

    A clause set off by a comma, or a number and what it counts, may follow: "in March, 3 people attending".
    """
    tokens = cut_tokens(words)
    if not tokens or len(tokens) > _MOST_TOKENS:
        return None
    lattice = read_lattice(words, language)
    if any(edge.kind == "OTHER_CALENDAR" for edges in lattice for edge in edges):
        return None
    grammar = DateGrammar(lattice, Setting(as_of, custom_of(language)))
    readings = grammar.values_at(0)
    whole = [each for each in readings if len(tokens) in grammar.skip(each.end, _AT_THE_END)]
    if whole:
        return whole[0].value
    heads = [each for each in readings if _is_aside(tokens, lattice, each.end)]
    return max(heads, key=lambda each: each.end).value if heads else None


def _is_aside(tokens: Sequence[DateToken], lattice: Lattice, at: int) -> bool:
    """Say whether the words from a token on are a clause that says nothing of a date."""
    rest = range(at, len(tokens))
    for number in rest:
        kinds = {edge.kind for edge in lattice[number]}
        if kinds & _OF_DATES and not kinds & {"BEFORE", "AFTER"}:
            return False
    unknown = [number for number in rest if _is_unknown(lattice, number) and tokens[number].text[0].isalpha()]
    is_set_off = any(edge.kind == "COMMA" for edge in lattice[at])
    is_count = any(edge.kind == "NUMBER" for edge in lattice[at]) and at + 1 in unknown
    return bool(unknown) and (is_set_off or is_count)


def _is_unknown(lattice: Lattice, at: int) -> bool:
    return all(edge.kind in _OF_TENSE for edge in lattice[at])


_OF_TENSE = frozenset({"PRESENT", "COMING"})


@lru_cache(maxsize=512)
def speaks_of_past(sentence: str, language: str) -> bool:
    """Say whether a sentence is about the past alone; only where the words of the present are listed."""
    if not any(lexeme.kind == "PRESENT" for lexemes in read_lexicon(language).words.values() for lexeme in lexemes):
        return False
    lattice = read_lattice(sentence, language)
    return not any(edge.kind in _OF_TENSE for edges in lattice for edge in edges)


@lru_cache(maxsize=256)
def find_dates(text: str, language: str, as_of: date) -> tuple[DateWords, ...]:
    """Return the dates that stand in a text, each as long as it is understood, in their order."""
    tokens, lattice = cut_tokens(text), read_lattice(text, language)
    grammar = DateGrammar(lattice, Setting(as_of, custom_of(language)))
    found: list[DateWords] = []
    at = 0
    while at < len(tokens):
        reading = _longest(grammar, tokens, at) if _begins_date(lattice, at) else None
        if reading is None:
            at += 1
            continue
        while (later := _without_first(grammar, tokens, at, reading)) is not None:
            at, reading = at + 1, later
        span = Span(tokens[at].start, tokens[reading.end - 1].end)
        value = _coming_first(reading.value, as_of) if _is_ahead(lattice, at) else reading.value
        found.append(DateWords(span, text[span.start : span.end], value))
        at = reading.end
    return tuple(found)


_MOST_BEFORE = 5


def _is_ahead(lattice: Lattice, at: int) -> bool:
    """Say whether the words before a date in its sentence speak of what is to come."""
    for number in range(at - 1, max(-1, at - _MOST_BEFORE), -1):
        kinds = {edge.kind for edge in lattice[number]}
        if "STOP" in kinds:
            return False
        if "COMING" in kinds:
            return True
    return False


def _coming_first(value: DateValue, as_of: date) -> DateValue:
    if value.cycle != "week":
        return value
    return msgspec.structs.replace(value, choices=tuple(sorted(value.choices, key=lambda each: each.last <= as_of)))


def _begins_date(lattice: Lattice, at: int) -> bool:
    return any(edge.kind not in SKIPPED for edge in lattice[at])


def _longest(grammar: DateGrammar, tokens: Sequence[DateToken], at: int) -> Reading | None:
    """Return the reading that reaches farthest from a token on; it may not end inside a word."""
    readings = [each for each in grammar.values_at(at) if each.end == len(tokens) or not _runs_on(tokens, each.end)]
    readings = [each for each in readings if not _is_weak(grammar.lattice, at, each)]
    readings = [each for each in readings if each.value.choices] or readings
    end = max((each.end for each in readings), default=0)
    best = next((each for each in readings if each.end == end), None)
    if best and tokens[end - 1].text == ".":
        # The full stop may be the sentence's: it is no part of a date that does without it.
        return next((each for each in readings if each.end == end - 1 and each.value == best.value), best)
    return best


def _runs_on(tokens: Sequence[DateToken], at: int) -> bool:
    before, after = tokens[at - 1], tokens[at]
    return after.is_joined and before.text.isascii() and after.text.isascii() and after.text[0].isalnum()


def _without_first(grammar: DateGrammar, tokens: Sequence[DateToken], at: int, reading: Reading) -> Reading | None:
    """Return the same reading without its first token, if that changes nothing: "in" of "in March"."""
    if at + 1 >= reading.end or not any(edge.kind == "FILLER" for edge in grammar.lattice[at]):
        return None
    later = [each for each in grammar.values_at(at + 1) if each.end == reading.end]
    return later[0] if later and later[0].value == reading.value else None


_WEAK = frozenset({"YEAR", "SEASON", "ORDINAL", "NUMBER"})
_BEFORE_WEAK = frozenset({"FILLER", "IN", "FROM", "SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "ABOUT", "TO", "AND"})


def _is_weak(lattice: Lattice, at: int, reading: Reading) -> bool:
    """Say whether one word that may be something else is read: a year, a season or a day's number.

    A year or a season counts after a word such as "in"; "the first" is no day.
    """
    kinds = {edge.kind for edge in lattice[at] if edge.end == reading.end}
    if reading.cost > 11 or not kinds & _WEAK or kinds & {"DECADE", "FIGURES", "YMD"}:
        return reading.value.cycle == "month"
    before = {edge.kind for edge in lattice[at - 1]} if at else set()
    return not before & _BEFORE_WEAK or reading.value.cycle == "month"
