"""Write the paths of simple shapes for SVG.

>>> write_path("M", 10, -3, "h", 4.25, "z")
'M10-3h4.2z'

Lengths are in units of the drawing; y grows downwards.
"""

import re
from functools import lru_cache

from newsbrief.briefing.side_colours import Shape


def marker_path(shape: Shape, x: float, y: float, size: float) -> str:
    """Return the path, to be filled, of the marker of a side, about `size` high, its middle at `x`, `y`."""
    half = size / 2
    match shape:
        case "disc":
            return circle_path(x, y, half)
        case "square":
            side = 0.88 * size
            return write_path("M", x - side / 2, y - side / 2, "h", side, "v", side, "h", -side, "z")
        case "triangle":
            return write_path("M", x, y - half, "l", 1.1 * half, size, "h", -2.2 * half, "z")
        case "diamond":
            reach = 1.1 * half
            return write_path("M", x, y - reach, "l", reach, reach, -reach, reach, -reach, -reach, "z")
        case "inverted-triangle":
            return write_path("M", x, y + half, "l", 1.1 * half, -size, "h", -2.2 * half, "z")
        case "ring":
            return circle_path(x, y, half) + circle_path(x, y, 0.5 * half, is_hole=True)


def circle_path(x: float, y: float, radius: float, is_hole: bool = False) -> str:
    """Return the path of a circle around `x`, `y`; a hole is left out of the circle around it."""
    half_turn = ("a", radius, radius, 0, 1, 0 if is_hole else 1)
    return write_path("M", x - radius, y, *half_turn, 2 * radius, 0, *half_turn, -2 * radius, 0, "z")


@lru_cache(4096)
def write_path(*steps: str | float) -> str:
    """Return the data of a path, letters and numbers, in few characters; numbers are rounded to a tenth."""
    written = " ".join(step if isinstance(step, str) else str(tidy(step)) for step in steps)
    return re.sub(r" (?=[-A-Za-z])|(?<=[A-Za-z]) ", "", written)


@lru_cache(4096)
def tidy(value: float) -> float:
    """Return a number rounded to a tenth, a whole one as an int, so that it is written without `.0`."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
