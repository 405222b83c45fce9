"""The words of a number in a text, and what they may mean."""

from fractions import Fraction
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.numbers.units import length_in

Reading = tuple[str, Fraction | str]
"""A unit ("" for a plain number), and a value."""

TIME, ORDINAL, FRACTION = "clock", "ordinal", "fraction"

_MOST_OF_VAGUE = 50


class NumberWords(NamedTuple):
    """The words of a number; `readings` are all that they may mean.

    A `weak` one may be no number at all ("one of them"). A `bare` one is followed by nothing that it counts. The value
    of a vague one is the least of "dozens" or "hundreds". `bound` says how far it goes, as `bounds.py` has it;
    `is_age`, that it is how old somebody is.
    """

    span: Span
    words: str
    readings: frozenset[Reading]
    weak: bool = False
    bare: bool = False
    is_vague: bool = False
    bound: str = ""
    is_age: bool = False

    @property
    def units(self) -> frozenset[str]:
        return frozenset(unit for unit, _ in self.readings)

    def values_in(self, units: frozenset[str]) -> frozenset[Fraction | str]:
        return frozenset(value for unit, value in self.readings if unit in units)


_NEVER_PLAIN = frozenset({"percent", "point", TIME, ORDINAL, FRACTION, "code", "decade", "degree"})
_PLAIN = frozenset({""})
_AGE = frozenset({"", "year"})


def bears_out(cited: NumberWords, stated: NumberWords) -> bool:
    """Say whether a number that is cited is the one that is stated: the same value in the same unit.

    The unit may be left out where nothing is counted ("a loan of 30 million"), but no percent sign or the like.
    """
    if stated.is_vague or cited.is_vague:
        return _is_vaguely(cited, stated)
    if cited.is_age != stated.is_age and not _may_be_age(stated if cited.is_age else cited):
        return False
    if cited.readings & stated.readings or lengths_of(cited) & lengths_of(stated):
        return True
    if cited.is_age and stated.is_age and cited.values_in(_AGE) & stated.values_in(_AGE):
        return True
    if stated.bare and stated.values_in(_PLAIN) & cited.values_in(cited.units - _NEVER_PLAIN):
        return True
    return cited.bare and bool(stated.values_in(_AGE) & cited.values_in(_PLAIN))


def _may_be_age(number: NumberWords) -> bool:
    """Say whether a number may be an age: it counts nothing, or years."""
    return number.bare or "year" in number.units


def is_year(number: NumberWords) -> bool:
    """Say whether a number may be a year: four figures that count nothing."""
    return number.bare and number.words.isdecimal() and len(number.words) == 4


def is_year_in(text: str, number: NumberWords) -> bool:
    """Say whether a number is a year, also one before a name: `in 2012 Vane left`."""
    if is_year(number):
        return True
    is_figures = number.units == {""} and number.words.isdecimal() and len(number.words) == 4
    start, end = number.span
    return is_figures and text[max(0, start - 3) : start].lower() == "in " and text[end + 1 : end + 2].isupper()


def lengths_of(number: NumberWords) -> frozenset[Reading]:
    """Return the lengths of time that a number may be, in seconds or months."""
    lengths = (length_in(unit, value) for unit, value in number.readings if isinstance(value, Fraction))
    return frozenset(length for length in lengths if length)


def _is_vaguely(cited: NumberWords, stated: NumberWords) -> bool:
    """Say whether "hundreds" may be said of the number cited."""
    if cited.is_vague:
        return stated.is_vague and cited.readings == stated.readings
    least = next(value for _, value in stated.readings)
    counts = cited.values_in(cited.units - _NEVER_PLAIN)
    return any(
        isinstance(value, Fraction) and isinstance(least, Fraction) and least <= value < least * _MOST_OF_VAGUE
        for value in counts
    )
