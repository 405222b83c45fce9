"""The dates of an article's events as entries of a fact sheet, each with its clause.

`draft_dates(findings, dates)` makes entries of those that date something.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from newsbrief.draft.article_dates import ArticleDate
from newsbrief.draft.date_clauses import cut_clause, divide_clause, is_ahead_of, is_of_a_thing
from newsbrief.draft.date_doubts import doubt_date, goes_on, is_bound, is_deadline, is_leading
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.event_words import read_event_words
from newsbrief.draft.selectors import select, select_beside
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.dates import (
    read_date,
    speaks_of_past,
    tense_of_clause,
    write_period,
)
from newsbrief.reading.speech.lexicon import read_lexicon

_LONGEST_PREPOSITION = 12
_CLOSING = "”\"’'»)“"
_OF_GAME = re.compile(r"(?! of (?:the |this |that |last |next )?(?:year|season|\d{4}))")
_FEW, _NEAR_VERB = 5, 2
"""The most words before a date that only say who speaks, and those among which the verb is looked for."""


def draft_dates(
    findings: Findings, dates: Sequence[ArticleDate], *, is_day_known: bool = True
) -> Iterator[DraftedEntry]:
    """Yield an entry for each date of an event that the article's own words tell."""
    marks = Coverage(passage.outer for passage in findings.passages if passage.depth == 0)
    told: dict[Span, list[ArticleDate]] = {}
    for each in dates:
        if each.sentence is None or marks.meets(each.span) or _is_vague(findings, each, each.sentence):
            continue
        clause = cut_clause(findings.evidence, each.span, each.sentence, marks)
        if clause and not _only_says(findings, each, clause):
            told.setdefault(clause, []).append(each)
    starts = [each.span.start for each in dates]
    for clause, fitting in told.items():
        within = dates[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]
        of_clause = [*fitting, *(each for each in within if each not in fitting and not goes_on(findings, each))]
        each = min(fitting, key=lambda date: (is_bound(findings, date, clause), *_vagueness(date)))
        chosen: list[tuple[ArticleDate, Span, Sequence[ArticleDate]]] = [(each, clause, of_clause)]
        for other in fitting:
            is_fine = other.value.basis == "stated" or other.value.first == other.value.last
            if other.date != each.date and is_fine and not is_bound(findings, other, clause):
                chosen = _divide(findings, clause, each, other) or [*chosen, (other, clause, of_clause)]
                break
        yield from _make_entries(findings, chosen, marks, is_day_known)


def _make_entries(
    findings: Findings,
    chosen: Sequence[tuple[ArticleDate, Span, Sequence[ArticleDate]]],
    marks: Coverage,
    is_day_known: bool,
) -> Iterator[DraftedEntry]:
    """Yield the entry of each date with its clause."""
    for each, clause, of_clause in chosen:
        forms = [form for form in _forms(findings, each, clause, of_clause, marks) if form]
        if not is_day_known and (each.value.cycle or each.value.basis != "stated"):
            forms = [_with_question(form, _ask_day(findings, each)) for form in forms]
        if forms:
            yield DraftedEntry("dates", forms[0], each.span, tuple(("dates", form) for form in forms[1:]))


def _divide(
    findings: Findings, clause: Span, one: ArticleDate, other: ArticleDate
) -> list[tuple[ArticleDate, Span, Sequence[ArticleDate]]]:
    """Return two dates of one sentence each with its own clause; none where no word divides the two."""
    first, second = sorted((one, other), key=lambda date: date.span)
    if cut := divide_clause(findings.evidence, clause, first.span, second.span):
        return [(first, cut[0], (first,)), (second, cut[1], (second,))]
    return []


def _with_question(form: dict[str, Any], question: str) -> dict[str, Any]:
    """Return the values of an entry with a question, before the one that it has."""
    other = form.get("doubt")
    return form | {"doubt": f"{question} And: {other}" if other else question}


def _ask_day(findings: Findings, date: ArticleDate) -> str:
    """Return the question of a date that counts from the article's own day, which is not known."""
    words = findings.evidence.words(date.span)
    what = "year" if date.value.cycle == "year" else "day"
    return f"“{words}” is counted from today, since the article gives no day of its own: is the {what} right?"


