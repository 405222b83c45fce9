"""How many times as many one is as the other, told the other way round: half as many as in 2016, twice as many in 2016.

`reckon_turned(text, numbers)` of “half as many as in 2016” has two, of which 2016 is the greater side.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newsbrief.model.document import Span
from newsbrief.reading.numbers.number_words import FRACTION, NumberWords
from newsbrief.reading.reckoning.lexicon import tokens_of
from newsbrief.reading.reckoning.reckonings import Reckoning, amounts, reckon, share_of

_AS_MANY_AS = re.compile(r" as [^\W\d_]+(?: [^\W\d_]+)? as ([^.,;:]+)")
_SHORTEST = 4
_MOST = 10


def reckon_turned(text: str, row: Sequence[NumberWords]) -> Iterator[Reckoning]:
    """Yield the reciprocals of the numbers of a sentence that compare; their spans are those of what is compared."""
    for number in row:
        found = _AS_MANY_AS.match(text, number.span.end)
        if not found or number.bound:
            continue
        span = Span(found.start(1), found.end(1))
        share, times = share_of(number), amounts(number).get("")
        if share and share.numerator == 1:
            yield reckon([("", 1 / share), ("time", 1 / share)], "turned", span)
        elif times and 1 < times <= _MOST and times.denominator == 1:
            yield reckon([(FRACTION, Fraction(1) / times)], "turned", span)


def compares_the_other_way(sentence: str, at: int, text: str, compared: Span) -> bool:
    """Say whether what is compared in a text stands before the last “as” of a sentence, and something else after it."""
    before, _, after = " ".join(tokens_of(sentence[at:])).rpartition(" as ")
    theirs = set(filter(_is_telling, tokens_of(text[compared.start : compared.end])))
    ours = set(filter(_is_telling, after.split()))
    return bool(before and ours and theirs) and theirs <= set(tokens_of(sentence)) - ours and theirs.isdisjoint(ours)


def _is_telling(token: str) -> bool:
    return len(token) >= _SHORTEST or token[0].isdigit()
