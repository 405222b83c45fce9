"""What the last build made from what: which briefings need not be read again, and why the others must be.

A verifying trace, after Mokhov, Mitchell and Peyton Jones, "Build Systems à la Carte" (2018). A file whose state is as
it was is not read; one whose state cannot be trusted, or whose times alone differ, is known by its content.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any, NamedTuple

from newsbrief.disk.file_states import Contents, read_signs, sign_folder, size_of, state_of

VERSION = 4
_SEPARATOR = "\0"


class Record(NamedTuple):
    """One briefing as it was built, or what all share: its address, and the signs of its files and of its outputs.

    `details` is JSON in UTF-8, read only where it is asked for: the SHA-256 of each file (`inputs`) and each output
    (`outputs`), what other pages show of the briefing (`shown`) and the sign of what its picture shows (`card`); of the
    shared files what they show, and the digest of what draws pictures. A draft that was not wanted shows nothing and
    has no outputs.
    """

    slug: str
    inputs: str
    outputs: str
    details: bytes

    @property
    def paths(self) -> Iterator[str]:
        """The paths of the outputs."""
        return (line.partition("\t")[2] for line in self.outputs.split("\n") if line)


class Trace(NamedTuple):
    """The last build: `engine` is the digest of what every page depends on, `navigation` what every page links to.

    `shared` is the record of the plain pages' files and of the outputs that no single briefing has; `owned` is the
    digest of the file that has all paths on record.
    """

    engine: str
    navigation: str
    owned: str
    shared: Record
    briefings: Mapping[str, Record]

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all outputs."""
        yield from self.shared.paths
        for record in self.briefings.values():
            yield from record.paths


class Past(NamedTuple):
    """The last build, and why what has changed since must be made again: by a folder's name, "" for what all share.

    `is_shared_lost` says that one of the outputs which no single briefing has is not as it was.
    """

    trace: Trace
    reasons: Mapping[str, str]
    is_shared_lost: bool = False


class Seen(NamedTuple):
    """A folder that was looked at, and why its briefing must be built again; `odd` is what cannot be known there."""

    name: str
    reason: str
    odd: tuple[str, ...] = ()


def look_at_folders(trace: Trace, content: str, output: str, names: Iterable[str]) -> Iterator[Seen]:
    """Yield of the folders with these names those that are not as they were, or whose outputs are not.

    `output` is "" where no outputs are kept on a disk.
    """
    look = _Look(output)
    for name in names:
        record = trace.briefings.get(name)
        if record is None:
            yield Seen(name, "it is new")
            continue
        signs, odd = sign_folder(f"{content}/{name}")
        reason = _first_change(record, signs, f"{content}/{name}") or look.first_lost(record)
        if reason or odd:
            yield Seen(name, reason, odd)


def sum_up(trace: Trace, contents: Contents, seen: Iterable[Seen], content: str, output: str) -> Past:
    """Return what has changed since a build, from the folders that were `seen` to have changed."""
    reasons = {each.name: each.reason for each in seen}
    gone = sorted(trace.briefings.keys() - contents.folders)
    lost = _Look(output).first_lost(trace.shared)
    shared = f"{gone[0]} is gone" if gone else _first_change(trace.shared, contents.pages, content)
    if shared or lost:
        reasons[""] = shared or lost
    return Past(trace, reasons, bool(lost))


def _first_change(record: Record, signs: str, folder: str) -> str:
    if signs == record.inputs:
        return ""
    known, found = read_signs(record.inputs), read_signs(signs)
    for name, state in sorted(found.items()):
        if name not in known:
            return f"{name} is new"
        if state != known[name] and not _has_content(record, "inputs", name, state, known[name], folder):
            return f"{name} has changed"
    return next((f"{name} is gone" for name in known if name not in found), "")


def _has_content(record: Record, kind: str, name: str, state: str, known: str, folder: str) -> bool:
    """Say whether a file in another state than the known one, or in one that is not trusted, has the same content."""
    if size_of(state) != size_of(known):
        return False
    try:
        return bool(sha256(Path(folder, name).read_bytes()).hexdigest() == json.loads(record.details)[kind].get(name))
    except OSError:
        return False


class _Look:
    """A look at an output folder, for files that are no longer as a build left them."""

    def __init__(self, output: str) -> None:
        self.output = output
        self.sound_folders: set[str] = {""}

    def first_lost(self, record: Record) -> str:
        if not self.output or not record.outputs:
            return ""
        for line in record.outputs.split("\n"):
            known, _, path = line.partition("\t")
            folder = path.rpartition("/")[0]
            if folder not in self.sound_folders and not self.is_sound(folder):
                return f"{folder} is no folder of the output"
            try:
                status = os.lstat(f"{self.output}/{path}")
            except OSError:
                return f"{path} is not in the output"
            state, is_file = state_of(status), S_ISREG(status.st_mode)
            if not is_file or (state != known and not _has_content(record, "outputs", path, state, known, self.output)):
                return f"{path} was altered in the output"
        return ""

    def is_sound(self, folder: str) -> bool:
        """Say whether a folder is there, and no link on the way to it."""
        above = folder.rpartition("/")[0]
        try:
            is_folder = S_ISDIR(os.lstat(f"{self.output}/{folder}").st_mode)
        except OSError:
            return False
        if is_folder and (above in self.sound_folders or self.is_sound(above)):
            self.sound_folders.add(folder)
            return True
        return False


def encode_trace(trace: Trace) -> bytes:
    """Return a trace as bytes, which are of use on this machine only."""
    records = {"": trace.shared, **trace.briefings}
    fields = [trace.engine, trace.navigation, trace.owned]
    for name, (slug, inputs, outputs, details) in records.items():
        fields += (name, slug, inputs, outputs, str(len(details)))
    index = _SEPARATOR.join(fields).encode(errors="surrogateescape")
    content = [b"%d\n" % len(index), index, *(record.details for record in records.values())]
    return b"".join([_head(*content), *content])


def decode_trace(raw: bytes) -> Trace | None:
    """Return the trace of these bytes; None for one that is not whole, or of another version."""
    # Of many briefings these are many bytes, which take long to copy.
    start = raw.find(b"\n") + 1
    if raw[:start] != _head(memoryview(raw)[start:]):
        return None
    index = raw.index(b"\n", start) + 1
    at = index + int(raw[start:index])
    engine, navigation, owned, *fields = raw[index:at].decode(errors="surrogateescape").split(_SEPARATOR)
    records: dict[str, Record] = {}
    rest = iter(fields)
    for name, slug, inputs, outputs, size in zip(rest, rest, rest, rest, rest, strict=True):
        end = at + int(size)
        records[name] = Record(slug, inputs, outputs, raw[at:end])
        at = end
    return Trace(engine, navigation, owned, records.pop(""), records)


def _head(*content: bytes | memoryview) -> bytes:
    digest = sha256()
    for piece in content:
        digest.update(piece)
    return f"newsbrief trace {VERSION} {digest.hexdigest()}\n".encode()


def write_details(inputs: Mapping[str, str], outputs: Mapping[str, str], shown: Any, card: str = "") -> bytes:
    """Return the details of a record; `inputs` and `outputs` are digests by name and path."""
    details = {"inputs": inputs, "outputs": outputs, "shown": shown, "card": card}
    return json.dumps(details, ensure_ascii=False).encode()


def read_details(record: Record) -> dict[str, Any]:
    """Return the details of a record, as `write_details` took them."""
    return dict(json.loads(record.details))
