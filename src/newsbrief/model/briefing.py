"""The frozen types of the domain: what a checked briefing is made of.

Every `Span` counts Unicode code points of one article's canonical text (`Document.text`), from 0, its end excluded.
"""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from msgspec import Struct

from newsbrief.model.dates import Agreement, DateRange


class Span(NamedTuple):
    """A slice of an article's canonical text."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Text(Struct, frozen=True):
    """Characters of an element. `start` is their place in the canonical text, None for signs outside it."""

    value: str
    start: int | None


class Element(Struct, frozen=True):
    """A sanitised HTML element; `attributes` holds only what its tag may carry. `at` is where it stands in the text."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Element | Text", ...]
    at: int


class Document(Struct, frozen=True):
    """Markdown, read: the element tree and the canonical text, which is exactly what a reader sees.

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


class Source(Struct, frozen=True):
    """Something outside the article that can be looked up."""

    title: str
    url: str


class Origin(Struct, frozen=True):
    """Where the article comes from, as far as the article says; None where it does not."""

    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    note: str | None = None


class Image(Struct, frozen=True):
    """A picture file of the briefing's folder."""

    file: str
    alt: str
    credit: str | None = None


class Correction(Struct, frozen=True):
    """A mistake of the briefing's: what it said, what it says now, and the day on which it was mended."""

    date: date
    said: str
    says: str


class FrontMatter(Struct, frozen=True):
    """What the editor says of the article, ahead of it; `corrections` from the earliest."""

    title: str
    standfirst: str | None
    as_of: date
    as_of_sources: tuple[Source, ...]
    origin: Origin
    image: Image | None
    image_credit: str | None
    language: str
    draft: bool
    corrections: tuple[Correction, ...] = ()

    @property
    def updated(self) -> date:
        """The day of the last correction, or else the one that the briefing is as of."""
        return self.corrections[-1].date if self.corrections else self.as_of


class Passage(Struct, frozen=True):
    """What stands inside one pair of quotation marks.

    `inner` has one span for each paragraph it runs through, without the marks; `outer` reaches from the opening to
    the closing mark. `depth` is 0 for an outermost pair, 1 for a quotation within a quotation, and so on.
    """

    inner: tuple[Span, ...]
    outer: Span
    depth: int


class Claim(Struct, frozen=True):
    """A sentence of the editor's with what it rests on: words of the article, outside sources, or both."""

    id: str
    text: str
    cites: tuple[Span, ...]
    sources: tuple[Source, ...]

    @property
    def is_background(self) -> bool:
        return not self.cites


class Mention(Struct, frozen=True):
    """One place where the article names an actor."""

    id: str
    actor: str
    span: Span


class Actor(Struct, frozen=True):
    """A party or a person. `article_names` are the names the article itself uses, in order of first use."""

    id: str
    name: str
    abbr: str | None
    kind: str
    side: str | None
    member_of: str | None
    about: tuple[Claim, ...]
    is_background: bool
    article_names: tuple[str, ...]
    mentions: tuple[Mention, ...]

    @property
    def label(self) -> str:
        return self.abbr or self.name


class Cue(Struct, frozen=True):
    """The article's words that tell who speaks; `pronoun` where they do so by a pronoun only."""

    span: Span
    pronoun: str | None


class Quote(Struct, frozen=True):
    """Somebody's words as the article gives them. `speaker` is None where the article names nobody.

    `parts` are slices of the article in the order they stand. `is_fragment` says that the words
    are part of a sentence of the article's own.
    """

    id: str
    speaker: str | None
    cue: Cue | None
    parts: tuple[Span, ...]
    is_fragment: bool
    context: str | None


class NotSpeech(Struct, frozen=True):
    """Words in quotation marks that nobody is quoted with."""

    id: str
    span: Span
    why: str


class DatedEvent(Struct, frozen=True):
    """What happened when, and how the date is known.

    `when` are the article's words for the date; None where only an outside source gives it.
    `agreement` says whether those words state the date, are counted from the as-of date, or were read by the editor.
    """

    id: str
    date: DateRange
    when: Span | None
    agreement: Agreement | None
    event: Claim
    actors: tuple[str, ...]


class Relation(Struct, frozen=True):
    """What the article states of two actors."""

    id: str
    subject: str
    object: str
    kind: str
    cites: tuple[Span, ...]


class Tally(Struct, frozen=True):
    """What was checked, counted."""

    passages: int
    quotations: int
    unattributed: int
    not_speech: int
    by_pronoun: int
    cites: int
    dates: int
    mentions: int
    sources: int


class Briefing(Struct, frozen=True):
    """One article with its fact sheet, every tie between the two proven.

    `folder` is its folder's name in `content/`, `slug` its address; `files` are the pictures it shows.
    """

    slug: str
    folder: str
    front: FrontMatter
    document: Document
    actors: Mapping[str, Actor]
    key_points: tuple[Claim, ...]
    events: tuple[DatedEvent, ...]
    quotes: tuple[Quote, ...]
    relations: tuple[Relation, ...]
    not_speech: tuple[NotSpeech, ...]
    passages: tuple[Passage, ...]
    tally: Tally
    files: tuple[str, ...] = ()

    def words(self, span: Span) -> str:
        """Return the article's own characters at `span`."""
        return self.document.text[span.start : span.end]
