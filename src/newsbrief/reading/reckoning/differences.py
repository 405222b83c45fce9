"""By how much something rose or fell, and how many times as much it is: to 18 million from 30 million.

`reckon_changes(text, numbers, "en", words)` of “to 18 million from 30 million” has 12 million less, and 40 percent.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.numbers.changes import change_of
from newsbrief.reading.numbers.number_words import FRACTION, NumberWords
from newsbrief.reading.reckoning.lexicon import ReckoningWords, tokens_of
from newsbrief.reading.reckoning.reckonings import Pair, Reckoning, Way, amounts, pair_of, reckon, share_of

_NO_DIFFERENCE = frozenset({"percent", "point"})
_NEAR, _FAR = 30, 60


class _FromTo(NamedTuple):
    """A number from which something changes, and the one to which it does."""

    before: NumberWords
    after: NumberWords


def reckon_changes(text: str, row: Sequence[NumberWords], language: str, words: ReckoningWords) -> Iterator[Reckoning]:
    """Yield by how much, and by which share, something changes from one number of a sentence to another."""
    counted = [each for each in row if amounts(each)]
    ways = [change_of(text, each.span, language) for each in counted]
    for change in _changes(counted, ways):
        if values := pair_of(change.before, change.after):
            yield from _reckon_change(values, change)
    for at, way in enumerate(ways):
        to = next((other for other in (at + 1, at - 1) if 0 <= other < len(ways) and ways[other] == "to"), None)
        if way == "by" and to is not None and (values := pair_of(counted[at], counted[to])):
            yield from _reckon_before(text, values, counted[at], counted[to], words)


def _changes(counted: Sequence[NumberWords], ways: Sequence[str]) -> Iterator[_FromTo]:
    for at, way in enumerate(ways):
        if way != "from":
            continue
        beside = [number for number in (at + 1, at - 1) if 0 <= number < len(ways)]
        to = [number for number in beside if ways[number] == "to"] or [
            number for number in beside[::-1] if not ways[number] and number < at
        ]
        if to:
            yield _FromTo(counted[at], counted[to[0]])


def _reckon_change(values: Pair, change: _FromTo) -> Iterator[Reckoning]:
    before, after = values.one, values.other
    span = Span(min(change.before.span.start, change.after.span.start), change.after.span.end)
    way: Way = "more" if after > before else "less"
    if change.before.bound or change.after.bound or before <= 0 or before == after:
        return
    if values.unit not in _NO_DIFFERENCE:
        yield reckon([(values.unit, abs(after - before))], way, span)
        yield reckon([(FRACTION, abs(after - before) / before)], way, span)
    if (ratio := after / before) > 1:
        yield reckon([("", ratio), ("time", ratio)], "ratio", change.before.span)


def _reckon_before(
    text: str, values: Pair, by: NumberWords, to: NumberWords, words: ReckoningWords
) -> Iterator[Reckoning]:
    """Yield what there was before something rose or fell by one number, to another."""
    near = tokens_of(text[max(0, by.span.start - _NEAR) : by.span.start])
    rises, falls = (not side.isdisjoint(near) for side in (words.more, words.less))
    if rises != falls and not (by.bound or to.bound):
        amount = values.other - values.one if rises else values.other + values.one
        yield reckon([(values.unit, amount)], "before", Span(by.span.start, to.span.end))


def reckon_gap(text: str, row: Sequence[NumberWords], words: ReckoningWords) -> Iterator[Reckoning]:
    """Yield the difference between the only two numbers of a sentence that have “to” between them: by 21 to 14."""
    counted = [each for each in row if amounts(each)]
    for one, other in pairwise(counted):
        between = tokens_of(text[one.span.end : other.span.start])
        values = pair_of(one, other)
        if values and len(between) <= 3 and between and between[-1] in words.against and values.one != values.other:
            yield reckon([(values.unit, abs(values.one - values.other))], "gap", Span(one.span.start, other.span.end))


def reckon_times(text: str, row: Sequence[NumberWords], language: str, words: ReckoningWords) -> Iterator[Reckoning]:
    """Yield the double of a number that is to double, and the number of which one is the half: 9, half of what."""
    counted = [each for each in row if amounts(each) or share_of(each)]
    for one, other in zip(counted, [*counted[1:], None], strict=False):
        if not amounts(one) or one.bound:
            continue
        end = one.span.end + _FAR if other is None else min(one.span.end + _FAR, other.span.start)
        after = tokens_of(text[one.span.end : end])
        if not words.doubling.isdisjoint(after) and change_of(text, one.span, language) != "to":
            yield from (reckon([(unit, value * 2)], "double", one.span) for unit, value in amounts(one).items())
        share = share_of(other) if other else None
        if share and other and after == [","]:
            span = Span(one.span.start, other.span.end)
            following = tokens_of(text[other.span.end : other.span.end + _NEAR])
            if " ".join(following[:2]) in words.of_what:
                yield from (reckon([(unit, value / share)], "whole", span) for unit, value in amounts(one).items())
