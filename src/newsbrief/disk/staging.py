"""The files of a site before they are moved to their places: in a folder on the same disk as the output, outside it.

For example:

    with open_staging(Staging(output, staging_folder(output, site))) as staging:
        file = staging.put("index.html", b"<!doctype html>")
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST, ENOTDIR, ENOTEMPTY, EXDEV
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple, Protocol

from newsbrief.disk.files import AS_IT_WAS, PART, cannot_write, uninterrupted, write_new
from newsbrief.disk.private_folder import can_make, may_write, private_path
from newsbrief.disk.value_store import ValueStore
from newsbrief.model.problems import ConfigError

ASIDE = "-aside"
"""What the name of a staged file has where it is not whole yet."""

STAGED = "newsbrief-staged"
"""The end of the name of the folder that holds what is staged, for as long as a build lasts."""


class OutputFile(NamedTuple):
    """A file of the site: its path, the SHA-256 of its bytes, and where it is staged; "" where it stands already.

    `note` is for those who put the file: this room does not look at it.
    """

    path: str
    digest: str
    staged: str
    note: object = None


class Outputs(Protocol):
    """A place for the files of a site, with those of the last build in it."""

    def put(self, path: str, content: bytes) -> OutputFile:
        """Take in a file of the site."""

    def read(self, path: str) -> bytes | None:
        """Return a file as it stands there; None where none does."""

    def set_aside(self, path: str, content: bytes) -> "str | bytes":
        """Keep what will become a file, and return what it is taken back by."""

    def take_back(self, kept: "str | bytes") -> bytes:
        """Return what was set aside, once."""

    def open_store(self) -> ValueStore:
        """Return a store for what is needed until all files are put in."""


class Staging(NamedTuple):
    """The files of a site that is to be written to `output`; `folder` holds them until then.

    Several processes may put files in.
    """

    output: Path
    folder: Path
    is_dry: bool = False

    def put(self, path: str, content: bytes) -> OutputFile:
        """Stage a file, unless the output has it already. ConfigError: it cannot be written."""
        digest = sha256(content).hexdigest()
        if not _differs(f"{self.output}/{path}", content):
            return OutputFile(path, digest, "")
        return OutputFile(path, digest, self.stage(path, content))

    def stage(self, path: str, content: bytes, version: str = "") -> str:
        """Stage a content for `path`, which may have several versions, and return where. ConfigError: it cannot."""
        # Each process has a folder of its own: they would have to wait for each other to make files in one.
        name = sha256(path.encode()).hexdigest()[:24] + version + PART
        staged = f"{self.folder}/{os.getpid()}/{name}"
        if not self.is_dry:
            try:
                write_new(staged, [content])
            except OSError as error:
                raise cannot_write(error, self.output / path, AS_IT_WAS) from None
        return staged

    def set_aside(self, path: str, content: bytes) -> str | bytes:
        """Keep what will become a file: among what is staged, or, in a dry run, in memory."""
        return content if self.is_dry else self.stage(path, content, ASIDE)

    def take_back(self, kept: str | bytes) -> bytes:
        """Return what was set aside, once. ConfigError: it cannot be read any more."""
        if isinstance(kept, bytes):
            return kept
        try:
            content = Path(kept).read_bytes()
            os.unlink(kept)  # noqa: PTH108 - a path object for each of many files takes longer
        except OSError as error:
            raise cannot_write(error, self.output, AS_IT_WAS) from None
        return content

    def open_store(self) -> ValueStore:
        """Return a store among what is staged; in a dry run, in memory. ConfigError: it cannot be written."""
        return ValueStore(None if self.is_dry else self.folder)

    def read(self, path: str) -> bytes | None:
        """Return a file of the output as it is, whoever wrote it; None where there is none, or a link to one."""
        target = Path(f"{self.output}/{path}")
        try:
            return target.read_bytes() if S_ISREG(target.lstat().st_mode) else None
        except OSError:
            return None


def _differs(target: str, content: bytes) -> bool:
    try:
        status = os.lstat(target)
        same_size = status.st_size == len(content) and S_ISREG(status.st_mode)
        return not same_size or Path(target).read_bytes() != content
    except OSError:
        return True


def move_staged(staged: str, target: str) -> None:
    """Move a staged file to its place, by way of a copy where the two turn out to be on different disks."""
    try:
        os.replace(staged, target)  # noqa: PTH105
    except OSError as error:
        if error.errno != EXDEV:
            raise
        # Few builds come here, and importing it takes long.
        import shutil

        copy = f"{target}{PART}"
        shutil.copyfile(staged, copy)
        os.replace(copy, target)  # noqa: PTH105


def staging_folder(output: Path, site: Path) -> Path:
    """Return the folder for what is staged for `output`: in the site's private folder, if that is on the same disk.

    If that cannot be written either, it is beside the output, and inside it only where nothing else is left.
    """
    private = private_path(STAGED, output, site).with_suffix("")
    # By absolute paths: the parent of a relative one may be the folder itself.
    place = Path(os.path.abspath(output))  # noqa: PTH100 - a link above must be left as it is
    disk = _disk_of(place)
    if disk in (_disk_of(private), -1) and can_make(private):
        return private
    if place.parent != place and _disk_of(place.parent) == disk and may_write(place.parent):
        return place.with_name(f".{place.name}.{STAGED}")
    return place / f".{STAGED}"


def _disk_of(path: Path) -> int:
    """Return the number of the disk on which a path is or will be; -1 where that cannot be known."""
    for place in (path, *path.parents):
        with suppress(OSError):
            return place.stat().st_dev
    return -1


@contextmanager
def open_staging(staging: Staging) -> Iterator[Staging]:
    """Let files be staged; delete those that are left in the end. ConfigError: they cannot be staged."""
    if os.path.lexists(staging.output) and not staging.output.is_dir():
        raise ConfigError.because("a file stands where the output folder would be", "move it away", str(staging.output))
    if staging.is_dry:
        yield staging
        return
    try:
        _clear(staging.folder)
        # Shows others that a build is running. Where it cannot be made, there may be nothing to stage after all.
        with suppress(OSError):
            staging.folder.mkdir(parents=True)
        yield staging
    finally:
        with uninterrupted(), suppress(ConfigError):
            _clear(staging.folder)


def is_staging(folder: Path) -> bool:
    """Say whether a build that stages its files in `folder` is running, or was cut short."""
    return os.path.lexists(folder)


def _clear(folder: Path) -> None:
    """Delete what was staged, and nothing else. ConfigError: something else is there."""
    if not os.path.lexists(folder):
        return
    try:
        for each in [] if folder.is_symlink() else folder.iterdir():
            if each.name.isdigit() and each.is_dir() and not each.is_symlink():
                _empty(each)
        folder.rmdir()
    except OSError as error:
        if error.errno not in (ENOTEMPTY, EEXIST, ENOTDIR):
            raise cannot_write(error, Path(error.filename or folder), AS_IT_WAS) from None
        message = "a build stages its files here, and something else is in the way"
        raise ConfigError.because(message, "move away what no build put here", str(error.filename or folder)) from None


def _empty(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(PART) and not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)  # noqa: PTH108 - a path object for each of many files takes longer
    folder.rmdir()
