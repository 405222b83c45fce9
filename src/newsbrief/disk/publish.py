"""A whole site: what is staged is moved to its place and what is stale deleted, when everything is checked and staged.

So a full disk or a problem found late leaves the site as it was. What is being written is on record before the first
file moves, so that a build cut short can be completed by the next.
"""

import json
import os
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from errno import EACCES
from pathlib import Path
from typing import NamedTuple

from newsbrief.disk.files import AS_IT_WAS, cannot_write, replace_file, uninterrupted
from newsbrief.disk.ownership import (
    OnRecord,
    folders_to,
    private_path,
    read_record,
    refuse_collisions,
    refuse_strangers,
)
from newsbrief.disk.staging import Placed
from newsbrief.model.problems import ConfigError, CutShortError

_CUT_SHORT = "some files of the site are new already and some are not; mend this, and the next build completes the site"


class Written(NamedTuple):
    """The paths that a build wrote, left as they were because nothing had changed, and removed."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write_site(
    placed: Sequence[Placed], output: Path, site: Path, kept: Collection[str] = (), dry_run: bool = False
) -> Written:
    """Make the output folder hold exactly what was `placed`, and `kept`, of all that builds have written there.

    `kept` are paths whose files are known to be as they should be. With `dry_run` nothing is written.
    Raises ConfigError where something else stands in the way or the folder cannot be written.
    """
    record = private_path("outputs", output, site)
    before = read_record(record)
    wanted = {*kept, *(each.path for each in placed)}
    if len(wanted) < len(kept) + len(placed) or wanted != before.paths:
        refuse_collisions([*kept, *(each.path for each in placed)])
    stale = sorted(before.paths - wanted)
    changed = sorted(each for each in placed if each.staged)
    lost_record = not before.paths and (record.exists() or _is_inside(output, site))
    touched = [*stale, *(each.path for each in placed)]
    refuse_strangers(touched, [each.path for each in changed], output, before.paths, lost_record)
    unchanged = sorted(wanted.difference(each.path for each in changed))
    result = Written(tuple(each.path for each in changed), tuple(unchanged), tuple(stale))
    if not dry_run and (changed or stale or before != OnRecord(frozenset(wanted), True)):
        claimed = before.paths | wanted
        files = json.dumps(sorted(claimed))
        _write_record(record, output, files, is_finished=False)
        changes = _Changes(output)
        try:
            with uninterrupted():
                changes.make(changed, stale)
        except OSError as error:
            with suppress(ConfigError):
                is_finished = before.is_finished and not changes.are_begun
                _write_record(record, output, json.dumps(sorted({*before.paths, *changes.moved})), is_finished)
            if changes.are_begun:
                raise CutShortError(cannot_write(error, changes.place, _CUT_SHORT).problems) from None
            raise cannot_write(error, changes.place, AS_IT_WAS) from None
        _write_record(record, output, files if claimed == wanted else json.dumps(sorted(wanted)), is_finished=True)
    return result


def _write_record(record: Path, output: Path, files: str, is_finished: bool) -> None:
    """Write what is on record; `files` are the paths as JSON."""
    head = json.dumps({"output": str(output), "finished": is_finished})
    try:
        replace_file(record, f'{head[:-1]}, "files": {files}}}\n'.encode())
    except OSError as error:
        hint = "the site is whole, but not on record; mend this, then build again" if is_finished else AS_IT_WAS
        raise cannot_write(error, record, hint) from None


def _is_inside(output: Path, site: Path) -> bool:
    return Path(os.path.realpath(output)).is_relative_to(os.path.realpath(site))


class _Changes:
    """What is done to an output, one thing after the other; `place` is where it has come to.

    What can fail is done first: until something of the site is deleted or replaced, all of it can be taken back.
    """

    def __init__(self, output: Path) -> None:
        self.output = self.place = output
        self.moved: list[str] = []
        self.are_begun = False

    def make(self, changed: Sequence[Placed], stale: Sequence[str]) -> None:
        """Delete what is stale and move what is staged; OSError at the first thing that cannot be done."""
        folders = dict.fromkeys(each.path.rpartition("/")[0] for each in changed)
        self._expect_rights({*folders, *(path.rpartition("/")[0] for path in stale)})
        made: list[str] = []
        try:
            for folder in folders:
                self._make_folder(folder, made)
        except OSError:
            for path in reversed(made):
                with suppress(OSError):
                    (self.output / path).rmdir()
            raise
        for path in stale:
            self._delete(path)
        self._remove_empty_folders(stale)
        for placed in changed:
            self._move(placed)

    def _expect_rights(self, folders: Iterable[str]) -> None:
        """See that each folder, or the one in which it is to be made, may be written."""
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

    def _make_folder(self, folder: str, made: list[str]) -> None:
        """Make a folder and those that lead to it, as far as no file stands there; add to `made` what was made."""
        try:
            os.mkdir(self._at(folder))  # noqa: PTH102
            made.append(folder)
        except (FileExistsError, NotADirectoryError):
            return
        except FileNotFoundError:
            above = folder.rpartition("/")[0]
            if not folder:
                raise
            self._make_folder(above, made)
            if self.place.is_dir():
                self._make_folder(folder, made)

    def _delete(self, path: str) -> None:
        self.place = self.output / path
        if self.place.is_symlink() or self.place.is_file():
            self.place.unlink()
            self.are_begun = True

    def _move(self, placed: Placed) -> None:
        try:
            os.replace(placed.staged, self._at(placed.path))  # noqa: PTH105
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            # A file of the site stood where now a folder of it is, or the other way round; what stood has had its time.
            for each in folders_to(placed.path):
                if (self.output / each).is_file():
                    self._delete(each)
            self.place = self.output / placed.path
            if self.place.is_dir():
                self.place.rmdir()
            self.place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(placed.staged, self.place)  # noqa: PTH105
        self.are_begun = True
        self.moved.append(placed.path)

    def _remove_empty_folders(self, stale: Iterable[str]) -> None:
        for folder in sorted({folder for path in stale for folder in folders_to(path)}, reverse=True):
            with suppress(OSError):
                (self.output / folder).rmdir()


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