def _forms(
    findings: Findings, date: ArticleDate, clause: Span, of_clause: Sequence[ArticleDate], marks: Coverage
) -> Iterator[dict[str, Any]]:
    """Yield the forms of an entry: with the clause that the date is in, then with the whole sentence, then doubted."""
    values = _values(findings, date, clause)
    doubt = doubt_date(findings, date, clause, of_clause)
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
    told = Span(date.span.start, clause.end) if is_ahead_of(findings.evidence, date.span, clause) else clause
    event = " ".join(findings.evidence.words(told).split())
    if cite is None or when is None:
        return {}
    return {"date": _plain(written), "when": when, "event": _as_sentence(event), "cite": cite}


def _with_preposition(findings: Findings, date: ArticleDate, clause: Span) -> tuple[Span, str]:
    """Return the words of a date with the small words before them, `on Sunday`, `by the end of June`, and its date."""
    text, front = findings.evidence.text, findings.article.front
    written, deadline = date.date, is_deadline(findings, date, clause)
    if deadline and date.value.cycle:
        written = _coming(findings, date) or written
    best, known_words = date.span, read_event_words(front.language)
    if findings.evidence.text.startswith(")", best.end) and "(" in findings.evidence.words(best):
        best = Span(best.start, best.end + 1)
    start = date.span.start
    if is_of_a_thing(findings.evidence, date.span, Span(clause.start - 1, clause.end)):
        return best, written
    for _ in range(2):
        start = text.rfind(" ", clause.start, max(clause.start, start - 1)) + 1 or clause.start
        small = text[start : date.span.start]
        if not clause.start <= start < date.span.start or len(small) > _LONGEST_PREPOSITION:
            break
        if not _may_lead(small) or (deadline and is_leading(findings, small)):
            # “By” is what makes a time one to come: it stands beside the words, for the tense of the sentence.
            break
        value = read_date(text[start : date.span.end], front.language, front.as_of)
        known = {write_period(each) for each in value.choices} if value else set()
        plain = {write_period(each) for each in date.value.choices}
        first = small.split()[0].lower()
        is_led = not known_words.list("leading") or known_words.has("leading", first) or (deadline and first == "the")
        if is_led and known and (known <= plain or deadline):
            best = Span(start, date.span.end)
    return best, written


def _may_lead(words: str) -> bool:
    """Say whether words before a date may belong to it: small words without signs."""
    return bool(words.strip()) and all(word.isalpha() for word in words.split())


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


def _only_says(findings: Findings, date: ArticleDate, clause: Span) -> bool:
    """Say whether a clause only dates a saying: `Vane said on Sunday`."""
    words = [word.lower() for word in findings.evidence.text[clause.start : date.span.start].split()]
    rest = findings.evidence.text[date.span.end : clause.end].split()
    verbs = read_lexicon(findings.article.front.language).verbs
    near = words[-_NEAR_VERB:]
    return len(words) <= _FEW and len(rest) <= 1 and any("say" in (verbs.get(word) or {}) for word in near)


def _is_vague(findings: Findings, date: ArticleDate, sentence: Span) -> bool:
    """Say whether words such as "today" or "in ten years" only say that something goes on, or how long."""
    front, value = findings.article.front, date.value
    if value.basis == "stated" or not value.choices:
        return False
    words = findings.evidence.words(sentence)
    period = value.choices[0]
    if period.grain == "half" and _OF_GAME.match(findings.evidence.text, date.span.end):
        return True
    if period.first == period.last and any(char.isdigit() for char in findings.evidence.words(date.span)):
        # “Published today (June 10)” names its day.
        return False
    if period.grain in ("year", "quarter") and goes_on(findings, date):
        return True
    if period.first < period.last and read_event_words(front.language).lasting.search(
        findings.evidence.text, sentence.start, date.span.start
    ):
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
    return first if first.rstrip(_CLOSING).endswith((".", "!", "?", "…")) else f"{first}."
