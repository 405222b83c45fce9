"""Measure a diagram: the lines of its labels, its columns from left to right, and its parties from top to bottom."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.briefing.sides import Side
from newsbrief.model.briefing import Actor
from newsbrief.pages.diagram.lanes import End
from newsbrief.pages.diagram.sizes import (
    BAR,
    BELOW_HEADING,
    BETWEEN_PARTIES,
    BETWEEN_SIDES,
    HEADING,
    HEADING_LINE,
    LABEL_LINE,
    LEAST_WIDTH,
    MOST_LABEL_WIDTH,
    MOST_LINES,
    PARTY,
    PERSON,
    RADIUS,
    ROW,
    TO_BAR,
    TO_HEADING,
    TO_LANES,
    TO_WORD,
    WORD,
)
from newsbrief.pages.typesetting.lines import wrap_text
from newsbrief.pages.typesetting.reader_font import ReaderFont


class PartyBox(Struct, frozen=True):
    """A party, measured: the lines of its label, the ends of arrows at it from top to bottom, and where it begins."""

    actor: Actor
    lines: tuple[str, ...]
    ends: tuple[End, ...]
    top: float = 0

    @property
    def bottom(self) -> float:
        """The height at which it ends."""
        return self.top + max(ROW * len(self.ends), LABEL_LINE * len(self.lines) + 7)

    @property
    def middle(self) -> float:
        """The height of the middle of its label."""
        return (self.top + self.bottom) / 2

    def rows(self) -> Iterator[tuple[End, float]]:
        """Yield every end with the height of its row."""
        for number, end in enumerate(self.ends):
            yield end, self.middle + ROW * (number - (len(self.ends) - 1) / 2)


class SideBox(Struct, frozen=True):
    """A side, measured: the lines of its heading, where it begins, and its parties."""

    number: int
    heading: tuple[str, ...]
    top: float
    parties: tuple[PartyBox, ...]


class Columns(Struct, frozen=True):
    """The columns, by their distance from the edge at which reading begins.

    `labels` is where labels end, `bar` the middle of a bar, `edge` the edge of a bar that faces the lanes, `word` where
    words begin. `pitch` is the distance between lanes.
    """

    labels: float
    bar: float
    edge: float
    word: float
    first_lane: float
    pitch: float
    width: float

    def lane(self, number: int) -> float:
        """Return the place of a lane; `number` counts from 0."""
        return self.first_lane + self.pitch * number

    def room(self, lane: int | None) -> float:
        """Return how far a text may reach where `lane` is the nearest in use."""
        return self.width if lane is None else self.lane(lane) - RADIUS


def label_font(actor: Actor) -> ReaderFont:
    """Return the font of a party's label; people differ from the rest by its weight."""
    return PERSON if actor.kind == "person" else PARTY


def measure_party(actor: Actor, ends: tuple[End, ...]) -> PartyBox:
    """Return a party with its label in lines; it is not yet placed."""
    return PartyBox(actor, wrap_text(actor.label, MOST_LABEL_WIDTH, label_font(actor).width, MOST_LINES), ends)


def set_columns(parties: Iterable[PartyBox], words: Iterable[str], lanes: int) -> Columns:
    """Return the columns for these labels, words and number of lanes, as narrow as they can be."""
    labels = max(label_font(party.actor).width(line) for party in parties for line in party.lines)
    bar = labels + TO_BAR + BAR / 2
    word = bar + BAR / 2 + TO_WORD
    first_lane = word + max(map(WORD.width, words)) + TO_LANES
    pitch = min(13.0, max(8.0, 104 / lanes))
    needed = ceil(first_lane + pitch * (lanes - 1) + 2)
    width = max(LEAST_WIDTH, needed)
    return Columns(labels, bar, bar + BAR / 2, word, first_lane + width - needed, pitch, width)


def stack_sides(
    sides: Sequence[Side], parties: Mapping[str, PartyBox], no_side: str, room: Callable[[int], float]
) -> list[SideBox]:
    """Return the sides one below the other, their `parties` placed; `no_side` heads the parties on none.

    `room` returns how far a heading may reach above a row; rows count from 0.
    """
    boxes: list[SideBox] = []
    y, row = 0.0, 0
    for side in sides:
        name = side.name or (no_side if len(sides) > 1 else "")
        heading = wrap_text(name, room(row) - TO_HEADING, HEADING.width, MOST_LINES) if name else ()
        top = y
        y += len(heading) * HEADING_LINE + (BELOW_HEADING if heading else 0)
        placed = []
        for actor in side.actors:
            placed.append(replace(parties[actor.id], top=y))
            y = placed[-1].bottom + BETWEEN_PARTIES
            row += len(placed[-1].ends)
        boxes.append(SideBox(side.number, heading, top, tuple(placed)))
        y += BETWEEN_SIDES - BETWEEN_PARTIES
    return boxes
