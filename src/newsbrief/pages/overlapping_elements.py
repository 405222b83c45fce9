"""Elements that overlap in a text, written as HTML, where elements nest.

`write_nested` goes over the text once. Of two elements that cross, it closes the inner one and opens it again.
"""

from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.pages.escaping import escape_text


class Range(NamedTuple):
    """An element over the text from `start` to `end`: one of the article's own, or an annotation's.

    Of two that cross, the one of the higher `rank` stays whole.
    """

    start: int
    end: int
    opening: str
    closing: str
    reopening: str
    rank: int
    is_link: bool


class Insertion(NamedTuple):
    """HTML without characters of the canonical text: a picture, a footnote's sign, the note of a speaker.

    `is_break` marks a forced line break, which is a line feed in the canonical text; `leads` says that the text after
    it begins at the same place.
    """

    at: int
    html: str
    is_break: bool = False
    leads: bool = False


def write_nested(
    text: str, whole: Span, ranges: list[Range], insertions: list[Insertion], leading: list[Insertion]
) -> list[str]:
    """Return the text of `whole`, in pieces, with ranges opened and closed so that elements nest.

    At one place stand first the `leading` insertions, then the ranges that open there, then the other insertions.
    """
    waiting = sorted(ranges, key=lambda each: (each.start, -each.end))[::-1]
    insertions = sorted(insertions, key=lambda each: each.at)[::-1]
    leading = sorted(leading, key=lambda each: each.at)[::-1]
    ends = {each.end for each in ranges}
    written: list[str] = []
    stack: list[Range] = []
    edges = _edges(whole, ranges, [*insertions, *leading])
    for edge, following in zip(edges, [*edges[1:], whole.end], strict=True):
        if edge in ends:
            _close(stack, edge, written)
        while leading and leading[-1].at <= edge:
            written.append(leading.pop().html)
        while waiting and waiting[-1].start <= edge:
            _open(stack, waiting.pop(), written)
        broken = False
        while insertions and insertions[-1].at <= edge:
            broken = broken or insertions[-1].is_break
            written.append(insertions.pop().html)
        # The element of a forced break stands for the line feed in the canonical text.
        if not broken:
            written.append(escape_text(text[edge:following]))
    return written


def _edges(whole: Span, ranges: list[Range], insertions: list[Insertion]) -> list[int]:
    """Return the places, in order, where something opens, ends or is inserted."""
    ends = {each.end for each in ranges} | {each.at + 1 for each in insertions if each.is_break}
    starts = {each.start for each in ranges} | {each.at for each in insertions}
    return sorted({*whole, *starts, *ends})


def _open(stack: list[Range], new: Range, written: list[str]) -> None:
    """Open a range; ranges of a lower rank that end inside it are closed first and opened again inside."""
    for at, outermost in enumerate(stack):
        if outermost.end < new.end and outermost.rank < new.rank:
            inside = stack[at:]
            written += [each.closing for each in reversed(inside)]
            written.append(new.opening)
            written += [each.reopening for each in inside]
            stack.insert(at, new)
            return
    written.append(new.opening)
    stack.append(new)


def _close(stack: list[Range], edge: int, written: list[str]) -> None:
    """Close the ranges that end at `edge`; open again those that had to be closed on the way."""
    while stack and stack[-1].end <= edge:
        written.append(stack.pop().closing)
    for at, outermost in enumerate(stack):
        if outermost.end <= edge:
            closed = stack[at:]
            crossed = [each for each in closed if each.end > edge]
            written += [each.closing for each in reversed(closed)]
            written += [each.reopening for each in crossed]
            stack[at:] = crossed
            return
