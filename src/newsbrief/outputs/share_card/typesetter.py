"""Set the texts of a share card as lines.

>>> from newsbrief.outputs.share_card.typeface import TEXT_FACES
>>> Typesetter("ltr", "en", can_shape=False).set_line("As of 7 April 2019", TEXT_FACES, size=28, widest=200).text
'As of 7 April…'
"""

from math import ceil
from typing import NamedTuple

from newsbrief.outputs.share_card.text_style import Direction, TextStyle, choose_style, clean_text
from newsbrief.outputs.share_card.typeface import Typeface
from newsbrief.pages.typesetting.lines import shorten_line

_LONGEST = 1000
"""The number of characters of a text that are read; no card has room for as many."""


class Line(NamedTuple):
    """A text on one line, with its style; its size and width are in px."""

    text: str
    style: TextStyle
    size: int
    width: int

    @classmethod
    def of(cls, text: str, style: TextStyle, size: int) -> "Line":
        """Return a text as a line as wide as it needs."""
        return cls(text, style, size, ceil(style.width(text) * size))


class Typesetter(NamedTuple):
    """Sets the texts of one card, in its direction and language."""

    direction: Direction
    language: str
    can_shape: bool

    def choose_style(self, text: str, faces: tuple[Typeface, ...]) -> tuple[str, TextStyle] | None:
        """Return a text, cleaned, and its style; None where no typeface has all of it."""
        text = clean_text(text[: 4 * _LONGEST])[:_LONGEST]
        style = choose_style(text, faces, self.direction, self.language, self.can_shape)
        return (text, style) if style else None

    def set_line(self, text: str, faces: tuple[Typeface, ...], size: int, widest: int) -> Line | None:
        """Return a text as a line of at most `widest` px; None where no typeface has all of it."""
        styled = self.choose_style(text, faces)
        if styled is None:
            return None
        text, style = styled
        size = round(size * style.face.zoom)
        return Line.of(shorten_line(text, widest / size, style.width), style, size)
