"""Typography, folded: the only differences between an article's words and a fact sheet's copy that do not count.

Curly and straight quotation marks, the dashes, the forms of the ellipsis, ligatures such as ﬂ, runs of white space and
Unicode composition (NFC) fold. Letter case, words and all other punctuation do not. A folded text maps each of its
characters to those of the original, so that a place in it is a slice of the original.

`fold("“Yes” …").text` is `"Yes" ...`.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from msgspec import Struct

from newsbrief.evidence.word_index import WordIndex
from newsbrief.model.document import Span

_SINGLE = "‘’‚‛ʼ`´＇\u1fef\u1ffd\u05f3"
_DOUBLE = "“”„‟＂\u05f4"
_DASHES = "‐‑‒–—―−﹘﹣－"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# Signs that fold to one other sign, so that all characters keep their places.
_ALIKE = dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SPACES, " ")
_ALIKE_IN_ASCII = {sign: folded for sign, folded in _ALIKE.items() if sign.isascii()}
# The signs that fold to something longer or shorter, once marks and spaces are alike; mostly only runs of spaces. Each
# choice begins with a plain character, which makes the search several times faster than classes and groups do.
_LONGER = re.compile(r"  +|…|\. \. \.|--(?<!---)-?(?!-)|ﬀ|ﬁ|ﬂ|ﬃ|ﬄ|ﬅ|ﬆ")
_RUNS = re.compile("  +")
_FOLDED = {" ": " ", "…": "...", ".": "...", "-": "-", **_LIGATURES}
_RICH_IN_ASCII = (". .", "--")
_RICH = ("…", *_RICH_IN_ASCII, *_LIGATURES)
# Everything that folds, as it is written. Letters and accents compose only between two of these.
_SIGNS = rf"\s+|…|\.\s\.\s\.|(?<!-)-{{2,3}}(?!-)|[{_SINGLE}{_DOUBLE}{_DASHES}{''.join(_LIGATURES)}]"

# Characters of combining class 0 that nonetheless compose with the one before (NFC_Quick_Check = Maybe).
_COMPOSE_BACK = (
    "[\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e\u1161-\u1175\u11a8-\u11c2"
    "\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930\U00011347\U000113b8"
    "\U000113bb\U000113c2\U000113c5\U000113c7-\U000113c9\U0001611e-\U00016129\U00016d67]"
)

_MOST_ACCENTS = 100


class _Change(NamedTuple):
    """The characters `start` to `end` of a folded text, which stand as a whole for a slice of the original."""

    start: int
    end: int
    original: Span


_NO_CHANGE = _Change(0, 0, Span(0, 0))


class FoldedText(Struct, frozen=True, dict=True):
    """A folded text. Between its `changes`, which begin at `starts`, one character stands for one of the original's."""

    text: str
    changes: tuple[_Change, ...]
    starts: tuple[int, ...]

    @cached_property
    def words(self) -> WordIndex:
        return WordIndex(self.text)

    def original(self, start: int, end: int) -> Span | None:
        """Return the original's slice for `text[start:end]`; None if it would cut a sign in two."""
        if not 0 <= start < end <= len(self.text):
            return None
        first, last = self._change_before(start), self._change_before(end - 1)
        if first.start < start < first.end or end < last.end:
            return None
        begins = first.original.start if start < first.end else start - first.end + first.original.end
        return Span(begins, max(end - last.end, 0) + last.original.end)

    def behind(self, at: int) -> Span:
        """Return the original's slice for the character at `at`."""
        change = self._change_before(at)
        if at < change.end:
            return change.original
        start = at - change.end + change.original.end
        return Span(start, start + 1)

    def _change_before(self, at: int) -> _Change:
        """Return the last change that begins at `at` or before it."""
        number = bisect_right(self.starts, at)
        return self.changes[number - 1] if number else _NO_CHANGE

    def index(self, offset: int) -> int:
        """Return the place in `text` of the original's `offset`, or of the next character that remains."""
        number = bisect_left(self.changes, offset, key=lambda change: change.original.start)
        change = self.changes[number - 1] if number else _NO_CHANGE
        return min(max(offset - change.original.end, 0) + change.end, len(self.text))


