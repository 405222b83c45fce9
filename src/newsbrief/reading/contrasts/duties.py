"""What may be done, should be done or must be done: “must leave”, where the words cited have “urged to leave”.

`find_other_duty(stated, cited, lexicon, table)` of these two are `must` and `urged`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, read_both, sides_in, stems_within
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_NEAR = 7


class Duty(NamedTuple):
    """A word such as “must”, how strong it is, and the stems of what it governs."""

    word: Word
    strength: int
    governs: frozenset[str]


def find_other_duty(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a word of duty of a sentence, and the one that governs the same in the words cited, of other strength."""
    strengths = table.sides_of.get("duties", {})
    ours, theirs = read_both(stated, cited, lambda words: _read_duties(words, strengths, lexicon))
    for own in ours:
        same = [each for each in theirs if own.governs & each.governs]
        if same and all(each.strength != own.strength for each in same):
            return Contrast(own.word, same[0].word)
    return None


def _read_duties(words: Sequence[Word], strengths: Mapping[str, int], lexicon: StatementLexicon) -> Iterator[Duty]:
    for at, strength in sides_in(words, strengths):
        around = words[max(0, at - 2) : at + 2]
        if any(lexicon.has("negations", word.lower) or lexicon.has("negative subjects", word.lower) for word in around):
            continue
        following = words[at + 1 : at + 1 + _NEAR]
        if following and following[0].lower == "for":
            # “Asks for rules” asks nobody to do anything.
            continue
        to = next((n for n, word in enumerate(following) if word.lower == "to" or word.text in ENDS), len(following))
        is_modal = lexicon.has("modals", words[at].lower) or lexicon.has("possible", words[at].lower)
        is_modal |= words[at].lower == "can"
        governed = following if is_modal else following[to:]
        yield Duty(words[at], strength, _first_verb(governed, lexicon) or stems_within(following, lexicon))


def _first_verb(words: Sequence[Word], lexicon: StatementLexicon) -> frozenset[str]:
    for word in words:
        if word.actor is None and word.lower not in lexicon.small and lexicon.may_be_verb(word.lower):
            return frozenset({lexicon.stem_of_meaning(word.lower)})
    return frozenset()
