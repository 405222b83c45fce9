"""Relations: the words cited name both parties, and say of them what the fact sheet says, hedged alike."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import get_args

from newsbrief.content.fact_sheet import ActorEntry, RelationEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.model.kinds import RelationKind
from newsbrief.model.languages import primary_language
from newsbrief.model.problems import Problem
from newsbrief.reading.relations.brackets import find_bracketed
from newsbrief.reading.relations.contrasts import may_mean
from newsbrief.reading.relations.tie import Tie
from newsbrief.reading.relations.ties import read_ties
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.statements.article_reader import ArticleReader
from newsbrief.rules.relation_passages import judge_passages
from newsbrief.rules.relation_words import is_mutual, may_hold_together, name_choices, report_hedge, say_relation

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
                words = findings.once_of_article(ArticleReader).words(sentence)
                found = read_ties(words, findings.facts.own_kinds)
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
    own = findings.facts.own_kinds.relation(entry.kind)
    if own is None and entry.kind not in get_args(RelationKind):
        # The settings that may define it cannot be read, which is a problem of theirs.
        return []
    if own and not own.has_cues(language):
        message = f"the site gives no words by which articles in {language!r} state {entry.kind!r}"
        hint = f"add them to content/site.yaml, under `relations: {entry.kind}: cues:`, as `{language}: […]`"
        return findings.doubts((*path, "kind"), message, hint)
    if language == "en":
        ties = [tie for span in spans for tie in read(span) if span.holds(tie.words)]
        return _judge_ties(findings, path, entry, [tie for tie in ties if tie.joins(entry.subject, entry.object)])
    return judge_passages(findings, path, entry, spans, language)


def _is_bracketed(findings: Findings, entry: RelationEntry, spans: Sequence[Span]) -> bool:
    """Say whether the body stands in brackets right after the person's name: `Vane (KVP)`."""
    if findings.actors[entry.subject].kind != "person" or findings.actors[entry.object].kind in ("person", "place"):
        return False
    pairs = (pair for span in spans for pair in find_bracketed(findings.evidence.text, findings.names_in(span)))
    return any((one.actor, other.actor) == (entry.subject, entry.object) for one, other in pairs)


def _judge_ties(findings: Findings, path: Path, entry: RelationEntry, ties: Sequence[Tie]) -> list[Problem]:
    cite, kind = (*path, "cite"), entry.kind
    say = partial(say_relation, findings, entry)
    own = [tie for tie in ties if kind in tie.kinds]
    right = [tie for tie in own if tie.subject == entry.subject or is_mutual(findings, kind)]
    if right:
        return _judge_hedges(findings, path, entry, right)
    if own:
        message = f"the article has it the other way round: {_quote(findings, own[0])}"
        return [findings.problem(cite, message, f"exchange `from` and `to`, so that it says: {say(reverse=True)}")]
    for tie in ties:
        if not may_hold_together(findings, kind, tie.kinds):
            message = f"the article says something else of the two: {_quote(findings, tie)}"
            return [findings.problem(cite, message, f"use {name_choices('kind', tie.kinds)}, or cite other words")]
    hint = f"cite words that say: {say()}"
    if ties and findings.facts.own_kinds.relations:
        hint += f", or use {name_choices('kind', frozenset().union(*(tie.kinds for tie in ties)))}"
    return findings.doubts(cite, f"the words cited are not understood to say that {say()}", hint)


def _judge_hedges(findings: Findings, path: Path, entry: RelationEntry, ties: Sequence[Tie]) -> list[Problem]:
    if any(_fits(entry.hedge, tie) for tie in ties):
        return []
    tie = ties[0]
    return report_hedge(findings, path, entry, tie.hedges, tie.is_negated, _quote(findings, tie))


def _fits(hedge: str | None, tie: Tie) -> bool:
    return hedge in tie.hedges if hedge else not tie.hedges


def _quote(findings: Findings, tie: Tie) -> str:
    text = findings.evidence.text
    (sentence,) = find_sentences(text, tie.words)[:1]
    words = " ".join(text[sentence.start : sentence.end].split())
    shown = words if len(words) <= 160 else f"{words[:160]}…"
    return f"“{shown}” ({findings.article.line_of(tie.words.start)})"
