"""Dates and times that are written in figures alone.

`list(read_figures("7.4.2019", 0, has_dotted_ordinals=True))` has `("FIGURES", (7, 4, "2019", "."), 8)`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from newsbrief.model.patterns import compile_late

_ISO = re.compile(r"(\d{4})(\. ?|[-/])(\d{1,2})\2(\d{1,2})(?![\d\w])")
# Marks of direction stand between the figures of Arabic dates.
_NUMERIC = re.compile(r"(\d{1,2})[\u200e\u200f]?(\. ?|[-/])(\d{1,2})[\u200e\u200f]?\2(\d{4}|\d{2})(?![\d\w])")
_DAY_AND_MONTH = compile_late(r"(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})/([12]\d{3})(?![\d/])")
_YEARS = re.compile(r"([12]\d{3})/(\d{2})(?![\d/])")
_SLASHED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_TIME = re.compile(r"\d{1,2} ?[:hH.] ?[0-5]\d(?: ?[:.][0-5]\d)?(?!\d)")
_CLOCK = re.compile(r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])")
_DIGITS = compile_late(r"\d")
_ROMAN = re.compile(r"(?=.)(xx?|xx?i?v|xx?vi{0,3}|xx?i{1,3}|i{1,3}|iv|vi{0,3}|i?x|xx?ix)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


def read_figures(text: str, start: int, has_dotted_ordinals: bool) -> Iterator[tuple[str, Any, int]]:
    """Yield the kind, the value and the end of each way to read the figures at a place: 2019-04-07, 7.4.2019, 16:00."""
    digits = _as_ascii(text)
    if match := _ISO.match(digits, start):
        yield "YMD", (int(match[1]), int(match[3]), int(match[4])), match.end()
    if (match := _NUMERIC.match(digits, start)) and not (match[2] == "-" and len(match[4]) == 2):
        yield "FIGURES", (int(match[1]), int(match[3]), match[4], match[2]), match.end()
    if has_dotted_ordinals and (match := _DAY_AND_MONTH.match(digits, start)):
        yield "DAY_AND_MONTH", (int(match[1]), int(match[2]), "."), match.end()
    if match := _MONTH_OF_YEAR.match(digits, start):
        yield "MONTH_OF_YEAR", (int(match[1]), int(match[2])), match.end()
    if match := _YEARS.match(digits, start):
        yield "YEARS", (int(match[1]), "/", int(match[2])), match.end()
    if match := _SLASHED_DAY.match(digits, start):
        yield "SLASHED_DAY", (int(match[1]), int(match[2]), "/"), match.end()
    if match := _CLOCK.match(digits, start):
        yield "TIME", None, match.end()
    elif match := _TIME.match(digits, start):
        yield "TIME" if "h" in match[0].lower() else "CLOCK_FIGURES", None, match.end()


@lru_cache(maxsize=64)
def _as_ascii(text: str) -> str:
    """Return a text with the figures of all scripts as 0 to 9."""
    return text if text.isascii() else _DIGITS.sub(lambda digit: str(int(digit[0])), text)


def value_of_roman(letters: str) -> int | None:
    """Return the value of "xix"; None for other letters."""
    if not _ROMAN.fullmatch(letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
