"""What there was before, from how far a number is above or below it: to 61 per cent, eight points above its record.

`reckon_margins(text, numbers, words)` of “to 61 per cent, eight points above the previous record” has 53 per cent.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsbrief.model.document import Span
from newsbrief.reading.numbers.number_words import NumberWords
from newsbrief.reading.reckoning.lexicon import ReckoningWords, has_phrase, tokens_of
from newsbrief.reading.reckoning.reckonings import Pair, Reckoning, amounts, pair_of, reckon

_FAR, _MOST_BEFORE, _MOST_BETWEEN = 40, 6, 4
_POINTS = frozenset({"point", ""})


def reckon_margins(text: str, row: Sequence[NumberWords], words: ReckoningWords) -> Iterator[Reckoning]:
    """Yield what was before a number that a comma and its margin above or below that follow."""
    for level, margin in pairwise(each for each in row if amounts(each)):
        between = tokens_of(text[level.span.end : margin.span.start])
        if level.bound or margin.bound or between[-1:] != [","] or len(between) > _MOST_BETWEEN:
            continue
        after = tokens_of(text[margin.span.end : margin.span.end + _FAR])
        after = after[1:] if after and after[0].startswith("point") else after
        is_above, is_below = (_begins_with(after, side) for side in (words.above, words.below))
        is_of_then = has_phrase(after[:_MOST_BEFORE], words.before) or any(token.isdigit() for token in after[1:5])
        if is_above == is_below or not is_of_then:
            continue
        values = _amounts_of(level, margin)
        if values and 0 < values.other < values.one:
            was = values.one - values.other if is_above else values.one + values.other
            yield reckon([(values.unit, was)], "record", Span(margin.span.end, min(len(text), margin.span.end + _FAR)))


def says_what_was(sentence: str, at: int, compared: str, words: ReckoningWords) -> bool:
    """Say whether a sentence has “previous” before its number, or the year compared, and compares it with nothing."""
    tokens = tokens_of(sentence)
    is_compared = has_phrase(tokens, words.above) or has_phrase(tokens, words.below)
    years = {token for token in tokens_of(compared)[:_MOST_BEFORE] if token.isdigit()}
    is_of_then = years <= set(tokens) if years else has_phrase(tokens_of(sentence[:at]), words.before)
    return not is_compared and is_of_then


def _begins_with(tokens: Sequence[str], phrases: frozenset[str]) -> bool:
    return any(" ".join(tokens[:length]) in phrases for length in (1, 2))


def _amounts_of(level: NumberWords, margin: NumberWords) -> Pair | None:
    """Return the unit of a number, its value and that of its margin; points are of a percentage."""
    if values := pair_of(level, margin):
        return values
    percent = amounts(level).get("percent")
    points = next((value for unit, value in amounts(margin).items() if unit in _POINTS), None)
    return Pair("percent", percent, points) if percent and points else None
