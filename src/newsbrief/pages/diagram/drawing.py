"""Draws how the parties of a briefing stand to each other: names at a rail, one arrow for each relation beside it.

From top to bottom stand the parties, grouped by side, each at a bar with one row for every end of an arrow. An arrow
leaves its row to the right, goes up or down in a lane and comes back to the row of the party that it points to. No two
ends share a row, no two arrows a stretch of a lane, and all words end before the lanes begin: so nothing overlaps.

Lengths are in units of the drawing, those of its viewBox, of which a name is 14 high; y grows downwards.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.briefing.sides import Side
from newsbrief.model.briefing import Actor, Relation
from newsbrief.pages.diagram.lanes import End, assign_lanes, find_spans, nearest_lane, order_ends
from newsbrief.pages.diagram.lettering import Lettering, wrap_text
from newsbrief.pages.diagram.shapes import circle_path, marker_path, tidy, write_path

WORD = Lettering(12.5)
HEADING = Lettering(12.5, is_bold=True)
ROW = 24
LEAST_WIDTH = 240
MOST_LABEL_WIDTH = 118
_MOST_FOR_NARROW_SCREENS = 384
_MIDDLE = 0.35
"""How far above its baseline the middle of a line of text is, in em."""

_LABEL_LINE = 17
_HEADING_LINE = 16
_MARKER = 10
_TO_HEADING = 15
_BETWEEN_SIDES = 18
_BELOW_HEADING = 6
_BETWEEN_PARTIES = 8
_TO_BAR = 9
_BAR = 3
_TO_WORD = 11
_TO_LANES = 13
_RADIUS = 7
_STUB = 7
_SURELY_COVERED = 0.75
"""How much of a word's reckoned width it surely takes up; what more it does, its halo covers."""

_HEADS: Mapping[str, tuple[float, float]] = {"leads": (11, 5), "fights": (11, 5), "neutral": (8, 4)}
_HEAD: tuple[float, float] = (10, 4)
"""How long the heads of arrows are, and how far they reach to either side."""


class TextLine(Struct, frozen=True):
    """A line of text on its baseline. `x` is where it begins; for names of parties, where it ends."""

    text: str
    x: float
    y: float


class Arrow(Struct, frozen=True):
    """A relation, drawn: from the bar at height `start` to the lane at `lane`, and back to the bar at height `end`.

    `bar` is the x of the edge of the bars that faces the lanes.
    """

    relation: Relation
    word: TextLine
    bar: float
    lane: float
    start: float
    end: float

    @property
    def line(self) -> str:
        """The path of the line, up to where the head begins; it is broken where the word stands."""
        after_word = self.word.x + self._outwards * tidy(_SURELY_COVERED * WORD.width(self.word.text))
        stub = write_path("M", self.bar, self.start, "h", self._outwards * _STUB, "M", after_word, self.start)
        return stub + self._detour_to(self.bar + self._outwards * (1 + self._head_size[0]))

    @property
    def head(self) -> str:
        """The path of the head: a triangle whose tip touches the bar, or a ring."""
        length, half = self._head_size
        tip = self.bar + self._outwards
        if self.relation.kind == "neutral":
            return circle_path(tip + self._outwards * half, self.end, half - 0.8)
        return write_path("M", tip, self.end, "l", self._outwards * length, -half, "v", 2 * half, "z")

    @property
    def hit(self) -> str:
        """The path of all that may be pressed, to be drawn half a row wide: the line, and the whole row of the word."""
        word_end = self.word.x + self._outwards * tidy(WORD.width(self.word.text))
        inset = self.bar + self._outwards * ROW / 4
        row = write_path("M", word_end, self.start + ROW / 4, "H", inset, "v", -ROW / 2, "H", word_end)
        return row + write_path("v", ROW / 4) + self._detour_to(self.bar)

    @property
    def _outwards(self) -> int:
        return 1 if self.lane > self.bar else -1

    @property
    def _head_size(self) -> tuple[float, float]:
        return _HEADS.get(self.relation.kind, _HEAD)

    def _detour_to(self, x: float) -> str:
        """Return the path by the lane to `x` at the height `end`."""
        out = self._outwards * _RADIUS
        down = _RADIUS if self.end > self.start else -_RADIUS
        turn = ("a", _RADIUS, _RADIUS, 0, 0, int(out * down > 0))
        there = write_path("H", self.lane - out, *turn, out, down)
        return there + write_path("V", self.end - down, *turn, -out, down, "H", x)


