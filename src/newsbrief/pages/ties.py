"""The ties between a page and its article: the words, their id, and the card that rests on them.

The page, the annotated article and `evidence.json` are made from the one list that `find_annotations` returns, so they
name the same places.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from newsbrief.briefing.sides import number_sides, side_of_all
from newsbrief.model.briefing import Actor, Briefing, Quote, Relation
from newsbrief.model.document import Span
from newsbrief.model.section_entry import SectionEntry
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.language.interface import Interface, read_interface
from newsbrief.pages.language.running_text import join_names

Kind = Literal["quote", "cue", "not-speech", "cite", "when", "mention"]


class SpeakerNote(Struct, frozen=True):
    """The names of the speakers, beside the text: `at` is the place of the opening mark, `side` the side of them all.

    `name` says as well how the article keeps its distance. `label` is the name of the note for screen readers.
    """

    at: int
    name: str
    label: str
    side: int | None


class Annotation(Struct, frozen=True):
    """Words of the article that a card on the page rests on.

    `id` is the anchor of the words, `target` the id of the card, `label` the card's name. `datetime` is the date that
    words of kind "when" stand for, `is_first` says that no earlier words name the same actor, and `speaker` is the note
    at a quotation's first words in each paragraph. `rests_on` is the entry whose words they are.
    """

    id: str
    kind: Kind
    span: Span
    target: str
    label: str
    datetime: str = ""
    is_first: bool = False
    speaker: SpeakerNote | None = None
    rests_on: SectionEntry | None = None


class Reference(Struct, frozen=True):
    """A reference to words of the article: their anchor, the number of their block, and the letter of several there."""

    id: str
    number: int
    letter: str = ""


def party_id(actor: str) -> str:
    """Return the id of an actor's card."""
    return f"party-{actor}"


def words_id(card: str, number: int = 0) -> str:
    """Return the anchor of the words that the card rests on, or of one stretch of them."""
    return f"{card}-words" if number == 0 else f"{card}-words-{number + 1}"


def refer(briefing: Briefing, card: str, spans: Iterable[Span]) -> tuple[Reference, ...]:
    """Return the references of a card to the words that it rests on, in order."""
    return _tell_apart(briefing, [Reference(words_id(card, at), briefing.place(each)) for at, each in enumerate(spans)])


def refer_to_quotes(briefing: Briefing, quotes: Iterable[Quote]) -> tuple[Reference, ...]:
    """Return a reference to the first words of each quotation."""
    return _tell_apart(briefing, [Reference(words_id(each.id), briefing.place(each.parts[0])) for each in quotes])


def _tell_apart(briefing: Briefing, references: Sequence[Reference]) -> tuple[Reference, ...]:
    """Return references with letters, where several lead to one block."""
    counts, met = Counter(each.number for each in references), Counter[int]()
    if len(counts) == len(references):
        return tuple(references)
    say = read_interface(briefing.front.language)
    told = []
    for each in references:
        letter = say.letter(met[each.number]) if counts[each.number] > 1 else ""
        met[each.number] += 1
        told.append(Reference(each.id, each.number, letter))
    return tuple(told)


def refer_to_mentions(briefing: Briefing, actor: Actor) -> tuple[Reference, ...]:
    """Return a reference to the first mention of an actor in each block of the article that names it."""
    first: dict[int, Reference] = {}
    for mention in actor.mentions:
        place = briefing.place(mention.span)
        first.setdefault(place, Reference(mention.id, place))
    return tuple(first.values())


def name_speakers(briefing: Briefing, quote: Quote, say: Interface) -> str:
    """Return the names of all who speak, or that nobody is named; with the hedge, if the article keeps its distance."""
    names = [briefing.actors[id].name for id in quote.speakers]
    name = str(say("unattributed").unescape())
    if names:
        *others, name = names
        if others:
            name = join_names(say("list-comma").unescape().join(others), name, say).unescape()
    return say("hedged-name", name=name, hedge=say(f"hedge-{quote.hedge}")).unescape() if quote.hedge else name


