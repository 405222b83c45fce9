"""The editor's notes on a briefing, each under the name of its entry: readings, and questions that are still open.

`list_readings(briefing)[0].label` is the name of the first entry that stands on the editor's reading.
"""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from newsbrief.model.briefing import Briefing
from newsbrief.model.section_entry import EditorNotes
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.language.interface import Interface, read_interface
from newsbrief.pages.ties import name_quotation, name_relation, party_id

METHOD, HEADLINE = "method", "headline"
"""The ids of the section that says how days are counted, and of the head of the page."""

NamedEntry = tuple[EditorNotes, str, str]
"""An entry, the id of the card that shows it, and the card's name."""


class EditorNote(Struct, frozen=True):
    """A note: the id of the card that it is on, the card's name, and the editor's words."""

    target: str
    label: str
    text: str


def list_readings(briefing: Briefing) -> tuple[EditorNote, ...]:
    """Return all that stands on the editor's reading, each with the reason, section by section."""
    if not briefing.tally.readings:
        return ()
    named = _name_entries(briefing)
    notes = tuple(EditorNote(target, label, entry.reading) for entry, target, label in named if entry.reading)
    return (*_list_front_readings(briefing), *notes)


def _list_front_readings(briefing: Briefing) -> Iterator[EditorNote]:
    front = briefing.front
    if front.title_reading:
        yield EditorNote(HEADLINE, front.title, front.title_reading)
    if front.standfirst_reading:
        yield EditorNote(HEADLINE, front.standfirst or "", front.standfirst_reading)
    if front.as_of_reading:
        label = read_interface(front.language)("as-of", date=format_date(front.as_of, front.language))
        yield EditorNote(METHOD, label.unescape(), front.as_of_reading)


def list_doubts(briefing: Briefing) -> tuple[EditorNote, ...]:
    """Return the questions that a draft leaves open."""
    named = _name_entries(briefing) if briefing.front.draft else ()
    return tuple(EditorNote(target, label, entry.doubt) for entry, target, label in named if entry.doubt)


def _name_entries(briefing: Briefing) -> Iterator[NamedEntry]:
    say = read_interface(briefing.front.language)
    for key in briefing.sections:
        yield from NAMED[key](briefing, say)


def _name_key_points(briefing: Briefing, say: Interface) -> Iterator[NamedEntry]:
    for number, claim in enumerate(briefing.key_points, 1):
        yield claim, claim.id, say("key-point", number=number).unescape()


def _name_actors(briefing: Briefing, _: Interface) -> Iterator[NamedEntry]:
    for actor in briefing.actors.values():
        for entry in (actor, *actor.about):
            yield entry, party_id(actor.id), actor.label


def _name_dates(briefing: Briefing, _: Interface) -> Iterator[NamedEntry]:
    for event in briefing.events:
        yield event, event.id, format_date(event.date, briefing.front.language)


def _name_quotes(briefing: Briefing, say: Interface) -> Iterator[NamedEntry]:
    for number, quote in enumerate(briefing.quotes, 1):
        yield quote, quote.id, name_quotation(briefing, quote, number, say)


def _name_relations(briefing: Briefing, _: Interface) -> Iterator[NamedEntry]:
    for relation in briefing.relations:
        yield relation, relation.id, name_relation(briefing, relation)


def _name_not_speech(briefing: Briefing, say: Interface) -> Iterator[NamedEntry]:
    for entry in briefing.not_speech:
        yield entry, entry.id, say("not-speech-label").unescape()


NAMED: Mapping[str, Callable[[Briefing, Interface], Iterator[NamedEntry]]] = {
    "key_points": _name_key_points,
    "actors": _name_actors,
    "dates": _name_dates,
    "quotes": _name_quotes,
    "relations": _name_relations,
    "not_speech": _name_not_speech,
}
"""The entries of each section of the fact sheet, with their names."""
