"""A checked briefing, and what it is made of."""

from collections.abc import Mapping

from msgspec import Struct

from newsbrief.model.dates import Agreement, DateRange
from newsbrief.model.document import Document, Passage, Span
from newsbrief.model.front_matter import FrontMatter, Source


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