class DrawnParty(Struct, frozen=True):
    """A party: its name, the bar in the middle of `bar`, and the arrows that begin there.

    Between `left` and `right`, `top` and `bottom` is the room that belongs to the name and the bar alone.
    """

    actor: Actor
    lines: tuple[TextLine, ...]
    bar: float
    left: float
    right: float
    top: float
    bottom: float
    arrows: tuple[Arrow, ...]

    @property
    def rail(self) -> str:
        """The path of the bar, to be drawn with round ends."""
        return write_path("M", self.bar, self.top + 4.5, "V", self.bottom - 4.5)

    @property
    def hit(self) -> str:
        """The path of all that may be pressed, to be filled."""
        return write_path("M", self.left, self.top, "H", self.right, "V", self.bottom, "H", self.left, "z")


class DrawnSide(Struct, frozen=True):
    """A side: its parties below a heading, which is empty where nothing is to be told apart.

    `number` chooses the colour; `marker` is the path of the heading's marker.
    """

    number: int
    heading: tuple[TextLine, ...]
    marker: str
    parties: tuple[DrawnParty, ...]


class Diagram(Struct, frozen=True):
    """The whole drawing."""

    width: float
    height: float
    sides: tuple[DrawnSide, ...]

    @property
    def is_wide(self) -> bool:
        """Whether names would be hard to read if all of it were shown on a narrow screen."""
        return self.width > _MOST_FOR_NARROW_SCREENS


class _Block(Struct, frozen=True):
    """A party, measured: its name in lines, the ends at it from top to bottom, and where it begins."""

    actor: Actor
    lines: tuple[str, ...]
    ends: tuple[End, ...]
    top: float = 0

    @property
    def bottom(self) -> float:
        return self.top + max(ROW * len(self.ends), _LABEL_LINE * len(self.lines) + 7)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def rows(self) -> Iterator[tuple[End, float]]:
        """Yield every end with the height of its row."""
        for number, end in enumerate(self.ends):
            yield end, self.middle + ROW * (number - (len(self.ends) - 1) / 2)


class _Group(Struct, frozen=True):
    """A side, measured: its heading in lines, where it begins, and its parties."""

    number: int
    heading: tuple[str, ...]
    top: float
    blocks: tuple[_Block, ...]


class _Columns(Struct, frozen=True):
    """What stands how far from the side at which reading begins."""

    names: float
    bar: float
    edge: float
    word: float
    first_lane: float
    pitch: float
    width: float

    def lane(self, number: int) -> float:
        return self.first_lane + self.pitch * number

    def room(self, lane: int | None) -> float:
        """Return how far a text may reach where `lane` is the nearest in use."""
        return self.width if lane is None else self.lane(lane) - _RADIUS


def draw_parties(
    sides: Sequence[Side],
    relations: Sequence[Relation],
    words: Mapping[str, str],
    mirrored: bool = False,
    *,
    no_side: str = "",
) -> Diagram | None:
    """Return the drawing of `relations` between the actors of `sides`, or None where there are none.

    `words` has the word for every kind of relation. `mirrored` is for pages that are read from right to left. `no_side`
    heads the parties that are on no side. KeyError for a kind without a word, or an actor whom `sides` do not hold.
    """
    if not relations:
        return None
    ends = order_ends([actor.id for side in sides for actor in side.actors], relations)
    spans = find_spans(ends)
    lanes = assign_lanes(spans)
    shown = [Side(side.name, tuple(each for each in side.actors if each.id in ends), side.number) for side in sides]
    blocks = {actor.id: _measure(actor, ends[actor.id]) for side in shown for actor in side.actors}
    columns = _set_columns(blocks.values(), {words[each.kind] for each in relations}, 1 + max(lanes))
    groups = _stack(
        [side for side in shown if side.actors],
        blocks,
        no_side,
        room=lambda row: columns.room(nearest_lane(row, spans, lanes)),
    )
    rows = {end: y for group in groups for block in group.blocks for end, y in block.rows()}
    pen = _Pen(relations, words, lanes, columns, rows, mirrored)
    height = groups[-1].blocks[-1].bottom
    return Diagram(tidy(columns.width), tidy(height), tuple(pen.draw_side(group) for group in groups))


