"""The colour and the shape of each side of a briefing, on pages, in diagrams and on share cards.

>>> SIDE_STYLES[2 - 1].shape
'square'

For pages, the style sheets `tokens.css` and `side.css` repeat this table; a test compares them.
"""

from typing import Literal, NamedTuple

Shape = Literal["disc", "square", "triangle", "diamond", "inverted-triangle", "ring"]


class SideStyle(NamedTuple):
    """The shape of a side's marker, the same shape as a character, and its colour on light and dark pages, `rrggbb`."""

    shape: Shape
    sign: str
    light: str
    dark: str


SIDE_STYLES = (
    SideStyle("disc", "●", "1f4f8a", "9cc3f5"),
    SideStyle("square", "■", "7a5200", "e5c06f"),
    SideStyle("triangle", "▲", "2c6436", "98d3a2"),
    SideStyle("diamond", "◆", "5b3a86", "cdb2f2"),
    SideStyle("inverted-triangle", "▼", "0f5b62", "86d0d6"),
    SideStyle("ring", "○", "55524c", "c4c0b8"),
)
"""The styles of the sides 1, 2, 3 and so on; a briefing with more sides uses them again."""
