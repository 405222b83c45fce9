"""Two of which the one is so many times the other: the lake warmed twice as fast as the sea, for the other way round.

`find_turned_measure(stated, cited, lexicon, table)` of these two are the words with which they are compared.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, is_of_content, join_words
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_NEAR = 5


class Measure(NamedTuple):
    """A comparison such as “twice as fast as”, by its multiple, with what is before it and after it."""

    multiple: str
    before: frozenset[str]
    after: frozenset[str]
    word: Word


def find_turned_measure(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a comparison of a sentence of which the words cited have the two sides exchanged, and theirs."""
    ours = list(_read_measures(stated, lexicon, table))
    theirs = [each for words, _ in (cited if ours else ()) for each in _read_measures(words, lexicon, table)]
    for own in ours:
        for their in theirs:
            straight = (own.before & their.before) | (own.after & their.after)
            same = straight & own.before & own.after
            crossed = own.before & their.after and own.after & their.before
            if own.multiple == their.multiple and crossed and not straight - same - _shared(own, their):
                return Contrast(own.word, their.word)
    return None


def _shared(own: Measure, their: Measure) -> frozenset[str]:
    """Return what is on both sides of one of the two, or only says what is compared."""
    heads = (own.before & their.before) - their.after - own.after
    return heads if own.before & their.after and own.after & their.before else frozenset()


def _read_measures(words: Sequence[Word], lexicon: StatementLexicon, table: ContrastTable) -> Iterator[Measure]:
    for at, word in enumerate(words[:-3]):
        if word.lower not in table.multiples or words[at + 1].lower != "as":
            continue
        end = next((n for n in range(at + 2, min(len(words), at + _NEAR + 2)) if words[n].lower == "as"), None)
        if end is None:
            continue
        after = frozenset(_stems(words[end + 1 :], lexicon))
        yield Measure(word.lower, frozenset(_stems(words[:at], lexicon)), after, join_words(words[at : end + 1]))


def _stems(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[str]:
    for word in words:
        if word.text in ENDS:
            return
        if word.actor or is_of_content(word, lexicon):
            yield word.actor or lexicon.stem(word.lower)
