"""Where the lines of a title end: few lines, even ones, and no single word on the last."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import combining

ELLIPSIS = "…"
HYPHEN = "-"
_AFTER_DASH = re.compile(r"(?<=\w\w[-‐–—/])(?=\w\w)")
_LOOSE_ENDS = " \u00a0,;:–—-‐/«“‘„("

Measure = Callable[[str], float]


class Piece(NamedTuple):
    """What no line end divides: its width, and what joins it to the piece before, a space or nothing."""

    joint: str
    text: str
    width: float


def split_pieces(text: str, measure: Measure) -> tuple[Piece, ...]:
    """Return the words of a text; one with a dash or slash in it is divided behind that."""
    return tuple(
        Piece("" if number else " ", part, measure(part))
        for word in text.split(" ")
        for number, part in enumerate(_AFTER_DASH.split(word))
        if part
    )


def divide_pieces(pieces: Sequence[Piece], width: float, measure: Measure) -> tuple[Piece, ...]:
    """Return the pieces, those wider than a line divided wherever they must be."""
    divided = []
    for piece in pieces:
        if piece.width <= width:
            divided.append(piece)
            continue
        joint, begun = piece.joint, ""
        for cluster in _split_clusters(piece.text):
            if begun and measure(begun + cluster + HYPHEN) > width:
                divided.append(Piece(joint, begun + HYPHEN, measure(begun + HYPHEN)))
                joint, begun = "", ""
            begun += cluster
        divided.append(Piece(joint, begun, measure(begun)))
    return tuple(divided)


def break_lines(pieces: Sequence[Piece], width: float, space: float, most: int) -> tuple[str, ...] | None:
    """Return the pieces in as few lines as they need, those as even as they can be.

    None where they need more than `most`, or one is wider than a line.
    """
    ends = _fill_lines(pieces, width, space, most)
    if ends is None:
        return None
    best: list[tuple[float, tuple[int, ...]] | None] = [None] * len(pieces) + [(0.0, ())]
    for lines_left in range(1, len(ends) + 1):
        best = [_best_line(pieces, at, width, space, best, lines_left == 1) for at in range(len(pieces))] + [None]
    found = best[0]
    assert found is not None
    return tuple(_join(pieces[start:end]) for start, end in zip((0, *found[1]), found[1], strict=False))


def cut_lines(pieces: Sequence[Piece], width: float, measure: Measure, most: int) -> tuple[str, ...]:
    """Return as much of the pieces as `most` lines hold, an ellipsis at the end; no piece may be wider than a line."""
    lines, space = [""], measure(" ")
    filled = 0.0
    for piece in pieces:
        wider = filled + (space if piece.joint else 0) + piece.width
        if not lines[-1]:
            lines[-1], filled = piece.text, piece.width
        elif wider <= width:
            lines[-1], filled = lines[-1] + piece.joint + piece.text, wider
        elif len(lines) == most:
            break
        else:
            lines.append(piece.text)
            filled = piece.width
    return (*lines[:-1], _shorten(lines[-1], width, measure))


def shorten_line(text: str, width: float, measure: Measure) -> str:
    """Return a text if one line holds it, else as much as fits, an ellipsis at its end."""
    if measure(text) <= width:
        return text
    return cut_lines(divide_pieces(split_pieces(text, measure), width, measure), width, measure, 1)[0]


def _fill_lines(pieces: Sequence[Piece], width: float, space: float, most: int) -> list[int] | None:
    """Return the end of each line where each is filled; None where that takes more than `most`."""
    ends: list[int] = []
    filled = 0.0
    for number, piece in enumerate(pieces):
        if piece.width > width or len(ends) >= most:
            return None
        wider = filled + (space if piece.joint else 0) + piece.width
        if number and wider > width:
            ends.append(number)
            wider = piece.width
        filled = wider if number else piece.width
    return [*ends, len(pieces)] if len(ends) < most else None


def _best_line(
    pieces: Sequence[Piece],
    start: int,
    width: float,
    space: float,
    rest: Sequence[tuple[float, tuple[int, ...]] | None],
    is_last: bool,
) -> tuple[float, tuple[int, ...]] | None:
    """Return the cost and the ends of the best lines from `start` on, given those of one line less."""
    best = None
    filled = -space if pieces[start].joint else 0.0
    for end in range(start + 1, len(pieces) + 1):
        piece = pieces[end - 1]
        filled += (space if piece.joint else 0) + piece.width
        if filled > width + 1e-9:
            break
        below = rest[end]
        if below is not None:
            alone = width**2 if is_last and end - start == 1 and len(pieces) > 1 else 0
            cost = (width - filled) ** 2 + alone + below[0]
            if best is None or cost < best[0]:
                best = cost, (end, *below[1])
    return best


def _join(pieces: Sequence[Piece]) -> str:
    return "".join(piece.joint + piece.text for piece in pieces).removeprefix(" ")


def _shorten(line: str, width: float, measure: Measure) -> str:
    """Return a line with an ellipsis, without as many words at its end as that needs, or letters of the only word."""
    while measure(line.rstrip(_LOOSE_ENDS) + ELLIPSIS) > width:
        shorter = line.rpartition(" ")[0]
        if not shorter:
            clusters = list(_split_clusters(line))
            if len(clusters) == 1:
                break
            shorter = "".join(clusters[:-1])
        line = shorter
    return line.rstrip(_LOOSE_ENDS) + ELLIPSIS


def _split_clusters(text: str) -> Iterator[str]:
    """Yield each character with the marks and joiners that belong to it."""
    cluster = ""
    for char in text:
        if cluster and not combining(char) and char not in "\u200c\u200d" and cluster[-1] != "\u200d":
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster
