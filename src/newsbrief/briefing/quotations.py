"""The panel of quotations: their cards, and the choices that narrow it."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from newsbrief.briefing.sides import number_sides, side_of_all
from newsbrief.model.briefing import Actor, Briefing, DatedEvent, Quote
from newsbrief.model.document import Span

MOST_CHOICES = 24
"""The number of choices for which the style sheet has rules."""

_MOST_BETWEEN = 120
"""The most characters of the article's own words that a card shows between two pieces of a quotation."""

Choosing = Literal["speaker", "side", "unattributed"]


class Choice(Struct, frozen=True):
    """One way to narrow the panel: the quotations of a speaker, of a side, or of nobody named.

    `number` counts from 1 and ties the choice to the quotations' classes; `name` is an actor's id or a side's name.
    """

    number: int
    by: Choosing
    name: str
    quotes: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the choice in the address of a page that it narrows."""
        return self.by if self.by == "unattributed" else f"{self.by}-{self.name}"


class QuotationPiece(Struct, frozen=True):
    """Words of a quotation that stand together.

    `is_apart` says that the article's own words stand before them, inside the quotation; `between` are these words, if
    they are few.
    """

    words: Span
    is_apart: bool = False
    between: Span | None = None


class QuotationCard(Struct, frozen=True):
    """A quotation as the panel shows it: in pieces, with the choices that show it and the event that dates it.

    `sides` are those of its speakers, each with its number; `side` is the number of the one that they all are on.
    """

    quote: Quote
    speakers: tuple[Actor, ...]
    sides: tuple[tuple[str, int], ...]
    side: int | None
    pieces: tuple[QuotationPiece, ...]
    choices: tuple[int, ...]
    event: DatedEvent | None


def make_cards(briefing: Briefing) -> tuple[QuotationCard, ...]:
    """Return a card for each quotation, in order."""
    shown_by: dict[str, list[int]] = {}
    for choice in offer_choices(briefing):
        for id in choice.quotes:
            shown_by.setdefault(id, []).append(choice.number)
    dated, actors, numbers = date_quotes(briefing), briefing.actors, number_sides(briefing.actors.values())
    return tuple(
        QuotationCard(
            quote=quote,
            speakers=tuple(actors[id] for id in quote.speakers),
            sides=tuple({actors[id].side or "": numbers[id] for id in quote.speakers if id in numbers}.items()),
            side=side_of_all(quote, numbers),
            pieces=tuple(cut_quotation(briefing, quote)),
            choices=tuple(shown_by.get(quote.id, ())),
            event=dated.get(quote.id),
        )
        for quote in briefing.quotes
    )


def cut_quotation(briefing: Briefing, quote: Quote) -> Iterator[QuotationPiece]:
    """Yield the pieces of a quotation, in the article's order."""
    text = briefing.document.text
    yield QuotationPiece(quote.parts[0])
    for before, part in pairwise(quote.parts):
        gap = text[before.end : part.start]
        if not any(char.isalnum() for char in gap):
            yield QuotationPiece(part)
            continue
        start = before.end + next(at for at, char in enumerate(gap) if char.isalnum())
        end = part.start - next(at for at, char in enumerate(reversed(gap)) if char.isalnum())
        between = Span(start, end)
        is_short = end - start <= _MOST_BETWEEN and "\n" not in gap
        is_plain = not any(passage.outer.meets(between) for passage in briefing.passages)
        yield QuotationPiece(part, True, between if is_short and is_plain else None)


def offer_choices(briefing: Briefing) -> tuple[Choice, ...]:
    """Return the choices that narrow the panel, speakers first, then sides, then the unattributed quotations.

    Words of several speakers belong to each of them. A side is offered if it has several speakers; with one, it would
    show the same as that speaker. No choices are offered if each of them would show everything.
    """
    speakers: dict[str, list[str]] = {}
    sides: dict[str, list[Quote]] = {}
    for quote in briefing.quotes:
        for speaker in quote.speakers:
            speakers.setdefault(speaker, []).append(quote.id)
        for side in dict.fromkeys(briefing.actors[speaker].side for speaker in quote.speakers):
            if side:
                sides.setdefault(side, []).append(quote)
    found: list[tuple[Choosing, str, list[str]]] = [("speaker", name, quotes) for name, quotes in speakers.items()]
    for name, said in sides.items():
        of_side = {id for quote in said for id in quote.speakers if briefing.actors[id].side == name}
        if len(of_side) > 1:
            found.append(("side", name, [quote.id for quote in said]))
    unattributed = [quote.id for quote in briefing.quotes if not quote.speakers]
    most = sorted(found, key=lambda each: -len(each[2]))[: MOST_CHOICES - bool(unattributed)]
    kept = [each for each in found if each in most]
    if unattributed:
        kept.append(("unattributed", "", unattributed))
    if all(len(quotes) == len(briefing.quotes) for _, _, quotes in kept):
        return ()
    return tuple(Choice(number, by, name, tuple(quotes)) for number, (by, name, quotes) in enumerate(kept, 1))


def date_quotes(briefing: Briefing) -> Mapping[str, DatedEvent]:
    """Return for each quotation's id the first event whose cited words hold its cue or its own words."""
    dated: dict[str, DatedEvent] = {}
    for quote in briefing.quotes:
        told = [*quote.parts, *([quote.cue.span] if quote.cue else [])]
        for event in briefing.events:
            if any(cite.holds(span) for cite in event.event.cites for span in told):
                dated[quote.id] = event
                break
    return dated
