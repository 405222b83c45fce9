"""The summary of a briefing: the part of it that other pages show."""

from collections.abc import Iterable

from newsbrief.model.briefing import Briefing
from newsbrief.model.site import Party, Summary, Teaser

PARTIES_OF_A_TEASER = 8


def summarise(briefing: Briefing) -> Summary:
    """Return the part of a briefing that other pages show."""
    front, tally = briefing.front, briefing.tally
    parties = tuple(
        Party(actor.id, actor.name, actor.abbr, actor.kind, actor.description) for actor in briefing.actors.values()
    )
    named, more = choose_parties(parties)
    teaser = Teaser(
        slug=briefing.slug,
        title=front.title,
        standfirst=front.standfirst,
        as_of=front.as_of,
        updated=front.updated,
        draft=front.draft,
        passages=tally.passages,
        unattributed=tally.unattributed,
        not_speech=tally.not_speech,
        hedged=tally.hedged,
        readings=tally.readings,
        parties=named,
        more=more,
    )
    return Summary(teaser, parties)


def choose_parties(parties: Iterable[Party]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the id and the label of each party that a teaser names, and the number of the others; none is a person."""
    bodies = tuple((party.id, party.label) for party in parties if party.kind != "person")
    return bodies[:PARTIES_OF_A_TEASER], len(bodies[PARTIES_OF_A_TEASER:])
