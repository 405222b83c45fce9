"""The only module that writes or deletes.

A file of the site is first staged in a folder of its own inside the output, on the same disk, and moved to its place
only when everything is checked and staged; so a full disk or a problem found late leaves the site as it was. What is
being written is on record before the first file moves, so that a build cut short can be completed by the next.
"""

import json
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EACCES, EEXIST, ENOTDIR, ENOTEMPTY
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from newsbrief.errors import ConfigError, CutShortError
from newsbrief.owned import (
    OnRecord,
    folders_to,
    private_path,
    read_record,
    refuse_collisions,
    refuse_strangers,
)

STAGED = ".newsbrief-staged"
"""The folder inside the output that holds what is staged, for as long as a build lasts."""

_PART = ".newsbrief-part"


class Placed(NamedTuple):
    """A file of the site: its path, the SHA-256 of its bytes, and where it is staged; "" where it stands already."""

    path: str
    digest: str
    staged: str


Put = Callable[[str, bytes], Placed]
"""Takes a file of the site, path and bytes, to where it is wanted."""


class Written(NamedTuple):
    """The paths that a build wrote, left as they were because nothing had changed, and removed."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


class Staging(NamedTuple):
    """Takes in the files of a site that is to be written to `output`. Several processes may put files in."""

    output: Path
    is_dry: bool = False

    def put(self, path: str, content: bytes) -> Placed:
        """Stage a file, unless the output has it already. ConfigError: it cannot be written."""
        digest = sha256(content).hexdigest()
        if not _differs(f"{self.output}/{path}", content):
            return Placed(path, digest, "")
        # Each process has a folder of its own: they would have to wait for each other to make files in one.
        name = sha256(path.encode()).hexdigest()[:24] + _PART
        staged = f"{self.output}/{STAGED}/{os.getpid()}/{name}"
        if not self.is_dry:
            try:
                _write_new(staged, content)
            except OSError as error:
                raise _cannot_write(error, self.output / path, _AS_IT_WAS) from None
        return Placed(path, digest, staged)


@contextmanager
def open_staging(output: Path, is_dry: bool = False) -> Iterator[None]:
    """Make sure that files can be staged for `output`; what is left of them is deleted in the end."""
    if os.path.lexists(output) and not output.is_dir():
        raise ConfigError.because("a file stands where the output folder would be", "move it away", str(output))
    made = [folder for folder in (output, *output.parents) if not os.path.lexists(folder)]
    try:
        if not is_dry:
            _clear_staging(output)
            # Tells others that a build is under way. Where it cannot be made, there may be nothing to stage after all.
            with suppress(OSError):
                (output / STAGED).mkdir(parents=True)
        yield
    finally:
        if not is_dry:
            with uninterrupted():
                with suppress(ConfigError):
                    _clear_staging(output)
                for folder in made:
                    with suppress(OSError):
                        folder.rmdir()


def is_staging(output: Path) -> bool:
    """Say whether a build into `output` is under way, or was cut short."""
    return os.path.lexists(output / STAGED)


def _clear_staging(output: Path) -> None:
    """Delete what was staged, and nothing else. ConfigError: something else is there."""
    folder = output / STAGED
    if not os.path.lexists(folder):
        return
    try:
        for each in [] if folder.is_symlink() else folder.iterdir():
            if each.name.isdigit() and each.is_dir() and not each.is_symlink():
                _empty(each)
        folder.rmdir()
    except OSError as error:
        if error.errno not in (ENOTEMPTY, EEXIST, ENOTDIR):
            raise _cannot_write(error, Path(error.filename or folder), _AS_IT_WAS) from None
        message = "files are staged here, and something else stands in the way"
        raise ConfigError.because(message, "move away what is no build's", str(error.filename or folder)) from None


def _empty(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_PART) and not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)  # noqa: PTH108 - a path object for each of many files takes longer
    folder.rmdir()


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
                raise CutShortError(_cannot_write(error, changes.place, _CUT_SHORT).problems) from None
            raise _cannot_write(error, changes.place, _AS_IT_WAS) from None
        _write_record(record, output, files if claimed == wanted else json.dumps(sorted(wanted)), is_finished=True)
    return result


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back an interrupt from the keyboard until what is begun is done, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
            while folder not in seen and not os.path.lexists(self._at(folder)):
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
        except FileExistsError:
            return
        except NotADirectoryError:
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


def _differs(target: str, content: bytes) -> bool:
    try:
        status = os.lstat(target)
        same_size = status.st_size == len(content) and S_ISREG(status.st_mode)
        return not same_size or Path(target).read_bytes() != content
    except OSError:
        return True


_AS_IT_WAS = (
    "the site is as it was; free some room, mend the permissions or move away what stands there, then build again"
)
_CUT_SHORT = "some files of the site are new already and some are not; mend this, and the next build completes the site"


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)


def _cannot_write(error: OSError, target: Path, hint: str) -> ConfigError:
    return ConfigError.because(f"cannot be written: {error.strerror or error}", hint, str(target))


def _is_inside(output: Path, site: Path) -> bool:
    return Path(os.path.realpath(output)).is_relative_to(os.path.realpath(site))


def write_private(path: Path, content: bytes) -> None:
    """Replace a private file. Where it cannot be written, none is left."""
    try:
        _replace(path, content)
    except OSError:
        with suppress(OSError):
            path.unlink()


def _write_record(record: Path, output: Path, files: str, is_finished: bool) -> None:
    """Write what is on record; `files` are the paths as JSON."""
    head = json.dumps({"output": str(output), "finished": is_finished})
    try:
        _replace(record, f'{head[:-1]}, "files": {files}}}\n'.encode())
    except OSError as error:
        hint = "the site is whole, but not on record; mend this, then build again" if is_finished else _AS_IT_WAS
        raise _cannot_write(error, record, hint) from None


def _replace(path: Path, content: bytes) -> None:
    """Write a file in the place of another, so that either of them is there whole at any time."""
    staged = path.with_name(f".{path.name}{_PART}")
    try:
        staged.unlink(missing_ok=True)
        _write_new(str(staged), content)
        staged.replace(path)
    except OSError:
        with suppress(OSError):
            staged.unlink()
        raise


def _write_new(path: str, content: bytes) -> None:
    """Write a file that is not there, and its folder if need be; a link in its place is not followed."""
    try:
        file = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, _NEW, 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