def name_quotation(briefing: Briefing, quote: Quote, number: int, say: Interface) -> str:
    """Return the name of a quotation's card: its number, and who speaks."""
    return say("quotation-label", number=number, name=name_speakers(briefing, quote, say)).unescape()


def name_relation(briefing: Briefing, relation: Relation) -> str:
    """Return the name of a relation: its two parties."""
    return f"{briefing.actors[relation.subject].label} – {briefing.actors[relation.object].label}"


def find_annotations(briefing: Briefing) -> tuple[Annotation, ...]:
    """Return every annotation of a briefing's article: quotations and cues, cites, dates, mentions, in this order."""
    say = read_interface(briefing.front.language)
    annotations = [each for annotate in _ANNOTATED.values() for each in annotate(briefing, say)]
    return tuple(sorted(annotations, key=lambda each: _ORDER[each.kind]))


def _annotate_key_points(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    for number, claim in enumerate(briefing.key_points, 1):
        yield from _annotate_cites(claim, claim.cites, claim.id, str(say("key-point", number=number)))


def _annotate_actors(briefing: Briefing, _: Interface) -> Iterator[Annotation]:
    for actor in briefing.actors.values():
        card = party_id(actor.id)
        for claim in actor.about:
            yield from _annotate_cites(claim, claim.cites, card, actor.label)
        for number, mention in enumerate(actor.mentions):
            yield Annotation(mention.id, "mention", mention.span, card, actor.label, is_first=number == 0)


def _annotate_dates(briefing: Briefing, _: Interface) -> Iterator[Annotation]:
    for event in briefing.events:
        label = format_date(event.date, briefing.front.language)
        yield from _annotate_cites(event.event, event.event.cites, event.id, label, event)
        if event.when:
            datetime = "" if event.date.end else str(event.date)
            yield Annotation(f"{event.id}-when", "when", event.when, event.id, label, datetime, rests_on=event)


def _annotate_quotes(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    sides = number_sides(briefing.actors.values())
    opening_marks = _opening_marks(briefing)
    for count, quote in enumerate(briefing.quotes, 1):
        speaker = name_speakers(briefing, quote, say)
        label = name_quotation(briefing, quote, count, say)
        side = side_of_all(quote, sides)
        noted: set[int] = set()
        for number, part in enumerate(quote.parts):
            paragraph = bisect_right(briefing.document.paragraphs, part.start, key=lambda each: each.start)
            note = None
            if paragraph not in noted:
                at = opening_marks.get(part.start, part.start)
                note = SpeakerNote(at, speaker, label, side)
                noted.add(paragraph)
            id = words_id(quote.id, number)
            yield Annotation(id, "quote", part, quote.id, speaker, speaker=note, rests_on=quote)
        if quote.cue:
            yield Annotation(f"{quote.id}-cue", "cue", quote.cue.span, quote.id, speaker, rests_on=quote)


def _annotate_relations(briefing: Briefing, _: Interface) -> Iterator[Annotation]:
    for relation in briefing.relations:
        yield from _annotate_cites(relation, relation.cites, relation.id, name_relation(briefing, relation))


def _annotate_not_speech(briefing: Briefing, say: Interface) -> Iterator[Annotation]:
    for entry in briefing.not_speech:
        label = str(say("not-speech-label"))
        yield Annotation(words_id(entry.id), "not-speech", entry.span, entry.id, label, rests_on=entry)


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


def _annotate_cites(
    entry: SectionEntry, cites: Iterable[Span], target: str, label: str, around: SectionEntry | None = None
) -> Iterator[Annotation]:
    """Yield the annotations of what an entry cites; `around` is the entry that it is part of, if that has the notes."""
    for number, span in enumerate(cites):
        yield Annotation(words_id(entry.id, number), "cite", span, target, label, rests_on=around or entry)


def _opening_marks(briefing: Briefing) -> dict[int, int]:
    """Return the place of the mark that opens the words at a place, also of words that a paragraph opens again."""
    marks: dict[int, int] = {}
    for passage in briefing.passages:
        for inner in passage.inner[1:]:
            before = briefing.document.text[inner.start - 1]
            marks[inner.start] = inner.start if before.isspace() else inner.start - 1
        marks[passage.inner[0].start] = passage.outer.start
    return marks
