"""The outside sources of a briefing."""

from newsbrief.briefing.sides import group_by_side
from newsbrief.model.briefing import Briefing
from newsbrief.model.front_matter import Source


def list_sources(briefing: Briefing) -> tuple[Source, ...]:
    """Return the outside sources of a briefing, each address once, in the order in which the page names them."""
    claims = [
        *briefing.key_points,
        *(claim for side in group_by_side(briefing.actors.values()) for actor in side.actors for claim in actor.about),
        *(event.event for event in briefing.events),
    ]
    named = [*(source for claim in claims for source in claim.sources), *briefing.front.as_of_sources]
    found: dict[str, Source] = {}
    for source in named:
        found.setdefault(source.url, source)
    return tuple(found.values())
