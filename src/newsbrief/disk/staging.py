"""The files of a site before they are moved to their places: in a folder inside the output, so on the same disk.

For example:

    with open_staging(output):
        file = Staging(output).put("index.html", b"<!doctype html>")
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST, ENOTDIR, ENOTEMPTY
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple, Protocol

from newsbrief.disk.files import AS_IT_WAS, PART, cannot_write, uninterrupted, write_new
from newsbrief.model.problems import ConfigError

STAGED = ".newsbrief-staged"
"""The folder inside the output that holds what is staged, for as long as a build lasts."""


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


class Staging(NamedTuple):
    """The files of a site that is to be written to `output`. Several processes may put files in."""

    output: Path
    is_dry: bool = False

    def put(self, path: str, content: bytes) -> OutputFile:
        """Stage a file, unless the output has it already. ConfigError: it cannot be written."""
        digest = sha256(content).hexdigest()
        if not _differs(f"{self.output}/{path}", content):
            return OutputFile(path, digest, "")
        # Each process has a folder of its own: they would have to wait for each other to make files in one.
        name = sha256(path.encode()).hexdigest()[:24] + PART
        staged = f"{self.output}/{STAGED}/{os.getpid()}/{name}"
        if not self.is_dry:
            try:
                write_new(staged, content)
            except OSError as error:
                raise cannot_write(error, self.output / path, AS_IT_WAS) from None
        return OutputFile(path, digest, staged)

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


@contextmanager
def open_staging(output: Path, is_dry: bool = False) -> Iterator[None]:
    """Let files be staged for `output`; delete those that are left in the end. ConfigError: they cannot be staged."""
    if os.path.lexists(output) and not output.is_dir():
        raise ConfigError.because("a file stands where the output folder would be", "move it away", str(output))
    missing = [folder for folder in (output, *output.parents) if not os.path.lexists(folder)]
    try:
        if not is_dry:
            _clear_staging(output)
            # Shows others that a build is running. Where it cannot be made, there may be nothing to stage after all.
            with suppress(OSError):
                (output / STAGED).mkdir(parents=True)
        yield
    finally:
        if not is_dry:
            with uninterrupted():
                with suppress(ConfigError):
                    _clear_staging(output)
                for folder in missing:
                    with suppress(OSError):
                        folder.rmdir()


def is_staging(output: Path) -> bool:
    """Say whether a build into `output` is running, or was cut short."""
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
            raise cannot_write(error, Path(error.filename or folder), AS_IT_WAS) from None
        message = "a build stages its files here, and something else is in the way"
        raise ConfigError.because(message, "move away what no build put here", str(error.filename or folder)) from None


def _empty(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(PART) and not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)  # noqa: PTH108 - a path object for each of many files takes longer
    folder.rmdir()
