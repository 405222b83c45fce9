"""What an article does not say: as the editor declares it, and as far as the program itself can know.

Nothing is concluded from what an editor left out: a key of `source` that is not there says nothing of the article.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from newsbrief.model.briefing import Briefing, DatedEvent, Quote
from newsbrief.model.front_matter import OriginField

GapKind = Literal[OriginField, "speakers", "pronouns", "counted-dates", "unquoted-sides", "background-parties"]


class Gap(Struct, frozen=True):
    """Something that the article does not say. `kind` names it, `number` says how many; the others name them."""

    kind: GapKind
    number: int = 0
    quotes: tuple[Quote, ...] = ()
    events: tuple[DatedEvent, ...] = ()
    sides: tuple[str, ...] = ()


def find_gaps(briefing: Briefing) -> tuple[Gap, ...]:
    """Return what the article does not say, as far as it was declared or can be known."""
    unnamed = tuple(quote for quote in briefing.quotes if not quote.speakers)
    by_pronoun = tuple(quote for quote in briefing.quotes if quote.cue and quote.cue.pronoun)
    counted = tuple(event for event in briefing.events if event.basis == "words" and event.agreement == "counted")
    unquoted = tuple(_unquoted_sides(briefing))
    background = sum(actor.is_background for actor in briefing.actors.values())
    return (
        *(Gap(field) for field in briefing.front.origin.not_given),
        *([Gap("speakers", len(unnamed), quotes=unnamed)] if unnamed else []),
        *([Gap("pronouns", len(by_pronoun), quotes=by_pronoun)] if by_pronoun else []),
        *([Gap("counted-dates", len(counted), events=counted)] if counted else []),
        *([Gap("unquoted-sides", len(unquoted), sides=unquoted)] if unquoted else []),
        *([Gap("background-parties", background)] if background else []),
    )


def _unquoted_sides(briefing: Briefing) -> Iterator[str]:
    """Yield the sides of whom nobody is said to speak, where somebody of another side is.

    Parties that the article does not name make no side of its own.
    """
    speaking = {id for quote in briefing.quotes if quote.hedge != "denied" for id in quote.speakers}
    quoted = {briefing.actors[id].side for id in speaking} - {None}
    named = [actor.side for actor in briefing.actors.values() if actor.side and not actor.is_background]
    yield from (side for side in dict.fromkeys(named) if quoted and side not in quoted)
