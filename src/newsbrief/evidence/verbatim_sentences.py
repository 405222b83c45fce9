"""Sentences of the editor's that are words of the article, which cannot say anything else than it does.

`is_verbatim(findings, sentence)` is True of a key point that is the sentence that it cites.
"""

from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span


def is_verbatim(findings: Findings, sentence: Sentence) -> bool:
    """Say whether a sentence is words that it cites, but for its first letter and its full stop."""
    return _place_in_cited(findings, sentence) is not None


def place_in_article(findings: Findings, sentence: Sentence) -> Span | None:
    """Return the first place of the words that a sentence is, among those cited or, without any, in the article."""
    if sentence.cited is not None:
        return _place_in_cited(findings, sentence)
    words = sentence.text.rstrip(" .…")
    return next(iter(findings.evidence.occurrences(words, most=1)), None) if words else None


_Places = dict[tuple[Path, tuple[Span, ...] | None], Span | None]


def _known_places(findings: Findings) -> _Places:
    """Return the places that were looked for, by the path of a sentence and the words that it cites: none at first."""
    return {}


def _place_in_cited(findings: Findings, sentence: Sentence) -> Span | None:
    known, key = findings.once(_known_places), (sentence.path, sentence.cited)
    if key not in known:
        known[key] = _find_place(findings, sentence)
    return known[key]


def _find_place(findings: Findings, sentence: Sentence) -> Span | None:
    text = sentence.text.removesuffix(".")
    for span in sentence.cited or ():
        if span.end - span.start + 1 < len(text):
            continue
        cited = " ".join(findings.evidence.words(span).split()).removesuffix(".")
        if cited[1:] == text[1:] and cited[:1].lower() == text[:1].lower():
            return span
    return None
