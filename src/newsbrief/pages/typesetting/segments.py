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
_LOOSE_ENDS = f" \u00a0,;:{DASHES}«“‘„({ELLIPSIS}"

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
    """Return the words of a text, divided after dashes and slashes and between letters of scripts without spaces."""
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
    """Return a text with an ellipsis, without as many words at its end as that needs, or letters of the only word."""
    while measure(text.rstrip(_LOOSE_ENDS) + ELLIPSIS) > width:
        words = text.rpartition(" ")[0]
        if not words:
            text = _take_clusters(text, ELLIPSIS, width, measure)
            break
        text = words
    return text.rstrip(_LOOSE_ENDS) + ELLIPSIS


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
    """Say whether a line may end between two characters, as it may in scripts without spaces."""
    if east_asian_width(before) not in "WF" or east_asian_width(after) not in "WF":
        return False
    opens = category(before) in ("Ps", "Pi")
    closes = category(after) in ("Pe", "Pf", "Po", "Lm")
    return not opens and not closes


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
