"""Doubts: questions that are still open keep a briefing from being published."""

from newsbrief.evidence.findings import Findings
from newsbrief.model.problems import Problem


def nothing_doubtful_is_published(findings: Findings) -> list[Problem]:
    if findings.article.front.draft:
        return []
    hint = "settle it and delete the line `doubt:`, or keep `draft: true` in the front matter of article.md"
    return [
        findings.problem((*path, "doubt"), f"this question is still open: {entry.doubt}", hint)
        for _, path, entry in findings.facts.all_entries
        if entry.doubt
    ]
