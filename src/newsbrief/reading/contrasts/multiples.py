"""Words for so many times as much: doubled, where the words cited have halved, or “from 10 to 12”.

`find_other_multiple(stated, cited, amounts, table)` of “sales doubled” and “sales halved” are the two verbs.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import permutations

from newsbrief.reading.contrasts.contrast import Cited, Contrast, cited_words
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word

_CLOSE = Fraction(1, 8)
_MOST = 12


def find_other_multiple(
    stated: Sequence[Word], cited: Cited, amounts: Sequence[Collection[Fraction]], table: ContrastTable
) -> Contrast | None:
    """Return a verb such as “doubled” that neither a word of the words cited says nor two of their amounts."""
    multiplying = table.sides_of.get("multiplying", {})
    own = next((word for word in stated if word.lower in multiplying), None)
    if own is None:
        return None
    times = table.multiples[own.lower]
    theirs = [word for word in cited_words(cited) if word.lower in table.multiples]
    if any(table.multiples[word.lower] == times for word in theirs) or _follows(times, amounts):
        return None
    verbs = [word for word in theirs if word.lower in multiplying]
    first = next(cited_words(cited))
    return Contrast(own, verbs[0] if verbs else first) if verbs or len(amounts) > 1 else None


def _follows(times: Fraction, amounts: Sequence[Collection[Fraction]]) -> bool:
    """Say whether an amount is about so many times another one, or that share itself: 50 percent, for halved."""
    if any(value in (100 * times, 100 * (times - 1), times) for values in amounts for value in values):
        return True
    return any(
        one and abs(other / one - times) <= times * _CLOSE
        for ones, others in permutations(amounts[:_MOST], 2)
        for one in ones
        for other in others
    )
