"""The doubts about the date of an event, and whether words lead to a date that bounds a time, or is a deadline.

`doubt_date(findings, date, clause, dates)` asks about `since Monday` whether that day is the event's.
"""

import re
from collections.abc import Sequence

from newsbrief.draft.article_dates import ArticleDate
from newsbrief.draft.date_clauses import is_ahead_of, is_of_a_thing
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.reading.dates.lattice import read_lattice
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.tense import tense_beside
from newsbrief.reading.dates.tokens import cut_tokens

_NEAR = 4
_DEADLINES = {
    "en": "by until till",
    "de": "bis spätestens",
    "fr": "d'ici d’ici jusqu'au jusqu’au",
    "es": "hasta",
    "it": "entro fino",
    "pt": "até",
    "nl": "uiterlijk tot",
}
_BOUNDS = {
    "en": "since before after until till",
    "de": "seit vor nach",
    "fr": "depuis avant après",
    "es": "desde antes después tras",
    "it": "dal dopo prima da",
    "pt": "desde antes após",
    "nl": "sinds voor na",
}
"""Words before a date that is only one end of the time of which they speak."""

_COMPARED = re.compile(r"\b(?:up|down|rose|fell) from [^,;]*$|\bcompared (?:with|to) [^,;]*$|\bthan (?:\w+ ){0,2}$")
_ORDERS = re.compile(
    r"\b(?:order(?:s|ed)?|tell|told|asked?|must|requir\w+|expect\w*|promis\w+|pledg\w+|agreed?|vow\w*|plan\w*|due"
    r"|deadline|needs?|has to|have to|had to|aims?|wants?|hopes?|demand\w*|instruct\w*|g[ia]ven?|gave|set"
    r"|urg\w+|call\w* on|invit\w+|decid\w+|threat\w+|appeal\w*|vote[ds]?)\b"
)


def doubt_date(findings: Findings, date: ArticleDate, clause: Span, of_clause: Sequence[ArticleDate]) -> str:
    """Return what the editor must decide about the date of an event; "" where the words leave no doubt."""
    text, front = findings.evidence.text, findings.article.front
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
    if _COMPARED.search(before):
        return f"{words} may only be what something is compared with: is it the event’s date?"
    if is_of_a_thing(findings.evidence, date.span, clause):
        return f"{words} is the date of what follows it: is this the event?"
    if is_deadline(findings, date, clause):
        is_ordered = _ORDERS.search(text, clause.start, date.span.start) is not None
        return "" if is_ordered or not date.value.cycle else f"is {words} still to come, or past?"
    if date.value.cycle and date.sentence:
        tense = _tense(findings, date.span, date.sentence)
        is_coming = date.value.first > front.as_of
        if is_coming and is_of_a_thing(findings.evidence, date.span, Span(clause.start - 1, clause.end)):
            tense = ""
        if (order := _ORDERS.search(before)) and re.search(r"\bto [a-z]", before[order.end() :]) and not is_coming:
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
    words = _BOUNDS.get(primary_language(findings.article.front.language), "").split()
    near = _before(findings, date, clause).lower().split()[-_NEAR:]
    return not set(words).isdisjoint(near[-2:]) or (bool(words) and words[0] in near)


def _before(findings: Findings, date: ArticleDate, clause: Span) -> str:
    return findings.evidence.text[clause.start : date.span.start]


def is_deadline(findings: Findings, date: ArticleDate, clause: Span) -> bool:
    """Say whether a word such as “by” leads to a date."""
    return is_leading(findings, " ".join(_before(findings, date, clause).split()[-2:]))


def is_leading(findings: Findings, words: str) -> bool:
    """Say whether a word such as “by”, which makes a date a deadline, is among some words."""
    known = _DEADLINES.get(primary_language(findings.article.front.language), "").split()
    return not set(known).isdisjoint(words.lower().split())


def goes_on(findings: Findings, date: ArticleDate) -> bool:
    """Say whether words such as “this year” only name the time in which the article itself is written."""
    as_of, period = findings.article.front.as_of, date.value.choices[0]
    return date.value.basis != "stated" and period.first < period.last and period.first <= as_of <= period.last
