"""Files of a site before they are in their places: in a folder of their own inside the output, on the same disk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EEXIST, ENOTDIR, ENOTEMPTY
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple, Protocol

from newsbrief.disk.files import AS_IT_WAS, PART, cannot_write, uninterrupted, write_new
from newsbrief.model.problems import ConfigError

STAGED = ".newsbrief-staged"
"""The folder inside the output that holds what is staged, for as long as a build lasts."""


class Placed(NamedTuple):
    """A file of the site: its path, the SHA-256 of its bytes, and where it is staged; "" where it stands already.

    `outline` is what its links need, of a page or style sheet that was looked at.
    """

    path: str
    digest: str
    staged: str
    outline: Any = None


class Outputs(Protocol):
    """Where the files of a site go, and where those of the last build are."""

    def put(self, path: str, content: bytes) -> Placed:
        """Take in a file of the site."""

    def read(self, path: str) -> bytes | None:
        """Return a file as it stands there; None where none does."""


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
        name = sha256(path.encode()).hexdigest()[:24] + PART
        staged = f"{self.output}/{STAGED}/{os.getpid()}/{name}"
        if not self.is_dry:
            try:
                write_new(staged, content)
            except OSError as error:
                raise cannot_write(error, self.output / path, AS_IT_WAS) from None
        return Placed(path, digest, staged)

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
            raise cannot_write(error, Path(error.filename or folder), AS_IT_WAS) from None
        message = "files are staged here, and something else stands in the way"
        raise ConfigError.because(message, "move away what is no build's", str(error.filename or folder)) from None


def _empty(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(PART) and not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)  # noqa: PTH108 - a path object for each of many files takes longer
    folder.rmdir()
