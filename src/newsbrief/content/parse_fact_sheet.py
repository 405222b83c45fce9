"""The entries of one `facts.yaml`.

`parse_facts(parse_yaml(file)).of(QuoteEntry)` lists the quotations, each with its path in the file.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from newsbrief.content.fact_sheet import ACTORS, SECTION_OF, Section
from newsbrief.content.join_actors import join_actors, point_to_shared
from newsbrief.content.own_kinds import find_unknown_kind, name_kinds
from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors
from newsbrief.content.validation import EntryT, convert_entry, unknown_name
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.problems import Problem


class Facts(Struct, frozen=True, dict=True):
    """The entries without a fault, each under its path in the file, and the problems of the others.

    `own_kinds` are those that the site defines. Actors that are `shared` have been joined with their entries; the
    values of `file` are as the editor wrote them.
    """

    file: YamlFile
    entries: Mapping[Path, Struct]
    problems: tuple[Problem, ...]
    own_kinds: OwnKinds = NO_OWN_KINDS
    shared: SharedActors = NO_SHARED_ACTORS

    def of(self, kind: type[EntryT]) -> list[tuple[Path, EntryT]]:
        """Return the entries of one type with their paths, in the order of the file."""
        return self._by_kind.get(kind, [])

    @cached_property
    def _by_kind(self) -> Mapping[type[Struct], list[tuple[Path, Any]]]:
        found: dict[type[Struct], list[tuple[Path, Any]]] = {}
        for path, entry in self.entries.items():
            found.setdefault(type(entry), []).append((path, entry))
        return found

    @cached_property
    def all_entries(self) -> tuple[tuple[Section, Path, Any], ...]:
        """Every entry, those in lists inside others included, with its section and path."""
        found = self.entries.items()
        return tuple(each for path, entry in found for each in SECTION_OF[str(path[0])].walk(path, entry))


def parse_facts(
    file: YamlFile,
    own: OwnKinds = NO_OWN_KINDS,
    shared: SharedActors = NO_SHARED_ACTORS,
    *,
    is_foreign: bool = False,
) -> Facts:
    """Turn the plain values of a fact sheet into typed entries, and collect every problem.

    `own` are the kinds that the site defines beside the built-in ones, `shared` the actors that all its briefings have
    in common; the sheet of an article in another language than the site's (`is_foreign`) may have other names for them.
    """
    problems = list(file.problems)
    entries: dict[Path, Struct] = {}
    kinds = dict(name_kinds(own)) if own.is_known else {}
    for key, value in file.values.items():
        if key not in SECTION_OF:
            problems.append(unknown_name(file, (key,), f"unknown key {key!r}", key, SECTION_OF))
        elif isinstance(value, list):
            if key == ACTORS and shared:
                value, faults = join_actors(file, value, shared, is_foreign=is_foreign)
                problems += faults
            for number, plain in enumerate(value):
                path = (key, number)
                entry, faults = convert_entry(file, path, plain, SECTION_OF[key].entry)
                unknown = find_unknown_kind(file, path, plain, kinds.get(key))
                problems += point_to_shared(faults, plain, shared) if key == ACTORS and shared else faults
                problems += unknown
                if entry is not None and not unknown:
                    entries[path] = entry
        elif value is not None:
            problems.append(file.problem((key,), f"{key} must be a list", "begin each entry with a hyphen: `  - `"))
    return Facts(file, entries, tuple(problems), own, shared)
