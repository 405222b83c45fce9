"""Quotations: in quotation marks, in order, each given once and whole."""

import re
from itertools import islice, pairwise

from newsbrief.content.fact_sheet import NotSpeechEntry, QuoteEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Passage, Span
from newsbrief.model.problems import Problem

_TELLING = re.compile(r"[?!؟？！…‽]|\.\.\.")


def parts_keep_their_order(findings: Findings) -> list[Problem]:
    problems = []
    for path, _ in findings.facts.of(QuoteEntry):
        spans = findings.spans((*path, "text"))
        for number, (before, after) in enumerate(pairwise(spans)):
            if after.start < before.end:
                message = "this part stands before the one above it in the article"
                hint = "give the parts in the order in which they stand, none inside another"
                problems.append(findings.problem((*path, "text", number + 1), message, hint))
    return problems


def quotations_are_in_quotation_marks(findings: Findings) -> list[Problem]:
    problems = []
    for path, entry in [*findings.facts.of(QuoteEntry), *findings.facts.of(NotSpeechEntry)]:
        for at, span in findings.places((*path, "text")):
            if findings.passage_around(span):
                continue
            if isinstance(entry, QuoteEntry) and _in_block_quotation(findings, span):
                continue
            crossed = [passage for passage in findings.passages if passage.outer.meets(span)]
            message = (
                "these words run across quotation marks" if crossed else "these words do not stand in quotation marks"
            )
            hint = (
                "give each stretch between two marks as a part of its own"
                if crossed
                else "only the article's quotation marks make a quotation"
            )
            problems.append(findings.problem(at, message, hint))
    return problems


def quotations_are_given_once(findings: Findings) -> list[Problem]:
    entries = [*findings.facts.of(QuoteEntry), *findings.facts.of(NotSpeechEntry)]
    given = sorted((span, path) for path, _ in entries for span in findings.spans((*path, "text")))
    problems = []
    for number, (span, path) in enumerate(given):
        for other, other_path in islice(given, number + 1, None):
            if other.start >= span.end:
                break
            if path != other_path and findings.passage_around(span) == findings.passage_around(other):
                first, again = sorted((path, other_path), key=lambda at: findings.facts.file.places[at])
                line = findings.facts.file.places[first][0]
                message = f"these words are accounted for on line {line} already"
                problems.append(findings.problem((*again, "text"), message, "keep one of the two entries"))
    return problems


def one_pair_of_marks_is_one_entry(findings: Findings) -> list[Problem]:
    """Words inside one pair of marks, divided between entries, could be made to say what nobody said."""
    owners: dict[Passage, tuple[Path, list[Span]]] = {}
    problems = []
    for path in [path for path in findings.facts.entries if path[0] in ("quotes", "not_speech")]:
        for at, span in findings.places((*path, "text")):
            passage = findings.passage_around(span)
            if passage is None:
                continue
            owner, given = owners.setdefault(passage, (path, []))
            if owner == path:
                given.append(span)
            elif not any(span.meets(other) for other in given):
                line = findings.facts.file.places[owner][0]
                message = f"the entry on line {line} quotes from the same pair of quotation marks"
                problems.append(
                    findings.problem(at, message, "give all that stands between the two marks in one entry")
                )
    return problems


def questions_and_cries_keep_their_marks(findings: Findings) -> list[Problem]:
    """A comma or a full stop may be left off at the end; a sign that changes the sense may not."""
    problems = []
    for path, _ in findings.facts.of(QuoteEntry):
        for at, span in findings.places((*path, "text")):
            passage = findings.passage_around(span)
            inner = next((inner for inner in passage.inner if inner.holds(span)), None) if passage else None
            left_off = findings.evidence.words(Span(span.end, inner.end)) if inner else ""
            if _TELLING.search(left_off) and not any(char.isalnum() for char in left_off):
                sign = left_off.strip()
                message = f"the article’s words go on with “{sign}” before the quotation mark"
                problems.append(findings.problem(at, message, f"end the words with it: {sign}"))
    return problems


def _in_block_quotation(findings: Findings, span: Span) -> bool:
    return any(block.holds(span) for block in findings.article.document.block_quotations)
