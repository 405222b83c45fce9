"""Every tie between a page and its article: which words, for which card, under which id.

The page, the annotated article and `evidence.json` are all made from this one list, so they name the same places.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from newsbrief.briefing.sides import number_sides
from newsbrief.model.briefing import Briefing, Claim
from newsbrief.model.document import Span
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.language.interface import Interface, read_interface

Kind = Literal["quote", "cue", "not-speech", "cite", "when", "mention"]


class SpeakerNote(Struct, frozen=True):
    """Who speaks, told beside the text: `at` is the place of the opening mark, `side` the number of the speaker's side.

    `label` is what a screen reader says of the note.
    """

    at: int
    name: str
    label: str
    side: int | None


class Annotation(Struct, frozen=True):
    """Words of the article that something on the page rests on.

    `id` is the anchor of the words, `target` the id of the card they belong to, `label` the card's name.
    `datetime` is the date that words of kind "when" stand for, `is_first` says that no earlier words name the same
    actor, and `speaker` is the note that a quotation's first words carry in each paragraph.
    """

    id: str
    kind: Kind
    span: Span
    target: str
    label: str
    datetime: str = ""
    is_first: bool = False
    speaker: SpeakerNote | None = None


def party_id(actor: str) -> str:
    """Return the id of an actor's card."""
    return f"party-{actor}"


def words_id(card: str, number: int = 0) -> str:
    """Return the anchor of the words, or of one stretch of several, that the card `card` rests on."""
    return f"{card}-words" if number == 0 else f"{card}-words-{number + 1}"


def find_annotations(briefing: Briefing) -> tuple[Annotation, ...]:
    """Return every annotation of a briefing's article: quotations, cues, cites, dates and mentions, in this order."""
    say = read_interface(briefing.front.language)
    return (*_quotations(briefing, say), *_cites(briefing, say), *_dates(briefing), *_mentions(briefing))


def _quotations(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    sides = number_sides(briefing.actors.values())
    opening_marks = _opening_marks(briefing)
    for count, quote in enumerate(briefing.quotes, 1):
        speaker = briefing.actors[quote.speaker].name if quote.speaker else str(say("unattributed"))
        label = say("quotation-label", number=count, name=speaker).unescape()
        told_in: set[int] = set()
        for number, part in enumerate(quote.parts):
            paragraph = bisect_right(briefing.document.paragraphs, part.start, key=lambda each: each.start)
            note = None
            if paragraph not in told_in:
                at = opening_marks.get(part.start, part.start)
                note = SpeakerNote(at, speaker, label, sides.get(quote.speaker or ""))
                told_in.add(paragraph)
            yield Annotation(words_id(quote.id, number), "quote", part, quote.id, speaker, speaker=note)
        if quote.cue:
            yield Annotation(f"{quote.id}-cue", "cue", quote.cue.span, quote.id, speaker)
    for entry in briefing.not_speech:
        yield Annotation(words_id(entry.id), "not-speech", entry.span, entry.id, str(say("not-speech-label")))


def _opening_marks(briefing: Briefing) -> dict[int, int]:
    """Return where the mark stands that opens the words at a place, also where a paragraph opens them anew."""
    marks: dict[int, int] = {}
    for passage in briefing.passages:
        for inner in passage.inner[1:]:
            before = briefing.document.text[inner.start - 1]
            marks[inner.start] = inner.start if before.isspace() else inner.start - 1
        marks[passage.inner[0].start] = passage.outer.start
    return marks


def _cites(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    for number, claim in enumerate(briefing.key_points, 1):
        yield from _claim(claim, claim.id, str(say("key-point", number=number)))
    for actor in briefing.actors.values():
        for claim in actor.about:
            yield from _claim(claim, party_id(actor.id), actor.label)
    for event in briefing.events:
        yield from _claim(event.event, event.id, format_date(event.date, briefing.front.language))
    for relation in briefing.relations:
        subject, object = briefing.actors[relation.subject], briefing.actors[relation.object]
        for number, span in enumerate(relation.cites):
            label = f"{subject.label} – {object.label}"
            yield Annotation(words_id(relation.id, number), "cite", span, relation.id, label)


def _claim(claim: Claim, target: str, label: str) -> Iterator[Annotation]:
    for number, span in enumerate(claim.cites):
        yield Annotation(words_id(claim.id, number), "cite", span, target, label)


def _dates(briefing: Briefing) -> Iterator[Annotation]:
    for event in briefing.events:
        if event.when:
            label = format_date(event.date, briefing.front.language)
            datetime = "" if event.date.end else str(event.date)
            yield Annotation(f"{event.id}-when", "when", event.when, event.id, label, datetime)


def _mentions(briefing: Briefing) -> Iterator[Annotation]:
    for actor in briefing.actors.values():
        card, label = party_id(actor.id), actor.label
        for number, mention in enumerate(actor.mentions):
            yield Annotation(mention.id, "mention", mention.span, card, label, is_first=number == 0)
