"""The names in a sentence of those who are no actors: places, firms and people whom the fact sheet does not list.

`name_others(split_words("Trains from Ulm to Bergen", …), {"ulm", "bergen"})` has the two as names.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.roles import OTHER


def find_others(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[str]:
    """Yield the capitalised words of a sentence that stand alone and name no actor, in small letters."""
    for at, word in enumerate(words):
        if word.text[0].isupper() and word.actor is None and len(word.text) > 2 and not _is_small(word, lexicon):
            beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
            if not any(each.actor or (each.is_capitalised and not _is_small(each, lexicon)) for each in beside):
                yield word.lower


def _is_small(word: Word, lexicon: StatementLexicon) -> bool:
    keys = ("prepositions", "conjunctions", "time", "joining", "relatives", "numbers", "quantities", "all", "most")
    return word.lower in lexicon.small or word.lower in lexicon.words_of(keys)


def name_others(words: Sequence[Word], names: Collection[str]) -> list[Word]:
    """Return the words of a sentence with some names of those who are no actors."""
    return [
        replace(word, actor=OTHER + word.lower)
        if word.actor is None and word.is_capitalised and word.lower in names
        else word
        for word in words
    ]
