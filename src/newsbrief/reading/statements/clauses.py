"""A clause of a sentence: a verb with who does it, to whom, and what stands beside it.

`clause.places["agent"].heads` of “The jury cleared Pryke” is the stem of `jury`.
"""

from msgspec import Struct

from newsbrief.model.document import Span
from newsbrief.reading.statements.phrases import ACTOR, WordGroup

AGENT, PATIENT, SAYING = "agent", "patient", "say"
"""Who does it; to whom it is done; the verb of “according to”."""

SUBORDINATE = frozenset(["after", "before", "since", "until", "as", "than"])
"""Prepositions after which another clause may stand."""


class Filler(Struct, frozen=True):
    """A noun in a place of a clause: its heads and its owners.

    It `is_open` as to whom it means where it is a pronoun or a mere description, and `is_owned` by a pronoun: his firm.
    """

    heads: frozenset[str]
    owners: frozenset[str] = frozenset()
    is_open: bool = False
    is_pronoun: bool = False
    is_name: bool = False
    is_owned: bool = False

    def joined_with(self, other: "Filler") -> "Filler":
        """Return this noun and another one that “and” joins to it."""
        return Filler(self.heads | other.heads, self.owners | other.owners, self.is_open)

    def named_by(self, other: "Filler") -> "Filler":
        """Return this noun with another one that is set beside it: the coach, Marta Quint."""
        return Filler(self.heads | other.heads, self.owners, self.is_open and other.is_open)


class Clause(Struct, frozen=True, kw_only=True):
    """A verb and the nouns around it, by their places: `agent`, `patient`, or a preposition.

    `excluded` are those of whom it says that they are not meant (the jury rather than the judge), `loose` those beside
    it whose place is not known, `subject` the heads of what stands before it. It `is_denied` by a word among its verb's
    own; it `is_open` if it says only that something may come about, `is_done` where its verb has the form of a past,
    and `is_now` beside that word; a verb of saying `is_inverted` after what is said. `sentence` is where its sentence
    begins.
    """

    verb: str
    span: Span
    places: dict[str, Filler]
    excluded: dict[str, frozenset[str]] = {}
    loose: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    is_denied: bool = False
    is_open: bool = False
    is_done: bool = False
    is_now: bool = False
    is_inverted: bool = False
    sentence: int = 0

    def heads(self) -> frozenset[str]:
        return frozenset(head for filler in self.places.values() for head in filler.heads)


def filler_of(noun: WordGroup) -> Filler:
    """Return a noun as it stands in a place of a clause."""
    is_named = any(head.startswith(ACTOR) for head in noun.heads)
    is_open = not is_named and (noun.is_definite or not noun.heads)
    return Filler(noun.heads, noun.owners, is_open, not noun.heads, noun.is_name, noun.is_owned)
