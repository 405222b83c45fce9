"""The markers of the sides, drawn for a share card."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from newsbrief.briefing.side_colours import SIDE_STYLES, Shape
from newsbrief.outputs.share_card.palette import SHADES, side_level

if TYPE_CHECKING:
    from PIL.Image import Image

_FINER = 8
"""How many times larger a marker is drawn than it is shown, for soft edges."""

_RIM = 0.06
_HOLE = 0.24
"""The distance of a disc from the edge of its field, and of the hole of a ring, where the field is 1 wide."""

_CORNERS: Mapping[Shape, tuple[tuple[float, float], ...]] = {
    "square": ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    "triangle": ((0.5, 0.06), (1, 0.92), (0, 0.92)),
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "inverted-triangle": ((0, 0.08), (1, 0.08), (0.5, 0.94)),
}
"""The corners of the other shapes, on a field of 1 by 1."""


@cache
def draw_marker(number: int, size: int) -> "Image":
    """Return the marker of a side in the levels of its colour, `size` px square."""
    from PIL.Image import new
    from PIL.ImageDraw import Draw

    full = size * _FINER
    image = new("L", (full, full))
    pen, shape = Draw(image), SIDE_STYLES[number - 1].shape
    if shape in _CORNERS:
        pen.polygon([(x * full, y * full) for x, y in _CORNERS[shape]], 255)
    else:
        pen.ellipse((full * _RIM, full * _RIM, full - full * _RIM, full - full * _RIM), 255)
    if shape == "ring":
        pen.ellipse((full * _HOLE, full * _HOLE, full - full * _HOLE, full - full * _HOLE), 0)
    lightest = side_level(number) - SHADES + 1
    return image.reduce(_FINER).point([lightest + grey * (SHADES - 1) // 255 for grey in range(256)])
