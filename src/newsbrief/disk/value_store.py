"""Values that a build keeps on the disk until it needs them again: those of many briefings would fill the memory.

>>> store = ValueStore()
>>> store.take(store.put(b"a value"))
b'a value'
"""

import os
from pathlib import Path

from newsbrief.disk.files import AS_IT_WAS, cannot_write

Place = tuple[int, int]
"""Where a value stands in a store: its first byte and their number."""


class ValueStore:
    """Values in a file of `folder` that has no name, so that it ends with the build; without a folder, in memory.

    Processes that begin as copies of this one can take what was put before they began.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder, self._size = folder, 0
        self._kept: dict[Place, bytes] = {}
        self._file = None
        if folder:
            # Only builds of many briefings need it.
            from tempfile import TemporaryFile

            try:
                self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 - open for as long as the store is
            except OSError as error:
                raise cannot_write(error, folder, AS_IT_WAS) from None

    def put(self, content: bytes) -> Place:
        """Keep a value, and return where. ConfigError: it cannot be written."""
        place = self._size, len(content)
        self._size += len(content)
        if self._file is None:
            self._kept[place] = content
            return place
        left = memoryview(content)
        try:
            self._file.seek(place[0])
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            raise cannot_write(error, self._folder or Path(), AS_IT_WAS) from None
        return place

    def take(self, place: Place) -> bytes:
        """Return a value, as often as it is asked for."""
        at, size = place
        if self._file is None:
            return self._kept[place]
        if hasattr(os, "pread"):
            # Processes that share the file also share the place at which they would read on.
            return os.pread(self._file.fileno(), size, at)
        self._file.seek(at)
        return self._file.read(size)

    def __del__(self) -> None:
        if file := getattr(self, "_file", None):
            file.close()
