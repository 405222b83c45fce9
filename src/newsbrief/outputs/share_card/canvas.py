"""The area on which a share card is drawn.

Places are counted from the edge at which reading begins, in px, so the code that draws ignores the direction.
"""

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zlib import Z_RLE

from newsbrief.outputs.share_card.card import HEIGHT, WIDTH
from newsbrief.outputs.share_card.letters import draw_text
from newsbrief.outputs.share_card.palette import PAPER, list_colours
from newsbrief.outputs.share_card.typesetter import Line

if TYPE_CHECKING:
    from PIL.Image import Image


class Canvas(NamedTuple):
    """A picture in grey levels; with `is_mirrored`, reading begins at its right edge."""

    image: "Image"
    is_mirrored: bool

    @classmethod
    def blank(cls, is_mirrored: bool) -> "Canvas":
        """Return a canvas of the size of a card, all paper."""
        from PIL.Image import new

        return cls(new("L", (WIDTH, HEIGHT), PAPER), is_mirrored)

    def draw_line(self, line: Line, start: int, baseline: int, ink: int) -> None:
        """Draw a line of text in the level `ink`."""
        draw_text(self.image, line.style, line.text, self._left(start, line.width), baseline, line.size, ink)

    def fill(self, start: int, top: int, width: int, height: int, level: int) -> None:
        """Fill a rectangle with one level."""
        left = self._left(start, width)
        self.image.paste(level, (left, top, left + width, top + height))

    def paste(self, picture: "Image", start: int, top: int) -> None:
        """Paste a picture in levels of the palette; it is not mirrored."""
        self.image.paste(picture, (self._left(start, picture.width), top))

    def encode(self, accent: str = "") -> bytes:
        """Return the picture as a PNG in the colours of the palette, with another `accent` where one is given."""
        from PIL.PngImagePlugin import PngInfo

        self.image.putpalette(list_colours(accent))
        file = BytesIO()
        comment = PngInfo()
        comment.add_text("Software", "Newsbrief")
        # Runs only: it takes half as long as a search for repetitions, and a picture of mostly paper is hardly larger.
        self.image.save(file, "PNG", compress_type=Z_RLE, pnginfo=comment)
        return file.getvalue()

    def _left(self, start: int, width: int) -> int:
        return WIDTH - start - width if self.is_mirrored else start
