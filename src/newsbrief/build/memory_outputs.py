"""The files of a site that are kept in memory and not written to a disk.

>>> MemoryOutputs().put("index.html", b"a page").path
'index.html'
"""

from collections.abc import Mapping
from hashlib import sha256

from newsbrief.disk.staging import OutputFile
from newsbrief.disk.value_store import ValueStore


class MemoryOutputs:
    """The files of a site, path → bytes: those that are put in beside those of the build `before`, if there was one."""

    def __init__(self, before: Mapping[str, bytes] | None = None) -> None:
        self.before = before or {}
        self.files: dict[str, bytes] = {}

    def put(self, path: str, content: bytes) -> OutputFile:
        """Take in a file."""
        self.files[path] = content
        return OutputFile(path, sha256(content).hexdigest(), path)

    def set_aside(self, path: str, content: bytes) -> bytes:
        """Return what will become a file: nothing has to be kept elsewhere."""
        return content

    def take_back(self, kept: str | bytes) -> bytes:
        """Return what was set aside."""
        assert isinstance(kept, bytes)
        return kept

    def open_store(self) -> ValueStore:
        """Return a store in memory."""
        return ValueStore()

    def read(self, path: str) -> bytes | None:
        """Return a file of the build before; None where there was none."""
        return self.before.get(path)
