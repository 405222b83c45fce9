"""Quotations: in quotation marks, in order, each given once and whole."""

import re
from itertools import islice, pairwise

from newsbrief.content.fact_sheet import QuoteEntry
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
                hint = "list the parts in the article's order, none inside another"
                problems.append(findings.problem((*path, "text", number + 1), message, hint))
    return problems


def quotations_are_in_quotation_marks(findings: Findings) -> list[Problem]:
    problems = []
    for at, span in findings.quoted:
        is_quotation = isinstance(findings.facts.entries[at[:2]], QuoteEntry)
        if findings.passage_around(span) or (is_quotation and _in_block_quotation(findings, span)):
            continue
        message = "these words are not in quotation marks"
        hint = "only the article's quotation marks make a quotation"
        if any(passage.outer.meets(span) for passage in findings.passages):
            message = "these words run across quotation marks"
            hint = "list the words between each pair of marks as a separate part"
        problems.append(findings.problem(at, message, hint))
    return problems


def quotations_are_given_once(findings: Findings) -> list[Problem]:
    given = sorted((span, at[:2]) for at, span in findings.quoted)
    problems = []
    for number, (span, path) in enumerate(given):
        for other, other_path in islice(given, number + 1, None):
            if other.start >= span.end:
                break
            if path != other_path and findings.passage_around(span) == findings.passage_around(other):
                first, again = sorted((path, other_path), key=lambda at: findings.facts.file.places[at])
                line = findings.facts.file.places[first][0]
                message = f"the entry on line {line} accounts for these words already"
                problems.append(findings.problem((*again, "text"), message, "keep one of the two entries"))
    return problems


def one_pair_of_marks_is_one_entry(findings: Findings) -> list[Problem]:
    """Words inside one pair of marks, divided between two entries, could say what nobody said."""
    owners: dict[Passage, tuple[Path, list[Span]]] = {}
    problems = []
    for at, span in findings.quoted:
        passage = findings.passage_around(span)
        if passage is None:
            continue
        owner, given = owners.setdefault(passage, (at[:2], []))
        if owner == at[:2]:
            given.append(span)
        elif not any(span.meets(other) for other in given):
            line = findings.facts.file.places[owner][0]
            message = f"the entry on line {line} quotes from the same pair of quotation marks"
            problems.append(findings.problem(at, message, "put all words between the two marks in one entry"))
    return problems


def questions_and_cries_keep_their_marks(findings: Findings) -> list[Problem]:
    """An entry may leave off a comma or a full stop at the end, but no sign that changes the sense."""
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
