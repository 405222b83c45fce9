"""The typefaces that come with Newsbrief, and how a line is set in them.

Scripts whose letters stand side by side are set letter by letter, from pictures of the letters that are kept: that is
quick, and the same whether or not the machine has what Pillow needs to shape Arabic (raqm with FriBiDi). A text that
must be shaped is set by raqm, or not at all.
"""

import re
from functools import cache, lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import bidirectional, normalize

from msgspec import Struct

from newsbrief.model.paths import PACKAGE
from newsbrief.outputs.share_card.font_file import FontTables, read_tables

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

Direction = Literal["ltr", "rtl"]

_FOLDER = PACKAGE / "outputs" / "share_card" / "fonts"
_MEASURED_AT = 256
_SMALL = 48
_STEPS = 2
"""Letters smaller than `_SMALL` px are placed to half a pixel, larger ones to a whole one."""

_BLANKS = " \u00a0"
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_FIXED_SPACES = re.compile("[\u2007\u202f]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]")
_CONTROLS = frozenset("\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069")
"""What joins, parts and turns letters: seen in no typeface, but shaping heeds it."""

_LIGATURES = (("ffi", "ﬃ"), ("ffl", "ﬄ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))
_DOTTED = frozenset({"az", "crh", "tr", "tt"})
"""Languages that tell i and ı apart, so that the dot must not melt into an f."""


class Picture(NamedTuple):
    """A grey picture of letters, and where its corner is as seen from the pen, in px."""

    image: "Image"
    left: int
    top: int


class Typeface(Struct, frozen=True):
    """A typeface by the name of its file; lengths are in em.

    `zoom` is how much larger it is set to look as large as the others, `leading` from one baseline to the next, `rise`
    the height of its tall letters, `fall` the depth of its low ones. `is_shaped` says that it is set by raqm.
    """

    name: str
    zoom: float
    leading: float
    rise: float
    fall: float
    is_shaped: bool = False

    @property
    def tables(self) -> FontTables:
        return _read_file(self.name)

    def has(self, text: str) -> bool:
        """Say whether it has every character of a text that can be seen."""
        return self.tables.glyphs.keys() >= set(text) - _CONTROLS


TITLE = Typeface("newsreader-title", 1, 1.06, 0.67, 0.2)
TEXT = Typeface("newsreader-text", 1, 1.2, 0.67, 0.2)
GREEK_AND_CYRILLIC = Typeface("noto-serif", 0.88, 1.2, 0.714, 0.24)
ARABIC = Typeface("noto-naskh-arabic", 1, 1.4, 0.84, 0.34, is_shaped=True)

TITLE_FACES = (TITLE, GREEK_AND_CYRILLIC, ARABIC)
TEXT_FACES = (TEXT, GREEK_AND_CYRILLIC, ARABIC)


class Setting(Struct, frozen=True):
    """How a text is set: in which typeface, which way its base goes, and by which language's customs."""

    face: Typeface
    direction: Direction
    language: str

    def width(self, text: str) -> float:
        """Return the width of a line, in em."""
        return _measure(self, text)

    def indent(self, text: str) -> float:
        """Return how far the ink of a line is from where the line starts, in em; 0 where raqm sets it."""
        tables = self.face.tables
        first = tables.glyphs.get(text[0])
        return 0 if first is None or self.face.is_shaped else tables.bearings[first] / tables.units

    def ligate(self, text: str) -> str:
        """Return the text with its ligatures, where letters stand side by side."""
        if "f" in text and not self.face.is_shaped and self.language.split("-")[0].lower() not in _DOTTED:
            for letters, ligature in _LIGATURES:
                if ligature in self.face.tables.glyphs:
                    text = text.replace(letters, ligature)
        return text

    def draw(self, image: "Image", text: str, x: int, baseline: int, size: int, ink: int) -> None:
        """Draw a line onto a grey image, in the grey `ink`, from `x` on to the right; lengths are in px."""
        if size < _SMALL:
            run = _draw_small_run(self, text, size)
            image.paste(ink, (x + run.left, baseline + run.top), run.image)
        elif self.face.is_shaped:
            _set_shaped(image, self, text, x, baseline, size, ink)
        else:
            _set_letters(image, self, text, x, baseline, size, ink)


def clean_text(text: str) -> str:
    """Return a text in composed letters, without what is not seen, its runs of white space as one space."""
    text = _SPACES.sub(" ", normalize("NFC", text))
    return _UNSEEN.sub("", _FIXED_SPACES.sub("\u00a0", text)).strip(_BLANKS)


def choose_setting(
    text: str, faces: tuple[Typeface, ...], direction: Direction, language: str, can_shape: bool
) -> Setting | None:
    """Return how a cleaned text is set: in the first typeface that has all of it; None where none has.

    Only a text with letters of a script from right to left has its base in the card's direction. Without `can_shape`,
    nothing is set that must be shaped. None, too, where there is nothing to see.
    """
    if not set(text) - _CONTROLS - set(_BLANKS):
        return None
    face = next((face for face in faces if face.has(text) and (can_shape or not face.is_shaped)), None)
    if face is None:
        return None
    return Setting(face, direction if _turns(text) else "ltr", language)


@cache
def can_shape() -> bool:
    """Say whether this machine's Pillow can shape a text: it needs raqm, and raqm needs FriBiDi."""
    from PIL import features

    return bool(features.check("raqm"))


def _turns(text: str) -> bool:
    return not text.isascii() and any(bidirectional(char) in ("R", "AL", "AN") for char in text)


@cache
def _read_file(name: str) -> FontTables:
    return read_tables((_FOLDER / f"{name}.ttf").read_bytes())


def _space_letters(tables: FontTables, text: str) -> list[tuple[str, int]]:
    """Return each character with how far the next one is from it, in the font's units."""
    spaced: list[tuple[str, int]] = []
    glyphs, advances, kerning = tables.glyphs, tables.advances, tables.kerning
    before = -1
    for char in text:
        glyph = glyphs.get(char)
        if glyph is None:
            continue
        if before >= 0 and (kern := kerning.get(before << 16 | glyph)):
            spaced[-1] = spaced[-1][0], advances[before] + kern
        spaced.append((char, advances[glyph]))
        before = glyph
    return spaced


@lru_cache(1024)
def _measure(setting: Setting, text: str) -> float:
    if setting.face.is_shaped:
        font = _open_font(setting.face.name, _MEASURED_AT, True)
        return font.getlength(text, direction=setting.direction, language=setting.language) / _MEASURED_AT
    tables = setting.face.tables
    return sum(advance for _, advance in _space_letters(tables, setting.ligate(text))) / tables.units


@lru_cache(24)
def _draw_small_run(setting: Setting, text: str, size: int) -> Picture:
    """Return the picture of a line, and keep it: names of sites and parties come again on other cards."""
    from PIL.Image import new

    picture = new("L", (ceil(setting.width(text) * size) + 2 * size, 3 * size))
    (_set_shaped if setting.face.is_shaped else _set_letters)(picture, setting, text, size, 2 * size, size, 255)
    return Picture(picture, -size, -2 * size)


def _set_shaped(image: "Image", setting: Setting, text: str, x: int, baseline: int, size: int, ink: int) -> None:
    """Draw a line that raqm shapes and puts in order."""
    from PIL.ImageDraw import Draw

    font = _open_font(setting.face.name, size, True)
    Draw(image).text((x, baseline), text, ink, font, "ls", direction=setting.direction, language=setting.language)


def _set_letters(image: "Image", setting: Setting, text: str, x: int, baseline: int, size: int, ink: int) -> None:
    """Draw a line letter by letter."""
    tables = setting.face.tables
    steps = _STEPS if size < _SMALL else 1
    pen = float(x)
    for char, advance in _space_letters(tables, setting.ligate(text)):
        at = round(pen * steps)
        if char not in _BLANKS:
            letter = _draw_letter(setting.face.name, size, char, steps, at % steps)
            image.paste(ink, (at // steps + letter.left, baseline + letter.top), letter.image)
        pen += advance * size / tables.units


@lru_cache(1024)
def _draw_letter(name: str, size: int, char: str, steps: int, step: int) -> Picture:
    """Return the picture of a letter that is set `step` of the `steps` of a pixel to the right of the pen.

    Pillow sets letters at whole pixels only, so they are drawn larger by so many times and made smaller.
    """
    from PIL.Image import new
    from PIL.ImageDraw import Draw

    font = _open_font(name, size * steps, False)
    box = [place / steps for place in font.getbbox(char, anchor="ls")]
    left, top, right, bottom = floor(box[0]), floor(box[1]), ceil(box[2]) + 1, ceil(box[3])
    picture = new("L", ((right - left) * steps, (bottom - top) * steps))
    Draw(picture).text((step - left * steps, -top * steps), char, 255, font, "ls")
    return Picture(picture.reduce(steps) if steps > 1 else picture, left, top)


@cache
def _open_font(name: str, size: int, is_shaped: bool) -> "FreeTypeFont":
    from PIL.ImageFont import Layout, truetype

    return truetype(_FOLDER / f"{name}.ttf", size, layout_engine=Layout.RAQM if is_shaped else Layout.BASIC)
