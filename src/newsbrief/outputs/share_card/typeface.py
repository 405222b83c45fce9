"""The typefaces of share cards: those that come with Newsbrief, and how one is read and loaded.

>>> TITLE.has("Erdoğan’s plan")
True
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from newsbrief.model.paths import PACKAGE
from newsbrief.outputs.share_card.font_file import FontTables, read_tables

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_FOLDER = PACKAGE / "outputs" / "share_card" / "fonts"

CONTROLS = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
"""Characters that join, part and turn letters: no typeface shows them, but shaping obeys them."""


class Typeface(Struct, frozen=True):
    """A typeface by the name of its file; lengths are in em.

    `zoom` is how much larger it is set to look as large as the others, `leading` from one baseline to the next, `rise`
    the height of its tall letters, `fall` the depth of its low ones. `is_shaped` says that raqm must set it. One that
    is installed on the machine has the path of its `file`, and its `number` in it.
    """

    name: str
    zoom: float
    leading: float
    rise: float
    fall: float
    is_shaped: bool = False
    file: str = ""
    number: int = 0

    @property
    def path(self) -> Path:
        """The font's file."""
        return Path(self.file) if self.file else _FOLDER / f"{self.name}.ttf"

    @property
    def tables(self) -> FontTables:
        """The tables of the font's file."""
        return _read_file(self)

    def has(self, text: str) -> bool:
        """Say whether the typeface has every visible character of a text."""
        return self.tables.glyphs.keys() >= set(text) - CONTROLS


TITLE = Typeface("newsreader-title", 1, 1.06, 0.67, 0.2)
TEXT = Typeface("newsreader-text", 1, 1.2, 0.67, 0.2)
GREEK_AND_CYRILLIC = Typeface("noto-serif", 0.88, 1.2, 0.714, 0.24)
ARABIC = Typeface("noto-naskh-arabic", 1, 1.4, 0.84, 0.34, is_shaped=True)
HEBREW = Typeface("frank-ruhl-libre", 1, 1.12, 0.8, 0.2, is_shaped=True)

TITLE_FACES = (TITLE, GREEK_AND_CYRILLIC, ARABIC, HEBREW)
TEXT_FACES = (TEXT, GREEK_AND_CYRILLIC, ARABIC, HEBREW)
"""The typefaces of titles and of smaller texts, in the order in which they are tried."""


@cache
def can_shape() -> bool:
    """Say whether Pillow can shape a text on this machine: it needs raqm, and raqm needs FriBiDi."""
    from PIL import features

    return bool(features.check("raqm"))


@cache
def _read_file(face: Typeface) -> FontTables:
    return read_tables(face.path.read_bytes(), face.number)


@cache
def load_font(face: Typeface, size: int) -> "FreeTypeFont":
    """Return Pillow's font of a typeface, `size` px large."""
    from PIL.ImageFont import Layout, truetype

    return truetype(face.path, size, face.number, layout_engine=Layout.RAQM if face.is_shaped else Layout.BASIC)
