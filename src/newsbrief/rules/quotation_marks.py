"""Quotation marks: in pairs, each pair accounted for."""

from collections.abc import Iterable

from newsbrief.content.fact_sheet import SECTIONS, UNATTRIBUTED, is_quoted
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Passage, Span
from newsbrief.model.problems import Problem
from newsbrief.rules.missing_words import as_yaml, shorten, write_selector

_MOST_SELECTORS = 50
"""The number of proposed entries that can be pasted in even where their words occur twice."""


def quotation_marks_are_paired(findings: Findings) -> list[Problem]:
    problems = []
    for mark in findings.evidence.marks.unpaired:
        message = "this quotation mark is never closed" if mark.opens else "this quotation mark closes nothing"
        hint = "check that the text is complete; a quotation of several paragraphs opens with a mark in each of them"
        problems.append(findings.article.problem_at(mark.offset, message, hint))
    return problems


def quotation_marks_are_accounted_for(findings: Findings) -> list[Problem]:
    if _has_unread_quotations(findings):
        return []
    spans = _accounted_for(findings)
    problems: list[Problem] = []
    for passage in findings.passages:
        gaps = [gap for inner in passage.inner for gap in uncovered(spans, inner, findings.evidence.text)]
        wordless = not any(char.isalnum() for inner in passage.inner for char in findings.evidence.words(inner))
        if wordless and not any(span.meets(passage.outer) for span in spans):
            # Marks around a dash or an emoji only hold no words, and still need an entry.
            gaps = [inner for inner in passage.inner if findings.evidence.words(inner).strip()]
        outer = [other for other in findings.passages if other.depth < passage.depth]
        if gaps and not any(other.outer.holds(passage.outer) for other in outer):
            problems.append(_unaccounted(findings, passage, gaps, is_telling=len(problems) < _MOST_SELECTORS))
    return problems


def _accounted_for(findings: Findings) -> list[Span]:
    """Return all words that an entry accounts for, and those that an entry with a fault plainly means."""
    spans = [span for _, span in findings.quoted]
    spans += [span for at, span in findings.found.items() if at[-1] == "cue" and findings.is_aside(span)]
    for at, missing in findings.missing.items():
        if is_quoted(at):
            meant = [findings.passage_around(place) for place in missing.places]
            spans += [passage.outer for passage in meant if passage]
    return spans


def _has_unread_quotations(findings: Findings) -> bool:
    """Say whether entries with faults may account for passages that no other entry accounts for."""
    facts, quoted = findings.facts, [section.key for section in SECTIONS if section.quoted]
    lists = [entries for entries in map(facts.file.values.get, quoted) if isinstance(entries, list)]
    read = sum(path[0] in quoted for path in facts.entries)
    return bool(facts.file.problems) or read < sum(map(len, lists))


def _unaccounted(findings: Findings, passage: Passage, gaps: list[Span], is_telling: bool) -> Problem:
    whole = sum(inner.end - inner.start for inner in passage.inner) == sum(gap.end - gap.start for gap in gaps)
    words = " ".join(findings.evidence.words(gap).strip() for gap in gaps)
    what = "these quotation marks are" if whole else f"“{shorten(words)}”, inside these quotation marks, is"
    plain = [as_yaml(findings.evidence.words(gap).strip()) for gap in gaps]
    texts = [
        (is_telling and write_selector(findings, _trim(findings, gap))) or words_alone
        for gap, words_alone in zip(gaps, plain, strict=True)
    ]
    text = texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
    line = f"- {{speaker: {UNATTRIBUTED}, text: {text}}}"
    where = findings.facts.file.file.path
    hint = f"add to `quotes` of {where}, with the speaker if the article names one:\n{line}\n"
    hint += "or list the words under `not_speech`"
    return findings.article.problem_at(passage.outer.start, f"{what} not accounted for", hint)


def _trim(findings: Findings, span: Span) -> Span:
    words = findings.evidence.words(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def uncovered(spans: Iterable[Span], inside: Span, text: str) -> tuple[Span, ...]:
    """Return the stretches of `inside` that hold letters or digits and lie in none of `spans`."""
    left = []
    at = inside.start
    for span in sorted((span for span in spans if span.meets(inside)), key=lambda span: span.start):
        left.append(Span(at, span.start))
        at = max(at, span.end)
    left.append(Span(at, inside.end))
    return tuple(
        gap for gap in left if gap.start < gap.end and any(char.isalnum() for char in text[gap.start : gap.end])
    )
