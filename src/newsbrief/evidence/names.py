"""The names of actors, searched in an article.

`find_names(evidence, {"Khalifa Haftar": "haftar", "Haftar": "haftar"})` lists every place, the longest name first.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heapreplace
from typing import NamedTuple

from newsbrief.evidence.search import Evidence
from newsbrief.evidence.typography import fold_words
from newsbrief.evidence.whole_words import is_word_character
from newsbrief.evidence.word_index import UNSPACED, WordIndex
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
    places = _longest_first(evidence.folded.words, owners)
    found = []
    for start, end, name in places:
        if span := evidence.folded.original(start, end):
            found.append(NamePlace(span, owners[name]))
    return tuple(found)


def _longest_first(index: WordIndex, names: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield each place of a name that stands alone, with its end; of those that overlap, the first and longest."""
    nexts = [(at, -len(name), name) for name in names for at in [index.find(name, 0)] if at >= 0]
    heapify(nexts)
    free = 0
    while nexts:
        start, _, name = nexts[0]
        if start >= free and _stands_alone(index.text, start, name):
            free = start + len(name)
            yield start, free, name
        following = index.find(name, max(free, start + 1))
        if following < 0:
            heappop(nexts)
        else:
            heapreplace(nexts, (following, -len(name), name))


def _stands_alone(text: str, start: int, name: str) -> bool:
    """Say whether `name`, which stands at `start`, is not part of a longer word in a script with spaces."""
    end = start + len(name)
    joins_before = start and _is_spaced_letter(text[start - 1]) and _begins_word(name[0])
    return not joins_before and not (_is_spaced_letter(text[end : end + 1]) and _begins_word(name[-1]))


def _begins_word(char: str) -> bool:
    return is_word_character(char) and not UNSPACED.match(char)


def _is_spaced_letter(char: str) -> bool:
    return (char.isalnum() or char == "_") and not UNSPACED.match(char)
