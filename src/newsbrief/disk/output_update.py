"""Update an output in such an order that a step that fails leaves the site as it was for as long as possible.

For example:

    OutputUpdate(output).make(changed, stale)
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from errno import EACCES
from pathlib import Path

from newsbrief.disk.files_in_the_way import folders_to
from newsbrief.disk.staging import OutputFile


class OutputUpdate:
    """One update of an output: `place` is where it has come to, `moved` are the paths of files in their places.

    The steps that may fail come first: until something of the site is deleted or replaced (`is_begun`), all of them
    can be undone.
    """

    def __init__(self, output: Path) -> None:
        self.output = self.place = output
        self.moved: list[str] = []
        self.is_begun = False

    def make(self, changed: Sequence[OutputFile], stale: Sequence[str]) -> None:
        """Delete what is stale and move what is staged; OSError at the first thing that cannot be done."""
        folders = dict.fromkeys(each.path.rpartition("/")[0] for each in changed)
        self._check_rights({*folders, *(path.rpartition("/")[0] for path in stale)})
        new: list[str] = []
        try:
            for folder in folders:
                self._make_folder(folder, new)
        except OSError:
            for path in reversed(new):
                with suppress(OSError):
                    (self.output / path).rmdir()
            raise
        for path in stale:
            self._delete(path)
        self._remove_empty_folders(stale)
        for file in changed:
            self._move(file)

    def _check_rights(self, folders: Iterable[str]) -> None:
        """Raise PermissionError unless each folder, or the one in which it will be made, may be written."""
        seen: set[str] = set()
        for folder in folders:
            while folder and folder not in seen and not os.path.lexists(self._at(folder)):
                folder = folder.rpartition("/")[0]
            if folder not in seen and self.place.is_dir() and not _may_write(self.place):
                raise PermissionError(EACCES, os.strerror(EACCES))
            seen.add(folder)

    def _at(self, path: str) -> str:
        self.place = self.output / path if path else self.output
        return str(self.place)

    def _make_folder(self, folder: str, new: list[str]) -> None:
        """Make a folder and those that lead to it, as far as no file stands there; add them to `new`."""
        try:
            os.mkdir(self._at(folder))  # noqa: PTH102
            new.append(folder)
        except (FileExistsError, NotADirectoryError):
            return
        except FileNotFoundError:
            above = folder.rpartition("/")[0]
            if not folder:
                raise
            self._make_folder(above, new)
            if self.place.is_dir():
                self._make_folder(folder, new)

    def _delete(self, path: str) -> None:
        self.place = self.output / path
        if self.place.is_symlink() or self.place.is_file():
            self.place.unlink()
            self.is_begun = True

    def _move(self, file: OutputFile) -> None:
        try:
            os.replace(file.staged, self._at(file.path))  # noqa: PTH105
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            # A file of the site stood where a folder of it is now, or the other way round; the old one goes.
            for each in folders_to(file.path):
                if (self.output / each).is_file():
                    self._delete(each)
            self.place = self.output / file.path
            if self.place.is_dir():
                self.place.rmdir()
            self.place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(file.staged, self.place)  # noqa: PTH105
        self.is_begun = True
        self.moved.append(file.path)

    def _remove_empty_folders(self, stale: Iterable[str]) -> None:
        for folder in sorted({folder for path in stale for folder in folders_to(path)}, reverse=True):
            with suppress(OSError):
                (self.output / folder).rmdir()


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
