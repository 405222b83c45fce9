"""The user's own cache folder for Newsbrief: for what can be lost and cannot be kept where it belongs.

For example:

    write_cached(cache_folder() / "templates.bin", content)
    read_cached(cache_folder() / "templates.bin") == content
"""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from newsbrief.model.problems import ConfigError


def cache_folder() -> Path:
    """Return the user's cache folder for Newsbrief, an absolute path: on Linux in XDG_CACHE_HOME or ~/.cache.

    The folder need not exist. A relative path in these variables counts for nothing. ConfigError: the user has no home.
    """
    # Most builds need none of it.
    from platformdirs import user_cache_path

    try:
        return user_cache_path("newsbrief", appauthor=False)
    except RuntimeError as error:
        raise ConfigError.because(str(error), path="HOME") from None


def find_cache_folder(site: Path) -> Path | None:
    """Return the user's cache folder, or None where there is none outside the folder of the site.

    Whatever lies in the folder of a site may come from anywhere.
    """
    try:
        folder = cache_folder()
        is_outside = not folder.resolve().is_relative_to(site.resolve())
    except (ConfigError, OSError, RuntimeError):
        return None
    return folder if is_outside else None


def read_cached(path: Path) -> bytes | None:
    """Return a file of the cache folder; None where somebody else could have written it, and where there is none."""
    try:
        status = os.lstat(path)
        is_ours = S_ISREG(status.st_mode) and _is_ours(status) and _is_ours(path.parent.stat())
        return path.read_bytes() if is_ours else None
    except OSError:
        return None


def write_cached(path: Path, content: bytes) -> None:
    """Replace a file of the cache folder, for this user alone; where that cannot be done, leave things as they are."""
    # Few builds keep anything here.
    from tempfile import mkstemp

    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(path.parent.stat()):
            return
        file, name = mkstemp(dir=path.parent)
        staged = Path(name)
        try:
            with os.fdopen(file, "wb") as stream:
                stream.write(content)
            staged.replace(path)
        except OSError:
            staged.unlink()
            raise


def _is_ours(status: os.stat_result) -> bool:
    """Say whether a file or folder belongs to this user, and nobody else may write to it."""
    # Windows has no such owners, and gives the user's cache folder to the user alone.
    return not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)