def label_lettering(actor: Actor) -> Lettering:
    """Return how the name of a party is set: people are told from the rest by their weight."""
    return Lettering(14, is_bold=actor.kind != "person")


def _measure(actor: Actor, ends: tuple[End, ...]) -> _Block:
    return _Block(actor, wrap_text(actor.label, MOST_LABEL_WIDTH, label_lettering(actor), 3), ends)


def _set_columns(blocks: Iterable[_Block], words: Iterable[str], lanes: int) -> _Columns:
    names = max(label_lettering(block.actor).width(line) for block in blocks for line in block.lines)
    bar = names + _TO_BAR + _BAR / 2
    word = bar + _BAR / 2 + _TO_WORD
    first_lane = word + max(map(WORD.width, words)) + _TO_LANES
    pitch = min(13.0, max(8.0, 104 / lanes))
    needed = ceil(first_lane + pitch * (lanes - 1) + 2)
    width = max(LEAST_WIDTH, needed)
    return _Columns(names, bar, bar + _BAR / 2, word, first_lane + width - needed, pitch, width)


def _stack(
    sides: Sequence[Side], blocks: Mapping[str, _Block], no_side: str, room: Callable[[int], float]
) -> list[_Group]:
    """Return the sides one below the other; a heading may reach as far as there is room above the next row."""
    groups: list[_Group] = []
    y, row = 0.0, 0
    for side in sides:
        name = side.name or (no_side if len(sides) > 1 else "")
        heading = wrap_text(name, room(row) - _TO_HEADING, HEADING, 3) if name else ()
        top = y
        y += len(heading) * _HEADING_LINE + (_BELOW_HEADING if heading else 0)
        placed = []
        for actor in side.actors:
            placed.append(replace(blocks[actor.id], top=y))
            y = placed[-1].bottom + _BETWEEN_PARTIES
            row += len(placed[-1].ends)
        groups.append(_Group(side.number, heading, top, tuple(placed)))
        y += _BETWEEN_SIDES - _BETWEEN_PARTIES
    return groups


class _Pen(Struct, frozen=True):
    """Draws what has been measured, from right to left if `mirrored`. `rows` has the height of every end's row."""

    relations: Sequence[Relation]
    words: Mapping[str, str]
    lanes: Sequence[int]
    columns: _Columns
    rows: Mapping[End, float]
    mirrored: bool

    def draw_side(self, group: _Group) -> DrawnSide:
        middle = group.top + _HEADING_LINE / 2
        heading = self._write(group.heading, _TO_HEADING, middle, _HEADING_LINE, HEADING)
        marker = marker_path(group.number, self._x(_MARKER / 2), middle, _MARKER) if heading else ""
        return DrawnSide(group.number, heading, marker, tuple(self.draw_party(block) for block in group.blocks))

    def draw_party(self, block: _Block) -> DrawnParty:
        first = block.middle - _LABEL_LINE * (len(block.lines) - 1) / 2
        return DrawnParty(
            actor=block.actor,
            lines=self._write(block.lines, self.columns.names, first, _LABEL_LINE, label_lettering(block.actor)),
            bar=self._x(self.columns.bar),
            left=self._x(0),
            right=self._x(self.columns.edge),
            top=tidy(block.top),
            bottom=tidy(block.bottom),
            arrows=tuple(self.draw_arrow(end.relation) for end in block.ends if end.begins),
        )

    def draw_arrow(self, number: int) -> Arrow:
        relation = self.relations[number]
        start, end = self.rows[End(number, True)], self.rows[End(number, False)]
        (word,) = self._write((self.words[relation.kind],), self.columns.word, start, 0, WORD)
        lane = self._x(self.columns.lane(self.lanes[number]))
        return Arrow(relation, word, self._x(self.columns.edge), lane, tidy(start), tidy(end))

    def _write(
        self, lines: Iterable[str], x: float, middle: float, pitch: float, lettering: Lettering
    ) -> tuple[TextLine, ...]:
        """Return lines of text; `middle` is the height of the first one's middle."""
        baseline = middle + _MIDDLE * lettering.size
        return tuple(TextLine(line, self._x(x), tidy(baseline + pitch * number)) for number, line in enumerate(lines))

    def _x(self, x: float) -> float:
        return tidy(self.columns.width - tidy(x) if self.mirrored else x)
