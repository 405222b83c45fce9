"""The bytes of an article with what was reported written in the right form, and all else as it was.

For example, `fix_article` puts two backslashes into the article `It cost 5*3*2.`, and keeps front matter and line ends.
"""

from typing import NamedTuple

from newsbrief.content.front_matter import FrontMatterEntry, split_front_matter
from newsbrief.content.invisible_characters import find_invisible
from newsbrief.content.markdown import MarkdownError
from newsbrief.content.pasted_remarks import Edit, apply_edits
from newsbrief.content.pasted_text import read_pasted
from newsbrief.content.source_file import BYTE_ORDER_MARK, decode, with_line_feeds

_MOST_ROUNDS = 5
"""How often a text is read again: one change may show another sign in a new light."""


def fix_article(path: str, raw: bytes) -> bytes:
    """Return the bytes of an article in the right form; the same where there is nothing to do or it cannot be read."""
    for _ in range(_MOST_ROUNDS):
        fixed = _fix_once(path, raw)
        if fixed == raw:
            break
        raw = fixed
    return raw


def _fix_once(path: str, raw: bytes) -> bytes:
    file, _ = decode(path, raw)
    split = split_front_matter(file, FrontMatterEntry) if file else None
    if file is None or split is None:
        return raw
    mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else b""
    text = raw[len(mark) :].decode()
    layout = _lay_out(text)
    places = layout.places[split.body_start :]
    edits = [
        Edit(places[edit.start], places[edit.end], edit.text.replace("\n", layout.line_end))
        for edit in _list_edits(file.text[split.body_start :])
    ]
    unseen = [Edit(at, at + 1, "") for at in layout.unseen if at >= places[0]]
    return mark + apply_edits(text, [*edits, *unseen]).encode()


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
