"""The kinds and relations of a site's own, as `content/site.yaml` defines them.

`read_own_kinds(yaml, "en")` returns them, and what is wrong with others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, get_args

import msgspec
from msgspec import Meta, Struct

from newsbrief.content.front_matter import is_known_language
from newsbrief.content.kind_hints import suggest_kind
from newsbrief.content.own_cues import find_cue_faults, find_infinitive
from newsbrief.content.validation import convert_entry
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.kinds import ActorKind, RelationKind
from newsbrief.model.languages import primary_language
from newsbrief.model.own_kinds import Cues, OwnKind, OwnKinds, OwnRelation, Weight, Wording
from newsbrief.model.problems import Problem

KINDS, RELATIONS = "kinds", "relations"
_LIKE = "like"
_MOST = 100
"""The most kinds, and the most relations, that a site may have of its own."""

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LONGEST_NAME = 60
_BUILT_IN = frozenset({*get_args(ActorKind), *get_args(RelationKind)})

Labels = Annotated[str | dict[str, str], Meta(description="A text, or one for each language: `{en: …, ar: …}`.")]
"""With a pattern in such a union, msgspec ends the process now and then."""

CueList = str | tuple[str, ...]
CueLists = Annotated[
    CueList | dict[str, CueList],
    Meta(description="Words of articles that state it: one, several, or those of each language."),
]


class RelationDefinition(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of relation of the site's own."""

    words: Annotated[Labels, Meta(description="What stands between the two parties, such as `beats`.")]
    cues: CueLists | None = None
    reverse_cues: (
        Annotated[CueLists, Meta(description="Words that name the two in the other order, such as `lose to`.")] | None
    ) = None
    offices: (
        Annotated[CueLists, Meta(description="What the first party is of the second, such as `lawyer`.")] | None
    ) = None
    infinitive: Annotated[Labels, Meta(description="The words as they stand after “is alleged to”.")] | None = None
    mutual: Annotated[bool, Meta(description="It holds both ways.")] = False
    weight: Annotated[Weight, Meta(description="How heavy its arrow is in the diagram.")] = "normal"


def read_own_kinds(yaml: YamlFile, language: str) -> tuple[OwnKinds, list[Problem]]:
    """Return the kinds and relations that a file of settings defines, and its problems.

    `language` is the site's: that of texts and cues for which none is given.
    """
    spoken = primary_language(language)
    problems: list[Problem] = []
    kinds = [_read_kind(yaml, name, value, spoken, problems) for name, value in _entries(yaml, KINDS, problems)]
    relations = [
        _read_relation(yaml, name, value, spoken, problems) for name, value in _entries(yaml, RELATIONS, problems)
    ]
    return OwnKinds(tuple(filter(None, kinds)), tuple(filter(None, relations))), problems


def _entries(yaml: YamlFile, key: str, problems: list[Problem]) -> list[tuple[str, Any]]:
    """Return the names under a key with their values, those left out whose names cannot be used."""
    given = yaml.values.get(key)
    if given is None:
        return []
    if not isinstance(given, dict):
        example = "`team: Team`" if key == KINDS else "`beats: {words: beats, cues: [beat]}`"
        problems.append(
            yaml.problem((key,), f"{key} must be keys and values", f"write each below it, such as {example}")
        )
        return []
    if len(given) > _MOST:
        problems.append(yaml.problem((key,), f"a site may have {_MOST} of its own, not {len(given)}", "leave some out"))
        return []
    faults = [fault for name in given if (fault := _name_fault(yaml, key, name))]
    problems += faults
    return [] if faults else list(given.items())


def _name_fault(yaml: YamlFile, key: str, name: str) -> Problem | None:
    if name in _BUILT_IN:
        hint = "fact sheets may use it as it is; for another meaning, choose another name"
        return yaml.problem((key, name), f"{name!r} is a kind that Newsbrief has already", hint, at_key=True)
    if len(name) > _LONGEST_NAME or not re.fullmatch(_NAME, name):
        hint = f"use small letters a–z, digits and single hyphens, {_LONGEST_NAME} at most"
        return yaml.problem((key, name), f"{name!r} cannot be the name of a kind", hint, at_key=True)
    return None


def _read_kind(yaml: YamlFile, name: str, value: Any, language: str, problems: list[Problem]) -> OwnKind | None:
    path: Path = (KINDS, name)
    texts = value if isinstance(value, dict) else {language: value}
    like = texts.get(_LIKE, "group")
    faults = []
    if like not in get_args(ActorKind):
        hint = suggest_kind(str(like), get_args(ActorKind))
        faults.append(yaml.problem((*path, _LIKE), f"there is no built-in kind {like!r}", hint))
    texts = {key: text for key, text in texts.items() if key != _LIKE}
    words = _read_wording(yaml, path, texts, language, faults)
    problems += faults
    return OwnKind(name, words, like) if words and not faults else None


