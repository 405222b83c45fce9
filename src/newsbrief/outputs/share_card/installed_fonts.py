"""The typeface of Chinese, Japanese and Korean texts on share cards, where it is installed on the machine.

>>> find_installed("Truce", "zh") is None
True
"""

import struct
from functools import cache
from pathlib import Path

from newsbrief.model.languages import is_traditional_chinese, primary_language
from newsbrief.model.scripts import EAST_ASIAN
from newsbrief.outputs.share_card.font_places import find_font_file
from newsbrief.outputs.share_card.typeface import Typeface, load_font

_JAPANESE, _KOREAN, _SIMPLIFIED, _TRADITIONAL = range(4)
"""The numbers of the fonts in the file: each draws the signs that they share as its own readers write them."""


def find_installed(text: str, language: str) -> Typeface | None:
    """Return the typeface that has all of a text with Chinese, Japanese or Korean letters; None where none has."""
    if not EAST_ASIAN.stand_in(text):
        return None
    face = _open_typeface(find_font_file(), _choose_font(language))
    return face if face and face.has(text) else None


def _choose_font(language: str) -> int:
    if primary_language(language) in ("ja", "ko"):
        return _JAPANESE if primary_language(language) == "ja" else _KOREAN
    return _TRADITIONAL if is_traditional_chinese(language) else _SIMPLIFIED


@cache
def _open_typeface(file: str, number: int) -> Typeface | None:
    """Return the typeface in a file, or None where it cannot be read."""
    face = Typeface(Path(file).stem, 0.9, 1.24, 0.86, 0.1, file=file, number=number)
    try:
        return face if file and face.tables.glyphs and load_font(face, 16) else None
    except (OSError, ValueError, LookupError, struct.error):
        return None
