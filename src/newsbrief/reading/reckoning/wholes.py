"""Numbers of which one is a part of the other: three of the five; of 60, 24; 48 flats, a quarter of them.

`find_parts(text, numbers, words)` of “one of its three cameras” is the one, of the three.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.numbers.bounds import ALL_BUT
from newsbrief.reading.numbers.number_words import FRACTION, NumberWords
from newsbrief.reading.reckoning.lexicon import ReckoningWords, tokens_of
from newsbrief.reading.reckoning.reckonings import (
    Reckoning,
    Way,
    amounts,
    pair_of,
    pairs_of,
    reckon,
    share_of,
)

_MOST_BETWEEN = 6
_NEAR = 24
_CLAUSE_START = re.compile(r"[,;:—–(]|^")


class PartOfWhole(NamedTuple):
    """A number that is a part of another one; `is_rest` where it is said of all but that part."""

    part: NumberWords
    whole: NumberWords
    is_rest: bool = False

    @property
    def span(self) -> Span:
        return Span(min(self.part.span.start, self.whole.span.start), max(self.part.span.end, self.whole.span.end))


def find_parts(text: str, sentence: Span, row: Sequence[NumberWords], words: ReckoningWords) -> Iterator[PartOfWhole]:
    """Yield the numbers of a sentence that are parts of others in it."""
    for one, other in pairs_of(row):
        between = tokens_of(text[one.span.end : other.span.start])
        after = tokens_of(text[other.span.end : other.span.end + _NEAR])
        if other.bound == ALL_BUT:
            yield PartOfWhole(other, one, is_rest=True)
        elif _is_of(between, words):
            yield PartOfWhole(one, other)
        elif not words.of_them.isdisjoint([*map(" ".join, pairwise(between)), " ".join(after[:2])]) or (
            "," in between and _follows_of(text, sentence, one, words)
        ):
            yield PartOfWhole(other, one)


def _is_of(between: Sequence[str], words: ReckoningWords) -> bool:
    """Say whether words stand between a part and its whole: of the, ministers of Vane’s, out of."""
    at = max((number for number, token in enumerate(between) if token in words.part_of), default=-1)
    if at < 0 or at > 2 or not all(token.isalpha() for token in between[:at]):
        return False
    after = between[at + 1 :]
    return all(token in words.owners for token in after) or (len(after) <= _MOST_BETWEEN and after[-1] == "'s")


def _follows_of(text: str, sentence: Span, number: NumberWords, words: ReckoningWords) -> bool:
    """Say whether a number stands after “of” at the beginning of a clause: `Of the 60 samples, 24 grew`."""
    before = text[sentence.start : number.span.start]
    start = max(match.end() for match in _CLAUSE_START.finditer(before))
    tokens = tokens_of(before[start:])
    return bool(tokens) and tokens[0] in words.part_of and all(token in words.owners for token in tokens[1:])


def reckon_parts(pair: PartOfWhole) -> Iterator[Reckoning]:
    """Yield what follows from a part and its whole: what is left of it, and the shares that the two are."""
    part, whole = pair.part, pair.whole
    if part.bound not in ("", "about", ALL_BUT) or whole.bound not in ("", "about"):
        return
    bound = "about" if "about" in (part.bound, whole.bound) else ""
    ways: tuple[Way, Way] = ("rest", "part") if pair.is_rest else ("part", "rest")
    share = share_of(part)
    if share is not None and 0 < share < 1:
        for unit, value in amounts(whole).items():
            yield reckon([(unit, share * value)], ways[0], pair.span, bound, whole.span.end)
            yield reckon([(unit, value - share * value)], ways[1], pair.span, bound, whole.span.end)
    elif (values := pair_of(part, whole)) and 0 < values.one < values.other:
        share = values.one / values.other
        yield reckon([(values.unit, values.other - values.one)], ways[1], pair.span, bound, whole.span.end)
    if share is not None:
        yield reckon([(FRACTION, share)], ways[0], pair.span, bound, whole.span.end)
        yield reckon([(FRACTION, Fraction(1) - share)], ways[1], pair.span, bound, whole.span.end)
