"""Relations: the words cited name both parties, and say of them what the fact sheet says, hedged alike."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from newsbrief.content.fact_sheet import ActorEntry, RelationEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.model.kinds import MUTUAL
from newsbrief.model.languages import primary_language
from newsbrief.model.problems import Problem
from newsbrief.reading.relations.brackets import find_bracketed
from newsbrief.reading.relations.contrasts import may_mean
from newsbrief.reading.relations.lexicon import read_lexicon
from newsbrief.reading.relations.passages import NamePart, PassageWords, read_passage
from newsbrief.reading.relations.tie import Tie
from newsbrief.reading.relations.ties import read_ties
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import split_words

_WORDS_OF = {"neutral": "is neutral towards", "part-of": "is part of"}
"""The words by which a message says a kind whose own name does not."""

_OFFICES = frozenset({"part-of", "employs", "leads"})
"""Kinds that a word of office beside one name states, perhaps of a third: “its spokeswoman, Lorenz, called Wendt”."""

_FAMILIES = (
    {"backs", "supports", "arms"},
    {"fights", "resists", "opposes", "criticises", "accuses", "arrests", "sues", "sanctions"},
    {"leads", "part-of", "owns", "employs", "succeeds"},
    {"agrees-with", "merges-with", "meets", "talks-to", "calls-on"},
    {"neutral"},
)
"""Kinds of which one does not exclude another."""

ReadTies = Callable[[Span], tuple[Tie, ...]]


def relations_are_in_their_words(findings: Findings) -> list[Problem]:
    """The words that a relation cites name both of its parties, and state it of them."""
    read = _reader(findings)
    problems: list[Problem] = []
    for path, entry in findings.facts.of(RelationEntry):
        spans = findings.spans((*path, "cite"))
        known = entry.subject in findings.actors and entry.object in findings.actors
        if spans and known and entry.subject != entry.object:
            problems += _judge(findings, path, entry, spans, read)
    return problems


def members_are_named_with_their_group(findings: Findings) -> list[Problem]:
    """A relation bears out `member_of`, or some words that the fact sheet cites name both."""
    pairs = {frozenset((each.subject, each.object)) for _, each in findings.facts.of(RelationEntry)}
    cited = tuple(span for at, span in findings.found.items() if "cite" in at or "cue" in at)
    problems: list[Problem] = []
    for path, actor in findings.facts.of(ActorEntry):
        group = actor.member_of
        if group is None or group == actor.id or group not in findings.actors or frozenset((actor.id, group)) in pairs:
            continue
        if _is_background(findings, actor.id, group) or any(
            _names_both(findings, span, actor.id, group) for span in cited
        ):
            continue
        names = f"{actor.name} and {findings.actors[group].name}"
        hint = "add to `about` a sentence that cites words which name both, or a relation such as `part-of`"
        problems += findings.doubts((*path, "member_of"), f"no words cited name {names} together", hint)
    return problems


def _is_background(findings: Findings, *ids: str) -> bool:
    """Say whether an outside source speaks for an actor whom the article does not name."""
    return any(findings.actors[id].background for id in ids)


def _names_both(findings: Findings, span: Span, one: str, other: str) -> bool:
    return {one, other} <= {place.actor for place in findings.names_in(span)}


def _reader(findings: Findings) -> ReadTies:
    """Return a function that reads the sentences around a place, each of them once."""
    known: dict[Span, tuple[Tie, ...]] = {}

    def read(span: Span) -> tuple[Tie, ...]:
        ties: list[Tie] = []
        for sentence in find_sentences(findings.evidence.text, span):
            if sentence not in known:
                names = findings.names_in(sentence)
                found = read_ties(split_words(findings.evidence.text, sentence, names))
                known[sentence] = tuple(tie for tie in found if may_mean(findings, tie))
            ties += known[sentence]
        return tuple(ties)

    return read


def _judge(
    findings: Findings, path: Path, entry: RelationEntry, spans: Sequence[Span], read: ReadTies
) -> list[Problem]:
    named = {place.actor for span in spans for place in findings.names_in(span)}
    missing = [findings.actors[id].name for id in (entry.subject, entry.object) if id not in named]
    cite = (*path, "cite")
    if missing:
        hint = "cite more words, so that both are named by a name or an alias"
        return findings.doubts(cite, f"the words cited do not name {' or '.join(missing)}", hint)
    if entry.kind == "part-of" and not entry.hedge and _is_bracketed(findings, entry, spans):
        return []
    language = primary_language(findings.article.front.language)
    if language == "en":
        ties = [tie for span in spans for tie in read(span) if span.holds(tie.words)]
        return _judge_ties(findings, path, entry, [tie for tie in ties if tie.joins(entry.subject, entry.object)])
    return _judge_passages(findings, path, entry, spans, language)


def _is_bracketed(findings: Findings, entry: RelationEntry, spans: Sequence[Span]) -> bool:
    """Say whether the body stands in brackets right after the person's name: `Vane (KVP)`."""
    if findings.actors[entry.subject].kind != "person" or findings.actors[entry.object].kind in ("person", "place"):
        return False
    pairs = (pair for span in spans for pair in find_bracketed(findings.evidence.text, findings.names_in(span)))
    return any((one.actor, other.actor) == (entry.subject, entry.object) for one, other in pairs)


