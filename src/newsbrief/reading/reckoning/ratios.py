"""Shares that are said with two numbers: one in three, one patient in nine.

`find_ratios(text, numbers, words)` of “one patient in nine” has the share of a ninth.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.numbers.number_words import FRACTION, NumberWords
from newsbrief.reading.reckoning.lexicon import ReckoningWords, tokens_of
from newsbrief.reading.reckoning.reckonings import Reckoning, amounts, reckon

_MOST_BETWEEN = 2


class Ratio(NamedTuple):
    """Two numbers of which the one is so many in the other."""

    part: NumberWords
    whole: NumberWords
    share: Fraction


def find_ratios(text: str, numbers: Sequence[NumberWords], words: ReckoningWords) -> Iterator[Ratio]:
    """Yield the pairs of numbers that have “in” between them; “two in three days” are none."""
    for part, whole in pairwise(numbers):
        between = tokens_of(text[part.span.end : whole.span.start])
        if not between or len(between) > _MOST_BETWEEN or between[-1] not in words.ratios:
            continue
        ours, theirs = amounts(part).get(""), amounts(whole).get("")
        if ours and theirs and 0 < ours < theirs:
            yield Ratio(part, whole, ours / theirs)


def reckon_ratios(text: str, row: Sequence[NumberWords], words: ReckoningWords) -> Iterator[Reckoning]:
    """Yield the shares that the ratios of a sentence are."""
    for each in find_ratios(text, row, words):
        span = Span(each.part.span.start, each.whole.span.end)
        yield reckon([(FRACTION, each.share)], "share", span, each.part.bound)
