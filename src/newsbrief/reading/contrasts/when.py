"""When something was: left in 2015, where the words cited have joined in 2015 and left in 2019.

`find_other_when(stated, cited, lexicon, table)` of these two are `left … 2015` and `left … 2019`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, join_words, read_both
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_FAR = 9
_UNIT, _WHICH = 1, 1
_AFTER = frozenset(
    ["after", "before", "since", "when", "which", "who", "that", "and", "but", "while", "although", "though"]
)


class VerbTime(NamedTuple):
    """A verb, by its stem, and the time that is nearest to it."""

    verb: str
    time: str
    word: Word


def find_other_when(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a verb with a time that the words cited give to another verb, and to this one another time."""
    ours, theirs = read_both(stated, cited, lambda words: _read_times(words, lexicon, table))
    for own in ours:
        same = [each for each in theirs if each.verb == own.verb]
        if not same or any(each.time == own.time for each in same):
            continue
        if any(each.time == own.time and each.verb != own.verb for each in theirs):
            return Contrast(own.word, same[0].word)
    return None


def _read_times(words: Sequence[Word], lexicon: StatementLexicon, table: ContrastTable) -> Iterator[VerbTime]:
    for at in range(1, len(words)):
        time = _time_at(words, at, table)
        verb = _verb_before(words, at, lexicon) if time else None
        if verb is not None:
            yield VerbTime(lexicon.stem_of_meaning(words[verb].lower), time, join_words(words[verb : at + 1]))


def _time_at(words: Sequence[Word], at: int, table: ContrastTable) -> str:
    """Return the time that a word names, by itself or with the one before it."""
    word, moments, before = words[at], table.sides_of["moments"], table.sides_of["before moments"]
    if word.actor is not None:
        return ""
    sort, which = moments.get(word.lower), before.get(words[at - 1].lower)
    if which is None or (sort is None and not (word.text.isdigit() and len(word.text) == 4)):
        return ""
    if sort == _UNIT:
        return f"{words[at - 1].lower} {word.lower}" if which == _WHICH else ""
    return word.lower if sort is None or word.is_capitalised else ""


def _verb_before(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> int | None:
    for number in range(at - 1, max(-1, at - _FAR), -1):
        word = words[number]
        if word.text in ENDS or (word.actor is None and word.lower in _AFTER):
            return None
        is_verb = word.actor is None and word.lower not in lexicon.small and lexicon.may_be_verb(word.lower)
        if (
            is_verb
            and not word.lower.endswith("ing")
            and not (number and lexicon.has("determiners", words[number - 1].lower))
        ):
            return number
    return None
