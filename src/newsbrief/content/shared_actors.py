"""The actors that several briefings share: `content/actors.yaml`, and how an entry of a fact sheet is joined with it.

`parse_shared_actors(parse_yaml(file))[0].entries["haftar"].name` is the name under which every briefing has this actor.

A fact sheet's entry with an id of this file may leave out `name` and `kind`. It adds aliases and sentences of its own,
and `side` is its own to give. What it repeats must be the same.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path as FilePath
from types import GenericAlias
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from newsbrief.content.fact_sheet import UNATTRIBUTED, Abbreviation, ActorName, Alias, KindName, Side
from newsbrief.content.fields import Id, Sources, Text, not_blank
from newsbrief.content.files import read_file
from newsbrief.content.front_matter import as_sources
from newsbrief.content.own_kinds import find_unknown_kind, name_kinds
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.content.validation import convert_entry, unknown_name
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.paths import ACTORS_FILE
from newsbrief.model.problems import Problem
from newsbrief.model.shared_actor import SharedActor, SourcedSentence

SHARED_PATH = f"content/{ACTORS_FILE}"
_KEY = "actors"


class SourcedSentenceEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of the editor's that an outside source bears out."""

    text: Text
    source: Sources


class SharedActorEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A party or a person that several briefings share."""

    id: Id
    name: ActorName
    kind: KindName
    abbr: Abbreviation | None = None
    side: Side | None = None
    aliases: Annotated[
        tuple[Alias, ...], Meta(description="Other names by which articles call this actor; a fact sheet may add more.")
    ] = ()
    about: Annotated[
        tuple[SourcedSentenceEntry, ...],
        Meta(description="What outside sources say of this actor: the glossary shows it as background."),
    ] = ()
    sort: Annotated[str, not_blank("The name as the glossary sorts it, family name first: Haftar, Khalifa.")] | None = (
        None
    )

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the abbreviation, by which no other actor may go, and the aliases."""
        return (self.name, *((self.abbr,) if self.abbr else ()), *self.aliases)


class SharedActors(Struct, frozen=True, dict=True):
    """The entries of `actors.yaml` by id, with the `lines` of the file that they begin on.

    `faulty` are the ids of entries with a problem. Of a file that is not `is_whole`, some entries could not be read at
    all. `digest` is the SHA-256 of the file, "" where there is none.
    """

    entries: Mapping[str, SharedActorEntry] = {}
    lines: Mapping[str, int] = {}
    faulty: frozenset[str] = frozenset()
    digest: str = ""
    is_whole: bool = True

    def __bool__(self) -> bool:
        return bool(self.digest or self.entries or self.faulty)

    def may_be_meant(self, id: str) -> bool:
        """Say whether the file may have an entry of this id that could not be read, which is a problem of the file."""
        return not self.is_whole or id in self.faulty

    def place(self, id: str) -> str:
        """Return the place of an entry, as messages name it."""
        return f"{SHARED_PATH}:{self.lines[id]}"

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """A digest of each entry by id: of what a fact sheet is joined with, a space, and of all of it."""
        return {id: f"{_digest(replace(each, sort=None))} {_digest(each)}" for id, each in self.entries.items()}

    @cached_property
    def described(self) -> Mapping[str, SharedActor]:
        """The actors as the glossary shows them, by id."""
        return {id: _describe(each) for id, each in self.entries.items()}


NO_SHARED_ACTORS = SharedActors()


def _digest(entry: SharedActorEntry) -> str:
    return sha256(msgspec.json.encode(entry)).hexdigest()[:16]


def _describe(entry: SharedActorEntry) -> SharedActor:
    about = tuple(SourcedSentence(each.text, as_sources(each.source)) for each in entry.about)
    return SharedActor(entry.id, entry.name, entry.abbr, about, entry.sort or "")


def read_shared_actors(site: FilePath, own: OwnKinds = NO_OWN_KINDS) -> tuple[SharedActors, list[Problem]]:
    """Return the actors that the briefings of a site share, none where it has no such file, and what is wrong.

    `own` are the kinds that the site defines.
    """
    path = site / "content" / ACTORS_FILE
    if not path.exists() and not path.is_symlink():
        return NO_SHARED_ACTORS, []
    file, problems = read_file(site, path)
    if file is None:
        return SharedActors(is_whole=False), problems
    actors, faults = parse_shared_actors(parse_yaml(file), own)
    return actors, [*problems, *faults]


