"""Update an output in such an order that a step that fails leaves the site as it was for as long as possible.

For example:

    update = OutputUpdate(output)
    update.check_rights(changed, stale)
    update.make_folders(changed)
    update.make(changed, stale)
"""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from errno import EACCES
from pathlib import Path

from newsbrief.disk.files_in_the_way import folders_to
from newsbrief.disk.private_folder import may_write
from newsbrief.disk.staging import OutputFile, move_staged


class OutputUpdate:
    """One update of an output; `place` is where it has come to.

    The steps that may fail come first: until something of the site is deleted or replaced (`is_begun`), all of them
    can be undone.
    """

    def __init__(self, output: Path) -> None:
        self.output = self.place = output
        self.is_begun = False
        self._new: list[Path] = []

    def check_rights(self, changed: Sequence[OutputFile], stale: Sequence[str]) -> None:
        """Raise PermissionError unless each folder, or the one in which it will be made, may be written."""
        seen: set[str] = set()
        for folder in {"": None, **dict.fromkeys(map(_folder_of, (*(each.path for each in changed), *stale)))}:
            while folder and folder not in seen and not os.path.lexists(self._at(folder)):
                folder = _folder_of(folder)
            if folder not in seen and self._place_at(folder).is_dir() and not may_write(self.place):
                raise PermissionError(EACCES, os.strerror(EACCES))
            seen.add(folder)

    def make_output(self) -> None:
        """Make the output and the folders above it, as far as they are missing."""
        for above in reversed([self.output, *self.output.parents]):
            if not above.is_dir():
                self.place = above
                above.mkdir()
                self._new.append(above)

    def make_folders(self, changed: Sequence[OutputFile]) -> None:
        """Make the folders of the output that are missing."""
        for folder in dict.fromkeys(_folder_of(each.path) for each in changed):
            self._make_folder(folder)

    def undo(self) -> None:
        """Remove the folders that were made."""
        for folder in reversed(self._new):
            with suppress(OSError):
                folder.rmdir()

    def make(self, changed: Sequence[OutputFile], stale: Sequence[str]) -> None:
        """Delete what is stale and move what is staged; OSError at the first thing that cannot be done."""
        for path in stale:
            self._delete(path)
        self._remove_empty_folders(stale)
        for file in changed:
            self._move(file)

    def _place_at(self, path: str) -> Path:
        self.place = self.output / path if path else self.output
        return self.place

    def _at(self, path: str) -> str:
        return str(self._place_at(path))

    def _make_folder(self, folder: str) -> None:
        """Make a folder and those that lead to it, as far as no file stands there."""
        try:
            os.mkdir(self._at(folder))  # noqa: PTH102
            self._new.append(self.place)
        except (FileExistsError, NotADirectoryError):
            return
        except FileNotFoundError:
            above = _folder_of(folder)
            if not folder:
                raise
            self._make_folder(above)
            if self.place.is_dir():
                self._make_folder(folder)

    def _delete(self, path: str) -> None:
        self.place = self.output / path
        if self.place.is_symlink() or self.place.is_file():
            self.place.unlink()
            self.is_begun = True

    def _move(self, file: OutputFile) -> None:
        try:
            move_staged(file.staged, self._at(file.path))
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            # A file of the site stood where a folder of it is now, or the other way round; the old one goes.
            for each in folders_to(file.path):
                if (self.output / each).is_file():
                    self._delete(each)
            self.place = self.output / file.path
            if self.place.is_dir():
                self.place.rmdir()
            self.place.parent.mkdir(parents=True, exist_ok=True)
            move_staged(file.staged, str(self.place))
        self.is_begun = True

    def _remove_empty_folders(self, stale: Iterable[str]) -> None:
        for folder in sorted({folder for path in stale for folder in folders_to(path)}, reverse=True):
            with suppress(OSError):
                (self.output / folder).rmdir()


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]
