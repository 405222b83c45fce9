"""The typefaces that come with Newsbrief.

>>> TITLE.has("Erdoğan’s plan")
True
"""

from functools import cache
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
    the height of its tall letters, `fall` the depth of its low ones. `is_shaped` says that raqm must set it.
    """

    name: str
    zoom: float
    leading: float
    rise: float
    fall: float
    is_shaped: bool = False

    @property
    def tables(self) -> FontTables:
        """The tables of the font's file."""
        return _read_file(self.name)

    def has(self, text: str) -> bool:
        """Say whether the typeface has every visible character of a text."""
        return self.tables.glyphs.keys() >= set(text) - CONTROLS


TITLE = Typeface("newsreader-title", 1, 1.06, 0.67, 0.2)
TEXT = Typeface("newsreader-text", 1, 1.2, 0.67, 0.2)
GREEK_AND_CYRILLIC = Typeface("noto-serif", 0.88, 1.2, 0.714, 0.24)
ARABIC = Typeface("noto-naskh-arabic", 1, 1.4, 0.84, 0.34, is_shaped=True)

TITLE_FACES = (TITLE, GREEK_AND_CYRILLIC, ARABIC)
TEXT_FACES = (TEXT, GREEK_AND_CYRILLIC, ARABIC)
"""The typefaces of titles and of smaller texts, in the order in which they are tried."""


@cache
def can_shape() -> bool:
    """Say whether Pillow can shape a text on this machine: it needs raqm, and raqm needs FriBiDi."""
    from PIL import features

    return bool(features.check("raqm"))


@cache
def _read_file(name: str) -> FontTables:
    return read_tables((_FOLDER / f"{name}.ttf").read_bytes())


@cache
def load_font(name: str, size: int, *, is_shaped: bool) -> "FreeTypeFont":
    """Return Pillow's font of a typeface's name, `size` px large."""
    from PIL.ImageFont import Layout, truetype

    return truetype(_FOLDER / f"{name}.ttf", size, layout_engine=Layout.RAQM if is_shaped else Layout.BASIC)
