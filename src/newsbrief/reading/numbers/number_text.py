"""A text whose numbers are read, and the values and units of one of them.

`with_unit(source, 0, 2, [Fraction(12)], [], is_spelled=False)` of “12 percent” has the unit `percent`.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import EAST_ASIAN
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.numbers.clock import read_clock
from newsbrief.reading.numbers.number_words import FRACTION, TIME, NumberWords, Reading
from newsbrief.reading.numbers.numerals import Numerals
from newsbrief.reading.numbers.units import MULTIPLES, unit_at, unit_before

_UP_TO_UNIT = compile_late(r"\.(?= [^\W\d_])[\s\u00a0]|[\s\u00a0]?-?")
_SIGN_OF_LETTERS = compile_late(r"[\s\u00a0-]?[a-z]{1,2}")
_OF_UNIT = compile_late(r"[\s\u00a0](?:de |di |d'|of |[^\W\d_]+ )")
_NEXT_WORD = compile_late(r"[\s\u00a0]?-?([^\W\d_]+)")
_AS_MANY = compile_late(
    r"[\s\u00a0](?:as|the|more|that|its|their|his|her|larger|higher|bigger|so|wie|mehr|plus|más|di)\b"
)
_AT_LEAST = "".join(f"(?<!{word} )" for word in ("au", "al", "lo", "ao", "ou", "du", "où"))
"""Words that make "at least" or "more or less" of a word for minus: au moins, por lo menos, pelo menos."""

MINUS = compile_late(rf"(?:(?<![^\s(])-|\b{_AT_LEAST}(?:minus|moins|menos|meno|минус|мінус|سالب|マイナス|零下)\s?)$")

_MONEY = frozenset(
    [
        "dollar",
        "euro",
        "pound",
        "yen",
        "yuan",
        "rupee",
        "rouble",
        "franc",
        "crown",
        "peso",
        "shekel",
        "riyal",
        "dinar",
        "dirham",
        "lira",
        "real",
    ]
)


class NumberText:
    """A text, as it is and in small letters with plain digits, and its language."""

    __slots__ = ("language", "numerals", "plain", "text")

    def __init__(self, text: str, plain: str, language: str, numerals: Numerals) -> None:
        self.text, self.plain, self.language, self.numerals = text, plain, language, numerals

    def number(self, start: int, end: int, readings: Iterable[Reading], weak: bool = False) -> NumberWords:
        """Return the number whose words stand from `start` to `end`."""
        following = _NEXT_WORD.match(self.plain, end)
        bare = following is None or following[1] in ALL_FUNCTION_WORDS or following[1] in self.numerals.before
        return NumberWords(Span(start, end), self.text[start:end], frozenset(readings), weak, bare)


def with_unit(
    source: NumberText, start: int, end: int, values: list[Fraction], unscaled: list[Fraction], *, is_spelled: bool
) -> tuple[NumberWords, int]:
    """Return a number with the unit before or after it; a small one may be a time of day."""
    plain = source.plain
    readings: list[Reading] = []
    if len(values) == 1 and values[0].denominator == 1 and 0 <= values[0] <= 24 and not unscaled:
        stop, times, is_sure = read_clock(plain, start, end, int(values[0]), None)
        readings += [(TIME, Fraction(time)) for time in times]
        if is_sure and times:
            return source.number(start, stop, readings), stop
    before = unit_before(plain, start)
    stop = end
    if before:
        unit: str | None = before[0]
        start = before[1]
    else:
        unit, stop = _unit_after(plain, end)
        if is_spelled and _SIGN_OF_LETTERS.fullmatch(plain, end, stop):
            # Words take no sign of one or two letters: Italian “tre ha votato” is of no hectares.
            unit, stop = None, end
    if source.text[start : start + 1].isspace():
        start += 1
    base, factor = MULTIPLES.get(unit or "", (unit or "", 1))
    readings += [(base, value * factor) for value in values]
    if unit == "time" and not _AS_MANY.match(plain, stop):
        # “Scored three times” is three goals; “three times as many” is not.
        readings += [("", value) for value in values]
    if unscaled and unit is None:
        readings += [("metre", value) for value in unscaled]
    weak = is_spelled and values == [1] and unit not in {"percent", *_MONEY}
    if plain[stop : stop + 1] in EAST_ASIAN and unit is None:
        return source.number(start, stop, readings, weak)._replace(bare=False), stop
    return source.number(start, stop, readings, weak), stop


def _unit_after(plain: str, end: int) -> tuple[str | None, int]:
    at = _UP_TO_UNIT.match(plain, end)
    found = unit_at(plain, at.end() if at else end)
    if found:
        return found
    between = _OF_UNIT.match(plain, end)
    if between and (found := unit_at(plain, between.end())) and found[0] in _MONEY:
        return found
    return None, end


def as_fraction(value: Fraction) -> Iterator[Reading]:
    """Yield the readings of a fraction: it is a share in percent too."""
    yield FRACTION, value
    yield "percent", value * 100
