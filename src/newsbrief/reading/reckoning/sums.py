"""Sums of numbers that are parts of one total: 140 and 85 people; four people in Portugal and two in Spain.

`reckon_sums(text, numbers, words)` of “140 and 85 people” has 225.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from newsbrief.model.document import Span
from newsbrief.reading.numbers.changes import change_of
from newsbrief.reading.numbers.number_words import NumberWords
from newsbrief.reading.reckoning.lexicon import ReckoningWords, tokens_of
from newsbrief.reading.reckoning.reckonings import Reckoning, amounts, reckon

_MOST_BETWEEN = 7
_MOST_SUMMED = 12
_NEAR = 16
_UNSUMMED = frozenset({"degree", "point"})


def reckon_sums(text: str, row: Sequence[NumberWords], words: ReckoningWords) -> Iterator[Reckoning]:
    """Yield the sums of numbers of a sentence that follow each other and of which the last has no noun of its own."""
    counted = [each for each in row if amounts(each)]
    for at, one in enumerate(counted):
        total = [one]
        for other in counted[at + 1 : at + _MOST_SUMMED]:
            if not _are_joined(text, total[-1], other, words):
                break
            total.append(other)
            if found := _sum(total, "sum"):
                yield found


def reckon_total(
    text: str, numbers: Sequence[NumberWords], language: str, words: ReckoningWords
) -> Iterator[Reckoning]:
    """Yield the sums of all numbers of some words that have one unit, if something changes by none of them."""
    counted = [each for each in numbers if amounts(each) and not _is_pronoun(text, each, words)]
    if not 1 < len(counted) <= _MOST_SUMMED or any(change_of(text, each.span, language) for each in counted):
        return
    for unit in sorted({unit for each in counted for unit in amounts(each)}):
        same = [each for each in counted if unit in amounts(each) or (each.bare and "" in amounts(each))]
        if len(same) > 1 and (found := _sum(same, "total")):
            yield found


def _is_pronoun(text: str, number: NumberWords, words: ReckoningWords) -> bool:
    """Say whether a number is the pronoun of “the mine in Dorn and the one in Aske”, or of “one of them”."""
    before = tokens_of(text[max(0, number.span.start - _NEAR) : number.span.start])
    after = tokens_of(text[number.span.end : number.span.end + _NEAR])
    return number.weak and not (words.owners.isdisjoint(before[-1:]) and words.part_of.isdisjoint(after[:1]))


def _sum(numbers: Sequence[NumberWords], way: str) -> Reckoning | None:
    """Return the sum of some numbers, which have one unit; it may be left out of those that count nothing."""
    known = [amounts(each) for each in numbers if not (each.bare and "" in amounts(each))]
    units = set[str].intersection(*map(set, known)) if known else {""}
    unit = min(units, default=None)
    if unit is None or unit in _UNSUMMED:
        return None
    values = [amounts(each).get(unit, amounts(each).get("")) for each in numbers]
    total = sum((value for value in values if value is not None), start=Fraction(0))
    span = Span(numbers[0].span.start, numbers[-1].span.end)
    bounds = {each.bound for each in numbers if each.bound}
    bound = "" if not bounds else bounds.pop() if len(bounds) == 1 else "about"
    return reckon([(unit, total)], "sum" if way == "sum" else "total", span, bound)


def _are_joined(text: str, one: NumberWords, other: NumberWords, words: ReckoningWords) -> bool:
    """Say whether “and” stands alone between two numbers, or right before the other one, which has no noun.

    “Between 4 and 6” is a range.
    """
    before = tokens_of(text[max(0, one.span.start - _NEAR) : one.span.start])
    between = tokens_of(text[one.span.end : other.span.start])
    if not between or between[-1] not in words.joining or (before and before[-1] in words.ranges):
        return False
    return len(between) == 1 or (len(between) <= _MOST_BETWEEN and other.bare)
