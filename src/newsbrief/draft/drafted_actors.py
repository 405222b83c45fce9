"""The actors of an article as entries of a fact sheet: ids, names, kinds, and what the article says of each.

`draft_actors(evidence, read_actors(document, "en-GB"), "en-GB")` gives an entry for each that is sure or likely.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SHARED_PATH, SharedActors
from newsbrief.content.slugs import make_slug
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.known_actors import KnownActor, KnownActors
from newsbrief.draft.selectors import select
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Span
from newsbrief.reading.actors.descriptions import describe
from newsbrief.reading.actors.reader import ArticleActor

_LONGEST_ID = 40
_COMMENT = "kind: a guess, correct it; nothing plainly says of what kind this is"


class DraftedActor(Struct, frozen=True):
    """An actor of the article with its id in the draft, and the one of the site's shared actors that it is, if any."""

    id: str
    actor: ArticleActor
    known: KnownActor | None = None

    @property
    def aliases(self) -> tuple[str, ...]:
        """The article's other names for the actor, as far as they are not shared."""
        own = (self.actor.name, self.actor.abbr, *(self.known.entry.names if self.known else ()))
        return tuple(name for name in self.actor.names if name not in own)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.actor.name, *((self.actor.abbr,) if self.actor.abbr else ()), *self.aliases)

    @property
    def named(self) -> dict[str, Any]:
        """The values of its entry but for sentences; name and kind stand in `actors.yaml` where the site knows it."""
        aliases = {"aliases": list(self.aliases)} if self.aliases else {}
        if self.known:
            return {"id": self.id} | aliases
        abbr = {"abbr": self.actor.abbr} if self.actor.abbr else {}
        return {"id": self.id, "name": self.actor.name} | abbr | {"kind": self.actor.kind} | aliases


def give_ids(
    actors: Iterable[ArticleActor], taken: Iterable[str] = (), shared: SharedActors = NO_SHARED_ACTORS
) -> tuple[DraftedActor, ...]:
    """Return the actors with ids that are not `taken`.

    That is the id in `actors.yaml`, or else a person's surname, a body's abbreviation or its name.
    """
    actors = tuple(actors)
    owners = _owners(actors)
    site = KnownActors(shared, frozenset(taken))
    ids = {"unattributed", "", *taken, *shared.entries}
    named: set[str] = set()
    found: list[DraftedActor] = []
    for actor in actors:
        names = tuple(name for name in actor.names if name not in named and owners[name] is actor)
        if actor.name in named or not names:
            continue
        named |= {actor.name, *names, *([actor.abbr] if actor.abbr else [])}
        own = replace(actor, names=names)
        if known := site.find(own):
            _add_known(found, own, known)
            continue
        id = next(each for each in _list_ids(actor) if each not in ids)
        ids.add(id)
        found.append(DraftedActor(id, own))
    return tuple(found)


def add_unread(
    actors: tuple[DraftedActor, ...], evidence: Evidence, language: str, shared: SharedActors, taken: Iterable[str] = ()
) -> tuple[DraftedActor, ...]:
    """Return the actors of an article with those that only the site knows as such, at the places of their names."""
    if not shared:
        return actors
    site = KnownActors(shared, frozenset(taken))
    unread = site.find_unread(evidence, language, [each.id for each in actors])
    return (*actors, *(DraftedActor(known.entry.id, actor, known) for known, actor in unread))


def _list_ids(actor: ArticleActor) -> Iterator[str]:
    """Yield ids for an actor, the best first."""
    short = _short(actor)
    yield from (short, make_slug(actor.name)[:_LONGEST_ID].strip("-"))
    yield from (f"{short or 'actor'}-{number}" for number in count(2))


def _add_known(found: list[DraftedActor], actor: ArticleActor, known: KnownActor) -> None:
    """Add an actor that the site knows; the article may have named it already, under another name."""
    entry = known.entry
    at = next((number for number, each in enumerate(found) if each.id == entry.id), len(found))
    before = found[at] if at < len(found) else None
    names, mentions = actor.names, actor.mentions
    if before:
        names = tuple(dict.fromkeys([*before.actor.names, *names]))
        mentions = tuple(sorted([*before.actor.mentions, *mentions], key=lambda each: each.span))
        known = before.known if before.known and before.known.is_sure else known
    whole = ArticleActor(entry.name, entry.abbr, entry.kind, names, mentions, _surest(actor, before))
    found[at : at + 1] = [DraftedActor(entry.id, whole, known)]


def _surest(actor: ArticleActor, before: DraftedActor | None) -> str:
    """Return how sure it is that an actor is one: the site knows it."""
    return "sure" if "sure" in (actor.certainty, before.actor.certainty if before else "") else "likely"


def _owners(actors: Iterable[ArticleActor]) -> Mapping[str, ArticleActor]:
    """Return for each name the actor who is most often meant by it: two may have one surname."""
    owners: dict[str, tuple[int, ArticleActor]] = {}
    for actor in actors:
        counts = Counter(mention.name for mention in actor.mentions)
        for name in actor.names:
            if name not in owners or counts[name] > owners[name][0] or name == actor.name:
                owners[name] = (counts[name] if name != actor.name else len(actor.mentions), actor)
    return {name: actor for name, (_, actor) in owners.items()}


def _short(actor: ArticleActor) -> str:
    if actor.is_person:
        return make_slug(actor.name.split()[-1].rpartition("-")[2] or actor.name)[:_LONGEST_ID].strip("-")
    return make_slug(actor.abbr or actor.name)[:_LONGEST_ID].strip("-")


def draft_actors(evidence: Evidence, actors: Sequence[DraftedActor], language: str) -> Iterator[DraftedEntry]:
    """Yield the entry of each actor, with what the article says of it beside its name."""
    for drafted in actors:
        values = drafted.named
        if drafted.known and not drafted.known.is_sure:
            values = {"doubt": f"is this {drafted.actor.name}, who stands in {SHARED_PATH}?"} | values
        at = drafted.actor.mentions[0].span
        about = list(_about(evidence, drafted.actor, language))
        fallbacks = (("actors", values),) if about else ()
        whole = values | ({"about": about} if about else {})
        is_offered = drafted.actor.certainty == "perhaps"
        comment = _COMMENT if drafted.actor.is_guess and not is_offered else ""
        yield DraftedEntry("actors", whole, at, fallbacks, is_offered, comment=comment)


_FIRST = re.compile(r"[^\W\d_]")


def _about(evidence: Evidence, actor: ArticleActor, language: str) -> Iterator[dict[str, Any]]:
    """Yield a sentence for each description of an actor, with the words that have it."""
    for description in describe(evidence.text, actor, language):
        words = " ".join(evidence.words(description.words).split())
        cite = select(evidence, Span(*description.cite))
        if cite is not None and _FIRST.match(words):
            yield {"text": f"{words[0].upper()}{words[1:].rstrip('.')}.", "cite": cite}
