"""Single files: written new or in the place of another, and what is said where that cannot be done."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsbrief.model.problems import ConfigError

PART = ".newsbrief-part"
"""What the name of a file ends in that is not yet in its place."""

AS_IT_WAS = (
    "the site is as it was; free some room, mend the permissions or move away what stands there, then build again"
)


def cannot_write(error: OSError, target: Path, hint: str) -> ConfigError:
    """Return the error for a file that cannot be written."""
    return ConfigError.because(f"cannot be written: {error.strerror or error}", hint, str(target))


def write_private(path: Path, content: bytes) -> None:
    """Replace a private file. Where it cannot be written, none is left."""
    try:
        replace_file(path, content)
    except OSError:
        with suppress(OSError):
            path.unlink()


def replace_file(path: Path, content: bytes) -> None:
    """Write a file in the place of another, so that either of them is there whole at any time."""
    staged = path.with_name(f".{path.name}{PART}")
    try:
        staged.unlink(missing_ok=True)
        write_new(str(staged), content)
        staged.replace(path)
    except OSError:
        with suppress(OSError):
            staged.unlink()
        raise


def write_new(path: str, content: bytes) -> None:
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
