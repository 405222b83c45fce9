"""Two that a sentence compares the other way round than the words cited: more bakers than butchers.

`find_crossed(stated, cited, lexicon)` of “more butchers than bakers” and that has `more` in both.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_places import AttributePlace, Things, place_of
from newsbrief.reading.statements.opposite_words import OppositeWord, find_words


class Comparison(NamedTuple):
    """A word that compares, what is so, and that with which it is compared."""

    found: OppositeWord
    word: Word
    one: Things
    other: Things


def read_comparisons(words: Sequence[Word], lexicon: StatementLexicon) -> list[Comparison]:
    """Return the comparisons of a sentence that have both sides."""
    found: list[Comparison] = []
    for each in find_words(words, lexicon):
        if each.sort == "opposites of things":
            place = place_of(words, each, lexicon)
            one, other = _sides(place)
            if one and other:
                found.append(Comparison(each, words[each.start], one - other, other - one))
    return found


COMPARING = frozenset(["than", "above", "below", "behind", "ahead", "beneath"])
"""The words of which a sentence has one that compares two."""


def _sides(place: AttributePlace) -> tuple[Things, Things]:
    if place.compares:
        # In “a wetter summer than Dorn” nothing is compared by “summer”.
        return place.head or (place.subject if place.predicative else frozenset()), place.complement
    return (place.subject, place.complement) if not place.head else (frozenset(), frozenset())


def find_crossed(
    stated: Sequence[Word], cited: Sequence[tuple[Sequence[Word], Span]], lexicon: StatementLexicon
) -> tuple[Word, Word] | None:
    """Return a comparison of a sentence of which the words cited have the two sides exchanged, and theirs."""
    ours = read_comparisons(stated, lexicon)
    for words, span in cited if ours else ():
        for their in read_comparisons(words, lexicon):
            for own in ours if span.holds(their.word.span) else ():
                if (own.found.entry, own.found.side) != (their.found.entry, their.found.side):
                    continue
                straight = (own.one & their.one) | (own.other & their.other)
                if own.one & their.other and own.other & their.one and not straight:
                    return own.word, their.word
    return None
