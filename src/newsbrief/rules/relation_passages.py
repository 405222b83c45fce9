"""Relations in articles of languages other than English, judged by the words of each kind that a table has."""

from collections.abc import Iterator, Sequence
from functools import partial

from newsbrief.content.fact_sheet import RelationEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.evidence.typography import FoldedText, compose
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.relations.lexicon import read_lexicon
from newsbrief.reading.relations.passages import NamePart, PassageWords, read_passage
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.rules.relation_words import OFFICES, is_mutual, may_hold_together, report_hedge, say_relation


def judge_passages(
    findings: Findings, path: Path, entry: RelationEntry, spans: Sequence[Span], language: str
) -> list[Problem]:
    """Judge words of a language that is read by stems; of one without any, nothing but the names is judged."""
    own = findings.facts.own_kinds
    lexicon = read_lexicon(language, own)
    if lexicon is None or not (lexicon.is_shipped or own.relation(entry.kind)):
        return []
    read = [
        read_passage(words, first, second, others, lexicon, entry.kind)
        for cited in spans
        for span in _sentences_in(findings, cited)
        for words, first, second, others in _find_parties(findings, span, entry)
    ]
    if not read:
        hint = "cite words of one sentence that names both"
        return findings.doubts((*path, "cite"), "no sentence of the words cited names both", hint)
    words = " … ".join(f"“{findings.evidence.words(span)}”" for span in spans)
    return _judge_words(findings, path, entry, read[0], words)


def _sentences_in(findings: Findings, cited: Span) -> list[Span]:
    """Return the words cited sentence by sentence: both parties must be named in one of them."""
    return [
        Span(max(each.start, cited.start), min(each.end, cited.end))
        for each in find_sentences(findings.evidence.text, cited)
    ]


def _find_parties(
    findings: Findings, span: Span, entry: RelationEntry
) -> Iterator[tuple[str, NamePart, NamePart, tuple[NamePart, ...]]]:
    """Yield the words at `span`, their letters composed, and where they first name the two parties and name others."""
    words = compose(findings.words_outside_marks(span))
    named = [(place.actor, _name_part(findings, place, span.start, words)) for place in findings.names_in(span)]
    found = dict(reversed(named))
    if entry.subject in found and entry.object in found:
        others = tuple(part for actor, part in named if actor not in (entry.subject, entry.object))
        yield words.text, found[entry.subject], found[entry.object], others


def _name_part(findings: Findings, place: NamePlace, start: int, words: FoldedText) -> NamePart:
    is_base = findings.evidence.words(place.span) == findings.actors[place.actor].name
    return NamePart(words.index(place.span.start - start), words.index(place.span.end - start), is_base)


def _judge_words(findings: Findings, path: Path, entry: RelationEntry, read: PassageWords, words: str) -> list[Problem]:
    cite, kind = (*path, "cite"), entry.kind
    say = partial(say_relation, findings, entry)
    if kind not in read.kinds or read.is_of_others:
        far = {other for other in read.kinds if not may_hold_together(findings, kind, frozenset({other}))}
        says_else = far - OFFICES and far == read.kinds and not read.hedges and kind not in read.kinds
        if says_else and not read.is_naming:
            return [
                findings.problem(cite, f"the words cited say something else of the two: {words}", "use another `kind`")
            ]
        hint = f"cite words that say: {say()}"
        return findings.doubts(cite, f"the words cited are not understood to say that {say()}", hint)
    if read.acts_first is False and not is_mutual(findings, kind):
        message = f"the article has it the other way round: {words}"
        return [findings.problem(cite, message, f"exchange `from` and `to`, so that it says: {say(reverse=True)}")]
    if entry.hedge in read.hedges or not (entry.hedge or read.hedges):
        return []
    return report_hedge(findings, path, entry, read.hedges, read.is_negated, words)
