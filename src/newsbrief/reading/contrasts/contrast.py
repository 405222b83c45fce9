"""A word of a sentence and the one of the words cited that rules it out, and what both are found in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeVar

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

T = TypeVar("T")

ENDS = frozenset(".;:!?()–—")

Cited = Sequence[tuple[Sequence[Word], Span]]
"""Sentences of the article, each with the stretch of it that is cited."""


class Contrast(NamedTuple):
    """Words of a sentence, and those of the words cited that say otherwise."""

    ours: Word
    theirs: Word


def read_both(
    stated: Sequence[Word], cited: Cited, read: Callable[[Sequence[Word]], Iterable[T]]
) -> tuple[list[T], list[T]]:
    """Return what is read in a sentence, and in the words cited; nothing in these where the sentence has nothing."""
    ours = list(read(stated))
    return ours, [each for words, _ in cited for each in read(words)] if ours else []


def join_words(words: Sequence[Word]) -> Word:
    """Return several words as one."""
    text = " ".join(word.text for word in words)
    return Word(text, text.lower(), Span(words[0].span.start, words[-1].span.end), None)


def cited_words(cited: Cited) -> Iterator[Word]:
    """Yield the words that are cited themselves."""
    return (word for words, span in cited for word in words if span.meets(word.span))


def stems_within(words: Iterable[Word], lexicon: StatementLexicon) -> frozenset[str]:
    """Return the stems of the words of content up to the end of a clause."""
    inside = takewhile(lambda word: word.text not in ENDS, words)
    return frozenset(lexicon.stem_of_meaning(word.lower) for word in inside if is_of_content(word, lexicon))


def is_of_content(word: Word, lexicon: StatementLexicon) -> bool:
    """Say whether a word is none of the small ones, and no name of an actor."""
    lower = word.lower
    is_small = lower in lexicon.small or lexicon.has("prepositions", lower)
    return word.actor is None and len(lower) > 2 and lower[0].isalpha() and not is_small


def sides_in(words: Sequence[Word], sides: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the words of a row, each with its side there."""
    for at, word in enumerate(words):
        side = sides.get(word.lower) if word.actor is None and word.text != "May" else None
        if side is not None:
            yield at, side


def denies(words: Sequence[Word], lexicon: StatementLexicon) -> bool:
    """Say whether something is denied in a sentence."""
    negations = lexicon.words_of(("negations", "denials"))
    return any(word.lower in negations for word in words)
