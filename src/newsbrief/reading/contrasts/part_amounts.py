"""The amount of the whole, where only a part of it is meant: pays 300 crowns, for pays a third of the 300 crowns.

`find_whole_amount(stated, cited, lexicon)` of these two are the verb with the number, and the part of it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import Cited, Contrast, join_words
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.shares import read_number

_NEAR, _FAR = 4, 16
_SHARES = ("half", "part", "most", "shares")


class Amount(NamedTuple):
    """A verb, and the number that it has as its object or the share of it."""

    verb: str
    number: Fraction
    word: Word


def find_whole_amount(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> Contrast | None:
    """Return a verb of a sentence with an amount of which the words cited give it a share alone, and that share."""
    parts = [each for words, _ in cited for each in _read_parts(words, lexicon)]
    if not parts or any(_is_share(stated, at, lexicon) for at in range(len(stated))):
        return None
    whole = {(each.verb, each.number) for words, _ in cited for each in _read_amounts(words, lexicon)}
    for own in _read_amounts(stated, lexicon):
        for each in parts:
            if (own.verb, own.number) == (each.verb, each.number) and (own.verb, own.number) not in whole:
                return Contrast(own.word, each.word)
    return None


def _read_amounts(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Amount]:
    """Yield the verbs with a number right after them: pays about €300."""
    for at, word in enumerate(words):
        if _is_verb(word, lexicon):
            for number in range(at + 1, min(len(words), at + _NEAR)):
                value = read_number(words[number], lexicon)
                if value is not None and not _is_share(words, number, lexicon):
                    yield Amount(lexicon.stem_of_meaning(word.lower), value, join_words(words[at : number + 1]))
                if value is not None or lexicon.may_be_verb(words[number].lower):
                    break


def _read_parts(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Amount]:
    """Yield the verbs with a share of something whose amount follows: pays a third of the budget of 300 crowns."""
    for at in range(len(words)):
        if not _is_share(words, at, lexicon):
            continue
        before = words[max(0, at - _NEAR) : at]
        verb = next((each for each in reversed(before) if _is_verb(each, lexicon)), None)
        rest = takewhile(lambda each: each.text not in ".;", words[at + 2 : at + _FAR])
        for each in rest if verb is not None else ():
            value = read_number(each, lexicon)
            if verb is not None and value is not None:
                yield Amount(lexicon.stem_of_meaning(verb.lower), value, join_words(words[at : at + 2]))


def _is_verb(word: Word, lexicon: StatementLexicon) -> bool:
    return word.actor is None and word.lower not in lexicon.small and lexicon.may_be_verb(word.lower)


def _is_share(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word is a share of what follows its “of”: half of, a third of, 12 percent of."""
    is_before = at + 1 < len(words) and lexicon.has("part of", words[at + 1].lower)
    return is_before and any(lexicon.has(key, words[at].lower) for key in _SHARES)
