"""The ways onward from a briefing: to its neighbours, and to other briefings of its parties."""

from datetime import date

from msgspec import Struct


class Neighbour(Struct, frozen=True, array_like=True):
    """Another briefing, as the page of its neighbour names it."""

    slug: str
    title: str
    as_of: date
    standfirst: str = ""


class Version(Struct, frozen=True, array_like=True):
    """A briefing in one language."""

    language: str
    slug: str


class Neighbours(Struct, frozen=True, array_like=True):
    """The neighbours of a briefing, each in its language where there is such a version.

    `versions` are all versions of the briefing, itself among them; () where it is the only one. `story` and `topics`
    are the original's.
    """

    story: str = ""
    topics: tuple[str, ...] = ()
    earlier: Neighbour | None = None
    later: Neighbour | None = None
    updates: tuple[Neighbour, ...] = ()
    updated_by: tuple[Neighbour, ...] = ()
    versions: tuple[Version, ...] = ()


NO_NEIGHBOURS = Neighbours()


class PartyElsewhere(Struct, frozen=True, array_like=True):
    """The way from a party's card to its briefings; their `number` is 0 where the party has pages of its own."""

    party: str
    number: int
    path: str
    fragment: str


class RelatedBriefing(Struct, frozen=True, array_like=True):
    """A briefing that shares parties: some of their labels, and how many more they are."""

    slug: str
    title: str
    as_of: date
    parties: tuple[str, ...]
    more: int


class Onward(Struct, frozen=True, array_like=True):
    """The ways onward from a briefing."""

    parties: tuple[PartyElsewhere, ...] = ()
    related: tuple[RelatedBriefing, ...] = ()
    neighbours: Neighbours = NO_NEIGHBOURS
