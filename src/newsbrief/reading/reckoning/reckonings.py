"""A number that follows from others, and the amounts with which it is reckoned.

`amounts(find_numbers("30m francs", "en")[0])` is `{"franc": Fraction(30000000)}`.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.numbers.number_words import FRACTION, ORDINAL, TIME, NumberWords, Reading, is_year

Way = Literal[
    "part",
    "share",
    "rest",
    "sum",
    "total",
    "more",
    "less",
    "gap",
    "before",
    "ratio",
    "double",
    "whole",
    "occasions",
    "named",
    "ordinal",
    "length",
    "until now",
    "later",
    "turned",
    "each",
]
"""How a number follows: it is what is left of a whole, the sum of parts, by how much something rose, and so on."""

_NO_AMOUNTS = frozenset({TIME, ORDINAL, FRACTION, "code", "decade"})
_NO_SPAN = Span(0, 0)


class Reckoning(NamedTuple):
    """A number that follows from those at `span` of the article, and how; `noun_at` is where the noun is of a whole."""

    number: NumberWords
    way: Way
    span: Span
    noun_at: int = 0


def amounts(number: NumberWords) -> Mapping[str, Fraction]:
    """Return what a number may amount to, by its unit; a year, an ordinal, a time of day or “double” is no amount."""
    if (
        number.is_vague
        or number.is_age
        or is_year(number)
        or (number.weak and ("", Fraction(1)) not in number.readings)
    ):
        return {}
    found = {unit: value for unit, value in number.readings if unit not in _NO_AMOUNTS and isinstance(value, Fraction)}
    return {} if FRACTION in number.units else found


def share_of(number: NumberWords) -> Fraction | None:
    """Return the fraction that a number is, such as a quarter; percentages, which are rounded, are none."""
    values = [value for unit, value in number.readings if unit == FRACTION and isinstance(value, Fraction)]
    return values[0] if values else None


class Pair(NamedTuple):
    """Two amounts of one unit."""

    unit: str
    one: Fraction
    other: Fraction


def pair_of(one: NumberWords, other: NumberWords) -> Pair | None:
    """Return the amounts of two numbers of one unit, which may be left out of either: from 8 degrees to 20."""
    ours, theirs = amounts(one), amounts(other)
    for unit in ours:
        if unit in theirs:
            return Pair(unit, ours[unit], theirs[unit])
    if one.bare and "" in ours and len(theirs) == 1:
        ((unit, value),) = theirs.items()
        return Pair(unit, ours[""], value)
    if other.bare and "" in theirs and len(ours) == 1:
        ((unit, value),) = ours.items()
        return Pair(unit, value, theirs[""])
    return None


def reckon(readings: Sequence[Reading], way: Way, span: Span, bound: str = "", noun_at: int = 0) -> Reckoning:
    """Return a number with these readings that follows in this way."""
    return Reckoning(NumberWords(_NO_SPAN, "", frozenset(readings), bound=bound), way, span, noun_at)


def pairs_of(row: Sequence[NumberWords]) -> Iterator[tuple[NumberWords, NumberWords]]:
    """Yield the neighbours among those numbers of a sentence that are amounts or shares."""
    counted = [each for each in row if amounts(each) or share_of(each)]
    yield from pairwise(counted)
