"""For what, and against what: voted for the plan, where the words cited have voted against it.

`find_other_side(stated, cited, lexicon, table)` of these two are `voted for` and `voted against`.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, denies, join_words, read_both
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_NEAR = 10
_AGAINST = 1


class SidedVerb(NamedTuple):
    """A verb such as “voted”, and the side that it takes."""

    stem: str
    side: int
    word: Word


def find_other_side(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a verb with its side in a sentence, and the same verb with the other side in the words cited."""
    ours, theirs = read_both(stated, cited, lambda words: _read_sides(words, lexicon, table))
    for own in ours:
        same = [each for each in theirs if each.stem == own.stem]
        if same and all(each.side != own.side for each in same) and not denies(stated, lexicon):
            return Contrast(own.word, same[0].word)
    return None


def _read_sides(words: Sequence[Word], lexicon: StatementLexicon, table: ContrastTable) -> Iterator[SidedVerb]:
    siding, sides = table.sides_of.get("siding", {}), table.sides_of.get("sides", {})
    for at, word in enumerate(words):
        if word.lower not in siding:
            continue
        after = list(takewhile(lambda each: each.text not in ENDS and each.lower != "and", words[at + 1 : at + _NEAR]))
        found = [
            (n, sides[each.lower]) for n, each in enumerate(after) if each.lower in sides and not _is_length(after, n)
        ]
        if found:
            number, side = max(found, key=lambda one: (one[1], -one[0]))
            yield SidedVerb(lexicon.stem(word.lower), side, join_words([word, after[number]]))


def _is_length(words: Sequence[Word], at: int) -> bool:
    """Say whether “for” is one of time, or has a number after it: for the first time, for two hours."""
    after = [word.lower for word in words[at + 1 : at + 4]]
    return words[at].lower == "for" and (not after or after[0][0].isdigit() or "time" in after or after[0] == "more")
