"""The rank of what is the largest: the largest employer, where the words cited have the second-largest.

`find_other_rank(stated, cited, lexicon, table)` of these two are `largest` and `second-largest`.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import Cited, Contrast, join_words, read_both
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_ONE_OF = "one of"


class Rank(NamedTuple):
    """A superlative with the words that rank it: “second”, “one of”, or nothing."""

    word: Word
    superlative: str
    rank: str


def find_other_rank(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a superlative of a sentence, and the same one of the words cited with another rank."""
    ranks = table.sides_of.get("ranks", {})
    ours, theirs = read_both(stated, cited, lambda words: _read_ranks(words, ranks, lexicon))
    for own in ours:
        same = [each for each in theirs if each.superlative == own.superlative]
        if same and not any(_may_say(each.rank, own.rank) for each in same):
            return Contrast(own.word, same[0].word)
    return None


def _may_say(theirs: str, ours: str) -> bool:
    """Say whether one rank may be said of another one; who is the largest is one of the largest."""
    return theirs == ours or ours == _ONE_OF


def _read_ranks(words: Sequence[Word], ranks: Collection[str], lexicon: StatementLexicon) -> Iterator[Rank]:
    for at, word in enumerate(words):
        if word.actor is not None or not word.lower.endswith("est") or lexicon.has("no superlatives", word.lower):
            continue
        first, _, last = word.lower.rpartition("-")
        if first and f"{first}-" not in ranks:
            continue
        before = words[max(0, at - 2) : at]
        if first:
            yield Rank(word, last, first)
        elif before and before[-1].lower in ranks:
            yield Rank(join_words(words[at - 1 : at + 1]), last, before[-1].lower)
        elif _is_one_of(words, at, lexicon):
            yield Rank(join_words(words[at - 1 : at + 1]), last, _ONE_OF)
        else:
            yield Rank(word, last, "")


def _is_one_of(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a superlative is that of several: one of the largest, among Aske's largest."""
    before = [word.lower for word in words[max(0, at - 5) : at]]
    return "among" in before or any(one == "one" and other == "of" for one, other in pairwise(before))
