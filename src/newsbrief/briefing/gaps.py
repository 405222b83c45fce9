"""What an article does not say: as the editor declares it, and as far as the program itself can know.

Nothing is concluded from what an editor left out: a key of `source` that is not there says nothing of the article.
"""

from typing import Literal

from msgspec import Struct

from newsbrief.briefing.speakers import find_silent_sides
from newsbrief.model.briefing import Briefing, DatedEvent, Quote
from newsbrief.model.front_matter import OriginField

GapKind = Literal["origin", "speakers", "pronouns", "undated-events", "silent-sides", "background-parties"]


class Gap(Struct, frozen=True):
    """Something that the article does not say. `kind` names it, `number` says how many; the others name them."""

    kind: GapKind
    number: int = 0
    fields: tuple[OriginField, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[DatedEvent, ...] = ()
    sides: tuple[str, ...] = ()


def find_gaps(briefing: Briefing) -> tuple[Gap, ...]:
    """Return what the article does not say, as far as it was declared or can be known."""
    fields = briefing.front.origin.not_given
    unnamed = tuple(quote for quote in briefing.quotes if not quote.speakers)
    by_pronoun = tuple(quote for quote in briefing.quotes if quote.cue and quote.cue.pronoun)
    undated = tuple(event for event in briefing.events if _lacks_full_date(event))
    silent = tuple(find_silent_sides(briefing))
    background = sum(actor.is_background for actor in briefing.actors.values())
    return (
        *([Gap("origin", len(fields), fields=fields)] if fields else []),
        *([Gap("speakers", len(unnamed), quotes=unnamed)] if unnamed else []),
        *([Gap("pronouns", len(by_pronoun), quotes=by_pronoun)] if by_pronoun else []),
        *([Gap("undated-events", len(undated), events=undated)] if undated else []),
        *([Gap("silent-sides", len(silent), sides=silent)] if silent else []),
        *([Gap("background-parties", background)] if background else []),
    )


def _lacks_full_date(event: DatedEvent) -> bool:
    """Say whether the words for its date leave out the year, or the day."""
    is_period = event.date.end is not None
    return event.basis == "words" and (event.agreement == "counted" or not (is_period or event.date.start.day))
