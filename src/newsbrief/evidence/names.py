"""The names of actors, searched in an article.

`find_names(evidence, {"Khalifa Haftar": "haftar", "Haftar": "haftar"})` lists every place, the longest name first.
"""

from collections.abc import Mapping
from typing import NamedTuple

from newsbrief.evidence.search import Evidence
from newsbrief.evidence.typography import fold_words
from newsbrief.evidence.whole_words import UNSPACED, is_word_character, starts_of
from newsbrief.model.document import Span


class NamePlace(NamedTuple):
    """The place of a name, and the id of the actor whose name it is."""

    span: Span
    actor: str


def find_names(evidence: Evidence, names: Mapping[str, str]) -> tuple[NamePlace, ...]:
    """Return every place where one of `names` (name → actor) stands as whole words; the longest name wins.

    Case counts; a possessive ("Haftar's") is found without its ending.
    """
    owners = {fold_words(name): actor for name, actor in names.items() if fold_words(name)}
    text = evidence.folded.text
    longest_first = sorted((start, -len(name), name) for name in owners for start in starts_of(text, name))
    found = []
    at = 0
    for start, _, name in longest_first:
        if start >= at and _stands_alone(text, start, name):
            at = start + len(name)
            if span := evidence.folded.original(start, at):
                found.append(NamePlace(span, owners[name]))
    return tuple(found)


def _stands_alone(text: str, start: int, name: str) -> bool:
    """Say whether `name`, which stands at `start`, is not part of a longer word in a script with spaces."""
    end = start + len(name)
    joins_before = start and _is_spaced_letter(text[start - 1]) and _begins_word(name[0])
    return not joins_before and not (_is_spaced_letter(text[end : end + 1]) and _begins_word(name[-1]))


def _begins_word(char: str) -> bool:
    return is_word_character(char) and not UNSPACED.match(char)


def _is_spaced_letter(char: str) -> bool:
    return (char.isalnum() or char == "_") and not UNSPACED.match(char)
