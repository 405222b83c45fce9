"""The sentences that say most of an article: its lead, and those with a figure, a deed or a decision.

A quotation's own words, a list of names, and what only goes on about “he” or “this” are left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.draft.article_dates import ArticleDate
from newsbrief.draft.date_clauses import without_tail
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.selectors import select
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE
from newsbrief.reading.attribution import find_pronoun
from newsbrief.reading.page_lines import is_of_page

_TABLE = PACKAGE / "draft" / "key_points.yaml"
_FEWEST_WORDS, _MOST_WORDS = 6, 50
_WORDS_A_POINT = 150
_FEWEST, _MOST = 4, 5
_LEAST = 1.5
"""The least that a sentence must weigh: a figure, or a deed with a name."""

_MOST_NAMES, _MANY_NAMES = 2, 4
_MOST_QUOTED = 0.35
"""The share of a sentence in quotation marks from which on it is a quotation."""

_LONG = 240
_LEADING = 3
_ENDS = frozenset('.!?…。؟।”"»’)')
_FIGURE = re.compile(
    r"(?<![\w-])[$€£¥]?\d[\d.,]*(?!st\b|nd\b|rd\b|th\b|\d|[- ]years?[- ]old)"
    r"(?:\s?(?:%|percent|per cent|million|billion|[^\W\d_]+))?"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SIGNS = " \"“«„‘'([*"


def draft_key_points(
    findings: Findings, sentences: Sequence[Span], dates: Sequence[ArticleDate]
) -> Iterator[DraftedEntry]:
    """Yield the chosen sentences, in the order of the article."""
    fitting = [span for span in sentences if _fits(findings, span)]
    if not fitting:
        return
    marks = Coverage(passage.outer for passage in findings.passages if passage.depth == 0)
    lead = next((span for span in fitting if not _is_quotation(findings, span, marks)), fitting[0])
    others = [span for span in fitting if span != lead]
    dated = Coverage(date.span for date in dates)
    number = max(_FEWEST, min(_MOST, len(findings.evidence.text.split()) // _WORDS_A_POINT + 1))
    weights = {span: _weigh(findings, span, dated, marks) for span in others}
    best = [span for span in sorted(others, key=lambda span: -weights[span]) if weights[span] >= _LEAST]
    for span in sorted([lead, *best[: number - 1]]):
        cite = select(findings.evidence, span)
        if cite is not None:
            whole = {"text": " ".join(findings.evidence.words(span).split()), "cite": cite}
            short = _shorten(findings, span)
            yield DraftedEntry(
                "key_points",
                {**whole, "text": short} if short else whole,
                span,
                (("key_points", whole),) if short else (),
            )


def _fits(findings: Findings, span: Span) -> bool:
    words = findings.evidence.words(span)
    count = len(words.split())
    is_sentence = words.rstrip()[-1:] in _ENDS and not words.rstrip().endswith("?")
    is_whole = _FEWEST_WORDS <= count <= _MOST_WORDS and is_sentence
    return is_whole and not is_of_page(words, findings.article.front.language)


def _shorten(findings: Findings, span: Span) -> str:
    """Return a long sentence without the clause that only adds to it; "" where it has none."""
    short = without_tail(findings.evidence, span)
    if short == span or findings.are_quoted(span):
        return ""
    return " ".join(findings.evidence.words(short).split()) + "."


def _is_quotation(findings: Findings, span: Span, marks: Coverage) -> bool:
    """Say whether much of a sentence is what somebody is quoted with; a title or a word in marks is little."""
    quoted = sum(min(each.end, span.end) - max(each.start, span.start) for each in marks.meeting(span))
    return quoted > _MOST_QUOTED * (span.end - span.start)


def _weigh(findings: Findings, span: Span, dated: Coverage, marks: Coverage) -> float:
    """Return how much a sentence says: its figures, deeds, dates and names, less for one that needs another."""
    evidence, language = findings.evidence, findings.article.front.language
    words = evidence.words(span)
    lows = [word.lower() for word in _WORD.findall(words)]
    names = len({place.actor for place in findings.names_in(span)})
    figures = len(set(_FIGURE.findall(words)))
    deeds = _deeds(primary_language(language))
    is_deed = any(low in deeds["deeds"] for low in lows)
    weight = min(names, _MOST_NAMES) + 1.5 * min(figures, 2) + 2.0 * is_deed + 0.5 * dated.meets(span)
    weight -= max(0, names - _MANY_NAMES) * 1.5 + (len(words) > _LONG)
    weight += 1 - span.start / max(1, len(evidence.text))
    if _is_quotation(findings, span, marks):
        return weight - 5
    first = lows[0] if lows else ""
    is_led = find_pronoun(words.lstrip(_SIGNS).split()[0], language) is not None
    is_led = is_led or not deeds["pointing"].isdisjoint(lows[:_LEADING])
    return weight - (2.5 if figures else 4) * is_led - 1.5 * (first in deeds["connecting"])


@cache
def _deeds(language: str) -> Mapping[str, frozenset[str]]:
    """Return the words of a language under each key of the table; none where it has no table."""
    table = read_own_table(_TABLE).get(language) or {}
    return {key: frozenset(split_phrases(table.get(key))) for key in ("deeds", "connecting", "pointing")}
