"""Draw a line of text onto a picture.

Letters that stand side by side are drawn one by one, from pictures of the letters that are kept: that is quick, and the
same on every machine. A text that must be shaped is drawn by raqm.
"""

from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.outputs.share_card.text_style import BLANKS, TextStyle
from newsbrief.outputs.share_card.typeface import Typeface, load_font

if TYPE_CHECKING:
    from PIL.Image import Image

_SMALL = 48
_STEPS = 2
"""Letters smaller than `_SMALL` px are placed to half a pixel, larger ones to a whole one."""


class _Picture(NamedTuple):
    """A grey picture of letters; `left` and `top` lead from the pen to its corner, in px."""

    image: "Image"
    left: int
    top: int


def draw_text(image: "Image", style: TextStyle, text: str, x: int, baseline: int, size: int, ink: int) -> None:
    """Draw a line onto a grey image, in the grey `ink`, from `x` to the right; lengths are in px."""
    if size < _SMALL:
        run = _draw_small_run(style, text, size)
        image.paste(ink, (x + run.left, baseline + run.top), run.image)
    elif style.face.is_shaped:
        _draw_shaped(image, style, text, x, baseline, size, ink)
    else:
        _draw_letters(image, style, text, x, baseline, size, ink)


@lru_cache(24)
def _draw_small_run(style: TextStyle, text: str, size: int) -> _Picture:
    """Return the picture of a line, and keep it: the names of sites and parties occur on many cards."""
    from PIL.Image import new

    picture = new("L", (ceil(style.width(text) * size) + 2 * size, 3 * size))
    (_draw_shaped if style.face.is_shaped else _draw_letters)(picture, style, text, size, 2 * size, size, 255)
    return _Picture(picture, -size, -2 * size)


def _draw_shaped(image: "Image", style: TextStyle, text: str, x: int, baseline: int, size: int, ink: int) -> None:
    """Draw a line whose letters raqm shapes and puts in order."""
    from PIL.ImageDraw import Draw

    font = load_font(style.face, size)
    Draw(image).text((x, baseline), text, ink, font, "ls", direction=style.direction, language=style.language)


def _draw_letters(image: "Image", style: TextStyle, text: str, x: int, baseline: int, size: int, ink: int) -> None:
    """Draw a line letter by letter."""
    units = style.face.tables.units
    steps = _STEPS if size < _SMALL else 1
    pen = float(x)
    for char, advance in style.space_letters(text):
        at = round(pen * steps)
        if char not in BLANKS:
            letter = _draw_letter(style.face, size, char, steps, at % steps)
            image.paste(ink, (at // steps + letter.left, baseline + letter.top), letter.image)
        pen += advance * size / units


@lru_cache(1024)
def _draw_letter(face: Typeface, size: int, char: str, steps: int, step: int) -> _Picture:
    """Return the picture of a letter that stands `step` of the `steps` of a pixel to the right of the pen.

    Pillow sets letters at whole pixels only, so the letter is drawn `steps` times as large and then reduced.
    """
    from PIL.Image import new
    from PIL.ImageDraw import Draw

    font = load_font(face, size * steps)
    box = [place / steps for place in font.getbbox(char, anchor="ls")]
    left, top, right, bottom = floor(box[0]), floor(box[1]), ceil(box[2]) + 1, ceil(box[3])
    picture = new("L", ((right - left) * steps, (bottom - top) * steps))
    Draw(picture).text((step - left * steps, -top * steps), char, 255, font, "ls")
    return _Picture(picture.reduce(steps) if steps > 1 else picture, left, top)
