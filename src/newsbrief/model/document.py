"""A text as a reader sees it: its characters, the elements that hold them, and stretches of it.

Every `Span` counts Unicode code points of one canonical text (`Document.text`), from 0, its end excluded.
"""

from hashlib import sha256
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """A slice of an article's canonical text."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Text(Struct, frozen=True):
    """Characters of an element. `start` is their place in the canonical text, None for characters outside it."""

    value: str
    start: int | None


class Element(Struct, frozen=True):
    """A sanitised HTML element; `attributes` are only those that its tag may have, `at` is its place in the text."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Element | Text", ...]
    at: int

    @property
    def is_numbered(self) -> bool:
        """Whether a block counts where blocks are found by number: all do, but a line across the page."""
        return self.tag != "hr"


class Document(Struct, frozen=True):
    """A Markdown text as a tree of elements, and as canonical text: exactly the characters that a reader sees.

    `paragraphs` are the runs of text that stand alone (paragraphs, headings, list entries, table cells).
    `block_quotations` are the texts set off as quotations. `links` and `images` are the addresses used.
    """

    tree: tuple[Element, ...]
    text: str
    paragraphs: tuple[Span, ...]
    block_quotations: tuple[Span, ...] = ()
    links: tuple[str, ...] = ()
    images: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of the text in UTF-8, as hexadecimal figures."""
        return sha256(self.text.encode()).hexdigest()


class Passage(Struct, frozen=True):
    """The words inside one pair of quotation marks.

    `inner` has one span for each paragraph, without the marks; `outer` reaches from the opening to
    the closing mark. `depth` is 0 for an outermost pair, 1 for a quotation within a quotation, and so on.
    """

    inner: tuple[Span, ...]
    outer: Span
    depth: int

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The stretches of each paragraph that the passage takes up, with the marks at both ends."""
        starts = (self.outer.start, *(inner.start for inner in self.inner[1:]))
        ends = (*(inner.end for inner in self.inner[:-1]), self.outer.end)
        return tuple(map(Span, starts, ends))

    def surrounds(self, span: Span) -> bool:
        """Say whether `span` begins and ends in the passage, and not in what interrupts it."""
        if not self.outer.holds(span):
            return False
        return len(self.inner) == 1 or any(piece.start <= span.start < piece.end for piece in self.pieces)