def fold(text: str, skip: tuple[int, ...] = ()) -> FoldedText:
    """Fold `text`. The characters at the offsets in `skip`, and the white space after them, are left out."""
    plain = text
    for sign, folded in (_ALIKE_IN_ASCII if text.isascii() else _ALIKE).items():
        plain = plain.replace(sign, folded)
    pieces: list[str] = []
    changes: list[_Change] = []
    at = length = 0
    for piece, original in _pieces(text, plain, skip):
        length += original.start - at
        changes.append(_Change(length, length + len(piece), original))
        pieces += (plain[at : original.start], piece)
        length += len(piece)
        at = original.end
    folded = "".join([*pieces, plain[at:]])
    for dash in "" if text.isascii() else _DASHES:
        folded = folded.replace(dash, "-")
    return FoldedText(folded, tuple(changes), tuple(change.start for change in changes))


def compose(text: str) -> FoldedText:
    """Compose the letters of `text` with their accents (NFC), which is all that changes."""
    pieces: list[str] = []
    changes: list[_Change] = []
    at = length = 0
    for piece, original in _compose(text, 0, len(text)):
        length += original.start - at
        changes.append(_Change(length, length + len(piece), original))
        pieces += (text[at : original.start], piece)
        length += len(piece)
        at = original.end
    return FoldedText("".join([*pieces, text[at:]]), tuple(changes), tuple(change.start for change in changes))


@lru_cache(maxsize=4096)
def fold_words(text: str) -> str:
    """Return `text` folded and without white space at its ends, for a search in a `FoldedText`."""
    is_folded = text.isascii() and text.isprintable() and "`" not in text and not _LONGER.search(text)
    return (text if is_folded else fold(text).text).strip()


def _pieces(text: str, plain: str, skip: tuple[int, ...]) -> Iterator[tuple[str, Span]]:
    """Yield each folded piece that does not stand for one character by one, with its slice of the original."""
    at = 0
    for offset in skip:
        yield from _fold_run(text, plain, at, offset)
        at = offset + 1
        while plain[at : at + 1] == " ":
            at += 1
        yield "", Span(offset, at)
    yield from _fold_run(text, plain, at, len(plain))


def _fold_run(text: str, plain: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    run = text[start:end]
    if run.isascii() or unicodedata.is_normalized("NFC", run):
        is_rich = any(plain.find(sign, start, end) >= 0 for sign in (_RICH_IN_ASCII if run.isascii() else _RICH))
        for match in (_LONGER if is_rich else _RUNS).finditer(plain, start, end):
            yield _FOLDED[plain[match.start()]], Span(*match.span())
        return
    at = start
    for match in re.compile(_SIGNS).finditer(text, start, end):
        yield from _compose(text, at, match.start())
        at = match.end()
        first = plain[match.start()]
        if first == "…" or first in _LIGATURES or len(match[0]) > 1:
            yield _FOLDED[first], Span(match.start(), at)
    yield from _compose(text, at, end)


def _compose(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield each letter with accents that composes, between two signs that fold."""
    if unicodedata.is_normalized("NFC", text[start:end]):
        return
    cluster = start
    for at in range(start + 1, end + 1):
        if at < end and (unicodedata.combining(text[at]) or re.match(_COMPOSE_BACK, text[at])):
            continue
        # Accents are put in order one by one, which takes long where they are many; no letter has so many.
        composed = unicodedata.normalize("NFC", text[cluster:at]) if at - cluster <= _MOST_ACCENTS else ""
        if composed and composed != text[cluster:at]:
            yield composed, Span(cluster, at)
        cluster = at
