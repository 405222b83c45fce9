"""The dates of an article: all that its words name, and those of events as entries of a fact sheet.

`read_article_dates(findings, sentences)` lists them with their places; `draft_dates` makes entries of those that date
something.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from newsbrief.draft.date_clauses import cut_clause, is_of_a_thing
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.selectors import select, select_beside
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.reading.dates import (
    DateValue,
    read_date,
    read_running_text,
    speaks_of_past,
    tense_of_clause,
    write_period,
)
from newsbrief.reading.dates.lattice import read_lattice
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.tense import tense_beside
from newsbrief.reading.dates.tokens import cut_tokens

_LONGEST_PREPOSITION = 12
_FORM = re.compile(r"[1-9]\d{3}(?:-\d\d){0,2}(?:/[1-9]\d{3}(?:-\d\d){0,2})?")
_LAST_YEAR = 9999
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

_COMPARED = re.compile(r"\b(?:up|down|rose|fell) from\b|\bcompared (?:with|to)\b|\bthan\b")
_ORDERS = re.compile(
    r"\b(?:order(?:s|ed)?|tell|told|asked?|must|requir\w+|expect\w*|promis\w+|pledg\w+|agreed?|vow\w*|plan\w*|due"
    r"|deadline|needs?|has to|have to|had to|aims?|wants?|hopes?|demand\w*|instruct\w*|g[ia]ven?|gave|set"
    r"|urg\w+|call\w* on|invit\w+|decid\w+|threat\w+|appeal\w*|vote[ds]?)\b"
)


class ArticleDate(Struct, frozen=True):
    """Words for a date at their place, with the date as a fact sheet has it, and how it is known.

    `sentence` is the one in which they stand; None for those outside the article's sentences, such as a dateline's.
    `anchor` are the words from whose date these count, where they do not name it.
    """

    span: Span
    date: str
    value: DateValue
    sentence: Span | None
    anchor: Span | None = None


def read_article_dates(findings: Findings, sentences: Sequence[Span]) -> tuple[ArticleDate, ...]:
    """Return the dates that the article's words name, in their order."""
    front = findings.article.front
    starts = [sentence.start for sentence in sentences]
    found: list[ArticleDate] = []
    for each in read_running_text(findings.evidence.text, front.language, front.as_of):
        written = write_period(each.value.choices[0]) if each.value.choices else ""
        if _FORM.fullmatch(written) and each.value.last.year < _LAST_YEAR:
            number = bisect_right(starts, each.span.start) - 1
            sentence = sentences[number] if number >= 0 and each.span.end <= sentences[number].end else None
            found.append(ArticleDate(each.span, written, each.value, sentence, each.anchor))
    return tuple(found)


def draft_dates(findings: Findings, dates: Sequence[ArticleDate]) -> Iterator[DraftedEntry]:
    """Yield an entry for each date of an event that the article's own words tell."""
    marks = Coverage(passage.outer for passage in findings.passages if passage.depth == 0)
    told: dict[Span, list[ArticleDate]] = {}
    for each in dates:
        if each.sentence is None or marks.meets(each.span) or _is_vague(findings, each, each.sentence):
            continue
        if clause := cut_clause(findings.evidence, each.span, each.sentence, marks):
            told.setdefault(clause, []).append(each)
    for clause, of_clause in told.items():
        each = min(of_clause, key=lambda date: (_is_bound(findings, date, clause), *_vagueness(date)))
        forms = [form for form in _forms(findings, each, clause, of_clause, marks) if form]
        if forms:
            yield DraftedEntry("dates", forms[0], each.span, tuple(("dates", form) for form in forms[1:]))


def _forms(
    findings: Findings, date: ArticleDate, clause: Span, of_clause: Sequence[ArticleDate], marks: Coverage
) -> Iterator[dict[str, Any]]:
    """Yield the forms of an entry: with the clause that the date is in, then with the whole sentence, then doubted."""
    values = _values(findings, date, clause)
    doubt = _doubt(findings, date, clause, of_clause)
    if values:
        doubted = values | ({"doubt": doubt} if doubt else {})
        if actors := list(dict.fromkeys(place.actor for place in findings.names_in(clause))):
            yield doubted | {"actors": actors}
        yield doubted
    if date.sentence is None or date.sentence == clause:
        return
    whole = cut_clause(findings.evidence, date.span, date.sentence, marks, is_short=False)
    if whole and whole != clause and (values := _values(findings, date, whole)):
        yield values | {"doubt": doubt or "does the date belong to all that this sentence says?"}


def _values(findings: Findings, date: ArticleDate, clause: Span) -> dict[str, Any]:
    """Return the values of an entry, without its actors; none where its words cannot be told from others."""
    cite = select(findings.evidence, clause)
    words, written = _with_preposition(findings, date, clause)
    when = select_beside(findings.evidence, words, (clause,))
    event = " ".join(findings.evidence.words(clause).split())
    if cite is None or when is None:
        return {}
    return {"date": _plain(written), "when": when, "event": _as_sentence(event), "cite": cite}


