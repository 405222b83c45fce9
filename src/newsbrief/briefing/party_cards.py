"""The cards of the parties, side by side, with all that a card shows of others.

`lay_out_parties(briefing)[0].cards[0].actor` is on the side of the actor that the article names most often.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from newsbrief.briefing.sides import Side, group_by_side, weigh
from newsbrief.model.briefing import Actor, Briefing, Quote


def find_leaders(briefing: Briefing) -> Mapping[str, tuple[Actor, ...]]:
    """Return the actors that lead each actor, by its id, as far as the article states it without a hedge."""
    leaders: dict[str, dict[str, Actor]] = {id: {} for id in briefing.actors}
    for relation in briefing.relations:
        if relation.kind == "leads" and relation.hedge is None:
            leaders[relation.object][relation.subject] = briefing.actors[relation.subject]
    return {id: tuple(each.values()) for id, each in leaders.items()}


class PartyCard(Struct, frozen=True):
    """A card: an actor, and the people who lead it and have no card of their own."""

    actor: Actor
    people: tuple[Actor, ...] = ()

    @property
    def weight(self) -> int:
        """How often the article names those on the card."""
        return sum(map(weigh, (self.actor, *self.people)))


class SideCards(Struct, frozen=True):
    """A side with its cards, the heaviest first."""

    side: Side
    cards: tuple[PartyCard, ...]


def lay_out_parties(briefing: Briefing) -> tuple[SideCards, ...]:
    """Return the cards of every side. Somebody who leads one body, on the same side, stands on its card."""
    leaders = find_leaders(briefing)
    return tuple(SideCards(side, _make_cards(side, leaders)) for side in group_by_side(briefing.actors.values()))


def _make_cards(side: Side, leaders: Mapping[str, Sequence[Actor]]) -> tuple[PartyCard, ...]:
    led: dict[str, list[str]] = {}
    for body, people in leaders.items():
        for person in people:
            led.setdefault(person.id, []).append(body)
    bodies = {actor.id for actor in side.actors if actor.kind != "person"}
    placed = {
        actor.id: led[actor.id][0]
        for actor in side.actors
        if actor.kind == "person" and len(led.get(actor.id, ())) == 1 and led[actor.id][0] in bodies
    }
    cards = [
        PartyCard(actor, tuple(each for each in side.actors if placed.get(each.id) == actor.id))
        for actor in side.actors
        if actor.id not in placed
    ]
    return tuple(sorted(cards, key=lambda card: -card.weight))


class Profile(Struct, frozen=True):
    """An actor with all that its card shows of others.

    `belongs_to` is what it is a member of, `leads` what it leads; `members` are those of its own who do not lead it.
    """

    actor: Actor
    belongs_to: Actor | None
    leads: tuple[Actor, ...]
    leaders: tuple[Actor, ...]
    members: tuple[Actor, ...]
    quotes: tuple[Quote, ...]

    @property
    def names_apart(self) -> tuple[str, ...]:
        """The names that the article uses, if one of them is not simply the card's, with or without a title."""
        shown = {self.actor.name.casefold(), self.actor.label.casefold()}
        names = self.actor.article_names
        return names if any(all(each not in name.casefold() for each in shown) for name in names) else ()


def make_profiles(briefing: Briefing) -> Mapping[str, Profile]:
    """Return the profile of each actor by the actor's id."""
    leaders = find_leaders(briefing)
    members: dict[str, list[Actor]] = {id: [] for id in briefing.actors}
    quotes: dict[str, list[Quote]] = {id: [] for id in briefing.actors}
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
            tuple(briefing.actors[body] for body, people in leaders.items() if actor in people),
            leaders[id],
            tuple(members[id]),
            tuple(quotes[id]),
        )
        for id, actor in briefing.actors.items()
    }
