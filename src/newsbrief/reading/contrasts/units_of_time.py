"""Units of time without a number: within days, where the words cited have within hours; a month, for a year.

`find_other_unit(stated, cited, table)` of “within days of the test” and “within hours of the test” are these two units.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import Cited, Contrast, join_words, read_both
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word

_BEFORE, _AFTER = range(2)


class UnitPlace(NamedTuple):
    """A unit of time by its side in the table, and the word beside it."""

    unit: int
    beside: str
    word: Word


def find_other_unit(stated: Sequence[Word], cited: Cited, table: ContrastTable) -> Contrast | None:
    """Return a unit that the words cited lack, and another one of theirs beside the same word."""
    ours, theirs = read_both(stated, cited, lambda words: _read_units(words, table))
    known = {each.unit for each in theirs}
    for own in ours:
        same = [each for each in theirs if each.beside == own.beside]
        if own.unit not in known and same:
            return Contrast(own.word, same[0].word)
    return None


def _read_units(words: Sequence[Word], table: ContrastTable) -> Iterator[UnitPlace]:
    units, places = table.sides_of["units of time"], table.sides_of["before units"]
    for at, word in enumerate(words):
        unit = units.get(word.lower, units.get(word.lower.removesuffix("s")))
        if unit is None or word.actor is not None:
            continue
        before = words[at - 1].lower if at else ""
        if places.get(before) == _BEFORE:
            yield UnitPlace(
                unit, "a" if before in ("an", "per", "each", "every") else before, join_words(words[at - 1 : at + 1])
            )
            continue
        after = words[at + 1].lower if at + 1 < len(words) else ""
        if places.get(after) == _AFTER and not _may_count(before):
            yield UnitPlace(unit, after, join_words(words[at : at + 2]))


def _may_count(word: str) -> bool:
    """Say whether a word, and not a sign, is before a unit, and so may count it: such units are judged elsewhere."""
    return bool(word) and word[0].isalnum()
