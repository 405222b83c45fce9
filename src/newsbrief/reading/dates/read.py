"""Read the date of words that all belong to it, such as those of a `when`.

`read_date("last week", "en", date(2019, 4, 10)).first` is 1 April 2019.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from unicodedata import normalize

from newsbrief.reading.dates.grammar import DateGrammar
from newsbrief.reading.dates.lattice import Lattice, read_lattice
from newsbrief.reading.dates.parts import Setting
from newsbrief.reading.dates.periods import custom_of
from newsbrief.reading.dates.tense import OF_TENSE
from newsbrief.reading.dates.tokens import DateToken, cut_tokens
from newsbrief.reading.dates.values import DateValue

_MOST_TOKENS = 60
_AT_THE_END = frozenset({"COMMA", "STOP"})
_OF_DATES = frozenset(
    {"MONTH", "WEEKDAY", "UNIT", "DAYS", "WHICH", "PERIOD", "AGO", "AHEAD", "ELSEWHERE", "ORDINAL", "SEASON", "FEAST"}
    | {"EVE", "EDGE", "YEAR", "SINCE", "UNTIL", "DECADE", "OTHER_CALENDAR", "YEAR_MARK", "MONTH_MARK", "DAY_MARK"}
)


@lru_cache(maxsize=2048)
def read_date(words: str, language: str, as_of: date) -> DateValue | None:
    """Return the value of words that all belong to a date; None if one of them is not understood.

    A clause set off by a comma, or a number and what it counts, may follow: "in March, 3 people attending".
    """
    words = normalize("NFC", words)
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
    return all(edge.kind in OF_TENSE for edge in lattice[at])
