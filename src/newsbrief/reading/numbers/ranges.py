"""Ranges of numbers: the unit that stands after the last one is the unit of the first one as well.

`share_units(text, plain, numbers)` gives the 5 of "5–7 percent" its percent.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import zip_longest

from newsbrief.reading.numbers.number_words import TIME, NumberWords, Reading

_JOINT = re.compile(
    r"\s?[-‐-―−/~〜～]\s?|\s?から\s?|\s(?:to|and|or|bis|und|oder|à|et|ou|a|y|o|e|al|tot|en|of|и|до|или|і|й|till|och|og"
    r"|til|do|lub"
    r"|إلى|و|ve|ad|as|às|alle)\s(?:le |las |les |alle |the )?"
)
_SCALES = (10**3, 10**6, 10**9)


def share_units(text: str, plain: str, numbers: Sequence[NumberWords]) -> Iterator[NumberWords]:
    """Yield the numbers, each with the units and the thousands of the next one where the two are a range."""
    for each, (number, following) in enumerate(zip_longest(numbers, numbers[1:])):
        if each and (century := _century(text, numbers[each - 1], number)):
            number = number._replace(readings=number.readings | {("", century)})
        if following is None or not _JOINT.fullmatch(plain, number.span.end, following.span.start):
            yield number
            continue
        added = set(_shared(number, following))
        yield number._replace(readings=number.readings | added) if added else number


def _century(text: str, before: NumberWords, number: NumberWords) -> Fraction | None:
    """Return the whole year that the last two figures of "2016–17" stand for."""
    between = text[before.span.end : number.span.start]
    if not (
        before.words.isdecimal() and len(before.words) == 4 and number.words.isdecimal() and len(number.words) == 2
    ):
        return None
    return Fraction(int(before.words) // 100 * 100 + int(number.words)) if between in tuple("-–/") else None


def _shared(number: NumberWords, following: NumberWords) -> Iterator[Reading]:
    plain = [value for unit, value in number.readings if unit == ""]
    for unit, last in following.readings:
        for value in plain:
            if not isinstance(value, Fraction) or not isinstance(last, Fraction):
                continue
            if unit == TIME and value.denominator == 1 and 0 <= value <= 12:
                minutes = value % 12 * 60 + (720 if last >= 720 else 0)
                yield TIME, Fraction(minutes)
            elif unit not in ("", TIME):
                yield unit, value
            for scale in _SCALES:
                if value < 1000 and last >= scale and last % scale == 0 and last < scale * 1000:
                    yield unit, value * scale
