"""Group the actors of a briefing by side, and collect for each what other actors and quotations add."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from newsbrief.briefing.side_colours import SIDE_STYLES
from newsbrief.model.briefing import Actor, Briefing, Quote


class Side(Struct, frozen=True):
    """The actors of one side, in the fact sheet's order; `name` is None for those on none.

    `number`, from 1 on, chooses the side's colour and marker. It is the side's place among all sides of the briefing;
    after the last of `SIDE_STYLES` it begins again.
    """

    name: str | None
    actors: tuple[Actor, ...]
    number: int = 1


def group_by_side(actors: Iterable[Actor]) -> tuple[Side, ...]:
    """Return the sides in order of their first actor, and last the actors on no side."""
    sides: dict[str | None, list[Actor]] = {}
    for actor in actors:
        sides.setdefault(actor.side, []).append(actor)
    ordered = sorted(sides.items(), key=lambda side: side[0] is None)
    styles = len(SIDE_STYLES)
    return tuple(Side(name, tuple(members), 1 + index % styles) for index, (name, members) in enumerate(ordered))


def number_sides(actors: Iterable[Actor]) -> Mapping[str, int]:
    """Return the number of each actor's side by the actor's id; those on no side have none."""
    return {actor.id: side.number for side in group_by_side(actors) if side.name for actor in side.actors}


def side_of_all(quote: Quote, sides: Mapping[str, int]) -> int | None:
    """Return the number of the side that all speakers of a quotation are on, given the number of each actor's."""
    numbers = {sides.get(speaker) for speaker in quote.speakers}
    return numbers.pop() if len(numbers) == 1 else None


class Profile(Struct, frozen=True):
    """An actor with all that its card shows of others.

    `belongs_to` is what it is a member of; `members` are those of its own who do not lead it.
    """

    actor: Actor
    belongs_to: Actor | None
    leaders: tuple[Actor, ...]
    members: tuple[Actor, ...]
    quotes: tuple[Quote, ...]


def make_profiles(briefing: Briefing) -> Mapping[str, Profile]:
    """Return the profile of each actor by the actor's id."""
    leaders: dict[str, list[Actor]] = {id: [] for id in briefing.actors}
    members: dict[str, list[Actor]] = {id: [] for id in briefing.actors}
    quotes: dict[str, list[Quote]] = {id: [] for id in briefing.actors}
    for relation in briefing.relations:
        if relation.kind == "leads":
            leaders[relation.object].append(briefing.actors[relation.subject])
    for actor in briefing.actors.values():
        if actor.member_of and actor not in leaders[actor.member_of]:
            members[actor.member_of].append(actor)
    for quote in briefing.quotes:
        for speaker in quote.speakers:
            quotes[speaker].append(quote)
    return {
        id: Profile(
            actor,
            briefing.actors[actor.member_of] if actor.member_of else None,
            tuple(leaders[id]),
            tuple(members[id]),
            tuple(quotes[id]),
        )
        for id, actor in briefing.actors.items()
    }
