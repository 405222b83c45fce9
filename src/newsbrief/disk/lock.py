"""The lock by which one build of a site runs at a time: the second waits until the first has ended, however it ends.

For example:

    with hold_lock(site, on_wait=lambda: print("Another build is running.")):
        ...
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from newsbrief.disk.output_record import PRIVATE_FOLDER
from newsbrief.model.problems import ConfigError


@contextmanager
def hold_lock(site: Path, *, on_wait: Callable[[], None]) -> Iterator[None]:
    """Keep other builds of `site` waiting meanwhile; where one is running, call `on_wait` once and wait for it.

    The lock is the system's, on `.newsbrief/lock`, and ends with the process. ConfigError: the file cannot be written.
    """
    path = site / PRIVATE_FOLDER / "lock"
    lock = FileLock(path, preserve_lock_file=True, on_acquired=_write_number)
    if not _acquire(lock, path, wait=False):
        on_wait()
        _acquire(lock, path, wait=True)
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, path: Path, *, wait: bool) -> bool:
    """Take a lock; return False where another process holds it, and this one does not wait."""
    try:
        path.parent.mkdir(exist_ok=True)
        lock.acquire(blocking=wait)
    except Timeout:
        return False
    except OSError as error:
        hint = "the site is as it was; fix the permissions or move what is in the way, then build again"
        message = f"cannot be written: {error.strerror or error}"
        raise ConfigError.because(message, hint, str(error.filename or path)) from None
    return True


def _write_number(file: int) -> None:
    """Write the number of this process, for people who wonder what they wait for."""
    # On a full disk, the lock holds all the same.
    with suppress(OSError):
        os.lseek(file, 0, os.SEEK_SET)
        os.ftruncate(file, os.write(file, f"{os.getpid()}\n".encode()))
