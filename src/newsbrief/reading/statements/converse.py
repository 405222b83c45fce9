"""Verbs of two that say the same with the two turned round: who buys from somebody is sold to.

`canonical(clause, lexicon)` has the same verb and places for “Aske sold it to Dorn” and “Dorn bought it from Aske”.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from newsbrief.reading.statements.clauses import AGENT, Clause, Filler
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR

PARTNER = "partner"
"""The place of the other one of two, with such a verb."""

NOBODY = Filler(frozenset())


def canonical(clause: Clause, lexicon: StatementLexicon) -> Clause:
    """Return a clause with a name that its verb shares with others, and its places as those others have them."""
    verb = lexicon.meaning(clause.verb)
    found = lexicon.converses.get(verb) or lexicon.converses.get(clause.verb)
    if found is None:
        return replace(clause, verb=verb)
    name, place, is_turned = found
    places = dict(clause.places)
    partner = places.pop(place, None)
    agent = places.pop(AGENT, None)
    if is_turned:
        agent, partner = partner, agent
    places |= {key: filler for key, filler in ((AGENT, agent), (PARTNER, partner)) if filler}
    return replace(clause, verb=name, places=places)


def are_converse(
    one: str, other: str, stated: Sequence[Clause], cited: Sequence[Clause], lexicon: StatementLexicon
) -> bool:
    """Say whether two actors have exchanged their places because the verb is another: bought from, for sold to."""
    names = {ACTOR + one, ACTOR + other}
    for ours in stated:
        for theirs in cited if names <= ours.heads() else ():
            one_verb, same = canonical(ours, lexicon), canonical(theirs, lexicon)
            if ours.verb != theirs.verb and one_verb.verb == same.verb and PARTNER in one_verb.places:
                return all(
                    names & one_verb.places.get(key, NOBODY).heads == names & same.places.get(key, NOBODY).heads
                    for key in (AGENT, PARTNER)
                )
    return False
