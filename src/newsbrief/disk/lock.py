"""The lock by which one build of a site runs at a time: the second waits until the first has ended, however it ends.

For example:

    with hold_lock(site, on_wait=lambda: print("Another build is running.")):
        ...

Our own, because importing filelock takes longer than a twentieth of a small build; see docs/contributing/decisions/.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsbrief.disk.private_folder import PRIVATE_FOLDER, private_folder
from newsbrief.model.problems import ConfigError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_held: set[int] = set()
"""The open files whose locks this process holds."""


@contextmanager
def hold_lock(site: Path, *, on_wait: Callable[[], None]) -> Iterator[None]:
    """Keep other builds of `site` waiting meanwhile; where one is running, call `on_wait` once and wait for it.

    The lock is the system's, on `lock` in the site's private folder, and ends with the process. The number in that
    file, of the process that last held the lock, is for people. A process that takes it twice waits for ever.
    ConfigError: the file cannot be written.
    """
    file = _take(private_folder(site) / "lock", on_wait)
    _held.add(file)
    try:
        _write_number(file)
        yield
    finally:
        if file in _held:
            _held.discard(file)
            os.close(file)


def _take(path: Path, on_wait: Callable[[], None]) -> int:
    """Return the open file at `path`, locked."""
    has_waited = False
    while True:
        file = _open(path)
        try:
            if not _lock(file, path, wait=False):
                if not has_waited:
                    on_wait()
                has_waited = True
                _lock(file, path, wait=True)
            # Others lock the file that is at the path now; a lock on one that was deleted meanwhile holds nobody back.
            if _is_at(path, file):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _open(path: Path) -> int:
    try:
        path.parent.mkdir(parents=path.parent.name != PRIVATE_FOLDER, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError as error:
        raise _refusal("cannot be written", error, path) from None


def _lock(file: int, path: Path, *, wait: bool) -> bool:
    """Lock an open file; return False if another process has locked it, and this one does not wait."""
    try:
        return _ask_for_lock(file, wait)
    except OSError as error:
        raise _refusal("cannot be locked", error, path) from None


if sys.platform == "win32":

    def _ask_for_lock(file: int, wait: bool) -> bool:
        """Lock a byte far behind the number, so that others can still read the number."""
        while True:
            os.lseek(file, 1 << 30, os.SEEK_SET)
            # The system stops waiting after ten seconds; a build does not.
            with suppress(OSError):
                msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                return True
            if not wait:
                return False

else:

    def _ask_for_lock(file: int, wait: bool) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


def _is_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file))
    except OSError:
        return False


def _write_number(file: int) -> None:
    # On a full disk, the lock holds all the same.
    with suppress(OSError):
        os.lseek(file, 0, os.SEEK_SET)
        os.ftruncate(file, os.write(file, f"{os.getpid()}\n".encode()))


def _refusal(message: str, error: OSError, path: Path) -> ConfigError:
    hint = "the site is as it was; fix the permissions or move what is in the way, then build again"
    return ConfigError.because(f"{message}: {error.strerror or error}", hint, str(error.filename or path))


def _release_in_worker() -> None:
    """Close what a forked worker inherited, so that the lock ends with the build and not with its last worker."""
    for file in _held:
        os.close(file)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_release_in_worker)
