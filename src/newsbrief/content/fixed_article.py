"""The bytes of an article with what was reported written in the right form, and all else as it was.

For example, `fix_article` puts two backslashes into the article `It cost 5*3*2.`, and keeps front matter and line ends.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsbrief.content.front_matter import FrontMatterEntry, split_front_matter
from newsbrief.content.invisible_characters import find_invisible
from newsbrief.content.markdown import MarkdownError
from newsbrief.content.pasted_remarks import Edit, apply_edits
from newsbrief.content.pasted_text import read_pasted
from newsbrief.content.source_file import BYTE_ORDER_MARK, decode, with_line_feeds

_MOST_ROUNDS = 5
"""How often a text is read again: one change may show another sign in a new light."""


class ChangedLines(NamedTuple):
    """Lines that were changed: the number of the first, and they as they were and as they are."""

    line: int
    before: tuple[str, ...]
    after: tuple[str, ...]


class FixedBytes(NamedTuple):
    """The bytes of a file, and the lines that were changed."""

    raw: bytes
    changes: tuple[ChangedLines, ...] = ()


def fix_article(path: str, raw: bytes) -> FixedBytes:
    """Return the bytes of an article in the right form; the same where there is nothing to do or it cannot be read."""
    changes: list[ChangedLines] = []
    for _ in range(_MOST_ROUNDS):
        fixed = _fix_once(path, raw)
        if fixed.raw == raw:
            break
        raw = fixed.raw
        changes += fixed.changes
    return FixedBytes(raw, tuple(changes))


def _fix_once(path: str, raw: bytes) -> FixedBytes:
    file, _ = decode(path, raw)
    split = split_front_matter(file, FrontMatterEntry) if file else None
    if file is None or split is None:
        return FixedBytes(raw)
    mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else b""
    text = raw[len(mark) :].decode()
    layout = _lay_out(text)
    places = layout.places[split.body_start :]
    edits = [
        Edit(places[edit.start], places[edit.end], edit.text.replace("\n", layout.line_end))
        for edit in _list_edits(file.text[split.body_start :])
    ]
    edits += (Edit(at, at + 1, "") for at in layout.unseen if at >= places[0])
    return FixedBytes(mark + apply_edits(text, edits).encode(), tuple(_list_changes(text, edits)))


def _list_changes(text: str, edits: Iterable[Edit]) -> Iterator[ChangedLines]:
    """Yield the lines that edits change; those that one edit joins go together."""
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in sorted(edits):
        first, last = bisect_right(ends, edit.start), bisect_right(ends, max(edit.start, edit.end))
        if groups and first <= groups[-1][1]:
            start, end, others = groups.pop()
            groups.append((start, max(end, last), [*others, edit]))
        else:
            groups.append((first, last, [edit]))
    for first, last, group in groups:
        start, end = ends[first - 1] if first else 0, ends[last] if last < len(ends) else len(text)
        moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in group]
        before, after = text[start:end], apply_edits(text[start:end], moved)
        yield ChangedLines(first + 1, _split_lines(before), _split_lines(after))


def _split_lines(text: str) -> tuple[str, ...]:
    return tuple(with_line_feeds(text).removesuffix("\n").split("\n"))


def _list_edits(body: str) -> tuple[Edit, ...]:
    try:
        return read_pasted(body).edits
    except MarkdownError:
        return ()


class _Layout(NamedTuple):
    """The place in a text of each character that is read, and of its end; of those not read; and how lines end."""

    places: list[int]
    unseen: list[int]
    line_end: str


def _lay_out(text: str) -> _Layout:
    hidden = {at for at, _ in find_invisible(with_line_feeds(text))}
    layout = _Layout([], [], "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r")
    at = number = 0
    while at < len(text):
        (layout.unseen if number in hidden else layout.places).append(at)
        at += 2 if text.startswith("\r\n", at) else 1
        number += 1
    layout.places.append(len(text))
    return layout
