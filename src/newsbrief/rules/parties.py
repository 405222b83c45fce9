"""Actors: their ids and names, and the sentences about them."""

from collections.abc import Iterator, Mapping

from newsbrief.content.fact_sheet import UNATTRIBUTED, ActorEntry, QuoteEntry, RelationEntry, value_at
from newsbrief.content.shared_actors import SHARED_PATH
from newsbrief.content.validation import suggest
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.common_nouns import describes_many
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.typography import fold_words
from newsbrief.model.problems import Problem

_MOST_SUGGESTIONS = 500
"""The most unknown ids for which the nearest known one is looked for."""


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
    problems: list[Problem] = []
    for path, id in _references(findings):
        if id not in findings.known_ids:
            is_suggesting = len(problems) < _MOST_SUGGESTIONS
            hint = suggest(id, findings.known_ids) if is_suggesting else "use an id that an actor has"
            if id == UNATTRIBUTED:
                hint = f"write `speaker: {UNATTRIBUTED}` alone, or list those who speak"
            problems.append(findings.problem(path, f"no actor has the id {id!r}", hint))
    return problems


def speakers_are_listed_once(findings: Findings) -> list[Problem]:
    problems = []
    for path, quote in findings.facts.of(QuoteEntry):
        listed = quote.speaker if isinstance(quote.speaker, tuple) else ()
        for number, id in enumerate(listed):
            if id in listed[:number]:
                left = list(dict.fromkeys(listed))
                written = left[0] if len(left) == 1 else f"[{', '.join(left)}]"
                hint = f"write `speaker: {written}`"
                problems.append(findings.problem((*path, "speaker", number), f"{id!r} is listed twice", hint))
    return problems


def actors_stand_in_order(findings: Findings) -> list[Problem]:
    """No actor is a member of itself, directly or through others, and none is related to itself."""
    problems = []
    in_circles = _find_circles({id: actor.member_of for id, actor in findings.actors.items()})
    for path, actor in findings.facts.of(ActorEntry):
        if actor.id in in_circles:
            hint = "fix `member_of` here or in an actor above"
            problems.append(findings.problem((*path, "member_of"), f"{actor.id!r} is a member of itself", hint))
    for path, relation in findings.facts.of(RelationEntry):
        if relation.subject == relation.object:
            message = f"{relation.object!r} is related to itself"
            problems.append(findings.problem((*path, "to"), message, "name two actors"))
    return problems


def names_are_not_shared(findings: Findings) -> list[Problem]:
    owners: dict[str, str] = {}
    problems = []
    for path, actor in findings.facts.of(ActorEntry):
        numbers = {alias: number for number, alias in reversed(list(enumerate(actor.aliases)))}
        for name in actor.names:
            owner = owners.setdefault(fold_words(name), actor.id)
            if owner != actor.id:
                key = ("aliases", numbers[name]) if name in numbers else ("abbr" if name == actor.abbr else "name",)
                message = f"the name {name!r} is {owner!r}'s already"
                hint = _hint_at_sharing(findings, actor, owner, name)
                problems.append(findings.problem((*path, *key), message, hint))
    return problems


def _hint_at_sharing(findings: Findings, actor: ActorEntry, owner: str, name: str) -> str:
    """Return what to do about a name that two actors have, where both may have it from what the site knows of them."""
    known = [entry for id in (actor.id, owner) if (entry := findings.facts.shared.entries.get(id))]
    if len(known) < 2 or not all(name in entry.aliases for entry in known):
        return "a name may lead to one actor only"
    return f"both have it in {SHARED_PATH}: write it under `aliases` here, for the one whom this article means"


def names_belong_to_one_alone(findings: Findings) -> list[Problem]:
    """An alias in small letters that describes many, such as “the minister”, is nobody's name by itself."""
    problems: list[Problem] = []
    for path, actor in findings.facts.of(ActorEntry):
        for number, alias in enumerate(actor.aliases):
            if alias == alias.lower() and describes_many(alias):
                hint = "use a name, or more words of the description, as the article has them"
                message = f"“{alias}” may be said of many: it is read as {actor.name} wherever it stands"
                problems += findings.doubts((*path, "aliases", number), message, hint)
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
                findings.problem(place, f"the article does not name {actor.name}", _name_hint(findings, actor))
            )
    return problems


def _references(findings: Findings) -> Iterator[tuple[Path, str]]:
    """Yield every id of an actor that an entry refers to, with its path."""
    for section, path, entry in findings.facts.all_entries:
        for key in section.actors:
            given = value_at(entry, key)
            if isinstance(given, tuple):
                yield from (((*path, key, number), id) for number, id in enumerate(given))
            elif given is not None and (key, given) != ("speaker", UNATTRIBUTED):
                yield (*path, key), given


def _find_circles(above: Mapping[str, str | None]) -> set[str]:
    """Return the ids from which the way up, from each id to the one in `above`, leads back to them."""
    found: set[str] = set()
    passed: set[str] = set()
    for start in above:
        way: list[str] = []
        at: str | None = start
        while at is not None and at in above and at not in passed:
            passed.add(at)
            way.append(at)
            at = above[at]
        if at in way:
            found.update(way[way.index(at) :])
    return found


def _name_hint(findings: Findings, actor: ActorEntry) -> str:
    for name in actor.names:
        if findings.evidence.occurrences(name, most=1):
            return f"every “{name}” in the article is part of a longer name, or is another actor's"
        if span := findings.evidence.find_in_other_case(name):
            words, line = findings.evidence.words(span), findings.article.line_of(span.start)
            return f"the article has, with different capitals: “{words}” ({line})"
    return "add to `aliases` the name that the article uses, or mark it `background: true` with an outside source"
