"""Divide a text into even lines, and show with an ellipsis where one has no room.

>>> wrap_text("Unnamed militias and armed factions", width=20, measure=len, most=3)
('Unnamed militias', 'and armed factions')

Every function takes the way to measure a text as a parameter; all widths are in its units.
"""

from collections.abc import Sequence
from math import inf

from newsbrief.pages.typesetting.segments import (
    DASHES,
    Measure,
    Segment,
    shorten_segments,
    shorten_text,
    split_segments,
    split_words,
)

_DASH_COST = 0.25
"""The cost of a line that ends within a word, in squares of the width of a line."""

_ROUNDING = 1e-9

_Ends = tuple[float, tuple[int, ...]]
"""The cost of some lines, and their ends: for each the number of the segment that begins the next one."""


def wrap_text(text: str, width: float, measure: Measure, most: int) -> tuple[str, ...]:
    """Return a text in as few lines as it needs, those as even as they can be.

    A word wider than a line is cut, and so is what `most` lines do not hold; an ellipsis shows it.
    """
    line = " ".join(split_words(text))
    if measure(line) <= width:
        return (line,)
    segments = shorten_segments(split_segments(line, measure), width, measure)
    return break_lines(segments, width, measure, most) or cut_lines(segments, width, measure, most)


def shorten_line(text: str, width: float, measure: Measure) -> str:
    """Return a text if it fits on one line, else as much of it as fits, with an ellipsis."""
    if measure(text) <= width:
        return text
    return cut_lines(shorten_segments(split_segments(text, measure), width, measure), width, measure, 1)[0]


def break_lines(
    segments: Sequence[Segment], width: float, measure: Measure, most: int, *, is_title: bool = False
) -> tuple[str, ...] | None:
    """Return the segments in as few lines as they need, those as even as they can be.

    A line ends after a dash only where the lines are fewer or much more even for it. A title has no single word on its
    last line, where that can be avoided. None where the segments need more than `most` lines, or one is wider than a
    line.
    """
    space = measure(" ")
    number = _count_lines(segments, width, space, most)
    if number is None:
        return None
    best: list[_Ends | None] = [*[None] * len(segments), (0.0, ())]
    for lines_left in range(1, number + 1):
        alone = width**2 if is_title and lines_left == 1 and len(segments) > 1 else 0.0
        best = [*(_best_ends(segments, start, width, space, alone, best) for start in range(len(segments))), None]
    found = best[0]
    assert found is not None
    ends = found[1]
    return tuple(_join(segments[start:end]) for start, end in zip((0, *ends), ends, strict=False))


def cut_lines(segments: Sequence[Segment], width: float, measure: Measure, most: int) -> tuple[str, ...]:
    """Return as many segments as `most` filled lines hold, and an ellipsis where there are more.

    No segment may be wider than a line.
    """
    lines, space = [""], measure(" ")
    filled = 0.0
    for segment in segments:
        wider = filled + (space if segment.joint else 0) + segment.width
        if not lines[-1]:
            lines[-1], filled = segment.text, segment.width
        elif wider <= width:
            lines[-1], filled = lines[-1] + segment.joint + segment.text, wider
        elif len(lines) < most:
            lines.append(segment.text)
            filled = segment.width
        else:
            return (*lines[:-1], shorten_text(lines[-1], width, measure))
    # Letters and spaces are kerned: a whole line may be wider than the sum of its segments.
    return (*lines[:-1], lines[-1] if measure(lines[-1]) <= width else shorten_text(lines[-1], width, measure))


def _count_lines(segments: Sequence[Segment], width: float, space: float, most: int) -> int | None:
    """Return the number of lines that the segments need; None if it is above `most`, or if one is wider than a line."""
    lines, filled = 0, inf
    for segment in segments:
        filled = filled + (space if segment.joint else 0) + segment.width
        if filled > width:
            lines += 1
            filled = segment.width
        if filled > width or lines > most:
            return None
    return lines


def _best_ends(
    segments: Sequence[Segment], start: int, width: float, space: float, alone: float, rest: Sequence[_Ends | None]
) -> _Ends | None:
    """Return the best ends of the lines from the segment `start` on; `rest` has those of one line less, by segment.

    A line costs the square of its width, so even lines cost least; `alone` is added for a line of one segment. Where
    costs are equal, longer lines come first.
    """
    best = None
    slack = _ROUNDING * width**2
    filled = -space if segments[start].joint else 0.0
    for end in range(start + 1, len(segments) + 1):
        segment = segments[end - 1]
        filled += (space if segment.joint else 0) + segment.width
        if filled > width + _ROUNDING:
            break
        below = rest[end]
        if below is None:
            continue
        cost = filled**2 + below[0] + (alone if end - start == 1 else 0)
        if end < len(segments) and not segments[end].joint and segment.text[-1] in DASHES:
            cost += _DASH_COST * width**2
        if best is None or cost <= best[0] + slack:
            best = cost, (end, *below[1])
    return best


def _join(segments: Sequence[Segment]) -> str:
    return "".join(segment.joint + segment.text for segment in segments).removeprefix(" ")
