"""Read the dates of a running text in its order: those that it states, and those that count from one named before.

`read_running_text("It fell on 4 April 2011. Two days later, it rose.", "en", as_of)[1].value.first` is 6 April 2011.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from newsbrief.model.document import Span
from newsbrief.reading.dates.anchors import Anchors
from newsbrief.reading.dates.find import DateFinder, DateWords
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.lexicon_tables import Lexeme
from newsbrief.reading.dates.periods import Period, make_period
from newsbrief.reading.dates.tokens import fold
from newsbrief.reading.sentence_ends import cut_sentences

_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"\d[-/.]\d|\d{4}|\d\d?(?:st|nd|rd|th)\b")
_OF_DATES = frozenset(
    {"MONTH", "WEEKDAY", "DAYS", "UNIT", "DECADE", "SEASON", "FEAST", "EVE", "PERIOD", "ELSEWHERE", "YEAR_MARK"}
    | {"MONTH_MARK", "DAY_MARK", "OTHER_CALENDAR", "WEEKDAYS", "EDGE_OF", "REPORTED"}
)


def read_running_text(text: str, language: str, as_of: date) -> tuple[DateWords, ...]:
    """Return the dates of a text, each with one likeliest value; those that count from another have its `anchor`."""
    anchors = Anchors(as_of)
    found: list[DateWords] = []
    for sentence in cut_dated_sentences(text, language):
        finder = DateFinder(text[sentence.start : sentence.end], language, as_of, is_plain=True)
        for at, reading in finder.readings():
            words = finder.words_of(at, reading)
            span = Span(words.span.start + sentence.start, words.span.end + sentence.start)
            if resolved := anchors.resolve(finder, at, reading, msgspec.structs.replace(words, span=span)):
                anchors.add(resolved)
                choices = tuple(dict.fromkeys(map(_in_full, resolved.value.choices)))
                value = msgspec.structs.replace(resolved.value, choices=choices)
                found.append(msgspec.structs.replace(resolved, value=value))
    return tuple(found)


def _in_full(period: Period) -> Period:
    """Return what a date is written for: all of 2018 for "early 2018", the three months of a season."""
    if period.whole is None and period.grain != "season":
        return period
    first, last = (period.earliest, period.last) if period.grain == "season" else period.whole or period[:2]
    return make_period(first, last, period.grain)


def cut_dated_sentences(text: str, language: str) -> Iterator[Span]:
    """Yield the sentences that may hold a date: most hold none, which costs little to know."""
    words = _words_of_dates(language)
    for sentence in cut_sentences(text):
        written = text[sentence.start : sentence.end]
        if words is None or not words.isdisjoint(_WORD.findall(fold(written))) or _FIGURES.search(written):
            yield sentence


@cache
def _words_of_dates(language: str) -> frozenset[str] | None:
    """Return the words without one of which nothing is a date; None for a language that inflects or joins them."""
    lexicon = read_lexicon(language)
    if lexicon.joins_words:
        return None
    phrases = (phrase for phrase, readings in lexicon.words.items() if any(map(_is_of_dates, readings)))
    return frozenset(max(phrase, key=len) for phrase in phrases)


def _is_of_dates(lexeme: Lexeme) -> bool:
    """Say whether a word may begin a date, years such as “nineteen ninety-six” among them."""
    return lexeme.kind in _OF_DATES or (lexeme.kind == "NUMBER" and lexeme.value in range(16, 21))
