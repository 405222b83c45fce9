"""The kinds of actors and relations that a site defines for itself in `content/site.yaml`, beside the built-in ones.

`kinds.relation("beats").words.in_language("en")` is `beats`.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from newsbrief.model.kinds import ActorKind

Weight = Literal["light", "normal", "strong", "heavy"]
"""How much an arrow of a relation weighs in the diagram: one of only talk, any, power over another, force."""


class Wording(Struct, frozen=True):
    """A text, by language; under "" the one for all other languages."""

    texts: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """Return the text for a language, given as two or three letters."""
        texts = dict(self.texts)
        return texts.get(language) or texts[""]


class Cues(Struct, frozen=True):
    """The words of articles that state a relation, by language, given as two or three letters."""

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def in_language(self, language: str) -> tuple[str, ...]:
        return dict(self.words).get(language, ())


class OwnKind(Struct, frozen=True):
    """A kind of actors. An actor of it is read and shown like one of the built-in kind `like`, under other words."""

    name: str
    words: Wording
    like: ActorKind = "group"


class OwnRelation(Struct, frozen=True):
    """A kind of relations.

    `infinitives` are its words after “is alleged to”. `reverse_cues` name the two parties in the other order; `offices`
    are what the first party is of the second: `Orr, a lawyer for Vane`.
    """

    name: str
    words: Wording
    infinitives: Wording
    cues: Cues
    reverse_cues: Cues = Cues()
    offices: Cues = Cues()
    is_mutual: bool = False
    weight: Weight = "normal"

    def has_cues(self, language: str) -> bool:
        """Say whether articles in a language, given as two or three letters, can state the relation."""
        return any(cues.in_language(language) for cues in (self.cues, self.reverse_cues, self.offices))


class OwnKinds(Struct, frozen=True, dict=True):
    """All kinds of a site's own; most sites have none. `is_known` is false where its settings cannot be read."""

    actors: tuple[OwnKind, ...] = ()
    relations: tuple[OwnRelation, ...] = ()
    is_known: bool = True

    def actor_kind(self, name: str) -> OwnKind | None:
        return self._actors.get(name)

    def relation(self, name: str) -> OwnRelation | None:
        return self._relations.get(name)

    @cached_property
    def _actors(self) -> Mapping[str, OwnKind]:
        return {each.name: each for each in self.actors}

    @cached_property
    def _relations(self) -> Mapping[str, OwnRelation]:
        return {each.name: each for each in self.relations}


NO_OWN_KINDS = OwnKinds()
UNKNOWN_KINDS = OwnKinds(is_known=False)
"""With these, any name is taken for one of a kind, and no relation of it is judged."""
