"""The colours of a share card: the card is drawn in levels of grey, and the palette gives each level its colour.

>>> list_colours()[3 * ACCENT : 3 * ACCENT + 3].hex()
'7a1f1f'

From `INK` to `PAPER` and on to `ACCENT` the colours change in even steps, so the soft edge of a letter has the right
shades between two of these. Every side has levels of its own, from the colour of the paper to its own.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsbrief.briefing.side_colours import SIDE_STYLES

INK, SOFT, RULE, PAPER, ACCENT = 0, 6, 20, 24, 40
GOLD = 41
_SIDES = 42
SHADES = 16
"""The number of levels that each side has."""

_COLOURS = {INK: "1c1a17", SOFT: "534d44", RULE: "d9d3c6", PAPER: "fbf8f1", ACCENT: "7a1f1f"}
_GOLD = "f4cf73"


@cache
def list_colours(accent: str = "") -> bytes:
    """Return the palette, three bytes for each level, with the colour `#rrggbb` for the accent where one is given."""
    levels = _COLOURS | ({ACCENT: accent.removeprefix("#")} if accent else {})
    colours: list[bytes] = []
    for low, high in pairwise(sorted(levels)):
        colours += _shade(levels[low], levels[high], high - low)
    colours += [bytes.fromhex(levels[ACCENT]), bytes.fromhex(_GOLD)]
    for side in SIDE_STYLES:
        colours += [*_shade(_COLOURS[PAPER], side.light, SHADES - 1), bytes.fromhex(side.light)]
    return b"".join(colours)


def side_level(number: int) -> int:
    """Return the level of the full colour of a side, whose `number` counts from 1."""
    return _SIDES + number * SHADES - 1


def _shade(low: str, high: str, steps: int) -> Iterator[bytes]:
    """Yield the colours from one to another in even steps, without the last."""
    start, end = bytes.fromhex(low), bytes.fromhex(high)
    for step in range(steps):
        yield bytes(round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True))
