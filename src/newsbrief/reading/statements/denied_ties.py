"""Two of whom the words cited say only what is not so, and of whom a sentence states something else.

`find_denied_tie(stated, cited, …)` of “Vane attended the gala” and “Vane was not invited to the gala” has the denial.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.reading.statements.clauses import Clause
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR


class DeniedTie(NamedTuple):
    """An actor and a thing, the clause that states something of both, and the one that denies something else."""

    actor: str
    thing: str
    stated: Clause
    denied: Clause


def find_denied_tie(stated: Sequence[Clause], cited: Sequence[Clause], lexicon: StatementLexicon) -> DeniedTie | None:
    """Return an actor and a thing that stand together in a clause of a sentence, and only denied in the words cited."""
    denied = [clause for clause in cited if clause.is_denied]
    stated_elsewhere = frozenset(head for each in cited if not each.is_denied for head in each.heads() | each.loose)
    known = {clause.verb for clause in cited}
    for clause in stated if denied else ():
        if clause.is_denied or clause.verb in known:
            continue
        heads = clause.heads() | clause.loose
        actors = {head for head in heads if head.startswith(ACTOR)}
        things = {head for head in heads - actors if not _is_small(head, lexicon)}
        for each in denied:
            who = actors & each.heads() & (each.subject | _agents(each))
            what = (things & each.heads()) - stated_elsewhere
            if who and what:
                return DeniedTie(min(who), min(what), clause, each)
    return None


def _agents(clause: Clause) -> frozenset[str]:
    filler = clause.places.get("agent") or clause.places.get("patient")
    return filler.heads if filler else frozenset()


def _is_small(head: str, lexicon: StatementLexicon) -> bool:
    return head in lexicon.small or lexicon.has("pronouns", head) or lexicon.has_stem("quantities", head)