def parse_shared_actors(file: YamlFile, own: OwnKinds = NO_OWN_KINDS) -> tuple[SharedActors, list[Problem]]:
    """Turn the plain values of `actors.yaml` into entries, and collect every problem."""
    problems = [_explain_list(file, each) for each in file.problems]
    problems += [unknown_name(file, (key,), f"unknown key {key!r}", key, (_KEY,)) for key in file.values if key != _KEY]
    is_whole = not problems
    given = file.values.get(_KEY)
    listed = given if isinstance(given, list) else []
    if given is not None and not isinstance(given, list):
        is_whole = False
        problems.append(file.problem((_KEY,), f"{_KEY} must be a list", "begin each entry with a hyphen: `  - `"))
    kinds = dict(name_kinds(own))[_KEY] if own.is_known else None
    entries: dict[str, SharedActorEntry] = {}
    lines: dict[str, int] = {}
    faulty: set[str] = set()
    for number, plain in enumerate(listed):
        path: Path = (_KEY, number)
        entry, faults = convert_entry(file, path, plain, SharedActorEntry)
        unknown = find_unknown_kind(file, path, plain, kinds)
        faults += unknown
        if entry is None or unknown:
            faulty |= {id for id in [plain.get("id") if isinstance(plain, dict) else None] if isinstance(id, str)}
        else:
            faults += _find_faults_of_id(file, path, entry, lines)
            entries.setdefault(entry.id, entry)
            lines.setdefault(entry.id, file.places[path][0])
        problems += map(_explain_cite, faults)
    problems += _find_shared_names(file, listed, entries, lines)
    return SharedActors(entries, lines, frozenset(faulty.difference(entries)), file.file.digest, is_whole), problems


def _explain_list(file: YamlFile, problem: Problem) -> Problem:
    """Return the problem of a file that begins with a list as one that says where the list goes."""
    if not problem.message.startswith("expected keys and values"):
        return problem
    hint = f"write `{_KEY}:` on the first line, and the list below it"
    return file.file.problem(problem.line, problem.column, f"expected the key `{_KEY}`, with a list", hint)


def _explain_cite(problem: Problem) -> Problem:
    """Return the problem of words of an article, which this file cannot cite, as one that says where they go."""
    if problem.message != "unknown key 'cite'":
        return problem
    return problem._replace(hint="name an outside `source`; a sentence that cites an article stands in its fact sheet")


def _find_faults_of_id(
    file: YamlFile, path: Path, entry: SharedActorEntry, lines: Mapping[str, int]
) -> Iterator[Problem]:
    if entry.id == UNATTRIBUTED:
        yield file.problem((*path, "id"), f"{UNATTRIBUTED!r} cannot be an id", "choose another one")
    elif entry.id in lines:
        hint = "write one actor once, or choose another id"
        yield file.problem((*path, "id"), f"the id {entry.id!r} is taken: line {lines[entry.id]} has it", hint)


def _find_shared_names(
    file: YamlFile, listed: list[Any], entries: Mapping[str, SharedActorEntry], lines: Mapping[str, int]
) -> Iterator[Problem]:
    """Yield a problem where two actors have one name and nothing tells readers who is who."""
    owners: dict[str, SharedActorEntry] = {}
    ids = [each.get("id") if isinstance(each, dict) else None for each in listed]
    for id, entry in entries.items():
        owner = owners.setdefault(" ".join(entry.name.split()).casefold(), entry)
        if owner.id != id and not (owner.about and entry.about):
            message = f"the name {entry.name!r} is {owner.id!r}'s already: line {lines[owner.id]}"
            hint = "write one actor once; where they are two, tell readers who is who: give both `about`, with a source"
            yield file.problem((_KEY, ids.index(id), "name"), message, hint)


def json_schema(own: OwnKinds = NO_OWN_KINDS) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `actors.yaml`; `own` are the kinds that the site defines."""
    listed = msgspec.defstruct(
        "SharedActors",
        [(_KEY, GenericAlias(tuple, (SharedActorEntry, ...)), ())],
        namespace={"__doc__": "The actors that the briefings of a site share."},
        forbid_unknown_fields=True,
    )
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Newsbrief actors"}
    schema = head | msgspec.json.schema(listed)
    kinds = {"enum": sorted(dict(name_kinds(own))[_KEY])}
    schema["$defs"][SharedActorEntry.__name__]["properties"]["kind"] = kinds
    return schema