def _read_relation(yaml: YamlFile, name: str, value: Any, language: str, problems: list[Problem]) -> OwnRelation | None:
    path: Path = (RELATIONS, name)
    entry, faults = convert_entry(yaml, path, value, RelationDefinition)
    problems += faults
    if entry is None:
        return None
    faults = []
    words = _read_wording(yaml, (*path, "words"), _by_language(entry.words, language), language, faults)
    cues = _read_cues(yaml, (*path, "cues"), entry.cues, language, faults)
    reverse = _read_cues(yaml, (*path, "reverse_cues"), entry.reverse_cues, language, faults)
    offices = _read_cues(yaml, (*path, "offices"), entry.offices, language, faults)
    if not faults and not (cues.words or reverse.words or offices.words):
        hint = "add `cues:` with the words of articles that state it, such as `cues: [beat, victory over]`"
        faults.append(yaml.problem(path, f"no words of an article can state {name!r}", hint))
    if entry.mutual and (reverse.words or offices.words):
        key = "reverse_cues" if reverse.words else "offices"
        hint = "leave out `mutual`, or write these words under `cues`"
        message = f"a relation that holds both ways has no `{key}`: neither party comes first"
        faults.append(yaml.problem((*path, key), message, hint))
    infinitives = words
    if words and entry.infinitive is None:
        infinitives = Wording(
            tuple((tongue, find_infinitive(text, tongue or language)) for tongue, text in words.texts)
        )
    elif entry.infinitive is not None:
        given = _by_language(entry.infinitive, language)
        infinitives = _read_wording(yaml, (*path, "infinitive"), given, language, faults)
    problems += faults
    if faults or words is None or infinitives is None:
        return None
    return OwnRelation(name, words, infinitives, cues, reverse, offices, entry.mutual, entry.weight)


def _by_language(given: Any, language: str) -> Mapping[str, Any]:
    return given if isinstance(given, dict) else {language: given}


def _read_wording(
    yaml: YamlFile, path: Path, texts: Mapping[str, Any], language: str, faults: list[Problem]
) -> Wording | None:
    """Return texts by language; under "" stands the one in the site's language, which must be there."""
    found: dict[str, str] = {}
    for key, text in texts.items():
        at = (*path, key)
        if not is_known_language(key):
            faults.append(_unknown_language(yaml, at, key))
        elif not isinstance(text, str) or not text.strip():
            faults.append(yaml.problem(at, "expected words", "write a text"))
        else:
            found[primary_language(key)] = " ".join(text.split())
    if faults:
        return None
    if language not in found:
        hint = f"add a text under `{language}:`, the language of the site"
        faults.append(yaml.problem(path, "there is no text in the language of the site", hint))
        return None
    return Wording((("", found.pop(language)), *found.items()))


def _unknown_language(yaml: YamlFile, path: Path, key: str) -> Problem:
    return yaml.problem(path, f"unknown language {key!r}", "write a language tag such as en or ar", at_key=True)


def _read_cues(yaml: YamlFile, path: Path, given: Any, language: str, faults: list[Problem]) -> Cues:
    words: dict[str, tuple[str, ...]] = {}
    for key, listed in _by_language(given, language).items() if given is not None else ():
        at = (*path, key) if isinstance(given, dict) else path
        if not is_known_language(key):
            faults.append(_unknown_language(yaml, at, key))
            continue
        cues = (listed,) if isinstance(listed, str) else tuple(listed)
        spoken = primary_language(key)
        if not cues or not all(cue.strip() for cue in cues):
            faults.append(yaml.problem(at, "there is a cue without words", "write the words of articles that state it"))
            continue
        for number, cue in enumerate(cues):
            place = at if isinstance(listed, str) else (*at, number)
            faults += (yaml.problem(place, *fault) for fault in find_cue_faults(cue, spoken))
        words[spoken] = tuple(dict.fromkeys(" ".join(cue.lower().split()) for cue in cues))
    return Cues(tuple(words.items()))


def describe_kinds() -> dict[str, Any]:
    """Return the JSON Schema of the two keys, with what they refer to under `$defs`."""
    (schema,), definitions = msgspec.json.schema_components([RelationDefinition], ref_template="#/$defs/{name}")
    name = {"pattern": f"^{_NAME}$", "maxLength": _LONGEST_NAME, "not": {"enum": sorted(_BUILT_IN)}}
    text = {"type": "string", "pattern": r"\S"}
    kind = {
        "anyOf": [
            text,
            {
                "type": "object",
                "properties": {_LIKE: {"enum": sorted(get_args(ActorKind))}},
                "additionalProperties": text,
            },
        ]
    }
    return {
        KINDS: {
            "description": "Kinds of actors of the site's own: their names, and the words that readers see.",
            "type": ["object", "null"],
            "propertyNames": name,
            "additionalProperties": kind,
        },
        RELATIONS: {
            "description": "Kinds of relations of the site's own, by their names.",
            "type": ["object", "null"],
            "propertyNames": name,
            "additionalProperties": schema,
        },
        "$defs": definitions,
    }


def name_kinds(own: OwnKinds) -> Iterator[tuple[str, list[str]]]:
    """Yield each section of a fact sheet whose entries are of kinds, with the names of all kinds."""
    yield "actors", [*get_args(ActorKind), *(each.name for each in own.actors)]
    yield "relations", [*get_args(RelationKind), *(each.name for each in own.relations)]


def find_unknown_kind(file: YamlFile, path: Path, plain: Any, kinds: Sequence[str] | None) -> list[Problem]:
    """Return the problem of an entry whose kind is none of these; with None, any name is taken for one."""
    kind = plain.get("kind") if isinstance(plain, dict) else None
    if kinds is None or not isinstance(kind, str) or kind in kinds:
        return []
    return [file.problem((*path, "kind"), f"unknown kind {kind!r}", suggest_kind(kind, kinds))]
