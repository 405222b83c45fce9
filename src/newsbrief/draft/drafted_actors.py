"""The actors of an article as entries of a fact sheet: ids, names, kinds, and what the article says of each.

`draft_actors(evidence, read_actors(document, "en-GB"), "en-GB")` gives an entry for each that is sure or likely.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content.slugs import make_slug
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.selectors import select
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Span
from newsbrief.reading.actors.descriptions import describe
from newsbrief.reading.actors.reader import ArticleActor

_LONGEST_ID = 40
_COMMENT = "kind: nothing plainly says of what kind this is"


class DraftedActor(Struct, frozen=True):
    """An actor of the article with its id in the draft."""

    id: str
    actor: ArticleActor

    @property
    def aliases(self) -> tuple[str, ...]:
        """The article's other names for the actor."""
        own = (self.actor.name, self.actor.abbr)
        return tuple(name for name in self.actor.names if name not in own)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.actor.name, *((self.actor.abbr,) if self.actor.abbr else ()), *self.aliases)


def give_ids(actors: Iterable[ArticleActor], taken: Iterable[str] = ()) -> tuple[DraftedActor, ...]:
    """Return the actors with ids that are not `taken`: a person's surname, a body's abbreviation or its name."""
    actors = tuple(actors)
    owners = _owners(actors)
    known = {"unattributed", "", *taken}
    named: set[str] = set()
    found: list[DraftedActor] = []
    for actor in actors:
        names = tuple(name for name in actor.names if name not in named and owners[name] is actor)
        if actor.name in named or not names:
            continue
        named |= {actor.name, *names, *([actor.abbr] if actor.abbr else [])}
        short = _short(actor)
        whole = make_slug(actor.name)[:_LONGEST_ID].strip("-")
        numbered = (f"{short or 'actor'}-{number}" for number in count(2))
        id = next(each for each in chain((short, whole), numbered) if each not in known)
        known.add(id)
        found.append(DraftedActor(id, replace(actor, names=names)))
    return tuple(found)


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
        values: dict[str, Any] = {"id": drafted.id, "name": drafted.actor.name}
        if drafted.actor.abbr:
            values["abbr"] = drafted.actor.abbr
        values["kind"] = drafted.actor.kind
        if drafted.aliases:
            values["aliases"] = list(drafted.aliases)
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
