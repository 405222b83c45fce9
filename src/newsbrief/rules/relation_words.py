"""The words of messages about relations, and what the kinds of relations have to do with each other."""

from newsbrief.content.fact_sheet import RelationEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.kinds import MUTUAL
from newsbrief.model.problems import Problem

_WORDS_OF = {"neutral": "is neutral towards", "part-of": "is part of"}
"""The words by which a message says a kind whose own name does not."""

OFFICES = frozenset({"part-of", "employs", "leads"})
"""Kinds that a word of office beside one name states, perhaps of a third: “its spokeswoman, Lorenz, called Wendt”."""

FAMILIES = (
    {"backs", "supports", "arms"},
    {"fights", "resists", "opposes", "criticises", "accuses", "arrests", "sues", "sanctions"},
    {"leads", "part-of", "owns", "employs", "succeeds"},
    {"agrees-with", "merges-with", "meets", "talks-to", "calls-on"},
    {"neutral"},
)
"""Kinds of which one does not exclude another."""


def is_mutual(findings: Findings, kind: str) -> bool:
    """Say whether a relation of this kind holds both ways."""
    own = findings.facts.own_kinds.relation(kind)
    return own.is_mutual if own else kind in MUTUAL


def may_hold_together(findings: Findings, kind: str, others: frozenset[str]) -> bool:
    """Say whether a relation of this kind is not excluded by others that the article states of the two.

    Of a site's own kinds, the program does not know what they exclude.
    """
    own = findings.facts.own_kinds.relation
    if own(kind) or all(own(other) for other in others):
        return True
    return any(kind in family and family & others for family in FAMILIES)


def report_hedge(
    findings: Findings, path: Path, entry: RelationEntry, hedges: frozenset[str], is_negated: bool, words: str
) -> list[Problem]:
    """Return the problem of a relation that its words hedge otherwise than the entry does."""
    at = (*path, "hedge") if entry.hedge else (*path, "cite")
    if not hedges:
        return findings.doubts(at, f"the words cited are not hedged: {words}", "leave out `hedge`")
    wanted = name_choices("hedge", hedges)
    if is_negated and not entry.hedge:
        return [findings.problem(at, f"the article says that it is not so: {words}", f"leave it out, or add {wanted}")]
    return findings.doubts(at, f"the article does not state this as a fact: {words}", f"add {wanted}")


def name_choices(key: str, values: frozenset[str]) -> str:
    """Return the lines to choose from, as they are written in the fact sheet."""
    return " or ".join(f"`{key}: {value}`" for value in sorted(values))


def say_relation(findings: Findings, entry: RelationEntry, reverse: bool = False) -> str:
    """Return what an entry says of its two parties, or of them the other way round."""
    names = [findings.actors[id].name for id in (entry.subject, entry.object)]
    words = _WORDS_OF.get(entry.kind, entry.kind.replace("-", " "))
    return f" {words} ".join(reversed(names) if reverse else names)
