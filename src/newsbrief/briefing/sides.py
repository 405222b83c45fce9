"""Group the actors of a briefing by side, and collect for each what other actors and quotations add.

Whoever the article names more often comes first: `group_by_side(briefing.actors.values())[0].actors[0]`.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from newsbrief.briefing.side_colours import SIDE_STYLES
from newsbrief.model.briefing import Actor, Quote


class Side(Struct, frozen=True):
    """The actors of one side, from the one that the article names most often; `name` is None for those on none.

    `number`, from 1 on, chooses the side's colour and marker. It is the side's place among all sides of the briefing;
    after the last of `SIDE_STYLES` it begins again.
    """

    name: str | None
    actors: tuple[Actor, ...]
    number: int = 1


def weigh(actor: Actor) -> int:
    """Return how often the article names an actor."""
    return len(actor.mentions)


def group_by_side(actors: Iterable[Actor]) -> tuple[Side, ...]:
    """Return the sides from the one with the actor named most often, and last the actors on no side.

    Those named equally often stay in the fact sheet's order.
    """
    sides: dict[str | None, list[Actor]] = {}
    for actor in actors:
        sides.setdefault(actor.side, []).append(actor)
    ordered = sorted(sides.items(), key=lambda side: (side[0] is None, -max(map(weigh, side[1]))))
    styles = len(SIDE_STYLES)
    return tuple(
        Side(name, tuple(sorted(members, key=weigh, reverse=True)), 1 + index % styles)
        for index, (name, members) in enumerate(ordered)
    )


def number_sides(actors: Iterable[Actor]) -> Mapping[str, int]:
    """Return the number of each actor's side by the actor's id; those on no side have none."""
    return {actor.id: side.number for side in group_by_side(actors) if side.name for actor in side.actors}


def side_of_all(quote: Quote, sides: Mapping[str, int]) -> int | None:
    """Return the number of the side that all speakers of a quotation are on, given the number of each actor's."""
    numbers = {sides.get(speaker) for speaker in quote.speakers}
    return numbers.pop() if len(numbers) == 1 else None
