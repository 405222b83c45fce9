"""The emblem of a site, drawn for a share card: the one that `favicon.svg` shows in a browser's tab."""

from collections.abc import Iterator, Sequence
from functools import cache
from operator import mul
from typing import TYPE_CHECKING

from newsbrief.outputs.share_card.palette import ACCENT, GOLD, PAPER

if TYPE_CHECKING:
    from PIL.Image import Image

Point = tuple[float, float]

FIELD = 32
CORNER = 6
BAR = (7, 22.5, 25, 26)
QUOTE: tuple[tuple[Point, ...], ...] = (
    ((14.2, 6.5),),
    ((14.2, 9.1),),
    ((12.2, 9.8), (11.2, 11.0), (11.1, 12.7)),
    ((13.8, 12.7),),
    ((13.8, 19.0),),
    ((7.0, 19.0),),
    ((7.0, 13.4),),
    ((7.0, 9.5), (9.4, 7.2), (14.2, 6.5)),
)
NEXT_QUOTE = 10.8
"""The emblem on its field: its round corners, its bar, its first quotation mark, and how far right the second stands.

A quotation mark goes from point to point; three points together are a curve to the last of them.
"""

_FINER = 8
"""How many times larger the emblem is drawn than it is shown, for soft edges."""

_STEPS = 8
"""The number of straight lines that a curve is drawn in."""


@cache
def draw_emblem(size: int) -> "Image":
    """Return the emblem in levels of grey, `size` px square."""
    from PIL.Image import new
    from PIL.ImageDraw import Draw

    full, scale = size * _FINER, size * _FINER / FIELD
    mask = new("L", (full, full))
    pen = Draw(mask)
    pen.rounded_rectangle((0, 0, full - 1, full - 1), CORNER * scale, 255)
    for shift in (0, NEXT_QUOTE):
        pen.polygon([((x + shift) * scale, y * scale) for x, y in _trace_quote()], 0)
    emblem = new("L", (size, size), PAPER)
    emblem.paste(ACCENT, (0, 0), mask.reduce(_FINER))
    left, top, right, bottom = (round(place * size / FIELD) for place in BAR)
    emblem.paste(GOLD, (left, top, right, bottom))
    return emblem


def _trace_quote() -> Iterator[Point]:
    """Yield the outline of one quotation mark, its curves as straight lines."""
    pen = QUOTE[0][0]
    for points in QUOTE:
        if len(points) == 1:
            yield points[0]
        else:
            for step in range(1, _STEPS + 1):
                yield _find_on_curve((pen, *points), step / _STEPS)
        pen = points[-1]


def _find_on_curve(points: Sequence[Point], at: float) -> Point:
    """Return the place on a cubic Bézier curve of four points; `at` goes from 0 to 1."""
    weights = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    x, y = (sum(map(mul, weights, axis)) for axis in zip(*points, strict=True))
    return x, y
