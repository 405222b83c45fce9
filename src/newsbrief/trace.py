"""What the last build made from what: which briefings need not be read again, and why the others must be.

A verifying trace, after Mokhov, Mitchell and Peyton Jones, "Build Systems à la Carte" (2018). Files are recognised
as git's index does it: by size, times and inode, and by their content where the times cannot be trusted.
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from newsbrief.model import Party, Summary

VERSION = 1
_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "slugify", "yaml")
_FINE_SLACK, _COARSE_SLACK = 20_000_000, 2_000_000_000
"""How long before the trace a file must have rested to be trusted, in nanoseconds; coarse clocks count milliseconds."""


class State(NamedTuple):
    """A file as it was: size in bytes, times in nanoseconds, inode, and the SHA-256 of its content."""

    size: int
    modified: int
    changed: int
    inode: int
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """One briefing as it was built: its files by name, what other pages show of it, and its outputs by path.

    `summary` is None for a draft that was not wanted.
    """

    slug: str
    files: Mapping[str, State]
    summary: Summary | None
    outputs: Mapping[str, State]


@dataclass(frozen=True, slots=True)
class Trace:
    """The last build: `engine` is the digest of what every page depends on, `navigation` what every page links to.

    `begun` and `ended` are when, in nanoseconds; `pages` are the plain pages' files, `shared` the outputs that no
    single briefing has.
    """

    engine: str
    navigation: tuple[tuple[str, str], ...]
    begun: int
    ended: int
    briefings: Mapping[str, Record]
    pages: Mapping[str, State]
    shared: Mapping[str, State]

    @property
    def outputs(self) -> Iterator[str]:
        for record in self.briefings.values():
            yield from record.outputs
        yield from self.shared


@dataclass(frozen=True, slots=True)
class Scan:
    """What `content/` holds, unread: the files of each briefing's folder, and the plain pages.

    `odd` is what is neither, or a link; where there is any, nothing is taken for unchanged.
    """

    stamp: int
    briefings: Mapping[str, Mapping[str, os.stat_result]]
    pages: Mapping[str, os.stat_result]
    odd: tuple[str, ...] = field(default=())


def scan_content(content: Path) -> Scan:
    """Return the files below `content`, hidden ones aside, by their status only."""
    stamp = time.time_ns()
    briefings: dict[str, dict[str, os.stat_result]] = {}
    pages: dict[str, os.stat_result] = {}
    odd: list[str] = []
    for entry in _entries(content):
        if entry.is_symlink():
            odd.append(entry.name)
        elif entry.is_dir():
            briefings[entry.name] = dict(_files_below(Path(entry.path), "", odd))
        elif entry.name.endswith(".md"):
            pages[entry.name] = entry.stat()
        elif entry.name != "site.yaml":
            odd.append(entry.name)
    return Scan(stamp, briefings, pages, tuple(odd))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError:
        return []


def _files_below(folder: Path, prefix: str, odd: list[str]) -> Iterator[tuple[str, os.stat_result]]:
    for entry in _entries(folder):
        if entry.is_symlink():
            odd.append(entry.name)
        elif entry.is_dir():
            yield from _files_below(Path(entry.path), f"{prefix}{entry.name}/", odd)
        else:
            yield f"{prefix}{entry.name}", entry.stat()


def digest_engine(folders: Iterable[Path], settings: Iterable[object]) -> str:
    """Return a digest of everything that could change every page: files below `folders`, settings, and versions.

    Returns "" where there is a link among them: what it leads to may change without a sign.
    """
    total = sha256(repr((VERSION, sys.version, *settings)).encode())
    for name in _LIBRARIES:
        spec = find_spec(name)
        origin = spec.origin if spec else None
        total.update(repr((name, origin, _brief_status(origin))).encode())
    for number, folder in enumerate(folders):
        for path in sorted([folder] if folder.is_file() else folder.rglob("*")):
            if path.is_symlink():
                return ""
            if path.is_file() and "__pycache__" not in path.parts:
                row = number, str(path.relative_to(folder)), sha256(path.read_bytes()).digest()
                total.update(repr(row).encode())
    return total.hexdigest()


def _brief_status(path: str | None) -> tuple[int, int]:
    if path is None or not Path(path).exists():
        return 0, 0
    status = Path(path).stat()
    return status.st_size, status.st_mtime_ns


def explain_changes(trace: Trace, scan: Scan, content: Path, output: Path) -> dict[str, str]:
    """Return why each changed briefing must be built again, by its folder's name; "" stands for what all share.

    Compares only files: whoever asks has seen to it that the engine and the navigation are the same.
    """
    reasons: dict[str, str] = {}
    for name, files in scan.briefings.items():
        record = trace.briefings.get(name)
        if reason := _explain(record, files, trace, content / name, output):
            reasons[name] = reason
    gone = sorted(trace.briefings.keys() - scan.briefings.keys())
    shared = (
        f"{gone[0]} is gone" if gone else "",
        _first_change(trace.pages, scan.pages, trace.begun, content),
        _first_lost(trace.shared, trace.ended, output),
    )
    if reason := next(filter(None, shared), ""):
        reasons[""] = reason
    return reasons


def _explain(
    record: Record | None, files: Mapping[str, os.stat_result], trace: Trace, folder: Path, output: Path
) -> str:
    if record is None:
        return "it is new"
    return _first_change(record.files, files, trace.begun, folder) or _first_lost(record.outputs, trace.ended, output)


def _first_change(known: Mapping[str, State], found: Mapping[str, os.stat_result], stamp: int, folder: Path) -> str:
    for name, status in found.items():
        if name not in known:
            return f"{name} is new"
        if not is_same(known[name], status, folder / name, stamp):
            return f"{name} has changed"
    return next((f"{name} is gone" for name in known if name not in found), "")


def _first_lost(known: Mapping[str, State], stamp: int, output: Path) -> str:
    for folder in {path.rpartition("/")[0] for path in known}:
        parts = folder.split("/")
        if any((output / "/".join(parts[:count])).is_symlink() for count in range(1, len(parts) + 1)):
            return f"{folder} is a link in the output"
    for path, state in known.items():
        try:
            status = os.lstat(output / path)
        except OSError:
            return f"{path} is not in the output"
        if not is_same(state, status, output / path, stamp):
            return f"{path} was altered in the output"
    return ""


def is_same(state: State, status: os.stat_result, path: Path, stamp: int) -> bool:
    """Say whether a file is as it was.

    One touched so shortly before `stamp` that its times could be the same after another change is read; so is one
    whose times alone differ.
    """
    if status.st_size != state.size or (status.st_mode & 0o170000) != 0o100000:
        return False
    times = (status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    slack = _COARSE_SLACK if status.st_mtime_ns % 1_000_000 == 0 else _FINE_SLACK
    rested = max(status.st_mtime_ns, status.st_ctime_ns) < stamp - slack
    if times == (state.modified, state.changed, state.inode) and rested:
        return True
    return bool(state.digest) and _digest(path) == state.digest


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def state_of(status: os.stat_result, digest: str) -> State:
    """Return the state of a file of this status; `digest` is that of the content which was used."""
    return State(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, digest)


def encode_trace(trace: Trace) -> bytes:
    """Return a trace as JSON, which is of use on this machine only."""
    briefings = {
        name: [each.slug, each.files, _plain(each.summary), each.outputs] for name, each in trace.briefings.items()
    }
    body = [trace.engine, trace.navigation, trace.begun, trace.ended, briefings, trace.pages, trace.shared]
    content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return _head(content) + content


def decode_trace(raw: bytes) -> Trace | None:
    """Return the trace of these bytes; None for one that is not whole, or of another version."""
    content = raw[raw.find(b"\n") + 1 :]
    if raw != _head(content) + content:
        return None
    engine, navigation, begun, ended, briefings, pages, shared = json.loads(content)
    records = {
        name: Record(slug, _states(files), _summary(summary), _states(outputs))
        for name, (slug, files, summary, outputs) in briefings.items()
    }
    links = tuple((slug, title) for slug, title in navigation)
    return Trace(engine, links, begun, ended, records, _states(pages), _states(shared))


def _head(content: bytes) -> bytes:
    return f"{VERSION} {sha256(content).hexdigest()}\n".encode()


def _states(rows: Mapping[str, list[Any]]) -> dict[str, State]:
    return {name: State(*row) for name, row in rows.items()}


def _plain(summary: Summary | None) -> list[Any] | None:
    if summary is None:
        return None
    parties = [[each.id, each.name, each.abbr, each.kind, each.claim] for each in summary.parties]
    counts = [summary.passages, summary.unattributed, summary.not_speech]
    return [summary.slug, summary.title, summary.standfirst, str(summary.as_of), summary.draft, *counts, parties]


def _summary(plain: list[Any] | None) -> Summary | None:
    if plain is None:
        return None
    slug, title, standfirst, as_of, draft, passages, unattributed, not_speech, parties = plain
    known = tuple(Party(*each) for each in parties)
    return Summary(slug, title, standfirst, date.fromisoformat(as_of), draft, passages, unattributed, not_speech, known)
