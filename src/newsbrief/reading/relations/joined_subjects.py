"""Names that “and” or commas join into one subject in an English sentence, and the words that may stand before it.

`join_before(words, 2)` of “Vane and Aske back it” is Vane and Aske, from the word 0 on.
"""

from collections.abc import Sequence

from newsbrief.reading.relations import grammar
from newsbrief.reading.relations.arguments import before_determiners
from newsbrief.reading.sentence_words import Word

_LONGEST_LIST = 7
_BEFORE_LISTS = grammar.CONJUNCTIONS | grammar.SAYING | grammar.PREPOSITIONS | {",", "both", "“", '"', ":"}


def join_before(words: Sequence[Word], at: int) -> tuple[tuple[str, ...], int]:
    """Return the actor at a word with those joined to it before, and the number of the first word of all."""
    actors, start = [words[at].actor], at
    while (before := _joined_before(words, start)) is not None:
        start = before
        actors.insert(0, words[before].actor)
    return tuple(dict.fromkeys(actor for actor in actors if actor)), start


def _joined_before(words: Sequence[Word], start: int) -> int | None:
    """Return the number of a name joined to that at `start` by “and” or a comma, if it is part of the subject."""
    joint = before_determiners(words, start)
    if joint < 1 or words[joint].lower not in ("and", ",", "or", "&"):
        return None
    is_comma = words[joint].lower == ","
    other = joint - 1 - (words[joint - 1].lower == ",")
    if other < 0 or not (words[other].actor or (words[other].is_capitalised and not is_comma)):
        return None
    if is_comma and not _is_list(words, start):
        return None
    first = other
    while first and not words[other].actor and words[first - 1].is_capitalised and not words[first - 1].actor:
        first -= 1
    before = before_determiners(words, first)
    return first if before < 0 or words[before].lower in _BEFORE_LISTS else None


def _is_list(words: Sequence[Word], start: int) -> bool:
    """Say whether an “and” follows the name at `start`, so that the comma before it is a list’s."""
    return any(word.lower in ("and", "or") for word in words[start + 1 : start + 1 + _LONGEST_LIST])


def may_precede(words: Sequence[Word], before: int, *, is_participle: bool) -> bool:
    """Say whether a subject may follow this word: no preposition, but for the “of” after an envoy."""
    lower = words[before].lower
    if lower in ("of", "from") and before:
        return words[before - 1].lower in grammar.METONYMS
    if lower in grammar.BEFORE_SUBJECTS or lower not in grammar.PREPOSITIONS:
        return True
    if is_participle and words[before].actor is None:
        return lower in grammar.BEFORE_PARTICIPLES
    return before == 0 and lower in ("by", "with", "for")
