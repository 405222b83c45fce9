"""The elements of a diagram, as its template writes them: lines of text, arrows, parties, sides, and the whole."""

from msgspec import Struct

from newsbrief.model.briefing import Actor, Relation
from newsbrief.pages.diagram.sizes import (
    HEADS,
    LOOKS,
    MOST_FOR_NARROW_SCREENS,
    MUTUAL_HEADS,
    OTHER_HEADS,
    RADIUS,
    ROW,
    STUB,
    WORD,
)
from newsbrief.pages.diagram.svg_paths import circle_path, tidy, write_path

_SURELY_COVERED = 0.75
"""The part of a word's estimated width that it surely covers; if it covers more, its halo hides the line below."""


class TextLine(Struct, frozen=True):
    """A line of text on its baseline. `x` is where it begins; for labels of parties, where it ends."""

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
    def look(self) -> str:
        """The built-in kind by which an arrow of a site's own kind is drawn; "" where it is drawn plainly."""
        return LOOKS[self.relation.own.weight] if self.relation.own else ""

    @property
    def line(self) -> str:
        """The path of the line, up to where the head begins; it is broken where the word stands."""
        after_word = self.word.x + self._outwards * tidy(_SURELY_COVERED * WORD.width(self.word.text))
        stub = write_path("M", self.bar, self.start, "h", self._outwards * STUB, "M", after_word, self.start)
        return stub + self._detour_to(self.bar + self._outwards * (1 + self._head_size[0]))

    @property
    def head(self) -> str:
        """The path of the head: a triangle whose tip touches the bar, a ring, or a dot at either end."""
        length, half = self._head_size
        tip = self.bar + self._outwards
        if self.relation.is_mutual:
            middle, radius = tip + self._outwards * half, half - 0.4
            return circle_path(middle, self.start, radius) + circle_path(middle, self.end, radius)
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
        return MUTUAL_HEADS if self.relation.is_mutual else HEADS.get(self.look or self.relation.kind, OTHER_HEADS)

    def _detour_to(self, x: float) -> str:
        """Return the path by the lane to `x` at the height `end`."""
        out = self._outwards * RADIUS
        down = RADIUS if self.end > self.start else -RADIUS
        turn = ("a", RADIUS, RADIUS, 0, 0, int(out * down > 0))
        there = write_path("H", self.lane - out, *turn, out, down)
        return there + write_path("V", self.end - down, *turn, -out, down, "H", x)


class DrawnParty(Struct, frozen=True):
    """A party: the lines of its label, the bar in the middle of `bar`, and the arrows that begin there.

    Between `left` and `right`, `top` and `bottom` is the area that belongs to the label and the bar alone.
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
    """A side: its parties below a heading, which is empty where there is nothing to distinguish.

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
        """Whether labels would be hard to read if a narrow screen showed all of it."""
        return self.width > MOST_FOR_NARROW_SCREENS
