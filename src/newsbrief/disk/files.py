"""Single files: write a new one, replace one, and say why that cannot be done."""

import os
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsbrief.model.problems import ConfigError

PART = ".newsbrief-part"
"""The end of the name of a file that is not yet in its place."""

AS_IT_WAS = "the site is as it was; free some space, fix the permissions or move what is in the way, then build again"


def cannot_write(error: OSError, target: Path, hint: str) -> ConfigError:
    """Return the error for a file that cannot be written."""
    return ConfigError.because(f"cannot be written: {error.strerror or error}", hint, str(target))


def write_private(path: Path, pieces: Iterable[bytes]) -> None:
    """Replace a private file; where it cannot be written, leave none."""
    try:
        replace_file(path, pieces)
    except OSError:
        with suppress(OSError):
            path.unlink()


def replace_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Replace a file, so that at any time the old one or the new one is there whole; `pieces` are its content."""
    staged = path.with_name(f".{path.name}{PART}")
    try:
        staged.unlink(missing_ok=True)
        write_new(str(staged), pieces)
        staged.replace(path)
    except OSError:
        with suppress(OSError):
            staged.unlink()
        raise


def rewrite_file(path: Path, before: bytes, after: bytes) -> None:
    """Replace a file of the editor's own, `before`, by `after`; it keeps its owner, its permissions and links to it.

    ConfigError: it is read-only, it was changed meanwhile, or it cannot be written; then it is as it was.
    """
    path = path.resolve()
    staged = path.with_name(f".{path.name}{PART}")
    try:
        status = path.stat()
        if not status.st_mode & 0o222 or not os.access(path, os.W_OK):
            raise ConfigError.because("this file is read-only", "make it writable, or change it by hand", str(path))
        with uninterrupted():
            staged.unlink(missing_ok=True)
            write_new(str(staged), [after])
            _give_to_owner(staged, status)
            if path.read_bytes() != before:
                message = "this file was changed while it was being fixed, and is as it was"
                raise ConfigError.because(message, "run the command again", str(path))
            staged.replace(path)
    except OSError as error:
        raise cannot_write(error, path, "it is as it was; free some space or fix the permissions") from None
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)


def _give_to_owner(path: Path, status: os.stat_result) -> None:
    if hasattr(os, "chown"):
        # Only root may give a file to somebody else.
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    path.chmod(status.st_mode & 0o7777)


def write_new(path: str, pieces: Iterable[bytes]) -> None:
    """Write a file that is not there, and its folder if need be; follow no link in its place.

    Its content is given in pieces, since some are large; a file that is not whole is left where that fails.
    """
    try:
        file = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, _NEW, 0o666)
    try:
        for piece in pieces:
            left = memoryview(piece)
            while left:
                left = left[os.write(file, left) :]
    finally:
        os.close(file)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back signals that end a build until the block is done, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
