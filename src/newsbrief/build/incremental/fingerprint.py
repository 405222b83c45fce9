"""The digest of everything that could change every page: the package, templates, static files, settings, versions."""

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISLNK

from newsbrief.build.incremental.trace import VERSION
from newsbrief.disk.file_states import state_of
from newsbrief.model.paths import PACKAGE
from newsbrief.model.problems import ConfigError

_LIBRARIES = ("PIL", "babel", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "slugify", "yaml")

CARD_SOURCES = ("outputs/share_card", "pages/typesetting", "briefing/side_styles.py", "model/paths.py")
"""The folders and files of the package that a share card is drawn with, its typefaces included."""


def digest_hand() -> str:
    """Return a digest of what draws pictures: the code, the typefaces, the versions of the libraries."""
    return digest_engine([PACKAGE / source for source in CARD_SOURCES], ())


def digest_engine(folders: Iterable[Path], settings: Iterable[object], installed: Iterable[Path] = ()) -> str:
    """Return a digest of the files below `folders`, the settings, and the versions of Python and the libraries.

    Of the files below `installed`, which change by an installation only, the state counts, not the content: they are
    many. Returns "" where there is a link among the files: what it leads to may change without a sign. ConfigError:
    something cannot be read.
    """
    total = sha256(repr((VERSION, sys.version, *settings)).encode())
    for name in _LIBRARIES:
        spec = find_spec(name)
        origin = spec.origin if spec else None
        total.update(repr((name, origin, _brief_status(origin))).encode())
    for folder in installed:
        for path in _files_below(str(folder)):
            status = os.lstat(path)
            if S_ISLNK(status.st_mode):
                return ""
            total.update(f"{path}\t{state_of(status)}\n".encode(errors="surrogateescape"))
    for number, folder in enumerate(folders):
        for path in _files_below(str(folder)):
            if os.path.islink(path):  # noqa: PTH114 - a path object for each of many files takes longer
                return ""
            if os.path.isfile(path):  # noqa: PTH113
                row = number, path[len(str(folder)) :], sha256(_read(path)).digest()
                total.update(repr(row).encode())
    return total.hexdigest()


def _files_below(place: str) -> Iterator[str]:
    """Yield a file, or what is below a folder but for Python's own caches, in an order that is always the same."""
    if not os.path.isdir(place):  # noqa: PTH112
        yield place
        return
    for folder, folders, files in os.walk(place, onerror=_refuse):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted([*files, *(name for name in folders if os.path.islink(f"{folder}/{name}"))]):  # noqa: PTH114
            yield f"{folder}/{name}"


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        _refuse(error)
        raise


def _refuse(error: OSError) -> None:
    raise ConfigError.because(f"cannot be read: {error.strerror}", "check its permissions", str(error.filename))


def _brief_status(path: str | None) -> tuple[int, int]:
    if path is None or not Path(path).exists():
        return 0, 0
    status = Path(path).stat()
    return status.st_size, status.st_mtime_ns
