"""Numbers in words: twelve, half past four, nineteen eighty-four.

`read_word(source, match)` of “twelve men” has the value 12.
"""

import re
from fractions import Fraction

from newsbrief.model.patterns import compile_late
from newsbrief.reading.numbers.clock import CLOCK_PHRASE, NAMED, read_clock
from newsbrief.reading.numbers.number_text import MINUS, NumberText, as_fraction, with_unit
from newsbrief.reading.numbers.number_words import ORDINAL, TIME, NumberWords, Reading
from newsbrief.reading.numbers.spelled import NumberInWords, read_spelled
from newsbrief.reading.numbers.units import length_in, unit_at

_TWO_PART_YEAR = compile_late(r"(eighteen|nineteen|twenty)[ -]((?:oh[ -])?[a-z]+(?:-[a-z]+)?)")
_ONE_AND_A_HALF = compile_late(r"(?:an?|one) ([a-z]+) and a half(?![^\W_])")
_OF_ONE = compile_late(r" (?:of )?an? ")
_SECOND_OF_TIME = r"\b(?:a|per|each|every|split|one)[\s-]second$"


def read_word(source: NumberText, match: re.Match[str]) -> tuple[NumberWords | None, int]:
    """Return the number in words that begins at a match, if there is one, and where to read on."""
    start, end = match.span()
    if match[0] in NAMED:
        return source.number(start, end, [(TIME, Fraction(NAMED[match[0]]))]), end
    if (phrase := CLOCK_PHRASE.match(source.plain, start)) and (number := _read_clock_phrase(source, phrase)):
        return number, number.span.end
    if (year := _TWO_PART_YEAR.match(source.plain, start)) and (number := _read_year(source, year)):
        return number, number.span.end
    if number := _read_one_and_a_half(source, start):
        return number, number.span.end
    spelled = read_spelled(source.plain, start, source.numerals)
    if spelled is None:
        return None, end
    if spelled.fraction is not None and (number := _read_part_of_time(source, start, spelled)):
        return number, number.span.end
    number = _as_number(source, start, spelled)
    return number, max(number.span.end, end)


def _read_one_and_a_half(source: NumberText, start: int) -> NumberWords | None:
    """Return a time such as “a year and a half”."""
    match = _ONE_AND_A_HALF.match(source.plain, start)
    unit = unit_at(match[1], 0) if match else None
    if match is None or unit is None or length_in(unit[0], Fraction(1)) is None:
        return None
    return source.number(start, match.end(), [(unit[0], Fraction(3, 2))])


def _read_part_of_time(source: NumberText, start: int, spelled: NumberInWords) -> NumberWords | None:
    """Return a time such as “half an hour” or “three quarters of an hour”."""
    match = _OF_ONE.match(source.plain, spelled.end)
    unit = unit_at(source.plain, match.end()) if match else None
    if unit is None or spelled.fraction is None or length_in(unit[0], Fraction(1)) is None:
        return None
    return source.number(start, unit[1], [(unit[0], spelled.fraction)])


def _read_clock_phrase(source: NumberText, match: re.Match[str]) -> NumberWords | None:
    """Return a time such as "half past four" or "a quarter to five"."""
    hour = read_spelled(source.plain, match.start(3), source.numerals)
    value = int(match[3]) if match[3].isdigit() else int(hour.value) if hour else 0
    if not 1 <= value <= 12:
        return None
    minutes = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}[match[1]]
    stop, times, _ = read_clock(source.plain, match.start(3), match.end(), value, 0)
    times = times or (value * 60, (value * 60 + 720) % 1440)
    shift = minutes if match[2] == "past" else -minutes
    return source.number(match.start(), stop, [(TIME, Fraction((time + shift) % 1440)) for time in times])


def _read_year(source: NumberText, match: re.Match[str]) -> NumberWords | None:
    """Return a year in English words: nineteen eighty-four."""
    century = source.numerals.read(match[1])
    rest = read_spelled(source.plain, match.start(2), source.numerals)
    if century is None or rest is None or not 10 <= rest.value < 100 or rest.is_ordinal or rest.fraction is not None:
        return None
    return source.number(match.start(), rest.end, [("", century.value * 100 + rest.value)])


def _as_number(source: NumberText, start: int, spelled: NumberInWords) -> NumberWords:
    if spelled.is_vague:
        return source.number(start, spelled.end, [("", spelled.value)])._replace(is_vague=True)
    if spelled.is_ordinal:
        readings: list[Reading] = [(ORDINAL, spelled.value)]
        if spelled.fraction:
            readings += as_fraction(spelled.fraction)
        before = source.plain[max(0, start - 8) : start]
        if spelled.value > 1 and source.numerals.each.intersection(before.split()[-1:]):
            readings += as_fraction(1 / spelled.value)
        words = source.plain[start : spelled.end]
        weak = spelled.value == 1 or bool(re.search(_SECOND_OF_TIME, before + words))
        # “Secondo la polizia” is according to the police.
        weak |= words in source.numerals.according and not before.rstrip()[-1:].isalnum()
        return source.number(start, spelled.end, readings, weak)
    if spelled.fraction is not None:
        return source.number(start, spelled.end, as_fraction(spelled.fraction))
    value = -spelled.value if MINUS.search(source.plain[max(0, start - 9) : start]) else spelled.value
    number = with_unit(source, start, spelled.end, [value], [], is_spelled=True)[0]
    is_loose = source.plain[start : spelled.end] in source.numerals.loose
    return number._replace(weak=True) if is_loose else number
