"""What an article states in plain words of two of its actors, as entries of a fact sheet."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.selectors import select
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.model.kinds import RelationKind
from newsbrief.model.languages import primary_language
from newsbrief.reading.relations.ties import Tie, read_ties
from newsbrief.reading.sentence_words import split_words

_ORDER = {kind: number for number, kind in enumerate(get_args(RelationKind))}
_LONGEST = 400


def draft_relations(findings: Findings, sentences: Sequence[Span]) -> Iterator[DraftedEntry]:
    """Yield each relation that a sentence states; nothing in languages whose sentences are not read for them."""
    if primary_language(findings.article.front.language) != "en":
        return
    known: set[tuple[str, str, Span]] = set()
    for sentence in sentences:
        names = [place for place in findings.names_in(sentence) if not findings.are_quoted(place.span)]
        if len({place.actor for place in names}) < 2 or sentence.end - sentence.start > 3 * _LONGEST:
            continue
        for tie in read_ties(split_words(findings.evidence.text, sentence, names)):
            kind = min(tie.kinds, key=lambda each: _ORDER.get(each, len(_ORDER)))
            between = (tie.subject, tie.object, tie.words)
            if between in known or tie.is_negated or tie.subject == tie.object:
                continue
            words = _with_parties(tie, names)
            cite = select(findings.evidence, words)
            if cite is None or words.end - words.start > _LONGEST:
                continue
            known.add(between)
            values: dict[str, Any] = {"from": tie.subject, "to": tie.object, "kind": kind}
            if tie.hedges:
                values["hedge"] = min(tie.hedges)
            yield DraftedEntry("relations", values | {"cite": cite}, words)


def _with_parties(tie: Tie, names: Sequence[NamePlace]) -> Span:
    """Return the words of a tie with those that name its two parties nearest to them."""
    start, end = tie.words
    for actor in (tie.subject, tie.object):
        places = [place.span for place in names if place.actor == actor]
        near = min(
            places, key=lambda span: max(span.start - tie.words.end, tie.words.start - span.end), default=tie.words
        )
        start, end = min(start, near.start), max(end, near.end)
    return Span(start, end)
