"""Up to when, and from when: until June, where the words cited have since June.

`find_other_time(stated, cited, lexicon, table)` of these two are the prepositions with the month.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, is_of_content, join_words, read_both
from newsbrief.reading.contrasts.table import ContrastTable
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_UNTIL, _FROM, _AT = range(3)
_NEAR = 4


class TimePlace(NamedTuple):
    """A time, and the preposition before it, with the side on which that stands."""

    time: str
    side: int
    word: Word


def find_other_time(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon, table: ContrastTable
) -> Contrast | None:
    """Return a time of a sentence that has another preposition in the words cited."""
    sides = table.sides_of.get("times", {})
    ours, theirs = read_both(stated, cited, lambda words: _read_times(words, sides, lexicon))
    is_denied = bool(theirs) and any(_denies(words, lexicon) for words in (stated, *(words for words, _ in cited)))
    for own in ours:
        same = [each for each in theirs if each.time == own.time]
        if same and not is_denied and _are_apart(own, same) and not _ends_then(own, stated, lexicon):
            return Contrast(own.word, same[0].word)
    return None


def _ends_then(own: TimePlace, stated: Sequence[Word], lexicon: StatementLexicon) -> bool:
    """Say whether a sentence says that something ended at a time: left in May, of “worked there until May”."""
    return own.side == _AT and any(lexicon.has("ceasing", word.lower) for word in stated)


def _denies(words: Sequence[Word], lexicon: StatementLexicon) -> bool:
    """Say whether something is not so until a time, and so from it on."""
    return any(lexicon.has("negative subjects", word.lower) or word.lower.endswith("n't") for word in words)


def _are_apart(own: TimePlace, same: Sequence[TimePlace]) -> bool:
    """Say whether one time is that up to which something is so, and the others are not."""
    return all(_UNTIL in (own.side, each.side) and own.side != each.side for each in same)


def _read_times(words: Sequence[Word], sides: Mapping[str, int], lexicon: StatementLexicon) -> Iterator[TimePlace]:
    is_until = False
    for at, word in enumerate(words):
        side = sides.get(word.lower) if word.actor is None else None
        is_until = (is_until or side == _UNTIL) and word.text not in ENDS and word.text != ","
        if side is None:
            continue
        for number in range(at + 1, min(len(words), at + _NEAR)):
            each = words[number]
            is_event = side != _AT and is_of_content(each, lexicon)
            if each.actor is None and (each.text[0].isdigit() or _is_time(each) or is_event):
                shown = join_words(words[at : number + 1])
                yield TimePlace(each.lower, side, shown)
                if is_until and side != _UNTIL:
                    # “Until the congress in May”.
                    yield TimePlace(each.lower, _UNTIL, shown)
                break
            if not (lexicon.has("determiners", each.lower) or lexicon.has("time", each.lower)):
                break


def _is_time(word: Word) -> bool:
    return word.is_capitalised and len(word.text) > 2
