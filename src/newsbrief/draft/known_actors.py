"""The actors of an article that the site knows already, from `content/actors.yaml`.

`KnownActors(shared).find(actor)` is the entry that has one of the names by which the article calls this actor.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import get_args

from msgspec import Struct

from newsbrief.content.shared_actors import SharedActorEntry, SharedActors
from newsbrief.evidence.names import find_names
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.typography import fold_words
from newsbrief.model.document import Span
from newsbrief.model.kinds import ActorKind
from newsbrief.pages.lists.family_names import split_name
from newsbrief.reading.actors.mentions import NameContext, NameMention, Sort
from newsbrief.reading.actors.reader import ArticleActor

Index = Mapping[str, Sequence[SharedActorEntry]]
_BUILT_IN = frozenset(get_args(ActorKind))


class KnownActor(Struct, frozen=True):
    """An entry of `actors.yaml` that an actor of the article is; by a family name alone, that is not sure."""

    entry: SharedActorEntry
    is_sure: bool = True


class KnownActors(Struct, frozen=True, dict=True):
    """The shared actors by their names, but for those with the ids `taken`, which a fact sheet has already."""

    shared: SharedActors
    taken: frozenset[str] = frozenset()

    def find(self, actor: ArticleActor) -> KnownActor | None:
        """Return the shared actor that an actor of the article is; None where it is none, or might be several."""
        names = [fold_words(name) for name in (actor.name, *actor.names, *([actor.abbr] if actor.abbr else []))]
        if entry := _find_one(self._by_name, names) or _find_one(self._by_short_name, names):
            return KnownActor(entry)
        entry = _find_one(self._by_alias, names)
        if entry and (actor.is_guess or entry.kind not in _BUILT_IN or actor.is_person == _is_person(entry)):
            return KnownActor(entry)
        alone = [name for name in names if " " not in name] if actor.is_person else []
        entry = _find_one(self._by_family, alone)
        return KnownActor(entry, is_sure=False) if entry else None

    def find_unread(
        self, evidence: Evidence, language: str, found: Iterable[str]
    ) -> list[tuple[KnownActor, ArticleActor]]:
        """Return the shared actors that an article names and that were not `found` by reading it, given by id."""
        text, known = evidence.folded.text, self.taken.union(found)
        entries = {each.id: each for each in self._entries if each.id not in known}
        names = {name: id for id, each in entries.items() for name in each.names if fold_words(name) in text}
        if not names:
            return []
        persons = [id for id, each in entries.items() if _is_person(each)]
        places: dict[str, list[Span]] = {}
        for place in find_names(evidence, names, language, persons):
            places.setdefault(place.actor, []).append(place.span)
        return [(KnownActor(entries[id]), _as_read(evidence, entries[id], spans)) for id, spans in places.items()]

    @property
    def _entries(self) -> list[SharedActorEntry]:
        return [each for id, each in self.shared.entries.items() if id not in self.taken]

    @cached_property
    def _by_name(self) -> Index:
        return self._index(lambda entry: [entry.name])

    @cached_property
    def _by_short_name(self) -> Index:
        return self._index(lambda entry: [entry.abbr] if entry.abbr else [])

    @cached_property
    def _by_alias(self) -> Index:
        return self._index(lambda entry: entry.aliases)

    @cached_property
    def _by_family(self) -> Index:
        return self._index(lambda entry: [split_name(entry.name).family] if _is_person(entry) else [])

    def _index(self, list_names: Callable[[SharedActorEntry], Iterable[str]]) -> Index:
        index: dict[str, list[SharedActorEntry]] = {}
        for entry in self._entries:
            for name in list_names(entry):
                index.setdefault(fold_words(name), []).append(entry)
        return index


def _is_person(entry: SharedActorEntry) -> bool:
    return entry.kind == "person"


def _find_one(index: Index, names: Iterable[str]) -> SharedActorEntry | None:
    """Return the only actor that has one of the names."""
    found = {entry.id: entry for name in names for entry in index.get(name, ())}
    return next(iter(found.values())) if len(found) == 1 else None


def _as_read(evidence: Evidence, entry: SharedActorEntry, spans: Sequence[Span]) -> ArticleActor:
    """Return a shared actor as if it had been read in the article, at these places."""
    sort: Sort = "person" if _is_person(entry) else "body"
    mentions = tuple(NameMention(sort, span, evidence.words(span), NameContext()) for span in spans)
    names = tuple(dict.fromkeys(mention.name for mention in mentions))
    return ArticleActor(entry.name, entry.abbr, entry.kind, names, mentions, "sure")
