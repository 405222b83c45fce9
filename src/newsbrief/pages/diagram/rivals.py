"""Order the sides of a diagram so that rivals stand next to each other.

A side that fights another stands beside it, and so do two towards which somebody is neutral.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, permutations

from newsbrief.briefing.sides import Side
from newsbrief.model.briefing import Relation

RIVALRY: Mapping[str, int] = {
    "fights": 4,
    "accuses": 3,
    "arrests": 3,
    "sues": 2,
    "sanctions": 2,
    "opposes": 2,
    "resists": 1,
    "criticises": 1,
}
"""How strongly a relation sets two parties against each other."""

_HEAVY = 3
"""How strongly a heavy relation of the site's own does."""

_BETWEEN_RIVALS = 2
"""How strongly two parties are set against each other, by somebody who is neutral towards both."""

_NOT_SO = ("denied", "past")
_MOST = 5
"""The most sides that are put into the best order; of more, these are the ones that the article names most often."""


def order_sides(sides: Sequence[Side], relations: Sequence[Relation]) -> tuple[Side, ...]:
    """Return the sides so that those set against each other are as near as they can be, the fiercest above all.

    Of orders that are equally good, one that begins with two rivals is taken, and then the one nearest to the given
    order. Sides without a rival stay below.
    """
    side_of = {actor.id: place for place, side in enumerate(sides) for actor in side.actors}
    strengths: Counter[tuple[int, int]] = Counter()
    for one, other, strength in _find_rivals(relations):
        places = sorted((side_of[one], side_of[other]))
        if places[0] != places[1]:
            strengths[places[0], places[1]] += strength
    rivals = sorted({place for pair in strengths for place in pair})[:_MOST]

    def cost(order: tuple[int, ...]) -> tuple[int, bool]:
        at = {place: number for number, place in enumerate(order)}
        pairs = [(pair, strength) for pair, strength in strengths.items() if pair[0] in at and pair[1] in at]
        apart = sum(strength * abs(at[one] - at[other]) for (one, other), strength in pairs)
        return apart, tuple(sorted(order[:2])) not in strengths

    best = min(permutations(rivals), key=cost)
    return tuple(sides[place] for place in (*best, *(each for each in range(len(sides)) if each not in best)))


def _find_rivals(relations: Sequence[Relation]) -> Iterator[tuple[str, str, int]]:
    """Yield two actors that are set against each other, and how strongly."""
    held = [each for each in relations if each.hedge not in _NOT_SO]
    for each in held:
        if strength := _HEAVY if each.own and each.own.weight == "heavy" else RIVALRY.get(each.kind):
            yield each.subject, each.object, strength
    neutral: dict[str, list[str]] = {}
    for each in held:
        if each.kind == "neutral":
            neutral.setdefault(each.subject, []).append(each.object)
    for objects in neutral.values():
        for one, other in combinations(dict.fromkeys(objects), 2):
            yield one, other, _BETWEEN_RIVALS
