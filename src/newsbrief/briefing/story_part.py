"""The part of a briefing that the page of its story shows.

`take_part(briefing).events[0].text` is its earliest event.
"""

import zlib

import msgspec

from newsbrief.model.briefing import Briefing, DatedEvent, Quote
from newsbrief.model.story import StoryEvent, StoryPart, StoryQuotation


def take_part(briefing: Briefing) -> StoryPart:
    """Return the part of a briefing that the page of its story shows."""
    return StoryPart(
        tuple(_take_event(briefing, event) for event in briefing.events),
        tuple(_take_quotation(briefing, quote) for quote in briefing.quotes),
    )


def pack_part(briefing: Briefing) -> bytes:
    """Return the part of a briefing in few bytes: those of many are held at once. One without a story has none."""
    connections = briefing.front.connections
    if briefing.front.gone or not (connections.story or connections.translation_of):
        return b""
    return zlib.compress(msgspec.json.encode(take_part(briefing)), 1)


def unpack_part(packed: bytes) -> StoryPart:
    """Return the part that was packed."""
    return msgspec.json.decode(zlib.decompress(packed), type=StoryPart)


def _take_event(briefing: Briefing, event: DatedEvent) -> StoryEvent:
    cites = event.event.cites
    notes = (event.reading, event.event.reading)
    return StoryEvent(
        id=event.id,
        date=str(event.date),
        text=event.event.text,
        basis=event.basis,
        agreement=event.agreement or "",
        when=briefing.words(event.when) if event.when else "",
        words=f"{event.event.id}-words" if cites else "",
        paragraph=briefing.place(cites[0]) if cites else 0,
        reading=next((note for note in notes if note), ""),
    )


def _take_quotation(briefing: Briefing, quote: Quote) -> StoryQuotation:
    return StoryQuotation(
        id=quote.id,
        pieces=tuple(briefing.words(part) for part in quote.parts),
        paragraph=briefing.place(quote.parts[0]),
        speakers=tuple(briefing.actors[id].name for id in quote.speakers),
        hedge=quote.hedge or "",
        is_fragment=quote.is_fragment,
        reading=quote.reading or "",
    )
