"""Words of an article as a fact sheet cites them: alone, or with their neighbours where they occur more than once.

`select(evidence, span)` is `on Sunday`, or `{"exact": "on Sunday", "suffix": ", the UN"}`.
"""

from collections.abc import Iterable
from typing import Any

from newsbrief.evidence.attached_words import is_spaced_letter
from newsbrief.evidence.search import Evidence
from newsbrief.evidence.words_nearby import find_near
from newsbrief.model.document import Span

_FAR = 300
_NEIGHBOURS = (1, 2, 3, 4, 6, 8, 12, 20, 35)
"""How many words before or after are tried, one number after the other."""


def select(evidence: Evidence, span: Span) -> Any:
    """Return the selector of the words at `span`; None where no neighbours tell them from others."""
    exact = evidence.words(span)
    found = evidence.occurrences(exact, most=2)
    if found == (span,):
        return exact
    text = evidence.text
    before = text[max(0, span.start - _FAR) : span.start].split()
    after = text[span.end : span.end + _FAR].split()
    for count in _NEIGHBOURS:
        for key, words in (("prefix", " ".join(before[-count:])), ("suffix", " ".join(after[:count]))):
            is_telling = any(char.isalnum() for char in words)
            if is_telling and evidence.occurrences(exact, **{key: words}, most=2) == (span,):
                return {"exact": exact, key: words}
    # Between two of its like, words are told by both of their neighbours.
    for count in _NEIGHBOURS if before and after else ():
        both = {"prefix": " ".join(before[-count:]), "suffix": " ".join(after[:count])}
        if evidence.occurrences(exact, **both, most=2) == (span,):
            return {"exact": exact, **both}
    return None


def select_all(evidence: Evidence, spans: Iterable[Span]) -> list[Any] | None:
    """Return the selectors of several stretches; None where one of them has none."""
    selectors = [select(evidence, span) for span in spans]
    return None if None in selectors else selectors


def select_beside(evidence: Evidence, span: Span, near: tuple[Span, ...]) -> Any:
    """Return the selector of words that are searched beside others first, such as a cue beside its quotation.

    A word that is joined to another one before it, as “and” is in Arabic, is given with that.
    """
    start = span.start
    while start and is_spaced_letter(evidence.text[start - 1 : start]) and is_spaced_letter(evidence.text[start]):
        start -= 1
    span = Span(start, span.end)
    exact = evidence.words(span)
    return exact if find_near(evidence, exact, near, is_guessing=False) == span else select(evidence, span)


def trim(evidence: Evidence, span: Span, signs: str = "") -> Span:
    """Return a stretch without the blanks, and the `signs`, at its ends."""
    words = evidence.words(span)
    left = len(words) - len(words.lstrip(" \n\u00a0" + signs))
    right = len(words.rstrip(" \n\u00a0" + signs))
    return Span(span.start + left, span.start + max(left, right))
