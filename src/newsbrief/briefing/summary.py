"""What other pages show of a briefing."""

from newsbrief.model.briefing import Briefing
from newsbrief.model.site import Party, Summary


def summarise(briefing: Briefing) -> Summary:
    """Return what other pages show of a briefing."""
    front, tally = briefing.front, briefing.tally
    parties = (
        Party(actor.id, actor.name, actor.abbr, actor.kind, actor.about[0].text if actor.about else None)
        for actor in briefing.actors.values()
    )
    return Summary(
        slug=briefing.slug,
        title=front.title,
        standfirst=front.standfirst,
        as_of=front.as_of,
        updated=front.updated,
        draft=front.draft,
        passages=tally.passages,
        unattributed=tally.unattributed,
        not_speech=tally.not_speech,
        parties=tuple(parties),
    )
