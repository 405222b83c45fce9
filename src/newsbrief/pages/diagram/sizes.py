"""The lengths of a diagram, in units of the drawing, those of its viewBox.

`diagram.css` repeats the sizes of letters and the widths of strokes; a test compares them.
"""

from collections.abc import Mapping

from newsbrief.model.own_kinds import Weight
from newsbrief.pages.typesetting.reader_font import ReaderFont

PARTY = ReaderFont(14, is_bold=True)
PERSON = ReaderFont(14)
WORD = ReaderFont(12.5)
HEADING = ReaderFont(12.5, is_bold=True)
"""The fonts of the labels of parties and persons, of the words at arrows, and of the headings of sides."""

MOST_LABEL_WIDTH = 118
MOST_LINES = 3
"""The room for a label: its widest line, and its most lines. A heading has as many lines at most."""

LABEL_LINE = 17
HEADING_LINE = 16
ROW = 24
"""Heights: of a line of a label or a heading, and of the row at each end of an arrow."""

BELOW_HEADING = 6
BETWEEN_PARTIES = 8
BETWEEN_SIDES = 18
"""Gaps from top to bottom."""

MARKER = 10
BAR = 3
"""Widths of the marker of a side and of the bar of a party."""

TO_HEADING = 15
TO_BAR = 9
TO_WORD = 11
TO_LANES = 13
"""Distances: from the edge to headings, from labels to bars, from bars to words, from words to lanes."""

STUB = 7
RADIUS = 7
"""Of an arrow: the stroke between its bar and its word, and the rounding of its corners."""

HEADS: Mapping[str, tuple[float, float]] = {
    "fights": (12, 6),
    "accuses": (12, 6),
    "leads": (11, 5),
    "arrests": (11, 5),
    "neutral": (8, 4),
}
MUTUAL_HEADS: tuple[float, float] = (6, 3)
OTHER_HEADS: tuple[float, float] = (10, 4)
"""Of the head of an arrow, by the kind of its relation: its length, and its reach to either side."""

LOOKS: Mapping[Weight, str] = {"light": "calls-on", "normal": "", "strong": "leads", "heavy": "fights"}
"""The built-in kind whose line and head an arrow of a site's own kind has, by its weight."""

LEAST_WIDTH = 240
MOST_FOR_NARROW_SCREENS = 384
"""The least width of a diagram, and the most that a narrow screen shows as a whole with labels of a readable size."""
