"""Quotation marks: in pairs, each accounted for, and nothing quoted that stands outside them."""

import re
from itertools import islice, pairwise

from newsbrief.content.fact_sheet import UNATTRIBUTED, NotSpeechEntry, QuoteEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.search import uncovered
from newsbrief.model.document import Passage, Span
from newsbrief.model.problems import Problem
from newsbrief.rules.words import as_yaml, shorten, write_selector

_TELLING = re.compile(r"[?!؟？！…‽]|\.\.\.")
_MOST_SELECTORS = 50
"""How many proposed entries are worded so that they can be pasted in even where the words occur twice."""


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


def quotation_marks_are_paired(findings: Findings) -> list[Problem]:
    problems = []
    for mark in findings.evidence.marks.unpaired:
        message = "this quotation mark is never closed" if mark.opens else "this quotation mark closes nothing"
        hint = "see whether the text was copied whole; a quotation of several paragraphs opens each of them anew"
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
            # Marks around a dash or an emoji only: nothing would be left over, and yet nobody has accounted for them.
            gaps = [inner for inner in passage.inner if findings.evidence.words(inner).strip()]
        if gaps and not any(
            other.depth < passage.depth and other.outer.holds(passage.outer) for other in findings.passages
        ):
            problems.append(_unaccounted(findings, passage, gaps, is_telling=len(problems) < _MOST_SELECTORS))
    return problems


def _in_block_quotation(findings: Findings, span: Span) -> bool:
    return any(block.holds(span) for block in findings.article.document.block_quotations)


def _accounted_for(findings: Findings) -> list[Span]:
    """Return all words that an entry accounts for, and those that an entry with a fault plainly means."""
    spans = [span for at, span in findings.found.items() if at[0] in ("quotes", "not_speech") and "text" in at]
    spans += [span for at, span in findings.found.items() if at[-1] == "cue" and findings.is_aside(span)]
    for at, missing in findings.missing.items():
        if at[0] in ("quotes", "not_speech") and "text" in at:
            meant = [findings.passage_around(place) for place in missing.places]
            spans += [passage.outer for passage in meant if passage]
    return spans


def _has_unread_quotations(findings: Findings) -> bool:
    """Say whether entries that would account for passages could not be read; the passages are then nobody's fault."""
    values = findings.facts.file.values
    read = {path for path in findings.facts.entries if path[0] in ("quotes", "not_speech")}
    given = [values.get(key) for key in ("quotes", "not_speech")]
    return bool(findings.facts.file.problems) or len(read) < sum(
        len(entries) for entries in given if isinstance(entries, list)
    )


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
    hint = f"name the speaker, or add to `quotes` of {where}:\n{line}\nor list the words under `not_speech`"
    return findings.article.problem_at(passage.outer.start, f"{what} not accounted for", hint)


def _trim(findings: Findings, span: Span) -> Span:
    words = findings.evidence.words(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
