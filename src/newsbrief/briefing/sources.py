"""The outside sources of a briefing."""

from newsbrief.briefing.sides import group_by_side
from newsbrief.model.briefing import Briefing
from newsbrief.model.front_matter import Source


def list_sources(briefing: Briefing) -> tuple[Source, ...]:
    """Return the outside sources of a briefing, each address once, in the order in which the page names them."""
    # The page shows actors by side.
    actors = tuple(actor for side in group_by_side(briefing.actors.values()) for actor in side.actors)
    entries = [entry for section in {**briefing.sections, "actors": actors}.values() for entry in section]
    named = [source for entry in entries for claim in entry.claims for source in claim.sources]
    found: dict[str, Source] = {}
    for source in (*named, *briefing.front.as_of_sources):
        found.setdefault(source.url, source)
    return tuple(found.values())
