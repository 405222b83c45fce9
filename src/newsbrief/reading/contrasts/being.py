"""What something is, and what it is only said or expected to be: is a fifth smaller, for is expected to be so.

`find_other_being(stated, cited, lexicon)` of these two are `is smaller` and `expected to be`.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, is_of_content, join_words
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_MOST = 2
_NEAR = 4
_FAR = 7


class Being(NamedTuple):
    """A form of “be”, the stems of what something is, and if words before it leave that open."""

    stems: frozenset[str]
    is_open: bool
    word: Word


def find_other_being(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> Contrast | None:
    """Return what something is in a sentence, and the words that leave it open in the words cited."""
    ours = [each for each in _read_beings(stated, lexicon) if not each.is_open and each.word.lower != "be"]
    if not ours or lexicon.is_hedging({word.lower for word in stated}):
        return None
    theirs = [each for words, _ in cited for each in _read_beings(words, lexicon)]
    for own in ours:
        same = [each for each in theirs if own.stems <= each.stems or each.stems <= own.stems]
        if own.stems and same and all(each.is_open for each in same):
            return Contrast(own.word, same[0].word)
    return None


def _read_beings(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Being]:
    keys = ("plans", "reported", "allegations", "possible", "modals")
    for at, word in enumerate(words):
        if word.actor is not None or not lexicon.has("be", word.lower):
            continue
        after = [each for each in words[at + 1 : at + _FAR] if each.text not in ENDS]
        content = (each for each in after if is_of_content(each, lexicon) and not lexicon.is_past(each.lower))
        stems = frozenset(lexicon.stem(each.lower) for each in islice(content, _MOST))
        before = [each.lower for each in words[max(0, at - _NEAR) : at]]
        is_open = word.lower in ("be", "been") and bool(before) and _is_open(before, keys, lexicon)
        if stems:
            first = max(0, at - 2) if is_open else at
            yield Being(stems, is_open, join_words(words[first : at + 1]))


def _is_open(before: Sequence[str], keys: Sequence[str], lexicon: StatementLexicon) -> bool:
    if before[-1] == "to" or (before[-1] == "have" and "to" in before):
        return any(lexicon.has(key, word) for word in before for key in keys if word not in ("has", "have", "had"))
    return any(lexicon.has(key, word) for word in before[-2:] for key in ("possible", "modals"))
