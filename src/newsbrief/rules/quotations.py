"""Quotations: in quotation marks, in order, each given once and whole."""

import re
from bisect import bisect_right
from itertools import pairwise

from newsbrief.content.fact_sheet import QuoteEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Passage, Span
from newsbrief.model.problems import Problem

_MOST_TWICE = 10
"""The most entries for the same words with which another one is compared: those that go on the furthest."""

_MOST_SIGNS = 200
"""The most characters behind a quotation's last word in which its closing signs are looked for."""

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
    titles = Coverage(title.outer for title in findings.evidence.marks.titles)
    for at, span in findings.quoted:
        is_quotation = isinstance(findings.facts.entries[at[:2]], QuoteEntry)
        if findings.passage_around(span) or (is_quotation and findings.is_set_off(span)):
            continue
        if findings.lone_marks.beside(span) or (not is_quotation and titles.meets(span)):
            continue
        message = "these words are not in quotation marks"
        hint = "only the article's quotation marks make a quotation"
        if findings.are_quoted(span):
            message = "these words run across quotation marks"
            hint = "list the words between each pair of marks as a separate part"
        problems.append(findings.problem(at, message, hint))
    return problems


def quotations_are_given_once(findings: Findings) -> list[Problem]:
    problems = []
    # The entries whose words may still go on, by the passage that their words stand in, with the furthest end.
    going_on: dict[Span | None, dict[Path, int]] = {}
    for span, path in sorted((span, at[:2]) for at, span in findings.quoted):
        passage = findings.passage_around(span)
        entries = going_on.setdefault(passage.outer if passage else None, {})
        for other, end in list(entries.items()):
            if end <= span.start:
                del entries[other]
            elif other != path:
                first, again = sorted((path, other), key=lambda at: findings.facts.file.places[at])
                line = findings.facts.file.places[first][0]
                message = f"the entry on line {line} accounts for these words already"
                problems.append(findings.problem((*again, "text"), message, "keep one of the two entries"))
        entries[path] = max(span.end, entries.get(path, 0))
        if len(entries) > _MOST_TWICE:
            del entries[min(entries, key=lambda each: entries[each])]
    return problems


def one_pair_of_marks_is_one_entry(findings: Findings) -> list[Problem]:
    """Words inside one pair of marks, divided between two entries, could say what nobody said."""
    given: dict[Span, list[tuple[Path, Span]]] = {}
    for at, span in findings.quoted:
        if passage := findings.passage_around(span):
            given.setdefault(passage.outer, []).append((at, span))
    problems = []
    for within in given.values():
        owner = within[0][0][:2]
        accounted_for = Coverage(span for at, span in within if at[:2] == owner)
        for at, span in within:
            if at[:2] != owner and not accounted_for.meets(span):
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
            left_off = findings.evidence.words(_behind(span, passage)) if passage else ""
            if _TELLING.search(left_off) and not any(char.isalnum() for char in left_off):
                sign = left_off.strip()
                message = f"the article’s words go on with “{sign}” before the quotation mark"
                problems.append(findings.problem(at, message, f"end the words with it: {sign}"))
    return problems


def _behind(span: Span, passage: Passage) -> Span:
    """Return the place of what stands behind `span` in its paragraph of a passage, as far as it can be signs only."""
    number = bisect_right(passage.inner, span.start, key=lambda inner: inner.start) - 1
    end = passage.inner[number].end if number >= 0 else 0
    return Span(span.end, max(span.end, min(end, span.end + _MOST_SIGNS)))