def _judge_ties(findings: Findings, path: Path, entry: RelationEntry, ties: Sequence[Tie]) -> list[Problem]:
    cite, kind = (*path, "cite"), entry.kind
    say = partial(_sentence, findings, entry)
    own = [tie for tie in ties if kind in tie.kinds]
    right = [tie for tie in own if tie.subject == entry.subject or kind in MUTUAL]
    if right:
        return _judge_hedges(findings, path, entry, right)
    if own:
        message = f"the article has it the other way round: {_quote(findings, own[0])}"
        return [findings.problem(cite, message, f"exchange `from` and `to`, so that it says: {say(reverse=True)}")]
    for tie in ties:
        if not any(kind in family and family & tie.kinds for family in _FAMILIES):
            message = f"the article says something else of the two: {_quote(findings, tie)}"
            return [findings.problem(cite, message, f"use {_or('kind', tie.kinds)}, or cite other words")]
    hint = f"cite words that say: {say()}"
    return findings.doubts(cite, f"the words cited are not understood to say that {say()}", hint)


def _judge_hedges(findings: Findings, path: Path, entry: RelationEntry, ties: Sequence[Tie]) -> list[Problem]:
    if any(_fits(entry.hedge, tie) for tie in ties):
        return []
    tie = ties[0]
    return _unhedged(findings, path, entry, tie.hedges, tie.is_negated, _quote(findings, tie))


def _fits(hedge: str | None, tie: Tie) -> bool:
    return hedge in tie.hedges if hedge else not tie.hedges


def _unhedged(
    findings: Findings, path: Path, entry: RelationEntry, hedges: frozenset[str], is_negated: bool, words: str
) -> list[Problem]:
    at = (*path, "hedge") if entry.hedge else (*path, "cite")
    if not hedges:
        return findings.doubts(at, f"the words cited are not hedged: {words}", "leave out `hedge`")
    wanted = _or("hedge", hedges)
    if is_negated and not entry.hedge:
        return [findings.problem(at, f"the article says that it is not so: {words}", f"leave it out, or add {wanted}")]
    return findings.doubts(at, f"the article does not state this as a fact: {words}", f"add {wanted}")


def _judge_passages(
    findings: Findings, path: Path, entry: RelationEntry, spans: Sequence[Span], language: str
) -> list[Problem]:
    """Judge words of a language that is read by stems; of one without any, nothing but the names is judged."""
    lexicon = read_lexicon(language)
    if lexicon is None:
        return []
    read = [
        read_passage(findings.words_outside_marks(span), first, second, others, lexicon, entry.kind)
        for cited in spans
        for span in _sentences_in(findings, cited)
        for first, second, others in _places(findings, span, entry)
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


def _places(
    findings: Findings, span: Span, entry: RelationEntry
) -> Iterator[tuple[NamePart, NamePart, tuple[NamePart, ...]]]:
    """Yield where the two parties are first named in the words at `span`, and where others are."""
    named = [(place.actor, _name_part(findings, place, span.start)) for place in findings.names_in(span)]
    found = dict(reversed(named))
    if entry.subject in found and entry.object in found:
        others = tuple(part for actor, part in named if actor not in (entry.subject, entry.object))
        yield found[entry.subject], found[entry.object], others


def _name_part(findings: Findings, place: NamePlace, start: int) -> NamePart:
    is_base = findings.evidence.words(place.span) == findings.actors[place.actor].name
    return NamePart(place.span.start - start, place.span.end - start, is_base)


def _judge_words(findings: Findings, path: Path, entry: RelationEntry, read: PassageWords, words: str) -> list[Problem]:
    cite, kind = (*path, "cite"), entry.kind
    say = partial(_sentence, findings, entry)
    if kind not in read.kinds or read.is_of_others:
        far = {other for other in read.kinds if not any({kind, other} <= family for family in _FAMILIES)}
        says_else = far - _OFFICES and far == read.kinds and not read.hedges and kind not in read.kinds
        if says_else and not read.is_naming:
            return [
                findings.problem(cite, f"the words cited say something else of the two: {words}", "use another `kind`")
            ]
        hint = f"cite words that say: {say()}"
        return findings.doubts(cite, f"the words cited are not understood to say that {say()}", hint)
    if read.acts_first is False and kind not in MUTUAL:
        message = f"the article has it the other way round: {words}"
        return [findings.problem(cite, message, f"exchange `from` and `to`, so that it says: {say(reverse=True)}")]
    if entry.hedge in read.hedges or not (entry.hedge or read.hedges):
        return []
    return _unhedged(findings, path, entry, read.hedges, read.is_negated, words)


def _or(key: str, values: frozenset[str]) -> str:
    """Return the lines to choose from, as they are written in the fact sheet."""
    return " or ".join(f"`{key}: {value}`" for value in sorted(values))


def _sentence(findings: Findings, entry: RelationEntry, reverse: bool = False) -> str:
    names = [findings.actors[id].name for id in (entry.subject, entry.object)]
    words = _WORDS_OF.get(entry.kind, entry.kind.replace("-", " "))
    return f" {words} ".join(reversed(names) if reverse else names)


def _quote(findings: Findings, tie: Tie) -> str:
    text = findings.evidence.text
    (sentence,) = find_sentences(text, tie.words)[:1]
    words = " ".join(text[sentence.start : sentence.end].split())
    shown = words if len(words) <= 160 else f"{words[:160]}…"
    return f"“{shown}” ({findings.article.line_of(tie.words.start)})"
