"""Quotation marks: each pair accounted for."""

from newsbrief.content.fact_sheet import SECTIONS, UNATTRIBUTED, is_quoted
from newsbrief.evidence.apostrophes import looks_like_letter, shortens_end
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.mark_families import FAMILIES
from newsbrief.evidence.quotation_marks import UnpairedMark
from newsbrief.model.document import Passage, Span
from newsbrief.model.problems import Problem
from newsbrief.rules.missing_words import MOST_SELECTORS, as_yaml, shorten, write_selector
from newsbrief.rules.slips import write_slip

_MOST_PARTS = 10
"""The most parts of a proposed entry that can be pasted in even where their words occur twice."""


def quotation_marks_are_accounted_for(findings: Findings) -> list[Problem]:
    if _has_unread_quotations(findings):
        return []
    accounted_for = Coverage(_accounted_for(findings))
    problems: list[Problem] = []
    for number, passage in enumerate(findings.passages):
        gaps = [gap for inner in passage.inner for gap in uncovered(accounted_for, inner, findings.evidence.text)]
        wordless = not any(has_letters(findings.evidence.words(inner)) for inner in passage.inner)
        if wordless and not accounted_for.meets(passage.outer):
            # Marks around a dash or an emoji only hold no words, and still need an entry.
            gaps = [inner for inner in passage.inner if findings.evidence.words(inner).strip()]
        if gaps and not findings.is_nested(number):
            problems.append(_unaccounted(findings, passage, gaps, is_telling=len(problems) < MOST_SELECTORS))
    return problems


def _accounted_for(findings: Findings) -> list[Span]:
    """Return all words that an entry accounts for, and those that an entry with a fault plainly means."""
    spans = [span for _, span in findings.quoted]
    spans += [span for at, span in findings.found.items() if at[-1] == "cue" and findings.is_aside(span)]
    # Entries for the same words share what is missing.
    quoted = {id(missing): missing for at, missing in findings.missing.items() if is_quoted(at)}
    meant = (findings.passage_around(place) for missing in quoted.values() for place in missing.places)
    return [*spans, *(passage.outer for passage in meant if passage)]


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
    is_telling = is_telling and len(gaps) <= _MOST_PARTS
    texts = [
        (is_telling and write_selector(findings, _trim(findings, gap))) or words_alone
        for gap, words_alone in zip(gaps, plain, strict=True)
    ]
    text = texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"
    line = f"- {{speaker: {UNATTRIBUTED}, text: {text}}}"
    where = findings.facts.file.file.path
    hint = f"add to `quotes` of {where}, with the speaker if the article names one:\n{line}\n"
    hint += "or list the words under `not_speech`"
    if is_telling and (slip := _write_letters(findings, passage)):
        hint += f"\nif these are no quotation marks, add to the front matter of {findings.article.file.path}:\n"
        hint += f"sic: [{slip}]"
    return findings.article.problem_at(passage.outer.start, f"{what} not accounted for", hint)


def _write_letters(findings: Findings, passage: Passage) -> str:
    """Return as YAML the marks that may be a letter and an apostrophe rather than a pair; nothing if they are one."""
    text, (start, end) = findings.evidence.text, passage.outer
    if FAMILIES.get(text[start]) != "single" or text[start : start + 1] == text[start + 1 : start + 2]:
        return ""
    if shortens_end(text, end - 1, findings.article.front.language):
        return write_slip(findings, UnpairedMark(start, opens=True))
    is_name = looks_like_letter(text, start) and text[start + 1 : end - 1].isalpha()
    return as_yaml(text[start:end]) if is_name and findings.evidence.is_printed_once(text[start:end]) else ""


def _trim(findings: Findings, span: Span) -> Span:
    words = findings.evidence.words(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def uncovered(covered: Coverage, inside: Span, text: str) -> tuple[Span, ...]:
    """Return the stretches of `inside` that hold letters or digits and are not covered."""
    left = []
    at = inside.start
    for span in covered.meeting(inside):
        left.append(Span(at, span.start))
        at = span.end
    left.append(Span(at, inside.end))
    return tuple(gap for gap in left if gap.start < gap.end and has_letters(text[gap.start : gap.end]))


def has_letters(words: str) -> bool:
    """Say whether `words` hold letters or digits."""
    return any(char.isalnum() for char in words)
