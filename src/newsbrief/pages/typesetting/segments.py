"""Cut a text into the segments that stay on one line, and make those fit that are too wide.

>>> [segment.text for segment in split_segments("US-Libyan talks", measure=len)]
['US-', 'Libyan', 'talks']

Every function takes the way to measure a text as a parameter; all widths are in its units.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import category, east_asian_width

from newsbrief.pages.typesetting.clusters import split_clusters

ELLIPSIS = "…"
HYPHEN = "-"
DASHES = "-‐–—/"
_AFTER_DASH = re.compile(rf"(?<=\w\w[{DASHES}])(?=\w\w)")
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_LOOSE_ENDS = f" \u00a0,;:{DASHES}«“‘„({ELLIPSIS}，、；：（《〈「『【·"
_BOUND_TO_THE_NEXT = ("Ps", "Pi", "Sc")
_BOUND_TO_THE_LAST = ("Pe", "Pf", "Po", "Pd", "Lm", "Mn", "Me", "Mc", "Cf")
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
"""What no line of Chinese and Japanese ends with, and begins with: by the categories of Unicode, and small kana."""

Measure = Callable[[str], float]


class Segment(NamedTuple):
    """A part of a text that stays on one line, and its width; `joint` is the space before it, or "" within a word."""

    joint: str
    text: str
    width: float


def split_words(text: str) -> list[str]:
    """Return the words of a text; a no-break space is part of one."""
    return [word for word in _SPACES.split(text) if word]


def split_segments(text: str, measure: Measure) -> tuple[Segment, ...]:
    """Return the words of a text, divided after dashes and slashes, and where scripts without spaces may be divided."""
    return tuple(
        Segment("" if number else " ", part, measure(part))
        for word in split_words(text)
        for number, part in enumerate(_divide_word(word))
    )


def divide_segments(segments: Sequence[Segment], width: float, measure: Measure) -> tuple[Segment, ...]:
    """Return the segments, those wider than `width` divided with hyphens."""
    divided = []
    for segment in segments:
        while segment.width > width:
            start = _take_clusters(segment.text, HYPHEN, width, measure)
            rest = segment.text.removeprefix(start)
            if not rest:
                break
            divided.append(Segment(segment.joint, start + HYPHEN, measure(start + HYPHEN)))
            segment = Segment("", rest, measure(rest))
        divided.append(segment)
    return tuple(divided)


def shorten_segments(segments: Sequence[Segment], width: float, measure: Measure) -> tuple[Segment, ...]:
    """Return the segments, those wider than `width` cut, with an ellipsis."""
    shortened = []
    for segment in segments:
        if segment.width > width:
            text = shorten_text(segment.text, width, measure)
            segment = Segment(segment.joint, text, measure(text))
        shortened.append(segment)
    return tuple(shortened)


def shorten_text(text: str, width: float, measure: Measure) -> str:
    """Return a text with an ellipsis, without as many words at its end as that needs, or letters of the only word.

    In scripts without spaces, a sign is as good as a word.
    """
    while measure(text.rstrip(_LOOSE_ENDS) + ELLIPSIS) > width:
        end = _find_last_end(text)
        if not end:
            text = _take_clusters(text, ELLIPSIS, width, measure)
            break
        text = text[:end]
    return text.rstrip(_LOOSE_ENDS) + ELLIPSIS


def _find_last_end(text: str) -> int:
    """Return the last place in a text at which a line may end, at a space or between signs; 0 where there is none."""
    space = text.rfind(" ")
    if text.isascii():
        return max(space, 0)
    return next((at for at in range(len(text) - 1, space, -1) if _may_part(text[at - 1], text[at])), max(space, 0))


def _divide_word(word: str) -> Iterator[str]:
    for part in _AFTER_DASH.split(word):
        if part.isascii():
            yield part
            continue
        segment = ""
        for cluster in split_clusters(part):
            if segment and _may_part(segment[-1], cluster[0]):
                yield segment
                segment = ""
            segment += cluster
        yield segment


def _may_part(before: str, after: str) -> bool:
    """Say whether a line may end between two characters, as it may in scripts without spaces and beside them.

    A figure stays with the sign behind it, which is most often its unit.
    """
    if not _is_wide(before) and not _is_wide(after):
        return False
    if category(before) in _BOUND_TO_THE_NEXT or category(after) in _BOUND_TO_THE_LAST or after in _SMALL_KANA:
        return False
    return not before.isdigit() and not before.isspace() and not after.isspace()


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _take_clusters(word: str, tail: str, width: float, measure: Measure) -> str:
    """Return as much of a word as `width` holds with `tail` behind it, at least one character."""
    taken = start = ""
    for cluster in split_clusters(word):
        start += cluster
        if not taken or measure(start + tail) <= width:
            taken = start
        # A letter that joins the next one may be narrower than it is at the end.
        elif measure(start) > width:
            break
    return taken
