"""Quotation marks without a partner, and the marks that the front matter declares under `sic`."""

from newsbrief.content.fact_sheet import UNATTRIBUTED
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.mark_families import SIGNS
from newsbrief.evidence.missing import Missing
from newsbrief.evidence.quotation_marks import UnpairedMark
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.reading.sentence_ends import find_sentence
from newsbrief.rules.missing_words import MOST_SELECTORS, as_yaml

_WORD = compile_late(r"\w+")
_LAST_SIGNS = " \n.!?。！？।۔؟"
_MARK_INSIDE = compile_late("(?<!\\w)['’]|['’](?!\\w)|[" + "".join(sorted(SIGNS - {"'", "’"})) + "]")
_AROUND = 200
"""The most characters around a mark from which words for `sic` are taken, and a sentence's."""


def quotation_marks_are_paired(findings: Findings) -> list[Problem]:
    """A mark without a partner must be declared under `sic`, or an entry's words must begin or end at it."""
    accounted_for = {offset for _, span in findings.quoted for offset in findings.lone_marks.beside(span)}
    lone = [mark for mark in findings.evidence.marks.unpaired if mark.offset not in accounted_for]
    return [_unpaired(findings, mark, number < MOST_SELECTORS) for number, mark in enumerate(lone)]


def _unpaired(findings: Findings, mark: UnpairedMark, is_telling: bool) -> Problem:
    message = f"this quotation mark {'is never closed' if mark.opens else 'closes nothing'}"
    hint = "check that the text is complete; a quotation of several paragraphs opens with a mark in each of them"
    if is_telling and (words := _speech_beside(findings, mark)):
        hint += f"\nif somebody’s words {'begin' if mark.opens else 'end'} here, add them to `quotes` of "
        hint += f"{findings.facts.file.file.path}, no further than they go:\n"
        hint += f"- {{speaker: {UNATTRIBUTED}, text: {as_yaml(words)}}}"
    if is_telling and (slip := write_slip(findings, mark)):
        hint += "\nif the mark is a letter, or the article leaves it so, add to the front matter of "
        hint += f"{findings.article.file.path}:\nsic: [{slip}]"
    else:
        hint += "\nif the mark is a letter, or the article leaves it so, list it under `sic` in the front matter, "
        hint += "with words beside it that occur once"
    return findings.article.problem_at(mark.offset, message, hint)


def _speech_beside(findings: Findings, mark: UnpairedMark) -> str:
    """Return the words between a mark and the end of its sentence, or its start; nothing if other marks are there."""
    paragraph, text = _paragraph(findings, mark), findings.evidence.text
    if mark.opens:
        span = Span(mark.end, min(find_sentence(text, mark.end).end, paragraph.end))
    else:
        start = max(paragraph.start, mark.offset - _AROUND)
        sentence = find_sentence(text, max(start, mark.offset - 2))
        span = Span(max(start, sentence.start), mark.offset)
    words = text[span.start : span.end].strip()
    words = words.rstrip(_LAST_SIGNS) if mark.opens else words
    is_plain = len(words) <= _AROUND and not _MARK_INSIDE.search(words) and any(char.isalnum() for char in words)
    return words if is_plain and len(findings.evidence.occurrences(words, most=2)) == 1 else ""


def write_slip(findings: Findings, mark: UnpairedMark) -> str:
    """Return as YAML the fewest words with a mark that occur once in the article; nothing if there are none."""
    paragraph, text = _paragraph(findings, mark), findings.evidence.text
    start, end = max(paragraph.start, mark.offset - _AROUND), min(paragraph.end, mark.end + _AROUND)
    before = [match.start() for match in _WORD.finditer(text, start, mark.offset)][::-1]
    after = [match.end() for match in _WORD.finditer(text, mark.end, end)]
    starts = [mark.offset, *before] if mark.opens else [*before[:1], *before] or [mark.offset]
    ends = [*after[:1], *after] or [mark.end] if mark.opens else [mark.end, *after]
    for count in range(1, 2 * max(len(starts), len(ends))):
        # Words are added on the side of the quotation first, then on the other.
        near, far = (count + 1) // 2, count // 2
        first = starts[min(far if mark.opens else near, len(starts) - 1)]
        last = ends[min(near if mark.opens else far, len(ends) - 1)]
        words = text[first:last]
        if findings.evidence.is_printed_once(words):
            return as_yaml(words)
    return ""


def _paragraph(findings: Findings, mark: UnpairedMark) -> Span:
    evidence = findings.evidence
    return evidence.document.paragraphs[evidence.paragraph_of(mark.offset)]


def slips_are_the_articles_own(findings: Findings) -> list[Problem]:
    """Words under `sic` occur once in the article, and a mark in them is a letter or has no partner."""
    problems = []
    for number, fault in findings.evidence.slips.faults.items():
        words = findings.evidence.sic[number]
        message, hint = _explain(findings, words, fault)
        problems.append(findings.article.problem(("sic", number), message, hint))
    return problems


def _explain(findings: Findings, words: str, fault: Missing | int | None) -> tuple[str, str]:
    shown = as_yaml(words)
    if isinstance(fault, Missing) and fault.places:
        lines = ", ".join(dict.fromkeys(findings.article.line_of(place.start) for place in fault.places))
        return f"{shown} occurs more than once in the article", f"at {lines}; add the words right before or after"
    if isinstance(fault, Missing):
        return f"{shown} is not in the article", "copy the words with the mark from the article"
    if fault is None:
        return f"no quotation mark is in {shown}, or only apostrophes", "delete this line, or add the mark"
    line = findings.article.line_of(fault)
    message = f"the quotation marks in {shown} are in order: each has its partner ({line})"
    return message, "delete this line, and account for the words between the marks under `quotes` or `not_speech`"
