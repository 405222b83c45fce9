"""The doubts about the date of an event, and whether words lead to a date that bounds a time, or is a deadline.

`doubt_date(findings, date, clause, dates)` asks about `since Monday` whether that day is the event's.
"""

from collections.abc import Sequence

from newsbrief.draft.article_dates import ArticleDate
from newsbrief.draft.date_clauses import is_ahead_of, is_of_a_thing
from newsbrief.draft.event_words import read_event_words
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.dates.lattice import read_lattice
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.tense import tense_beside
from newsbrief.reading.dates.tokens import cut_tokens

_NEAR = 4


def doubt_date(findings: Findings, date: ArticleDate, clause: Span, of_clause: Sequence[ArticleDate]) -> str:
    """Return what the editor must decide about the date of an event; "" where the words leave no doubt."""
    text, front = findings.evidence.text, findings.article.front
    known = read_event_words(front.language)
    words = f"“{' '.join(text[date.span.start : date.span.end].split())}”"
    if is_ahead_of(findings.evidence, date.span, clause):
        return ""
    if date.anchor is not None:
        anchor = " ".join(text[date.anchor.start : date.anchor.end].split())
        return f"{words} counts from another day, perhaps from “{anchor}”: is the date right?"
    if others := [each for each in of_clause if each.date != date.date and not is_bound(findings, each, clause)]:
        other = " ".join(text[others[0].span.start : others[0].span.end].split())
        return f"the words also have “{other}”: which of the two is the event’s date?"
    before = text[clause.start : date.span.start]
    if is_bound(findings, date, clause):
        return f"{words} is where a time begins or ends: is it the event’s date?"
    if known.compared.search(before):
        return f"{words} may only be what something is compared with: is it the event’s date?"
    if is_of_a_thing(findings.evidence, date.span, clause):
        return f"{words} is the date of what follows it: is this the event?"
    if is_deadline(findings, date, clause):
        is_ordered = known.orders.search(text, clause.start, date.span.start) is not None
        return "" if is_ordered or not date.value.cycle else f"is {words} still to come, or past?"
    if date.value.cycle and date.sentence:
        tense = _tense(findings, date.span, date.sentence)
        is_coming = date.value.first > front.as_of
        if is_coming and is_of_a_thing(findings.evidence, date.span, Span(clause.start - 1, clause.end)):
            tense = ""
        if (order := known.orders.search(before)) and known.infinitives.search(before, order.end()) and not is_coming:
            tense = ""
        if tense == "" or (is_coming and tense in ("past", "unknown")) or (not is_coming and tense == "coming"):
            return f"is {words} past, or still to come?"
    return ""


def _tense(findings: Findings, span: Span, sentence: Span) -> str:
    """Return the tense of the verb nearest to a date; “unknown” in a language whose verbs are not read."""
    language, words = findings.article.front.language, findings.evidence.words(sentence)
    tokens, lexicon = cut_tokens(words), read_lexicon(language)
    if not lexicon.knows_past:
        return "unknown"
    start, stop = span.start - sentence.start, span.end - sentence.start
    first = next((at for at, token in enumerate(tokens) if token.end > start), len(tokens))
    end = next((at for at, token in enumerate(tokens) if token.start >= stop), len(tokens))
    return tense_beside(tokens, read_lattice(words, language), lexicon, first, end)


def is_bound(findings: Findings, date: ArticleDate, clause: Span) -> bool:
    """Say whether a word such as “since” leads to a date: it is one end of a time."""
    words = read_event_words(findings.article.front.language).list("bounds")
    near = _before(findings, date, clause).lower().split()[-_NEAR:]
    return not set(words).isdisjoint(near[-2:]) or (bool(words) and words[0] in near)


def _before(findings: Findings, date: ArticleDate, clause: Span) -> str:
    return findings.evidence.text[clause.start : date.span.start]


def is_deadline(findings: Findings, date: ArticleDate, clause: Span) -> bool:
    """Say whether a word such as “by” leads to a date."""
    return is_leading(findings, " ".join(_before(findings, date, clause).split()[-2:]))


def is_leading(findings: Findings, words: str) -> bool:
    """Say whether a word such as “by”, which makes a date a deadline, is among some words."""
    known = read_event_words(findings.article.front.language).list("deadlines")
    return not set(known).isdisjoint(words.lower().split())


def goes_on(findings: Findings, date: ArticleDate) -> bool:
    """Say whether words such as “this year” only name the time in which the article itself is written."""
    as_of, period = findings.article.front.as_of, date.value.choices[0]
    return date.value.basis != "stated" and period.first < period.last and period.first <= as_of <= period.last
