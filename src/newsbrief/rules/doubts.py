"""Doubts: questions that are still open keep a briefing from being published, and are named in a draft."""

from newsbrief.content.parse_fact_sheet import Facts
from newsbrief.evidence.findings import Findings
from newsbrief.model.problems import Problem

_HINT = "settle it and delete the line `doubt:`; until then the briefing is shown only as a draft"


def nothing_doubtful_is_published(findings: Findings) -> list[Problem]:
    if findings.article.front.draft:
        return []
    hint = "settle it and delete the line `doubt:`, or keep `draft: true` in the front matter of article.md"
    return list_doubts(findings.facts, hint)


def list_doubts(facts: Facts, hint: str = _HINT) -> list[Problem]:
    """Return the questions that a fact sheet leaves open, each at its line."""
    return [
        facts.file.problem((*path, "doubt"), f"this question is still open: {entry.doubt}", hint)
        for _, path, entry in facts.all_entries
        if entry.doubt
    ]
