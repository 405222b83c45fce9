"""Nouns of which no two are the same thing: a flood, where the words cited have a fire.

`find_other_kind(stated, cited, table)` of “left after a flood” and “left after a fire” are the two nouns.
"""

from collections.abc import Sequence

from newsbrief.reading.contrasts.contrast import Cited, Contrast
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word


def find_other_kind(stated: Sequence[Word], cited: Cited, table: ContrastTable) -> Contrast | None:
    """Return a noun that the words cited lack, and another one of its row that they have and the sentence has not."""
    ours = {each: word for word in stated if _is_plain(word, stated) for each in table.kinds.get(word.lower, ())}
    if not ours:
        return None
    theirs = {each: word for words, _ in cited for word in words for each in table.kinds.get(word.lower, ())}
    rows = {row for row, _ in theirs}
    for (row, side), word in ours.items():
        if row not in rows or any(each in theirs for each in table.kinds[word.lower]):
            continue
        for (other_row, other), their in theirs.items():
            is_cited = any(span.holds(their.span) for _, span in cited)
            if other_row == row and other != side and (row, other) not in ours and is_cited:
                return Contrast(word, their)
    return None


def _is_plain(word: Word, words: Sequence[Word]) -> bool:
    """Say whether a word is no part of a name."""
    return word.actor is None and (not word.is_capitalised or word is words[0])
