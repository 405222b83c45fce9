"""The entries of one `facts.yaml`.

`parse_facts(parse_yaml(file)).of(QuoteEntry)` lists the quotations, each with its path in the file.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from newsbrief.content.fact_sheet import SECTION_OF, Section
from newsbrief.content.kind_hints import suggest_kind
from newsbrief.content.own_kinds import name_kinds
from newsbrief.content.validation import EntryT, convert_entry, unknown_name
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.problems import Problem


class Facts(Struct, frozen=True, dict=True):
    """The entries without a fault, each under its path in the file, and the problems of the others.

    `own_kinds` are those that the site defines.
    """

    file: YamlFile
    entries: Mapping[Path, Struct]
    problems: tuple[Problem, ...]
    own_kinds: OwnKinds = NO_OWN_KINDS

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


def parse_facts(file: YamlFile, own: OwnKinds = NO_OWN_KINDS) -> Facts:
    """Turn the plain values of a fact sheet into typed entries, and collect every problem.

    `own` are the kinds that the site defines beside the built-in ones.
    """
    problems = list(file.problems)
    entries: dict[Path, Struct] = {}
    kinds = dict(name_kinds(own)) if own.is_known else {}
    for key, value in file.values.items():
        if key not in SECTION_OF:
            problems.append(unknown_name(file, (key,), f"unknown key {key!r}", key, SECTION_OF))
        elif isinstance(value, list):
            for number, plain in enumerate(value):
                path = (key, number)
                entry, faults = convert_entry(file, path, plain, SECTION_OF[key].entry)
                unknown = _find_unknown_kind(file, path, plain, kinds.get(key))
                problems += faults + unknown
                if entry is not None and not unknown:
                    entries[path] = entry
        elif value is not None:
            problems.append(file.problem((key,), f"{key} must be a list", "begin each entry with a hyphen: `  - `"))
    return Facts(file, entries, tuple(problems), own)


def _find_unknown_kind(file: YamlFile, path: Path, plain: Any, kinds: Sequence[str] | None) -> list[Problem]:
    """Return the problem of an entry whose kind is none of these."""
    kind = plain.get("kind") if isinstance(plain, dict) else None
    if kinds is None or not isinstance(kind, str) or kind in kinds:
        return []
    return [file.problem((*path, "kind"), f"unknown kind {kind!r}", suggest_kind(kind, kinds))]
