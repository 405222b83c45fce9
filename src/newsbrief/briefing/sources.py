"""The outside sources of a briefing."""

from newsbrief.briefing.party_cards import lay_out_parties
from newsbrief.model.briefing import Briefing
from newsbrief.model.front_matter import Source


def list_sources(briefing: Briefing) -> tuple[Source, ...]:
    """Return the outside sources of a briefing, each address once, in the order in which the page names them."""
    cards = [card for side in lay_out_parties(briefing) for card in side.cards]
    actors = tuple(actor for card in cards for actor in (card.actor, *card.people))
    entries = [entry for section in {**briefing.sections, "actors": actors}.values() for entry in section]
    named = [source for entry in entries for claim in entry.claims for source in claim.sources]
    found: dict[str, Source] = {}
    for source in (*named, *briefing.front.as_of_sources):
        found.setdefault(source.url, source)
    return tuple(found.values())
