"""Remarks on a pasted text: what is said of it, where, and how it must be written.

For example, `5*3*2` has the remark that its stars are no emphasis, with two edits that put a backslash before them.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct, field

from newsbrief.model.document import Document
from newsbrief.model.patterns import compile_late

BULLETS = "•‣⁃◦∙●○■□▪▫◆◇➢➤►▸\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""The signs by which word processors begin the entries of a list."""

STRANGE = compile_late("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Characters that stand for others, or for none that is known."""


class SourceLine(NamedTuple):
    """A line, or what is left of it without its markup, and its place in the text."""

    start: int
    text: str

    def behind(self, length: int) -> "SourceLine":
        """Return the line without its first characters."""
        return SourceLine(self.start + length, self.text[length:])


class Edit(NamedTuple):
    """A change: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class Remark(NamedTuple):
    """A note on the text where nothing is lost, or else a problem; `edits` write it in the right form."""

    at: int
    is_note: bool
    message: str
    hint: str
    edits: tuple[Edit, ...] = ()

    @property
    def remedy(self) -> str:
        """The hint, behind the command that does it where there is one."""
        return f"run newsbrief check --fix, or {self.hint}" if self.edits else self.hint


class Candidate(NamedTuple):
    """Signs of the text itself that Markdown may take for markup; `edit` protects them, `why` says what markup is."""

    start: int
    end: int
    edit: Edit
    why: str


class DividedWord(NamedTuple):
    """A word divided at the end of a line: the places of its hyphen and of its second part, and both parts."""

    hyphen: int
    start: int
    first: str
    second: str


class MarkupFindings(Struct):
    """The markup of a text and its other signs, as they are found.

    `markup` has the characters that are not shown as they are: where they start and end, and what is shown. `html` has
    tags, and whether each divides words. `asides` are footnotes, which Markdown shows at the end.
    """

    markup: list[tuple[int, int, str]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    html: list[tuple[int, int, bool]] = field(default_factory=list)
    divided: list[DividedWord] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)


_DRIVE = compile_late(r"(?:^|(?<=[\W_]))[A-Za-z]:\\(?!\\)")
_NETWORK = compile_late(r"[^\w\\]?\\\\[^\W_]")
_KEPT_BACKSLASH = compile_late(r"(?<!\\)\\[^\W_]")
_LONGEST_WORD = 300


def is_path(word: str) -> bool:
    """Say whether a word has backslashes of its own, as paths on Windows have."""
    return any(form.search(word) for form in (_DRIVE, _KEPT_BACKSLASH)) or is_network_path(word)


def is_network_path(word: str) -> bool:
    """Say whether a word begins as paths in a network do."""
    return _NETWORK.match(word) is not None


def find_word(text: str, at: int) -> tuple[int, str]:
    """Return the start of the word around a place, and the word, as far as it is not very long."""
    start = at
    while start > max(0, at - _LONGEST_WORD) and not text[start - 1].isspace():
        start -= 1
    return start, re.split(r"\s", text[start : at + _LONGEST_WORD], maxsplit=1)[0]


def protect(line: SourceLine, at: int) -> Edit:
    """Return the edit by which the sign at a place of a line is the article's own, whatever Markdown means by it."""
    place = line.start + at
    start, word = find_word(line.text, at)
    if line.text[at] != "\\" and is_path(f"{word[: at - start]}\\{word[at - start :]}"):
        return Edit(place, place + 1, f"&#{ord(line.text[at])};")
    return Edit(place, place, "\\")


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with all its changes; of two that overlap, only the first is made."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(set(edits)):
        if edit.start >= at:
            pieces += text[at : edit.start], edit.text
            at = edit.end
    return "".join([*pieces, text[at:]])


class HtmlText(Struct, frozen=True):
    """Tags of HTML on one line of a text, and their place."""

    at: int
    text: str


class PastedText(Struct, frozen=True):
    """A pasted text, the document as which it is read, and remarks in their order.

    `html` are its tags, which are no part of the document.
    """

    text: str
    document: Document
    remarks: tuple[Remark, ...] = ()
    html: tuple[HtmlText, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The changes of all remarks."""
        return tuple(edit for remark in self.remarks for edit in remark.edits)

    @property
    def written(self) -> str:
        """The text in the form in which it should be written."""
        return apply_edits(self.text, self.edits)
