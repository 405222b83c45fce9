"""The names of actors, searched in an article.

`find_names(evidence, {"Khalifa Haftar": "haftar", "Haftar": "haftar"})` lists every place, the longest name first.
"""

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heapreplace
from typing import NamedTuple

from newsbrief.evidence.attached_words import attaches, is_whole, spellings_of
from newsbrief.evidence.longer_names import ArticleNames, NamedActor
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.typography import fold_words
from newsbrief.evidence.word_index import WordIndex
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language


class NamePlace(NamedTuple):
    """The place of a name, and the id of the actor whose name it is."""

    span: Span
    actor: str


def find_names(
    evidence: Evidence, names: Mapping[str, str], language: str = "en", persons: Iterable[str] = ()
) -> tuple[NamePlace, ...]:
    """Return every place where one of `names` (name → actor) stands as whole words; the longest name wins.

    Case counts; a possessive ("Haftar's") is found without its ending, and so are the particles and endings that
    `language` joins to a name. A name inside a longer one is none. `persons` are the ids of those who are.
    """
    owners = {fold_words(name): actor for name, actor in names.items() if fold_words(name)}
    judge = ArticleNames(evidence.text, language, _describe(owners, frozenset(persons)), frozenset(owners))
    spoken = primary_language(language)
    for name, actor in tuple(owners.items()) if attaches(spoken) else ():
        for spelling in spellings_of(name, spoken):
            owners.setdefault(spelling, actor)
    found: list[NamePlace] = []

    def take(start: int, end: int, name: str) -> bool:
        if not is_whole(evidence.folded.text, start, end, spoken):
            return False
        span = evidence.folded.original(start, end)
        if span is None or judge.is_in_longer(span.start, span.end, owners[name]):
            return False
        found.append(NamePlace(span, owners[name]))
        return True

    _longest_first(evidence.folded.words, owners, take, may_cut=attaches(spoken))
    return tuple(found)


def _describe(owners: Mapping[str, str], persons: frozenset[str]) -> Mapping[str, NamedActor]:
    """Return what the names of each actor say of who it is."""
    by_actor: dict[str, list[str]] = {}
    for name, actor in owners.items():
        by_actor.setdefault(actor, []).append(name)
    return {
        actor: NamedActor(
            actor in persons,
            frozenset(word for name in names for word in name.split()),
            frozenset(name.split()[0] for name in names if " " in name and name[0].isupper()),
        )
        for actor, names in by_actor.items()
    }


def _longest_first(
    index: WordIndex, names: Iterable[str], take: Callable[[int, int, str], bool], *, may_cut: bool
) -> None:
    """Offer to `take` each place of a name; of those that overlap, the first and longest that it takes."""

    def find(name: str, at: int) -> int:
        return next(index.starts_of(name, at, may_cut=True), -1) if may_cut else index.find(name, at)

    nexts = [(at, -len(name), name) for name in names for at in [find(name, 0)] if at >= 0]
    heapify(nexts)
    free = 0
    while nexts:
        start, _, name = nexts[0]
        if start >= free and take(start, start + len(name), name):
            free = start + len(name)
        following = find(name, max(free, start + 1))
        if following < 0:
            heappop(nexts)
        else:
            heapreplace(nexts, (following, -len(name), name))
