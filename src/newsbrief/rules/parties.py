"""Actors and what is said of them."""

from collections.abc import Iterable

from newsbrief.content.fact_sheet import UNATTRIBUTED, ActorEntry, DateEntry, QuoteEntry, RelationEntry
from newsbrief.content.validation import suggest
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings, names_of
from newsbrief.evidence.typography import fold_words
from newsbrief.model.problems import Problem


def ids_are_given_once(findings: Findings) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        if actor.id in seen or actor.id == UNATTRIBUTED:
            message = f"the id {actor.id!r} is taken" if actor.id in seen else f"{UNATTRIBUTED!r} cannot be an id"
            problems.append(findings.problem((*path, "id"), message, "choose another one"))
        seen.add(actor.id)
    return problems


def ids_are_known(findings: Findings) -> list[Problem]:
    problems = []
    for path, id in _references(findings):
        if id not in findings.known_ids:
            hint = suggest(id, findings.known_ids)
            problems.append(findings.problem(path, f"no actor has the id {id!r}", hint))
    return problems


def actors_stand_in_order(findings: Findings) -> list[Problem]:
    """No actor belongs to itself, not even by way of others, and none is related to itself."""
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        above, seen = actor.member_of, {actor.id}
        while above is not None and above in findings.actors and above not in seen:
            seen.add(above)
            above = findings.actors[above].member_of
        if above == actor.id:
            problems.append(
                findings.problem(
                    (*path, "member_of"), f"{actor.id!r} is a member of itself", "mend the chain of member_of"
                )
            )
    for path, relation in findings.facts.of(RelationEntry):
        if relation.subject == relation.object:
            problems.append(
                findings.problem((*path, "to"), f"{relation.object!r} is related to itself", "name two actors")
            )
    return problems


def names_are_not_shared(findings: Findings) -> list[Problem]:
    owners: dict[str, str] = {}
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        for name in names_of(actor):
            owner = owners.setdefault(fold_words(name), actor.id)
            if owner != actor.id:
                message = f"the name {name!r} is {owner!r}'s already"
                problems.append(
                    findings.problem(_name_path(path, actor, name), message, "a name may lead to one actor only")
                )
    return problems


def parties_are_in_the_article(findings: Findings) -> list[Problem]:
    named = {place.actor for place in findings.name_places}
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        place = (*path, "name")
        if actor.background and actor.id in named:
            hint = "leave out `background: true`"
            problems.append(findings.problem((*path, "background"), f"{actor.name} is named in the article", hint))
        elif actor.background and not any(claim.source for claim in actor.about):
            hint = "add to `about` a sentence with its `source`"
            problems.append(findings.problem(place, f"{actor.name} is background without an outside source", hint))
        elif not actor.background and actor.id not in named:
            problems.append(
                findings.problem(place, f"the article names {actor.name} nowhere", _name_hint(findings, actor))
            )
    return problems


def claims_have_grounds(findings: Findings) -> list[Problem]:
    hint = "add `cite` with words of the article, or `source` with a title and a url"
    problems = [
        findings.problem((*path, "text"), "this sentence rests on nothing", hint)
        for path, claim in findings.facts.claims()
        if claim.cite is None and claim.source is None
    ]
    for path, entry in findings.facts.of(DateEntry):
        if entry.cite is None and entry.source is None:
            problems.append(findings.problem((*path, "event"), "this event rests on nothing", hint))
        elif entry.when is None and entry.source is None:
            hint_when = "add `when` with the article's words for the date, or a `source` for it"
            problems.append(findings.problem((*path, "date"), "nothing says how this date is known", hint_when))
    return problems


def _references(findings: Findings) -> Iterable[tuple[Path, str]]:
    for path, actor in findings.facts.of(ActorEntry):
        if actor.member_of is not None:
            yield (*path, "member_of"), actor.member_of
    for path, entry in findings.facts.of(DateEntry):
        for number, id in enumerate(entry.actors):
            yield (*path, "actors", number), id
    for path, quote in findings.facts.of(QuoteEntry):
        if quote.speaker != UNATTRIBUTED:
            yield (*path, "speaker"), quote.speaker
    for path, relation in findings.facts.of(RelationEntry):
        yield (*path, "from"), relation.subject
        yield (*path, "to"), relation.object


def _name_path(path: Path, actor: ActorEntry, name: str) -> Path:
    if name in actor.aliases:
        return (*path, "aliases", actor.aliases.index(name))
    return (*path, "abbr" if name == actor.abbr else "name")


def _name_hint(findings: Findings, actor: ActorEntry) -> str:
    for name in names_of(actor):
        if findings.evidence.occurrences(name):
            return f"every “{name}” there is part of a longer name, or is another actor's"
        missing = findings.evidence.explain_absence(name)
        if missing.reason == "case" and missing.places:
            words = findings.evidence.words(missing.places[0])
            return f"the article has, in other case: “{words}” ({findings.article.line_of(missing.places[0].start)})"
    return "add to `aliases` the name that the article uses, or mark it `background: true` with an outside source"
