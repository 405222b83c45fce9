"""Typography folded away: the only differences between an article's words and a fact sheet's copy that do not count.

Curly and straight quotation marks, the dashes, the forms of the ellipsis, runs of white space and Unicode
composition (NFC) fold. Letter case, words and all other punctuation do not. A folded text knows for each of its
characters which characters of the original it stands for, so that what is found in it is a slice of the original.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsbrief.model import Span

_SINGLE = "‘’‚‛ʼ`´＇\u1fef\u1ffd\u05f3"
_DOUBLE = "“”„‟＂\u05f4"
_DASHES = "‐‑‒–—―−﹘﹣－"
_FOLDS = re.compile(
    rf"(?P<space>\s+)|(?P<ellipsis>…|\.\s\.\s\.)|(?P<dash>[{_DASHES}]|(?<!-)-{{2,3}}(?!-))|(?P<mark>[{_SINGLE}{_DOUBLE}])"
)
_FOLDED = {"space": " ", "ellipsis": "...", "dash": "-"} | dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"')

# Characters of combining class 0 that nonetheless compose with the one before (NFC_Quick_Check = Maybe).
_COMPOSE_BACK = re.compile(
    "[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2"
    "\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930\U00011347\U000113b8"
    "\U000113bb\U000113c2\U000113c5\U000113c7-\U000113c9\U0001611e-\U00016129\U00016d67]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. Character i of `text` stands for the original's `starts[i]` up to `ends[i]`."""

    text: str
    starts: list[int] = field(repr=False)
    ends: list[int] = field(repr=False)

    def original(self, start: int, end: int) -> Span | None:
        """Return the original's slice behind `text[start:end]`; None where that would cut a sign in two."""
        if not 0 <= start < end <= len(self.text):
            return None
        cuts_first = start > 0 and self.starts[start - 1] == self.starts[start]
        cuts_last = end < len(self.text) and self.starts[end] == self.starts[end - 1]
        return None if cuts_first or cuts_last else Span(self.starts[start], self.ends[end - 1])

    def index(self, offset: int) -> int:
        """Return where the original's `offset`, or the next character that is left of it, stands in `text`."""
        return bisect_left(self.starts, offset)


def fold(text: str, skip: tuple[int, ...] = ()) -> Folded:
    """Fold `text`. The characters at the offsets in `skip` (in order) are left out with the white space after them."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _pieces(text, skip):
        out.append(piece)
        if len(piece) == end - start and piece == text[start:end]:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
    return Folded("".join(out), starts, ends)


def fold_words(text: str) -> str:
    """Return `text` folded and without white space at its ends, to be looked for in a `Folded`."""
    return "".join(piece for piece, _, _ in _pieces(text, ())).strip()


def _pieces(text: str, skip: tuple[int, ...]) -> Iterator[tuple[str, int, int]]:
    """Yield each folded piece with the original's slice it stands for."""
    at = 0
    for offset in skip:
        yield from _fold_run(text, at, offset)
        at = offset + 1
        while at < len(text) and text[at].isspace():
            at += 1
    yield from _fold_run(text, at, len(text))


def _fold_run(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    at = start
    for match in _FOLDS.finditer(text, start, end):
        if at < match.start():
            yield from _compose(text, at, match.start())
        kind = match.lastgroup or ""
        yield _FOLDED[match[0] if kind == "mark" else kind], match.start(), match.end()
        at = match.end()
    if at < end:
        yield from _compose(text, at, end)


def _compose(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    run = text[start:end]
    if run.isascii() or unicodedata.is_normalized("NFC", run):
        yield run, start, end
        return
    cluster = start
    for at in range(start + 1, end + 1):
        if at < end and (unicodedata.combining(text[at]) or _COMPOSE_BACK.match(text[at])):
            continue
        yield unicodedata.normalize("NFC", text[cluster:at]), cluster, at
        cluster = at
