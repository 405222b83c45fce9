"""One new entry in the fact sheet of a briefing.

    add_entry(Path("."), "libya-2019", "quotes", {"speaker": "un", "text": "humanitarian truce"})

The sheet is read again before it is written: an entry that has no right form is refused, and so is a sheet whose layout
is not understood. Whether the words are the article's is for `newsbrief check` to say.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newsbrief.content.files import read_file
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.settings import find_own_kinds
from newsbrief.content.shared_actors import SharedActors, read_shared_actors
from newsbrief.content.source_file import BYTE_ORDER_MARK, SourceFile, decode
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.disk.files import rewrite_file
from newsbrief.draft.insertion import insert_entries
from newsbrief.model.own_kinds import OwnKinds
from newsbrief.model.problems import ConfigError, NewsbriefError, Problem


class EntryPlace(NamedTuple):
    """The place of an entry in a file of the site."""

    path: str
    line: int


class SnippetError(ConfigError):
    """A sheet is laid out in a way that is not understood; `snippet` is what is to be put in by hand."""

    def __init__(self, path: str, why: str, snippet: str) -> None:
        super().__init__([Problem(path, 0, 0, f"nothing was inserted: {why}", "put this in by hand")])
        self.snippet = snippet


def add_entry(site: Path, name: str, section: str, values: Mapping[str, Any], before: int | None = None) -> EntryPlace:
    """Insert an entry into a section, at its end or before the entry number `before`, and return its place.

    NewsbriefError: the entry or the sheet has a problem. ConfigError: the sheet cannot be read or written.
    """
    path = site / "content" / name / "facts.yaml"
    if not name.strip(".") or {"/", "\\"} & set(name) or not path.exists():
        hint = "give the name of a folder in content/ that has a fact sheet"
        raise ConfigError.because("there is no such fact sheet", hint, f"content/{name}/facts.yaml")
    file, problems = read_file(site, path)
    if file is None:
        raise ConfigError(problems)
    if problems:
        raise NewsbriefError(problems)
    raw = path.read_bytes()
    mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else b""
    places = {section: [before]} if before is not None else None
    inserted = insert_entries(raw[len(mark) :].decode(), {section: [values]}, places)
    if inserted.text is None:
        raise SnippetError(file.path, inserted.why, inserted.snippet)
    after = mark + inserted.text.encode()
    own = find_own_kinds(site)
    shared, _ = read_shared_actors(site, own)
    place = _find_place(file, after, section, before, own, shared)
    rewrite_file(path, raw, after)
    return place


def _find_place(
    old: SourceFile, after: bytes, section: str, before: int | None, own: OwnKinds, shared: SharedActors
) -> EntryPlace:
    """Return the place of the new entry in the new bytes. NewsbriefError: it has a problem that the sheet had not."""
    file, problems = decode(old.path, after)
    if file is None:
        raise NewsbriefError(problems)
    yaml = parse_yaml(file)
    count = len(yaml.values[section])
    path = (section, count - 1 if before is None else min(before, count - 1))
    first, last = yaml.places[path][0], max(line for each, (line, _) in yaml.places.items() if each[:2] == path)
    faults = [problem for problem in parse_facts(yaml, own, shared).problems if first <= problem.line <= last]
    if faults:
        raise NewsbriefError(faults)
    return EntryPlace(old.path, first)
