"""The summary of a briefing: the part of it that other pages show."""

from collections.abc import Iterable

from newsbrief.model.briefing import Briefing
from newsbrief.model.site import Lead, Party, Summary, Teaser

PARTIES_OF_A_TEASER = 8
MOST_AROUND = 140
"""The most parties that a teaser names, and the most characters before and after the words of a lead."""


def summarise(briefing: Briefing) -> Summary:
    """Return the part of a briefing that other pages show."""
    front, tally = briefing.front, briefing.tally
    parties = tuple(
        Party(actor.id, actor.name, actor.abbr, actor.kind, actor.description, actor.own_kind)
        for actor in briefing.actors.values()
    )
    named, more = choose_parties(parties)
    teaser = Teaser(
        slug=briefing.slug,
        title=front.title,
        standfirst=front.standfirst,
        as_of=front.as_of,
        updated=front.updated,
        draft=front.draft,
        parties=named,
        more=more,
    )
    return Summary(
        teaser,
        parties,
        choose_lead(briefing),
        tally.passages,
        tally.unattributed,
        front.language,
        front.connections,
        front.gone is not None,
    )


def choose_lead(briefing: Briefing) -> Lead | None:
    """Return the first key point that rests on one passage, with its words amid those around them.

    None where there is no such key point that the program could follow.
    """
    followed = (claim for claim in briefing.key_points if len(claim.cites) == 1 and not (claim.reading or claim.doubt))
    claim = next(followed, None)
    if claim is None:
        return None
    (cite,) = claim.cites
    text = briefing.document.text
    before = text[: cite.start].rpartition("\n")[2]
    after = text[cite.end :].partition("\n")[0]
    words, place = briefing.words(cite), briefing.place(cite)
    return Lead(claim.text, _end_of(before), words, _beginning_of(after), f"{claim.id}-words", place)


def _end_of(text: str) -> str:
    """Return the last words of a text, after an ellipsis if they are not all of it."""
    cut = text[-MOST_AROUND:]
    return text if cut == text else f"… {cut.partition(' ')[2]}"


def _beginning_of(text: str) -> str:
    """Return the first words of a text, before an ellipsis if they are not all of it."""
    cut = text[:MOST_AROUND]
    return text if cut == text else f"{cut.rpartition(' ')[0]} …"


def choose_parties(parties: Iterable[Party]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the id and the label of each party that a teaser names, and the number of the others; none is a person."""
    bodies = tuple((party.id, party.label) for party in parties if party.kind != "person")
    return bodies[:PARTIES_OF_A_TEASER], len(bodies[PARTIES_OF_A_TEASER:])
