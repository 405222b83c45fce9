"""The outputs of a build that judges links: the note on each page and style sheet says what has changed in its outline.

For example:

    OutlineOutputs(staging, base_url).put("about/index.html", page).note
"""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from newsbrief.build.incremental.trace import Trace, TraceEntry, read_details
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.disk.value_store import ValueStore
from newsbrief.links.same_markup import differ_in_text_only
from newsbrief.model.paths import is_outlined

if TYPE_CHECKING:
    from newsbrief.links.outline import Outline


class OutlineChange(NamedTuple):
    """The outline of a page, and the one that it had in the last build: None where that is not known.

    `is_new` says that the last build had no such page.
    """

    before: "Outline | None"
    after: "Outline"
    is_new: bool


class OutlineOutputs(Struct, frozen=True, dict=True):
    """The `outputs` of a site at `base_url`; `last` is the trace of the build whose files are kept, if any are.

    The note on a page or style sheet is an OutlineChange, or None where its outline is the same as before.
    """

    outputs: Outputs
    base_url: str
    last: Trace | None = None

    def put(self, path: str, content: bytes) -> OutputFile:
        """Take in a file of the site."""
        if not is_outlined(path):
            return self.outputs.put(path, content)
        digest = self._find_digest(path)
        # The file that stands there is read first: it may be replaced.
        before = self._read_last(path, digest)
        file = self.outputs.put(path, content)
        if digest == file.digest:
            return file
        if before is not None and path.endswith(".html") and differ_in_text_only(before, content):
            return file
        return file._replace(note=self._compare(path, before, content, is_new=not digest))

    def set_aside(self, path: str, content: bytes) -> str | bytes:
        """Keep what will become a file."""
        return self.outputs.set_aside(path, content)

    def take_back(self, kept: str | bytes) -> bytes:
        """Return what was set aside, once."""
        return self.outputs.take_back(kept)

    def open_store(self) -> ValueStore:
        """Return a store for what is needed until all files are put in."""
        return self.outputs.open_store()

    def read(self, path: str) -> bytes | None:
        """Return a file as the last build left it."""
        return self.outputs.read(path)

    def _compare(self, path: str, before: bytes | None, after: bytes, is_new: bool) -> OutlineChange:
        # Most edits change nothing that must be read for its links, and importing this takes a twentieth of a build.
        from newsbrief.links.outline import outline_file

        last = outline_file(path, before, self.base_url) if before is not None else None
        return OutlineChange(last, outline_file(path, after, self.base_url), is_new)

    def _read_last(self, path: str, digest: str) -> bytes | None:
        """Return a file of the last build, if it stands as that build left it."""
        content = self.outputs.read(path) if digest else None
        return content if content is not None and sha256(content).hexdigest() == digest else None

    def _find_digest(self, path: str) -> str:
        """Return the SHA-256 of a file of the last build; "" where that had no such file."""
        if self.last is None:
            return ""
        slug = path.partition("/")[0]
        # Most folders have the name that is their address.
        entry = self.last.briefings.get(slug)
        if entry is None or entry.slug != slug:
            entry = self._entries.get(slug)
        digests = read_details(entry)["outputs"] if entry else self._shared_digests
        return str(digests.get(path, ""))

    @cached_property
    def _entries(self) -> Mapping[str, TraceEntry]:
        """The entry of each briefing in the last build, by address."""
        return {entry.slug: entry for entry in self.last.briefings.values()} if self.last else {}

    @cached_property
    def _shared_digests(self) -> Mapping[str, str]:
        return dict(read_details(self.last.shared)["outputs"]) if self.last else {}
