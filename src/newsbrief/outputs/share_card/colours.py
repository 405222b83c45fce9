"""A card's colours and signs: one grey level for each shade, so that what is drawn is grey and the palette colours it.

From `INK` to `PAPER` and on to `ACCENT` the levels go in even steps, so a soft edge between two of these has the shades
that it should have. Every side has levels of its own, from the paper's colour to its own.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

Point = tuple[float, float]

INK, SOFT, RULE, PAPER, ACCENT = 0, 6, 20, 24, 40
GOLD = 41
_SIDES = 42
_SHADES = 16
SHAPES = 6
"""Sides that differ in colour and shape: those of `tokens.css` and `side.css`."""

_RAMP = {INK: "1c1a17", SOFT: "534d44", RULE: "d9d3c6", PAPER: "fbf8f1", ACCENT: "7a1f1f"}
_SIDE_COLOURS = ("1f4f8a", "7a5200", "2c6436", "5b3a86", "0f5b62", "55524c")
_FINER = 8
"""How much larger signs are drawn than they are shown, for soft edges."""

_QUOTE = (
    ((14.2, 6.5),),
    ((14.2, 9.1),),
    ((12.2, 9.8), (11.2, 11.0), (11.1, 12.7)),
    ((13.8, 12.7),),
    ((13.8, 19.0),),
    ((7.0, 19.0),),
    ((7.0, 13.4),),
    ((7.0, 9.5), (9.4, 7.2), (14.2, 6.5)),
)
_BAR = (7, 22.5, 25, 26)
"""The emblem, on a field of 32 by 32, as `favicon.svg` has it; three points together are a curve to the last."""


@cache
def list_colours() -> bytes:
    """Return the palette, three bytes for each level."""
    colours: list[bytes] = []
    for low, high in pairwise(sorted(_RAMP)):
        colours += _shade(_RAMP[low], _RAMP[high], high - low)
    colours += [bytes.fromhex(_RAMP[ACCENT]), bytes.fromhex("f4cf73")]
    for side in _SIDE_COLOURS:
        colours += [*_shade(_RAMP[PAPER], side, _SHADES - 1), bytes.fromhex(side)]
    return b"".join(colours)


def side_level(number: int) -> int:
    """Return the level of a side's own colour; `number` counts from 1."""
    return _SIDES + (number - 1) % SHAPES * _SHADES + _SHADES - 1


@cache
def draw_mark(number: int, size: int) -> "Image":
    """Return the mark of a side in its levels, `size` px square."""
    from PIL.Image import new
    from PIL.ImageDraw import Draw

    full = size * _FINER
    image = new("L", (full, full))
    pen, shape = Draw(image), (number - 1) % SHAPES
    if shape in (0, 5):
        edge = full * 0.06
        pen.ellipse((edge, edge, full - edge, full - edge), 255)
        if shape == 5:
            inner = full * 0.24
            pen.ellipse((inner, inner, full - inner, full - inner), 0)
    else:
        pen.polygon([(x * full, y * full) for x, y in _OUTLINES[shape]], 255)
    base = side_level(number) - _SHADES + 1
    return image.reduce(_FINER).point([base + shade * (_SHADES - 1) // 255 for shade in range(256)])


_OUTLINES = {
    1: ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9)),
    2: ((0.5, 0.06), (1, 0.92), (0, 0.92)),
    3: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    4: ((0, 0.08), (1, 0.08), (0.5, 0.94)),
}
"""A square, a triangle, a diamond and a triangle upside down, on a field of 1 by 1."""


@cache
def draw_emblem(size: int) -> "Image":
    """Return the emblem in levels: marks of quotation and a bar on a round-cornered tile, `size` px square."""
    from PIL.Image import new
    from PIL.ImageDraw import Draw

    scale = size * _FINER / 32
    mask = new("L", (size * _FINER, size * _FINER))
    pen = Draw(mask)
    pen.rounded_rectangle((0, 0, size * _FINER - 1, size * _FINER - 1), 6 * scale, 255)
    for shift in (0, 10.8):
        pen.polygon([((x + shift) * scale, y * scale) for x, y in _trace_quote()], 0)
    emblem = new("L", (size, size), PAPER)
    emblem.paste(ACCENT, (0, 0), mask.reduce(_FINER))
    left, top, right, bottom = (round(place * size / 32) for place in _BAR)
    emblem.paste(GOLD, (left, top, right, bottom))
    return emblem


def _trace_quote() -> Iterator[Point]:
    """Yield the outline of one mark of quotation, its curves in eight straight pieces each."""
    pen = _QUOTE[0][0]
    for points in _QUOTE:
        if len(points) == 1:
            yield points[0]
        else:
            for part in range(1, 9):
                yield _find_on_curve((pen, *points), part / 8)
        pen = points[-1]


def _find_on_curve(points: Sequence[Point], at: float) -> Point:
    """Return the place on a cubic curve of four points; `at` goes from 0 to 1."""
    weights = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
    x, y = (sum(map(mul, weights, axis)) for axis in zip(*points, strict=True))
    return x, y


def _shade(low: str, high: str, steps: int) -> Iterator[bytes]:
    """Yield the colours from one to another in even steps, the last left out."""
    start, end = bytes.fromhex(low), bytes.fromhex(high)
    for step in range(steps):
        yield bytes(round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True))