def _doubt(findings: Findings, date: ArticleDate, clause: Span, of_clause: Sequence[ArticleDate]) -> str:
    """Return what the editor must decide about the date of an event; "" where the words leave no doubt."""
    text, front = findings.evidence.text, findings.article.front
    words = f"“{' '.join(text[date.span.start : date.span.end].split())}”"
    if date.anchor is not None:
        anchor = " ".join(text[date.anchor.start : date.anchor.end].split())
        return f"{words} counts from another day, perhaps from “{anchor}”: is the date right?"
    if others := [each for each in of_clause if each.date != date.date and not _is_bound(findings, each, clause)]:
        other = " ".join(text[others[0].span.start : others[0].span.end].split())
        return f"the words also have “{other}”: which of the two is the event’s date?"
    before = text[clause.start : date.span.start]
    if _is_bound(findings, date, clause):
        return f"{words} is where a time begins or ends: is it the event’s date?"
    if _COMPARED.search(before):
        return f"{words} may only be what something is compared with: is it the event’s date?"
    if is_of_a_thing(findings.evidence, date.span, clause):
        return f"{words} is the date of what follows it: is this the event?"
    if _is_deadline(findings, date, clause):
        is_ordered = _ORDERS.search(text, clause.start, date.span.start) is not None
        return "" if is_ordered or not date.value.cycle else f"is {words} still to come, or past?"
    if date.value.cycle and date.sentence:
        tense = _tense(findings, date.span, date.sentence)
        is_coming = date.value.first > front.as_of
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


def _is_bound(findings: Findings, date: ArticleDate, clause: Span) -> bool:
    """Say whether a word such as “since” leads to a date: it is one end of a time."""
    words = _BOUNDS.get(primary_language(findings.article.front.language), "").split()
    near = _before(findings, date, clause).lower().split()[-_NEAR:]
    return not set(words).isdisjoint(near[-2:]) or (bool(words) and words[0] in near)


def _before(findings: Findings, date: ArticleDate, clause: Span) -> str:
    return findings.evidence.text[clause.start : date.span.start]


def _is_deadline(findings: Findings, date: ArticleDate, clause: Span) -> bool:
    """Say whether a word such as “by” leads to a date."""
    return _is_leading(findings, " ".join(_before(findings, date, clause).split()[-2:]))


def _is_leading(findings: Findings, words: str) -> bool:
    known = _DEADLINES.get(primary_language(findings.article.front.language), "").split()
    return not set(known).isdisjoint(words.lower().split())


def _with_preposition(findings: Findings, date: ArticleDate, clause: Span) -> tuple[Span, str]:
    """Return the words of a date with the small words before them, `on Sunday`, `by the end of June`, and its date."""
    text, front = findings.evidence.text, findings.article.front
    written, deadline = date.date, _is_deadline(findings, date, clause)
    if deadline and date.value.cycle:
        written = _coming(findings, date) or written
    best = date.span
    start = date.span.start
    for _ in range(2):
        start = text.rfind(" ", clause.start, max(clause.start, start - 1)) + 1 or clause.start
        small = text[start : date.span.start]
        if not clause.start <= start < date.span.start or len(small) > _LONGEST_PREPOSITION:
            break
        if not all(word.isalpha() for word in small.split()) or (deadline and _is_leading(findings, small)):
            # “By” is what makes a time one to come: it stands beside the words, for the tense of the sentence.
            break
        value = read_date(text[start : date.span.end], front.language, front.as_of)
        known = {write_period(each) for each in value.choices} if value else set()
        plain = {write_period(each) for each in date.value.choices}
        if known and (known <= plain or deadline):
            best = Span(start, date.span.end)
    return best, written


def _coming(findings: Findings, date: ArticleDate) -> str:
    """Return the next of the times that a date may mean, in the precision in which it is written."""
    front = findings.article.front
    value = date.value
    text = findings.evidence.text[date.span.start : date.span.end]
    read = read_date(text, front.language, front.as_of)
    coming = [each for each in read.choices if each.last >= front.as_of] if read else []
    if value.last >= front.as_of or not coming:
        return ""
    length = len(date.date.partition("/")[0])
    return write_period(coming[0])[:length] if "/" not in date.date else write_period(coming[0])


def _plain(date: str) -> str | int:
    return int(date) if date.isdecimal() else date


def _vagueness(date: ArticleDate) -> tuple[bool, int]:
    """Return by what the date of an event is chosen among those of its clause: one that is stated, and a fine one."""
    return date.value.basis != "stated", -len(date.date.partition("/")[0])


def _is_vague(findings: Findings, date: ArticleDate, sentence: Span) -> bool:
    """Say whether words such as "today" or "in ten years" only say that something goes on, or how long."""
    front, value = findings.article.front, date.value
    if value.basis == "stated" or not value.choices:
        return False
    words = findings.evidence.words(sentence)
    period = value.choices[0]
    if period.grain in ("year", "quarter") and period.first <= front.as_of <= period.last:
        return True
    if period.grain == "year" and abs(period.first.year - front.as_of.year) > 1:
        return True
    if not value.cycle and (period.first != period.last or value.first > front.as_of):
        if front.as_of in (period.first, period.last):
            return True
        # In “the third to leave in 18 months” the words say how long; nothing is said of what is to come.
        place = Span(date.span.start - sentence.start, date.span.end - sentence.start)
        if period.first > front.as_of and _has_figure(findings, date.span):
            return tense_of_clause(words, place, front.language) != "coming"
    if date.date != str(front.as_of) or any(char.isdigit() for char in value.cycle or ""):
        return False
    return value.cycle != "week" and not speaks_of_past(words, front.language)


def _has_figure(findings: Findings, span: Span) -> bool:
    """Say whether words count: “in 18 months”, “in two weeks”, and not “next week”."""
    words = findings.evidence.words(span).lower().split()
    return len(words) > 2


def _as_sentence(words: str) -> str:
    first = words[0].upper() + words[1:]
    return first if first.endswith((".", "!", "?", "…")) else f"{first}."
