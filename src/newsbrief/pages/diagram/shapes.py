"""Paths of simple shapes for drawings in SVG: lengths in units of the drawing, y growing downwards."""

import re
from functools import lru_cache


def marker_path(number: int, x: float, y: float, size: float) -> str:
    """Return the path, to be filled, of the marker of a side's number, about `size` high, its middle at `x`, `y`.

    1 is a disc, 2 a square, 3 a triangle, 4 a diamond, 5 a triangle upside down, 6 a ring; then again.
    """
    half = size / 2
    match (number - 1) % 6:
        case 0:
            return circle_path(x, y, half)
        case 1:
            side = 0.88 * size
            return write_path("M", x - side / 2, y - side / 2, "h", side, "v", side, "h", -side, "z")
        case 2:
            return write_path("M", x, y - half, "l", 1.1 * half, size, "h", -2.2 * half, "z")
        case 3:
            reach = 1.1 * half
            return write_path("M", x, y - reach, "l", reach, reach, -reach, reach, -reach, -reach, "z")
        case 4:
            return write_path("M", x, y + half, "l", 1.1 * half, -size, "h", -2.2 * half, "z")
        case _:
            return circle_path(x, y, half) + circle_path(x, y, 0.5 * half, is_hole=True)


def circle_path(x: float, y: float, radius: float, is_hole: bool = False) -> str:
    """Return the path of a circle round `x`, `y`; a hole is left out of the circle around it."""
    half_turn = ("a", radius, radius, 0, 1, 0 if is_hole else 1)
    return write_path("M", x - radius, y, *half_turn, 2 * radius, 0, *half_turn, -2 * radius, 0, "z")


@lru_cache(4096)
def write_path(*steps: str | float) -> str:
    """Return path data, letters and numbers, in few characters; numbers are rounded to a tenth."""
    written = " ".join(step if isinstance(step, str) else str(tidy(step)) for step in steps)
    return re.sub(r" (?=[-A-Za-z])|(?<=[A-Za-z]) ", "", written)


@lru_cache(4096)
def tidy(value: float) -> float:
    """Return a number rounded to a tenth, a whole one as an int, so that it is written without `.0`."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
