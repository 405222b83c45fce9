"""A checked briefing, and its entries, section by section.

`briefing.claims` are all sentences of the editor's, in whichever section they stand; `briefing.tally` counts what was
checked.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from newsbrief.model.dates import Agreement, DateRange
from newsbrief.model.document import Document, Passage, Span
from newsbrief.model.front_matter import FrontMatter
from newsbrief.model.kinds import MUTUAL
from newsbrief.model.own_kinds import OwnRelation
from newsbrief.model.section_entry import Claim, SectionEntry
from newsbrief.model.tally import Tally


class Mention(Struct, frozen=True):
    """A place where the article names an actor."""

    id: str
    actor: str
    span: Span


class Actor(SectionEntry, frozen=True):
    """A party or a person. `article_names` are the names that the article itself uses, in order of first use.

    `own_kind` is its kind where that is one of the site's own, and "" elsewhere; `kind` is then the built-in one that
    this is like.
    """

    name: str
    abbr: str | None
    kind: str
    side: str | None
    member_of: str | None
    about: tuple[Claim, ...]
    is_background: bool
    article_names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    own_kind: str = ""

    @property
    def shown_kind(self) -> str:
        """The kind that readers see."""
        return self.own_kind or self.kind

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.about

    @property
    def figures(self) -> Mapping[str, int]:
        sourced, read = int(self.reading is None and self.is_background), int(self.reading is not None)
        counted = Counter(parties=1, parties_sourced=sourced, parties_read=read, mentions=len(self.mentions))
        for claim in self.about:
            counted.update(claim.figures)
        return dict(counted)

    @property
    def label(self) -> str:
        return self.abbr or self.name

    @property
    def description(self) -> str | None:
        """The first sentence about the actor that does not stand on the editor's reading, which only the card shows."""
        return next((claim.text for claim in self.about if claim.reading is None), None)


class Cue(Struct, frozen=True):
    """The article's words that name the speaker; `pronoun` if they do so by a pronoun only."""

    span: Span
    pronoun: str | None


class Quote(SectionEntry, frozen=True):
    """Somebody's words as the article gives them. `speakers` are several who speak together, none if it names nobody.

    `parts` are slices of the article, in its order. `is_fragment` says that the words are part of a sentence of the
    article's own. `hedge` says how the article keeps its distance: `alleged`, `reported`, `denied`.
    """

    speakers: tuple[str, ...]
    cue: Cue | None
    parts: tuple[Span, ...]
    is_fragment: bool
    context: str | None
    hedge: str | None = None

    @property
    def figures(self) -> Mapping[str, int]:
        return {
            "quotations": 1,
            "quotations_read": int(self.reading is not None),
            "unattributed": int(not self.speakers),
            "by_pronoun": int(self.cue is not None and self.cue.pronoun is not None),
            "hedged": int(self.hedge is not None),
        }


class NotSpeech(SectionEntry, frozen=True):
    """Words in quotation marks that are nobody's speech."""

    span: Span
    why: str

    @property
    def figures(self) -> Mapping[str, int]:
        return {"not_speech": 1, "not_speech_read": int(self.reading is not None)}


Basis = Literal["words", "source", "reading"]
"""The ground of a date: the article's words as the program understands them, an outside source, or the editor."""


class DatedEvent(SectionEntry, frozen=True):
    """An event, and how its date is known.

    `when` are the article's words for the date; None if only an outside source gives it. `agreement` says whether those
    words state the date, are counted from the as-of date, or were read by the editor.
    """

    date: DateRange
    when: Span | None
    agreement: Agreement | None
    event: Claim
    actors: tuple[str, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return (self.event,)

    @property
    def figures(self) -> Mapping[str, int]:
        return {"dates": 1, "dates_sourced": int(self.basis == "source"), "dates_read": int(self.basis == "reading")}

    @property
    def basis(self) -> Basis:
        """The ground on which the date stands."""
        if self.reading is not None:
            return "reading"
        if self.agreement in ("stated", "counted"):
            return "words"
        return "source" if self.event.sources else "reading"


class Relation(SectionEntry, frozen=True):
    """A statement of the article about two actors. `hedge` says how it keeps its distance, or that it is not so now.

    `own` is its kind where that is one of the site's own.
    """

    subject: str
    object: str
    kind: str
    cites: tuple[Span, ...]
    hedge: str | None = None
    own: OwnRelation | None = None

    @property
    def is_mutual(self) -> bool:
        """Whether it holds both ways."""
        return self.own.is_mutual if self.own else self.kind in MUTUAL

    @property
    def stance(self) -> str:
        """The kind, with the hedge if there is one: what is said of the two."""
        return f"{self.kind}-{self.hedge}" if self.hedge else self.kind

    @property
    def figures(self) -> Mapping[str, int]:
        return {
            "cites": len(self.cites),
            "relations": 1,
            "relations_read": int(self.reading is not None),
            "relations_hedged": int(self.hedge is not None),
        }


class Briefing(Struct, frozen=True, dict=True):
    """An article with its fact sheet, every tie between the two proven.

    `folder` is the name of its folder in `content/`, `slug` its address; `files` are those in it that
    the article shows or links to.
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
    files: tuple[str, ...] = ()

    @property
    def sections(self) -> Mapping[str, tuple[SectionEntry, ...]]:
        """The entries of each section of the fact sheet, under its key, in the order of the page."""
        return {
            "key_points": self.key_points,
            "actors": tuple(self.actors.values()),
            "dates": self.events,
            "quotes": self.quotes,
            "relations": self.relations,
            "not_speech": self.not_speech,
        }

    @property
    def entries(self) -> tuple[SectionEntry, ...]:
        return tuple(entry for entries in self.sections.values() for entry in entries)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every sentence of the editor's."""
        return tuple(claim for entry in self.entries for claim in entry.claims)

    @property
    def noted(self) -> tuple[SectionEntry, ...]:
        """Every entry that can have notes of its own: those of the sections, and the sentences about actors."""
        return (*self.entries, *(claim for actor in self.actors.values() for claim in actor.about))

    @cached_property
    def tally(self) -> Tally:
        """The figures of what was checked."""
        claims, figures = self.claims, Counter(passages=len(self.passages))
        for entry in self.entries:
            figures.update(entry.figures)
        figures["readings"] = sum(entry.reading is not None for entry in self.noted)
        figures["readings"] += len(self.front.readings)
        figures["cites"] += sum(len(claim.cites) for claim in claims)
        sources = {source.url for claim in claims for source in claim.sources}
        sources |= {source.url for source in self.front.as_of_sources}
        return Tally(**figures, sources=len(sources))

    def words(self, span: Span) -> str:
        """Return the article's own characters at `span`."""
        return self.document.text[span.start : span.end]

    def place(self, span: Span) -> int:
        """Return the number of the block of the article in which `span` begins, from 1 on."""
        return bisect_right(self.block_starts, span.start)

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """The places in the article's text where its numbered blocks begin."""
        return tuple(element.at for element in self.document.tree if element.is_numbered)
