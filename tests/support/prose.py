"""Articles of made-up prose, for searches: short words, marks, accents, scripts without spaces."""

from hypothesis import strategies as st

from newsbrief.evidence.search import Evidence
from newsbrief.evidence.typography import fold
from newsbrief.model.document import Document, Span

WORDS = st.text(st.sampled_from("abAé1'’.,—-“”\"\u0301北한\u00ad"), min_size=1, max_size=5)
PROSE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
ANY = st.text(min_size=1, max_size=40)
PARAGRAPHS = st.lists(st.one_of(PROSE, ANY), min_size=1, max_size=4)


def write(*paragraphs: str) -> Evidence:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Evidence(Document((), "\n\n".join(paragraphs), tuple(spans)))


def folded_slice(evidence: Evidence, span: Span) -> str:
    skip = tuple(offset - span.start for offset in evidence.marks.reopening if span.start <= offset < span.end)
    return fold(evidence.words(span), skip).text
