"""Words that say the opposite of each other of the same thing: profits rose, profits fell.

`find_opposite(split_words("Profits rose", …), [(split_words("Profits fell", …), span)], lexicon)` are the two verbs.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.certainty import NOT, OPEN, read_words
from newsbrief.reading.statements.lexicon import StatementLexicon

_NEAR = 4
"""The most words between such a word and what it is said of."""

_STOPS = frozenset(".,;:!?()")


class Opposite(NamedTuple):
    """A word of a sentence and the one of the words cited that says the opposite."""

    ours: Word
    theirs: Word


def find_opposite(
    stated: Sequence[Word], cited: Sequence[tuple[Sequence[Word], Span]], lexicon: StatementLexicon
) -> Opposite | None:
    """Return a word whose opposite alone the words cited say, of something that both name beside it.

    `cited` are sentences of the article, each with the stretch of it that is cited.
    """
    ours = {stem for word in stated if (stem := lexicon.stem(word.lower))}
    for side, other in _sides(ours, lexicon):
        if ours & other:
            continue
        theirs = [
            (words, word)
            for words, span in cited
            for word in words
            if lexicon.stem(word.lower) in side | other and span.holds(word.span)
        ]
        same = [(words, word) for words, word in theirs if lexicon.stem(word.lower) in side]
        for own in _plain(stated, side, lexicon) if len(theirs) > len(same) else ():
            things = _things_near(stated, own, lexicon)
            if any(_may_be_of(things, words, word, lexicon) for words, word in same):
                continue
            for words, word in theirs:
                for their in _plain(words, other, lexicon):
                    if their == word and things & _things_near(words, their, lexicon):
                        return Opposite(own, their)
    return None


def _may_be_of(things: set[str], words: Sequence[Word], word: Word, lexicon: StatementLexicon) -> bool:
    """Say whether a word may be said of some of these things: it stands beside them, or its subject is not named."""
    return bool(things & _things_near(words, word, lexicon)) or not _things_near(words, word, lexicon, (-1,))


def _sides(stems: set[str], lexicon: StatementLexicon) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    for one, other in lexicon.opposites:
        if stems & one:
            yield one, other
        if stems & other:
            yield other, one


def _plain(words: Sequence[Word], stems: frozenset[str], lexicon: StatementLexicon) -> Iterator[Word]:
    """Yield the words with one of these stems that nothing denies."""
    sure = {each.span.end: each.hedges for each in read_words(words, lexicon, stems)}
    for word in words:
        if word.actor is None and word.span.end in sure and not sure[word.span.end] & {NOT, OPEN}:
            yield word


def _things_near(
    words: Sequence[Word], word: Word, lexicon: StatementLexicon, steps: tuple[int, ...] = (-1, 1)
) -> set[str]:
    """Return the stems of the words of content beside a word, within its clause."""
    at = words.index(word)
    found: set[str] = set()
    for step in steps:
        number, passed = at + step, 0
        while 0 <= number < len(words) and passed < _NEAR and not _divides(words[number], step, lexicon):
            each = words[number]
            is_small = each.lower in lexicon.small or lexicon.has("prepositions", each.lower)
            if each.actor is None and each.lower.isalpha() and len(each.lower) > 2 and not is_small:
                found.add(lexicon.stem(each.lower))
            # Signs and numbers are no words: “rejected a $900 million bid”.
            passed += each.text[0].isalpha() and not lexicon.has("determiners", each.lower)
            number += step
    return found


def _divides(word: Word, step: int, lexicon: StatementLexicon) -> bool:
    return word.text in _STOPS or (step < 0 and lexicon.has("joining", word.lower))
