"""The keys of the front matter by which a briefing names others, read.

`read_connections(yaml, entry)` returns the connections with addresses in place of the folders that the editor names.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from newsbrief.content.slugs import make_slug
from newsbrief.content.yaml_positions import Path, YamlFile
from newsbrief.model.front_matter import Connections
from newsbrief.model.problems import Problem


class ConnectionsEntry(Protocol):
    """The keys of an entry of the front matter that name other briefings."""

    @property
    def story(self) -> str | None: ...

    @property
    def topics(self) -> tuple[str, ...]: ...

    @property
    def updates(self) -> str | tuple[str, ...] | None: ...

    @property
    def translation_of(self) -> str | None: ...

    @property
    def formerly(self) -> tuple[str, ...]: ...


def read_connections(yaml: YamlFile, entry: ConnectionsEntry) -> tuple[Connections, list[Problem]]:
    """Return the connections of an entry, and the problems that show without any other briefing."""
    updates = (entry.updates,) if isinstance(entry.updates, str) else entry.updates or ()
    read = Connections(
        entry.story or "",
        entry.topics,
        tuple(map(make_slug, updates)),
        make_slug(entry.translation_of) if entry.translation_of else "",
        tuple(map(make_slug, entry.formerly)),
    )
    problems = [
        *_find_nameless(yaml, ("updates",), updates, read.updates),
        *_find_nameless(yaml, ("formerly",), entry.formerly, read.formerly),
        *_find_repeated(yaml, ("topics",), read.topics),
        *_find_repeated(yaml, ("updates",), read.updates),
        *_find_repeated(yaml, ("formerly",), read.formerly),
    ]
    if entry.translation_of:
        problems += _find_nameless(yaml, (), [entry.translation_of], [read.translation_of], ("translation_of",))
    return read, problems


def _find_nameless(
    yaml: YamlFile, path: Path, written: Sequence[str], slugs: Sequence[str], at: Path = ()
) -> Iterator[Problem]:
    """Yield the problems of names of which no address can be made; `at` is their place, if it is not in a list."""
    for number, (name, slug) in enumerate(zip(written, slugs, strict=True)):
        if not slug:
            hint = "write the name of a briefing's folder in content/, such as libya-2019"
            yield yaml.problem(at or (*path, number), f"the name {name!r} makes no address", hint)


def _find_repeated(yaml: YamlFile, path: Path, slugs: Sequence[str]) -> Iterator[Problem]:
    for number, slug in enumerate(slugs):
        if slug and slug in slugs[:number]:
            message = f"{slug!r} stands here twice"
            yield yaml.problem((*path, number), message, "delete one of the two")
