"""Choose the typeface of a text on a share card, and measure the text in it.

>>> from newsbrief.outputs.share_card.typeface import TITLE_FACES
>>> choose_style("Truce holds", TITLE_FACES, "ltr", "en", can_shape=False).width("Truce")
2.575

A width is in em and holds for every size. Letters that stand side by side are measured by the tables of the font, so a
width is the same whether or not the machine has what Pillow needs to shape Arabic and Hebrew. A text that must be
shaped is measured by raqm.
"""

import re
from functools import lru_cache
from typing import Literal
from unicodedata import bidirectional, normalize

from msgspec import Struct

from newsbrief.outputs.share_card.installed_fonts import find_installed
from newsbrief.outputs.share_card.typeface import CONTROLS, Typeface, load_font

Direction = Literal["ltr", "rtl"]

BLANKS = " \u00a0"
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_FIXED_SPACES = re.compile("[\u2007\u202f]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]")

_MEASURED_AT = 256
_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_DOTTED = frozenset({"az", "crh", "tr", "tt"})
"""Languages in which i and ı are different letters, so the dot must not melt into an f."""


class TextStyle(Struct, frozen=True):
    """The style of a text: its typeface, the direction of its base, and the language whose customs it follows."""

    face: Typeface
    direction: Direction
    language: str

    def width(self, text: str) -> float:
        """Return the width of a line, in em."""
        return _measure(self, text)

    def indent(self, text: str) -> float:
        """Return the distance from the start of a line to its ink, in em; 0 where raqm sets it."""
        tables = self.face.tables
        first = tables.glyphs.get(text[0])
        return 0 if first is None or self.face.is_shaped else tables.bearings[first] / tables.units

    def space_letters(self, text: str) -> list[tuple[str, int]]:
        """Return the letters and ligatures of a text that is not shaped, each with the distance to the next one.

        Distances are in the font's units; kerning is part of them.
        """
        spaced: list[tuple[str, int]] = []
        tables = self.face.tables
        glyphs, advances, kerning = tables.glyphs, tables.advances, tables.kerning
        before = -1
        for char in self.ligate(text):
            glyph = glyphs.get(char)
            if glyph is None:
                continue
            if before >= 0 and (kern := kerning.get(before << 16 | glyph)):
                spaced[-1] = spaced[-1][0], advances[before] + kern
            spaced.append((char, advances[glyph]))
            before = glyph
        return spaced

    def ligate(self, text: str) -> str:
        """Return a text with its ligatures; raqm makes its own."""
        if "f" in text and not self.face.is_shaped and self.language.split("-")[0].lower() not in _DOTTED:
            for letters, ligature in _LIGATURES:
                if ligature in self.face.tables.glyphs:
                    text = text.replace(letters, ligature)
        return text


def clean_text(text: str) -> str:
    """Return a text in composed letters, without invisible characters, each run of white space as one space."""
    text = _SPACES.sub(" ", normalize("NFC", text))
    return _UNSEEN.sub("", _FIXED_SPACES.sub("\u00a0", text)).strip(BLANKS)


def choose_style(
    text: str, faces: tuple[Typeface, ...], direction: Direction, language: str, can_shape: bool
) -> TextStyle | None:
    """Return the style of a cleaned text, with the first typeface that has all of it; None where none has.

    Where none of `faces` has it, one may that is installed on the machine.

    Only a text with letters of a script from right to left has its base in the card's direction. Without `can_shape`,
    no text that must be shaped has a style. A text without a visible character has none either.
    """
    if not set(text) - CONTROLS - set(BLANKS):
        return None
    face = next((face for face in faces if face.has(text) and (can_shape or not face.is_shaped)), None)
    face = face or find_installed(text, language)
    if face is None:
        return None
    return TextStyle(face, direction if _turns(text) else "ltr", language)


def _turns(text: str) -> bool:
    """Say whether a text has letters or digits of a script from right to left."""
    return not text.isascii() and any(bidirectional(char) in ("R", "AL", "AN") for char in text)


@lru_cache(1024)
def _measure(style: TextStyle, text: str) -> float:
    if style.face.is_shaped:
        font = load_font(style.face, _MEASURED_AT)
        return font.getlength(text, direction=style.direction, language=style.language) / _MEASURED_AT
    return sum(advance for _, advance in style.space_letters(text)) / style.face.tables.units
