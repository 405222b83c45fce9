"""Draw how the parties of a briefing stand to each other: labels at bars, and one arrow for each relation beside them.

From top to bottom stand the parties, grouped by side, rival sides next to each other, each at a bar with one row for
every end of an arrow. An arrow leaves its row to the right, goes up or down in a lane and comes back to the row of the
party that it points to. No two ends share a row, no two arrows a stretch of a lane, and all words end before the lanes
begin: so nothing overlaps.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from newsbrief.briefing.side_colours import SIDE_STYLES
from newsbrief.briefing.sides import Side
from newsbrief.model.briefing import Relation
from newsbrief.pages.diagram.elements import Arrow, Diagram, DrawnParty, DrawnSide, TextLine
from newsbrief.pages.diagram.lanes import End, assign_lanes, find_spans, nearest_lane, order_ends
from newsbrief.pages.diagram.layout import (
    Columns,
    PartyBox,
    SideBox,
    label_font,
    measure_party,
    set_columns,
    stack_sides,
)
from newsbrief.pages.diagram.rivals import order_sides
from newsbrief.pages.diagram.sizes import HEADING, HEADING_LINE, LABEL_LINE, MARKER, TO_HEADING, WORD
from newsbrief.pages.diagram.svg_paths import marker_path, tidy
from newsbrief.pages.typesetting.reader_font import ReaderFont

_MIDDLE = 0.35
"""The height of the middle of a line of text above its baseline, in em."""


def draw_parties(
    sides: Sequence[Side],
    relations: Sequence[Relation],
    words: Mapping[str, str],
    mirrored: bool = False,
    *,
    no_side: str = "",
) -> Diagram | None:
    """Return the drawing of `relations` between the actors of `sides`, or None where there are none.

    `words` has the words for the stance of every relation. `mirrored` is for pages read from right to left. `no_side`
    heads the parties that are on no side. KeyError for a stance without words, or an actor whom `sides` do not hold.
    """
    if not relations:
        return None
    sides = order_sides(sides, relations)
    ends = order_ends([actor.id for side in sides for actor in side.actors], relations)
    spans = find_spans(ends)
    lanes = assign_lanes(spans)
    shown = [Side(side.name, tuple(each for each in side.actors if each.id in ends), side.number) for side in sides]
    parties = {actor.id: measure_party(actor, ends[actor.id]) for side in shown for actor in side.actors}
    columns = set_columns(parties.values(), {words[each.stance] for each in relations}, 1 + max(lanes))
    boxes = stack_sides(
        [side for side in shown if side.actors],
        parties,
        no_side,
        room=lambda row: columns.room(nearest_lane(row, spans, lanes)),
    )
    rows = {end: y for box in boxes for party in box.parties for end, y in party.rows()}
    pen = _Pen(relations, words, lanes, columns, rows, mirrored)
    height = boxes[-1].parties[-1].bottom
    return Diagram(tidy(columns.width), tidy(height), tuple(pen.draw_side(box) for box in boxes))


class _Pen(Struct, frozen=True):
    """Draws what is measured, from right to left if `mirrored`. `rows` has the height of every end's row."""

    relations: Sequence[Relation]
    words: Mapping[str, str]
    lanes: Sequence[int]
    columns: Columns
    rows: Mapping[End, float]
    mirrored: bool

    def draw_side(self, side: SideBox) -> DrawnSide:
        """Return a side with its heading and its parties."""
        middle = side.top + HEADING_LINE / 2
        heading = self._write(side.heading, TO_HEADING, middle, HEADING_LINE, HEADING)
        shape = SIDE_STYLES[side.number - 1].shape
        marker = marker_path(shape, self._x(MARKER / 2), middle, MARKER) if heading else ""
        return DrawnSide(side.number, heading, marker, tuple(map(self.draw_party, side.parties)))

    def draw_party(self, party: PartyBox) -> DrawnParty:
        """Return a party with its label and the arrows that begin at it."""
        first = party.middle - LABEL_LINE * (len(party.lines) - 1) / 2
        return DrawnParty(
            actor=party.actor,
            lines=self._write(party.lines, self.columns.labels, first, LABEL_LINE, label_font(party.actor)),
            bar=self._x(self.columns.bar),
            left=self._x(0),
            right=self._x(self.columns.edge),
            top=tidy(party.top),
            bottom=tidy(party.bottom),
            arrows=tuple(self.draw_arrow(end.relation) for end in party.ends if end.begins),
        )

    def draw_arrow(self, number: int) -> Arrow:
        """Return the arrow of a relation, `number` being its place among all."""
        relation = self.relations[number]
        start, end = self.rows[End(number, True)], self.rows[End(number, False)]
        (word,) = self._write((self.words[relation.stance],), self.columns.word, start, 0, WORD)
        lane = self._x(self.columns.lane(self.lanes[number]))
        return Arrow(relation, word, self._x(self.columns.edge), lane, tidy(start), tidy(end))

    def _write(
        self, lines: Iterable[str], x: float, middle: float, pitch: float, font: ReaderFont
    ) -> tuple[TextLine, ...]:
        """Return lines of text; `middle` is the height of the first one's middle."""
        baseline = middle + _MIDDLE * font.size
        return tuple(TextLine(line, self._x(x), tidy(baseline + pitch * number)) for number, line in enumerate(lines))

    def _x(self, x: float) -> float:
        """Return the place of a distance from the edge at which reading begins."""
        return tidy(self.columns.width - tidy(x) if self.mirrored else x)
