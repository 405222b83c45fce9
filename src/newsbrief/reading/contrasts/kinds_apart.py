"""Nouns of which no two are the same thing: a flood, where the words cited have a fire.

`find_other_kind(stated, cited, table)` of “left after a flood” and “left after a fire” are the two nouns.
"""

from collections.abc import Callable, Mapping, Sequence

from newsbrief.reading.contrasts.contrast import Cited, Contrast
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word

_OWNERS = frozenset(["'s", "'", "his", "her", "its", "their", "whose", "the", "a", "an"])
Kinds = Mapping[str, tuple[tuple[int, int], ...]]


def find_other_kind(stated: Sequence[Word], cited: Cited, table: ContrastTable) -> Contrast | None:
    """Return a noun that the words cited lack, and another one of its row that they have and the sentence has not."""
    return _find(stated, cited, table.kinds, lambda *_: True) or _find(
        stated, cited, table.placed_kinds, _are_in_one_place
    )


def _find(
    stated: Sequence[Word],
    cited: Cited,
    kinds: Kinds,
    fits: Callable[[Sequence[Word], int, Sequence[Word], int], bool],
) -> Contrast | None:
    ours = {
        each: at
        for at, word in enumerate(stated)
        if word.lower in kinds and _is_plain(stated, at)
        for each in kinds[word.lower]
    }
    if not ours:
        return None
    theirs = {
        each: (words, at, span)
        for words, span in cited
        for at, word in enumerate(words)
        for each in kinds.get(word.lower, ())
    }
    for (row, side), at in ours.items():
        if any(each in theirs for each in kinds[stated[at].lower]):
            continue
        for (other_row, other), (words, their, span) in theirs.items():
            is_other = other_row == row and other != side and (row, other) not in ours
            if is_other and span.holds(words[their].span) and fits(stated, at, words, their):
                return Contrast(stated[at], words[their])
    return None


def _is_plain(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is no part of a name."""
    return words[at].actor is None and (at == 0 or not words[at].is_capitalised)


def _are_in_one_place(stated: Sequence[Word], own: int, cited: Sequence[Word], their: int) -> bool:
    """Say whether two nouns with an owner have the same word before that, or after themselves."""
    if not own or not their or not {stated[own - 1].lower, cited[their - 1].lower} <= _OWNERS:
        return False
    is_before = own > 1 and their > 1 and stated[own - 2].lower == cited[their - 2].lower
    after, following = (words[at + 1 : at + 2] for words, at in ((stated, own), (cited, their)))
    is_after = bool(after and following) and after[0].text[0].isalnum() and after[0].lower == following[0].lower
    return is_before or is_after
