"""Fit a title into its room on a share card: as large as it can be, in few and even lines.

>>> from newsbrief.outputs.share_card.text_style import choose_style
>>> from newsbrief.outputs.share_card.typeface import TITLE_FACES
>>> style = choose_style("Truce talks resume", TITLE_FACES, "ltr", "en", can_shape=False)
>>> set_title("Truce talks resume", style, width=1056, height=318)
(144, ('Truce', 'talks resume'))
"""

from newsbrief.outputs.share_card.text_style import TextStyle
from newsbrief.pages.typesetting.lines import break_lines, cut_lines
from newsbrief.pages.typesetting.segments import divide_segments, split_segments

_SIZES = (144, 128, 112, 100, 90, 80, 70, 62, 54, 48)
_SIZES_DIVIDED = _SIZES[6:]
"""The sizes of a title in px, and those of one in which a word must be divided."""


def set_title(text: str, style: TextStyle, width: int, height: int) -> tuple[int, tuple[str, ...]]:
    """Return the largest size, in px, at which a title has room, and its lines; at the smallest one it is cut.

    A word is divided only where it is wider than a line at every size.
    """
    face, measure = style.face, style.width
    words = split_segments(text, measure)
    fits = max(word.width for word in words) * _SIZES[-1] * face.zoom <= width
    for step in _SIZES if fits else _SIZES_DIVIDED:
        size = round(step * face.zoom)
        segments = words if fits else divide_segments(words, width / size, measure)
        most = 1 + int((height / size - face.rise - face.fall) / face.leading)
        lines = break_lines(segments, width / size, measure, most, is_title=True)
        if lines:
            return size, lines
    return size, cut_lines(segments, width / size, measure, most)
