"""The sentences that say most of an article: the first one, and those with most names, dates and quotations."""

import re
from collections.abc import Iterator, Sequence

from newsbrief.draft.article_dates import ArticleDate
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.selectors import select
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.attribution import find_pronoun

_FEWEST_WORDS, _MOST_WORDS = 6, 50
_WORDS_A_POINT = 150
_FEWEST, _MOST = 4, 5
_LEAST = 0.5
"""The least that a sentence must weigh: a figure, or a name that another word than “he” leads."""

_ENDS = frozenset('.!?…。؟।”"»’)')
_FIGURE = re.compile(r"\d")
_CONNECTED = re.compile(r"(?:But|And|However|Meanwhile|Also|So|Yet|Still|This|That|These|Those|It|He|She|They)\b")


def draft_key_points(
    findings: Findings, sentences: Sequence[Span], dates: Sequence[ArticleDate]
) -> Iterator[DraftedEntry]:
    """Yield the chosen sentences, in the order of the article."""
    fitting = [span for span in sentences if _fits(findings, span)]
    if not fitting:
        return
    lead, *others = fitting
    dated = Coverage(date.span for date in dates)
    number = max(_FEWEST, min(_MOST, len(findings.evidence.text.split()) // _WORDS_A_POINT + 1))
    scored = sorted(others, key=lambda span: -_weigh(findings, span, dated))[: number - 1]
    for span in sorted([lead, *(each for each in scored if _weigh(findings, each, dated) > _LEAST)]):
        cite = select(findings.evidence, span)
        if cite is not None:
            text = " ".join(findings.evidence.words(span).split())
            yield DraftedEntry("key_points", {"text": text, "cite": cite}, span)


def _fits(findings: Findings, span: Span) -> bool:
    words = findings.evidence.words(span)
    count = len(words.split())
    is_sentence = words.rstrip()[-1:] in _ENDS
    return _FEWEST_WORDS <= count <= _MOST_WORDS and is_sentence


def _weigh(findings: Findings, span: Span, dated: Coverage) -> float:
    """Return how much a sentence says: its names, dates, quotations and figures, less for one that needs another."""
    words = findings.evidence.words(span)
    names = {place.actor for place in findings.names_in(span)}
    weight = 2 * len(names) + 2 * dated.meets(span) + 1.5 * findings.are_quoted(span) + bool(_FIGURE.search(words))
    first = words.split()[0]
    is_led = find_pronoun(first, findings.article.front.language) is not None
    return weight - 3 * (is_led or bool(_CONNECTED.match(words))) - (len(words) > 260)
