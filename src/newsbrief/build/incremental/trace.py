"""The trace of a build: what it made from what.

>>> trace = Trace("a digest", "[]", "", TraceEntry("", "", "", b"{}"), {}, b"")
>>> decode_trace(b"".join(encode_trace(trace))) == trace
True
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

VERSION = 9
_SEPARATOR = "\0"
_BATCH = 200
"""The most entries whose details are one piece of a trace."""


class TraceEntry(NamedTuple):
    """One briefing, or what all share: its address, and the signs of its files (`inputs`) and of what was made.

    `details` is JSON in UTF-8, read only where it is asked for: the SHA-256 of each file (`inputs`) and each output
    (`outputs`), what other pages show of the briefing (`shown`), the sign of what its share card shows (`card`) and its
    ways to other briefings (`onward`). For the shared files, `shown` is what they show, and `card` the digest of what
    draws share cards. A draft that was not wanted shows nothing and has no outputs.
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
    """A build: `fingerprint` is the digest of what every page depends on, `navigation` what every page links to.

    `contents` is the digest of the same by content alone, by which a build is known again on another machine; "" where
    everything is soon made again. `shared` is the entry of the plain pages' files and of the outputs that no single
    briefing has, `briefings` are the others, by folder; `output_record` is the digest of the record in the output.
    `links` is the record of the links between pages, read only where one may have become dead: see `link_record`.
    `leftovers` are the paths of files in the output that belong to no build on record, `doubtful` the folders of drafts
    that leave questions open.
    """

    fingerprint: str
    navigation: str
    output_record: str
    shared: TraceEntry
    briefings: Mapping[str, TraceEntry]
    links: bytes
    leftovers: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    contents: str = ""

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all outputs."""
        yield from self.shared.paths
        for entry in self.briefings.values():
            yield from entry.paths


def encode_trace(trace: Trace) -> Iterator[bytes]:
    """Yield the pieces of a trace as bytes: that of many briefings takes much memory as a whole."""
    entries = {"": trace.shared, **trace.briefings}
    fields = [trace.fingerprint, trace.contents, trace.navigation, trace.output_record]
    fields += "\n".join(trace.leftovers), "\n".join(trace.doubtful)
    for name, entry in entries.items():
        fields += (name, entry.slug, entry.inputs, entry.outputs, str(len(entry.details)))
    index = _SEPARATOR.join(fields).encode(errors="surrogateescape")
    details = [entry.details for entry in entries.values()]
    size = b"%d\n" % len(index)
    yield _head(size, index, *details, trace.links) + size
    yield index
    for start in range(0, len(details), _BATCH):
        yield b"".join(details[start : start + _BATCH])
    yield trace.links


def decode_trace(raw: bytes) -> Trace | None:
    """Return the trace of these bytes; None for one that is not whole, or of another version."""
    # Of many briefings these are many bytes, which take long to copy.
    start = raw.find(b"\n") + 1
    if raw[:start] != _head(memoryview(raw)[start:]):
        return None
    index = raw.index(b"\n", start) + 1
    at = index + int(raw[start:index])
    head, fields = _split(raw[index:at])
    entries: dict[str, TraceEntry] = {}
    rest = iter(fields)
    for name, slug, inputs, outputs, size in zip(rest, rest, rest, rest, rest, strict=True):
        end = at + int(size)
        entries[name] = TraceEntry(slug, inputs, outputs, raw[at:end])
        at = end
    fingerprint, contents, navigation, output_record, *lists = head
    leftovers, doubtful = (tuple(each.splitlines()) for each in lists)
    shared = entries.pop("")
    return Trace(fingerprint, navigation, output_record, shared, entries, raw[at:], leftovers, doubtful, contents)


def _split(index: bytes) -> tuple[list[str], list[str]]:
    """Return the fields of the trace, and those of its entries."""
    fields = index.decode(errors="surrogateescape").split(_SEPARATOR)
    return fields[:6], fields[6:]


def _head(*content: bytes | memoryview) -> bytes:
    digest = sha256()
    for piece in content:
        digest.update(piece)
    return f"newsbrief trace {VERSION} {digest.hexdigest()}\n".encode()


def write_details(
    inputs: Mapping[str, str], outputs: Mapping[str, str], shown: Any, card: str = "", onward: Any = ()
) -> bytes:
    """Return the details of an entry; `inputs` and `outputs` are digests by name and path."""
    details = {"inputs": inputs, "outputs": outputs, "shown": shown, "card": card, "onward": onward}
    return json.dumps(details, ensure_ascii=False).encode()


def read_details(entry: TraceEntry) -> dict[str, Any]:
    """Return the details of an entry, as `write_details` took them."""
    return dict(json.loads(entry.details))
