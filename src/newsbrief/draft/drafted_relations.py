"""What an article states in plain words of two of its actors, as entries of a fact sheet."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args

from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.selectors import select
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.model.kinds import RelationKind
from newsbrief.model.languages import primary_language
from newsbrief.reading.relations.brackets import find_bracketed
from newsbrief.reading.relations.plain_forms import read_plain_ties
from newsbrief.reading.relations.tie import Tie
from newsbrief.reading.relations.ties import read_ties
from newsbrief.reading.sentence_words import split_words

_ORDER = {kind: number for number, kind in enumerate(get_args(RelationKind))}
_LONGEST = 400
_GAMES = re.compile(r"\bcaptain(?:s|ed)?\b|\bcoach(?:es|ed)?\b", re.IGNORECASE)


def draft_relations(findings: Findings, sentences: Sequence[Span]) -> Iterator[DraftedEntry]:
    """Yield each relation that a sentence states; nothing in languages whose sentences are not read for them."""
    yield from _draft_bracketed(findings)
    language = primary_language(findings.article.front.language)
    own = findings.facts.own_kinds
    known: set[tuple[frozenset[str], Span]] = set()
    for sentence in sentences:
        names = [place for place in findings.names_in(sentence) if not findings.are_quoted(place.span)]
        if len({place.actor for place in names}) < 2 or sentence.end - sentence.start > 3 * _LONGEST:
            continue
        words = split_words(findings.evidence.text, sentence, names)
        for tie in read_ties(words, own) if language == "en" else read_plain_ties(words, language, own):
            # What the site defines comes before what Newsbrief has.
            kind = min(tie.kinds, key=lambda each: _ORDER.get(each, -1))
            between = (frozenset((tie.subject, tie.object)), tie.words)
            if between in known or tie.is_negated or tie.pronoun or tie.subject == tie.object:
                continue
            span = _with_parties(tie, names)
            cite = select(findings.evidence, span)
            if cite is None or span.end - span.start > _LONGEST:
                continue
            known.add(between)
            values: dict[str, Any] = {"from": tie.subject, "to": tie.object, "kind": kind}
            if tie.hedges:
                values["hedge"] = min(tie.hedges)
            if doubt := _doubt(findings, tie, names):
                values["doubt"] = doubt
            yield DraftedEntry("relations", values | {"cite": cite}, span)


def _draft_bracketed(findings: Findings) -> Iterator[DraftedEntry]:
    """Yield for each person the body in brackets behind the name: `Minister Vane (KVP)`."""
    known: set[tuple[str, str]] = set()
    names = [place for place in findings.name_places if not findings.are_quoted(place.span)]
    for one, other in find_bracketed(findings.evidence.text, names):
        kinds = (findings.actors[one.actor].kind, findings.actors[other.actor].kind)
        if kinds[0] != "person" or kinds[1] in ("person", "place", "state") or (one.actor, other.actor) in known:
            continue
        known.add((one.actor, other.actor))
        words = Span(one.span.start, other.span.end + findings.evidence.text.startswith(")", other.span.end))
        if (cite := select(findings.evidence, words)) is not None:
            values = {"from": one.actor, "to": other.actor, "kind": "part-of", "cite": cite}
            yield DraftedEntry("relations", values, words)


def _doubt(findings: Findings, tie: Tie, names: Sequence[NamePlace]) -> str:
    """Return what the editor must decide about a relation; "" where its words plainly name both parties."""
    text = findings.evidence.text
    for id in (tie.subject, tie.object):
        actor = findings.actors[id]
        written = {text[place.span.start : place.span.end] for place in names if place.actor == id}
        if actor.kind == "company":
            continue
        surnames = {actor.name.split()[-1]} if actor.kind == "person" else set()
        if not written & {actor.name, actor.abbr, *surnames, *_full_names(actor.names)}:
            return f"is “{min(written)}” {actor.name}?" if written else f"is {actor.name} one of the two?"
    if "past" in tie.hedges:
        return "is this still so, and who is meant by it?"
    if _GAMES.search(text, tie.words.start, tie.words.end):
        return "is this to lead a body, or only a team at play?"
    return ""


def _full_names(names: Sequence[str]) -> set[str]:
    """Return the names of several words, and abbreviations: one word of a longer name may be something else’s."""
    return {name for name in names if " " in name or name.replace(".", "").isupper()}


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
