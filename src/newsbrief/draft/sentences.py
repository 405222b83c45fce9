"""The sentences of an article's own text, none of which ends inside quotation marks.

`read_sentences(findings)` lists their places, without those of headings.
"""

import re

from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.reading.datelines import without_dateline
from newsbrief.reading.sentence_ends import find_sentences

_NUMBER = re.compile(r"(?<!\d)\d{1,2}\.\s*$")


def read_sentences(findings: Findings) -> tuple[Span, ...]:
    """Return the places of the sentences of all paragraphs, without a dateline; a quotation is never cut in two."""
    evidence = findings.evidence
    marks = Coverage(passage.outer for passage in findings.passages if passage.depth == 0)
    found: list[Span] = []
    # “Am 3. März” has a full stop that ends nothing.
    is_numbered = primary_language(findings.article.front.language) != "en"
    paragraphs = evidence.document.paragraphs
    for paragraph in without_dateline(evidence.text, paragraphs, findings.article.front.language):
        if paragraph.start == paragraph.end:
            continue
        start = paragraph.start
        for sentence in find_sentences(evidence.text, paragraph):
            end = min(sentence.end, paragraph.end)
            if is_numbered and _NUMBER.search(evidence.text[max(start, sentence.end - 6) : sentence.end]):
                continue
            if any(covered.start < end < covered.end for covered in marks.meeting(Span(end - 1, end + 1))):
                continue
            words = evidence.text[start:end]
            end = start + len(words.rstrip())
            if end > start:
                found.append(Span(start, end))
            start = max(sentence.end, end)
        rest = evidence.text[start : paragraph.end].strip()
        if rest and start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return tuple(found)
