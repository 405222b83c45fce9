"""The dates of an article: all that its words name, and those of events as entries of a fact sheet.

`read_article_dates(findings)` lists them with their places; `draft_dates` makes entries of those that date something.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.selectors import select, select_beside, trim
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.dates import DateValue, find_dates, read_date, speaks_of_past, write_period
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.tokens import fold

_LONGEST_EVENT = 260
_FEWEST_WORDS = 4
_LONGEST_PREPOSITION = 6
_SIGNS = " ,;:—–-"
_CUTS = re.compile(r"[;—–]|, (?:and|but|while|which|where|who|as|after|before) ")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"\d[-/.]\d|\d{4}|\d\d?(?:st|nd|rd|th)\b")
_OF_DATES = frozenset(
    {"MONTH", "WEEKDAY", "DAYS", "UNIT", "DECADE", "SEASON", "FEAST", "EVE", "PERIOD", "ELSEWHERE", "YEAR_MARK"}
    | {"MONTH_MARK", "DAY_MARK", "OTHER_CALENDAR"}
)
_FORM = re.compile(r"[1-9]\d{3}(?:-\d\d){0,2}(?:/[1-9]\d{3}(?:-\d\d){0,2})?")


class ArticleDate(Struct, frozen=True):
    """Words for a date at their place, with the date as a fact sheet has it, and how it is known."""

    span: Span
    date: str
    value: DateValue
    sentence: Span


def read_article_dates(findings: Findings, sentences: Sequence[Span]) -> tuple[ArticleDate, ...]:
    """Return the dates that the article's words name, in their order."""
    evidence, front = findings.evidence, findings.article.front
    found: list[ArticleDate] = []
    for sentence in sentences:
        words = evidence.words(sentence)
        for each in find_dates(words, front.language, front.as_of) if _may_hold_date(words, front.language) else ():
            if each.value.choices and each.value.basis != "elsewhere":
                written = write_period(each.value.choices[0])
                span = Span(sentence.start + each.span.start, sentence.start + each.span.end)
                if _FORM.fullmatch(written):
                    found.append(ArticleDate(span, written, each.value, sentence))
    return tuple(found)


@cache
def _words_of_dates(language: str) -> frozenset[str] | None:
    """Return the words without one of which nothing is a date; None for a language that inflects or joins them."""
    lexicon = read_lexicon(language)
    if lexicon.prefixes or lexicon.endings or lexicon.compounds:
        return None
    phrases = (phrase for phrase, readings in lexicon.words.items() if _OF_DATES & {each.kind for each in readings})
    return frozenset(max(phrase, key=len) for phrase in phrases)


def _may_hold_date(text: str, language: str) -> bool:
    """Say whether a text has a word or figures of a date, at little cost: most sentences have none."""
    words = _words_of_dates(language)
    return words is None or bool(_FIGURES.search(text)) or not words.isdisjoint(_WORD.findall(fold(text)))


def draft_dates(findings: Findings, dates: Sequence[ArticleDate]) -> Iterator[DraftedEntry]:
    """Yield an entry for each date of an event that the article's own words tell."""
    marks = Coverage(passage.outer for passage in findings.passages if passage.depth == 0)
    telling: dict[Span, ArticleDate] = {}
    for each in dates:
        if not marks.meets(each.span) and not _is_vague(findings, each) and (clause := _clause(findings, each, marks)):
            telling[clause] = min(telling.get(clause, each), each, key=_vagueness)
    for clause, each in telling.items():
        cite = select(findings.evidence, clause)
        if cite is None:
            continue
        when = select_beside(findings.evidence, _with_preposition(findings, each, clause), (clause,))
        event = " ".join(findings.evidence.words(clause).split())
        values: dict[str, Any] = {"date": _plain(each.date), "when": when, "event": _as_sentence(event), "cite": cite}
        actors = list(dict.fromkeys(place.actor for place in findings.names_in(clause)))
        weaker: tuple[tuple[str, dict[str, Any]], ...] = ()
        if actors:
            weaker = (("dates", values),)
            values = values | {"actors": actors}
        if when is not None:
            yield DraftedEntry("dates", values, each.span, weaker)


def _with_preposition(findings: Findings, date: ArticleDate, clause: Span) -> Span:
    """Return the words of a date with a small word before them that belongs to it: `on Sunday`, `in 2011`."""
    text, front = findings.evidence.text, findings.article.front
    start = text.rfind(" ", clause.start, max(clause.start, date.span.start - 1)) + 1 or clause.start
    if not clause.start <= start < date.span.start or date.span.start - start > _LONGEST_PREPOSITION:
        return date.span
    value = read_date(text[start : date.span.end], front.language, front.as_of)
    is_same = (
        value is not None and value.choices == date.value.choices and text[start : date.span.start].strip().isalpha()
    )
    return Span(start, date.span.end) if is_same else date.span


def _plain(date: str) -> str | int:
    return int(date) if date.isdecimal() else date


def _vagueness(date: ArticleDate) -> tuple[bool, int]:
    """Return by what the date of an event is chosen among those of its clause: one that is stated, and a fine one."""
    return date.value.basis != "stated", -len(date.date.partition("/")[0])


def _is_vague(findings: Findings, date: ArticleDate) -> bool:
    """Say whether words such as "today" or "in ten years" only say that something goes on, or how long."""
    as_of, front = str(findings.article.front.as_of), findings.article.front
    is_year = date.value.basis != "stated" and date.value.choices[0].grain == "year"
    if is_year and abs(date.value.choices[0].first.year - front.as_of.year) > 1:
        return True
    if date.date != as_of or date.value.basis == "stated" or any(char.isdigit() for char in date.value.cycle or ""):
        return False
    words = findings.evidence.words(date.sentence)
    return date.value.cycle != "week" and not speaks_of_past(words, front.language)


def _clause(findings: Findings, date: ArticleDate, marks: Coverage) -> Span | None:
    """Return the words around a date that tell its event: a sentence, or as much of it as stands outside marks."""
    evidence, sentence = findings.evidence, date.sentence
    start, end = sentence
    quoted = list(marks.meeting(sentence))
    if any(len(evidence.words(each).split()) > _FEWEST_WORDS for each in quoted) or end - start > _LONGEST_EVENT:
        start = max([each.end for each in quoted if each.end <= date.span.start], default=start)
        end = min([each.start for each in quoted if each.start >= date.span.end], default=end)
    if end - start > _LONGEST_EVENT:
        cuts = [match.start() for match in _CUTS.finditer(evidence.text, start, end)]
        start = max([cut + 1 for cut in cuts if cut < date.span.start], default=start)
        end = min([cut for cut in cuts if cut >= date.span.end], default=end)
    clause = trim(evidence, Span(start, end), _SIGNS)
    words = evidence.words(clause).split()
    return clause if len(words) >= _FEWEST_WORDS and clause.end - clause.start <= 2 * _LONGEST_EVENT else None


def _as_sentence(words: str) -> str:
    first = words[0].upper() + words[1:]
    return first if first.endswith((".", "!", "?", "…")) else f"{first}."
