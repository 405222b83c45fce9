"""Order the arrows of a diagram and keep them apart: their ends in rows, each arrow in a lane.

>>> assign_lanes([(0, 1), (2, 3), (0, 3)])
[0, 0, 1]
"""

from collections.abc import Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from newsbrief.model.briefing import Relation


class End(NamedTuple):
    """One end of an arrow: the number of its relation, and whether the arrow begins there."""

    relation: int
    begins: bool


def order_ends(actors: Sequence[str], relations: Sequence[Relation]) -> Mapping[str, tuple[End, ...]]:
    """Return the ends at every actor that has any, from top to bottom; `actors` also stand from top to bottom.

    For this order of the actors, arrows cross as little as they can: at each actor, ends of arrows that go up stand
    above those that go down, and among those that go the same way, the farther an arrow goes the farther outside.
    KeyError for a relation of an actor who is none of `actors`.
    """
    place = {actor: number for number, actor in enumerate(actors)}
    keyed: dict[str, list[tuple[tuple[bool, int, int], End]]] = {actor: [] for actor in actors}
    for number, relation in enumerate(relations):
        for here, there in ((relation.subject, relation.object), (relation.object, relation.subject)):
            goes_down = place[there] > place[here]
            key = (goes_down, -place[there], number if goes_down else -number)
            keyed[here].append((key, End(number, here == relation.subject)))
    return {actor: tuple(end for _, end in sorted(pairs)) for actor, pairs in keyed.items() if pairs}


def find_spans(ends: Mapping[str, Sequence[End]]) -> list[tuple[int, int]]:
    """Return for every relation its upper and its lower row, the rows of all actors being counted from the top."""
    rows: dict[int, list[int]] = {}
    for row, end in enumerate(chain.from_iterable(ends.values())):
        rows.setdefault(end.relation, []).append(row)
    return [(min(rows[relation]), max(rows[relation])) for relation in sorted(rows)]


def assign_lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the number of a lane for every span of rows, from 0 for the lane nearest to the parties.

    Spans in one lane share no row. The shortest choose first; a span that holds another finds every lane up to the
    other's taken, since what the other had to avoid meets it, too: so no arrow crosses one that lies within it.
    """
    lanes = [0] * len(spans)
    placed: list[int] = []
    for this in sorted(range(len(spans)), key=lambda number: (spans[number][1] - spans[number][0], spans[number])):
        top, bottom = spans[this]
        taken = {lanes[each] for each in placed if spans[each][0] <= bottom and top <= spans[each][1]}
        lanes[this] = next(lane for lane in count() if lane not in taken)
        placed.append(this)
    return lanes


def nearest_lane(row: int, spans: Sequence[tuple[int, int]], lanes: Sequence[int]) -> int | None:
    """Return the nearest lane in use between `row` and the one above it, or None if none is."""
    return min((lane for lane, span in zip(lanes, spans, strict=True) if span[0] < row <= span[1]), default=None)
