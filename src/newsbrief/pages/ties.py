"""The ties between a page and its article: the words, their id, and the card that rests on them.

The page, the annotated article and `evidence.json` are made from the one list that `find_annotations` returns, so they
name the same places.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from newsbrief.briefing.sides import number_sides
from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Span
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.language.interface import Interface, read_interface

Kind = Literal["quote", "cue", "not-speech", "cite", "when", "mention"]


class SpeakerNote(Struct, frozen=True):
    """The name of a speaker, beside the text: `at` is the place of the opening mark, `side` the speaker's side.

    `label` is the name of the note for screen readers.
    """

    at: int
    name: str
    label: str
    side: int | None


class Annotation(Struct, frozen=True):
    """Words of the article that a card on the page rests on.

    `id` is the anchor of the words, `target` the id of the card, `label` the card's name. `datetime` is the date that
    words of kind "when" stand for, `is_first` says that no earlier words name the same actor, and `speaker` is the note
    at a quotation's first words in each paragraph.
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
    """Return the anchor of the words that the card rests on, or of one stretch of them."""
    return f"{card}-words" if number == 0 else f"{card}-words-{number + 1}"


def find_annotations(briefing: Briefing) -> tuple[Annotation, ...]:
    """Return every annotation of a briefing's article: quotations and cues, cites, dates, mentions, in this order."""
    say = read_interface(briefing.front.language)
    annotations = [each for annotate in _ANNOTATED.values() for each in annotate(briefing, say)]
    return tuple(sorted(annotations, key=lambda each: _ORDER[each.kind]))


def _annotate_key_points(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    for number, claim in enumerate(briefing.key_points, 1):
        yield from _annotate_cites(claim.id, claim.cites, claim.id, str(say("key-point", number=number)))


def _annotate_actors(briefing: Briefing, _: Interface) -> Iterator[Annotation]:
    for actor in briefing.actors.values():
        card = party_id(actor.id)
        for claim in actor.about:
            yield from _annotate_cites(claim.id, claim.cites, card, actor.label)
        for number, mention in enumerate(actor.mentions):
            yield Annotation(mention.id, "mention", mention.span, card, actor.label, is_first=number == 0)


def _annotate_dates(briefing: Briefing, _: Interface) -> Iterator[Annotation]:
    for event in briefing.events:
        label = format_date(event.date, briefing.front.language)
        yield from _annotate_cites(event.event.id, event.event.cites, event.id, label)
        if event.when:
            datetime = "" if event.date.end else str(event.date)
            yield Annotation(f"{event.id}-when", "when", event.when, event.id, label, datetime)


def _annotate_quotes(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    sides = number_sides(briefing.actors.values())
    opening_marks = _opening_marks(briefing)
    for count, quote in enumerate(briefing.quotes, 1):
        speaker = briefing.actors[quote.speaker].name if quote.speaker else str(say("unattributed"))
        label = say("quotation-label", number=count, name=speaker).unescape()
        noted: set[int] = set()
        for number, part in enumerate(quote.parts):
            paragraph = bisect_right(briefing.document.paragraphs, part.start, key=lambda each: each.start)
            note = None
            if paragraph not in noted:
                at = opening_marks.get(part.start, part.start)
                note = SpeakerNote(at, speaker, label, sides.get(quote.speaker or ""))
                noted.add(paragraph)
            yield Annotation(words_id(quote.id, number), "quote", part, quote.id, speaker, speaker=note)
        if quote.cue:
            yield Annotation(f"{quote.id}-cue", "cue", quote.cue.span, quote.id, speaker)


def _annotate_relations(briefing: Briefing, _: Interface) -> Iterator[Annotation]:
    for relation in briefing.relations:
        subject, object = briefing.actors[relation.subject], briefing.actors[relation.object]
        yield from _annotate_cites(relation.id, relation.cites, relation.id, f"{subject.label} – {object.label}")


def _annotate_not_speech(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    for entry in briefing.not_speech:
        yield Annotation(words_id(entry.id), "not-speech", entry.span, entry.id, str(say("not-speech-label")))


_ANNOTATED: Mapping[str, Callable[[Briefing, Interface], Iterator[Annotation]]] = {
    "key_points": _annotate_key_points,
    "actors": _annotate_actors,
    "dates": _annotate_dates,
    "quotes": _annotate_quotes,
    "relations": _annotate_relations,
    "not_speech": _annotate_not_speech,
}
"""The annotations of each section of the fact sheet."""

_ORDER: Mapping[Kind, int] = {"quote": 0, "cue": 0, "not-speech": 1, "cite": 2, "when": 3, "mention": 4}


def _annotate_cites(id: str, cites: Iterable[Span], target: str, label: str) -> Iterator[Annotation]:
    for number, span in enumerate(cites):
        yield Annotation(words_id(id, number), "cite", span, target, label)


def _opening_marks(briefing: Briefing) -> dict[int, int]:
    """Return the place of the mark that opens the words at a place, also of words that a paragraph opens again."""
    marks: dict[int, int] = {}
    for passage in briefing.passages:
        for inner in passage.inner[1:]:
            before = briefing.document.text[inner.start - 1]
            marks[inner.start] = inner.start if before.isspace() else inner.start - 1
        marks[passage.inner[0].start] = passage.outer.start
    return marks
