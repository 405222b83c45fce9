"""What an article does not say, as far as that can be computed."""

from typing import Literal, get_args

from msgspec import Struct

from newsbrief.model.briefing import Briefing, Quote

Absent = Literal["publisher", "author", "published", "url"]
GapKind = Literal[Absent, "speakers", "pronouns", "counted-dates", "read-dates", "background-parties"]


class Gap(Struct, frozen=True):
    """Something that the article does not say. `kind` names it; `number` and `quotes` tell of how many and which."""

    kind: GapKind
    number: int = 0
    quotes: tuple[Quote, ...] = ()


def find_gaps(briefing: Briefing) -> tuple[Gap, ...]:
    """Return what the article does not say, as far as that can be computed."""
    origin = briefing.front.origin
    absent: list[Absent] = [kind for kind in get_args(Absent) if getattr(origin, kind) is None]
    unattributed = tuple(quote for quote in briefing.quotes if quote.speaker is None)
    by_pronoun = tuple(quote for quote in briefing.quotes if quote.cue and quote.cue.pronoun)
    counted = sum(event.agreement == "counted" for event in briefing.events)
    read = sum(event.agreement == "read" for event in briefing.events)
    background = sum(actor.is_background for actor in briefing.actors.values())
    return (
        *(Gap(kind) for kind in absent),
        *([Gap("speakers", len(unattributed), unattributed)] if unattributed else []),
        *([Gap("pronouns", len(by_pronoun), by_pronoun)] if by_pronoun else []),
        *([Gap("counted-dates", counted)] if counted else []),
        *([Gap("read-dates", read)] if read else []),
        *([Gap("background-parties", background)] if background else []),
    )
