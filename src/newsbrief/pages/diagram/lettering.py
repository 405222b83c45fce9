"""How wide a text is likely to be, and where it breaks: what a drawing must know without knowing the reader's font."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

_ELLIPSIS = "…"
_WIDTHS = {
    **dict.fromkeys("ijlIJ'’|.,:;!()[]/- \u00a0", 0.34),
    **dict.fromkeys("frt", 0.45),
    **dict.fromkeys('csz–“”"', 0.53),
    **dict.fromkeys("DGHNOQU&", 0.82),
    **dict.fromkeys("mwMW@%…—", 1.0),
}
_BASIC = 0.64
_RIGHT_TO_LEFT = 0.62
_OTHER = 0.78
_CAPITAL = 0.06
"""Widths in em: of letters far from the middle of their kind, of those left, and what capitals have more."""

_REGULAR = 0.94
"""How wide regular letters are, bold ones being 1."""


class Lettering(Struct, frozen=True):
    """How a text is set: in a sans serif of `size` units, bold or not."""

    size: float
    is_bold: bool = False

    def width(self, text: str) -> float:
        """Return about how wide a line is, in the units of `size`.

        The widths are those of Noto Sans, one of the wider fonts, by classes of letters, and a little more. Nearly all
        texts come out narrower; a text set in Verdana or DejaVu Sans may come out a tenth wider.
        """
        return _bold_width(text) * self.size * (1 if self.is_bold else _REGULAR)


@lru_cache(4096)
def _bold_width(text: str) -> float:
    """Return the width of a bold text in em."""
    return sum(map(_letter_width, text))


@cache
def _letter_width(char: str) -> float:
    """Return the width of a bold character in em."""
    kind = unicodedata.category(char)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1 / _REGULAR
    char = unicodedata.normalize("NFD", char)[0]
    if char in _WIDTHS:
        return _WIDTHS[char]
    if unicodedata.bidirectional(char) in ("R", "AL"):
        return _RIGHT_TO_LEFT
    return (_BASIC if char.isascii() else _OTHER) + (_CAPITAL if kind == "Lu" else 0)


def wrap_text(text: str, width: float, lettering: Lettering, most: int) -> tuple[str, ...]:
    """Return a text in lines of at most `width` units: as few as it needs, and those as even as they can be.

    A word that is too long by itself is cut, and so is what does not fit into `most` lines; an ellipsis says so.
    """
    pieces = tuple(_split_text(text))
    lines = _fill_lines(pieces, width, lettering, most)
    while len(lines) > 1:
        narrower = _fill_lines(pieces, max(map(lettering.width, lines)) - 0.1, lettering, most)
        if narrower == lines or len(narrower) > len(lines) or _without_spaces(narrower) != _without_spaces(lines):
            break
        lines = narrower
    return lines


def _fill_lines(pieces: Iterable[tuple[str, str]], width: float, lettering: Lettering, most: int) -> tuple[str, ...]:
    lines = [""]
    for joint, piece in pieces:
        longer = lines[-1] + joint + piece
        if not lines[-1]:
            lines[-1] = _shorten(piece, width, lettering)
        elif lettering.width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(_shorten(piece, width, lettering))
    if len(lines) > most:
        lines[most - 1 :] = [_shorten(lines[most - 1] + _ELLIPSIS, width, lettering)]
    return tuple(lines)


def _shorten(line: str, width: float, lettering: Lettering) -> str:
    """Return `line` if it fits, else as much of it as fits with an ellipsis."""
    if lettering.width(line) <= width:
        return line
    clusters = list(_split_clusters(line.rstrip(_ELLIPSIS)))
    while len(clusters) > 1 and lettering.width("".join(clusters) + _ELLIPSIS) > width:
        clusters.pop()
    return "".join(clusters).rstrip() + _ELLIPSIS


def _without_spaces(lines: tuple[str, ...]) -> str:
    return "".join(lines).replace(" ", "")


def _split_text(text: str) -> Iterator[tuple[str, str]]:
    """Yield what no line end may divide, each with what joins it to the one before: a space, or nothing."""
    for word in text.split():
        if word.isascii():
            yield " ", word
            continue
        joint, piece = " ", ""
        for cluster in _split_clusters(word):
            if piece and _may_break(piece[-1], cluster[0]):
                yield joint, piece
                joint, piece = "", ""
            piece += cluster
        yield joint, piece


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters, as it may in scripts that set no spaces."""
    opens = unicodedata.category(before) in ("Ps", "Pi")
    closes = unicodedata.category(after) in ("Pe", "Pf", "Po", "Lm")
    return _is_wide(before) and _is_wide(after) and not opens and not closes


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _split_clusters(text: str) -> Iterator[str]:
    """Yield each character together with the marks and joiners that belong to it."""
    cluster = ""
    for char in text:
        if cluster and unicodedata.category(char) not in ("Mn", "Me", "Mc", "Cf") and cluster[-1] != "\u200d":
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster
