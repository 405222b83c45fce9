"""The fingerprint of a site: one digest of everything that could change all its pages."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from stat import S_ISLNK

from newsbrief.build.incremental.machine import describe_drawing, describe_libraries, describe_library_contents
from newsbrief.build.incremental.trace import VERSION
from newsbrief.disk.file_states import state_of
from newsbrief.model.paths import PACKAGE, theme_folder
from newsbrief.model.problems import ConfigError

CARD_SOURCES = (
    "outputs/share_card",
    "pages/typesetting",
    "briefing/side_colours.py",
    "model/languages.py",
    "model/paths.py",
    "model/scripts.py",
)
"""The folders and files of the package that a share card is drawn with, its typefaces included."""


def fingerprint_site(site: Path, settings: Iterable[object]) -> str:
    """Return the digest of the package, theme, libraries, site's own templates and static files, and settings.

    `settings` are those that do not come from the site's folder. See `fingerprint_files`.
    """
    return fingerprint_files(_list_own(site), [describe_libraries(), *settings], installed=[PACKAGE, *_list_theme()])


def digest_site(site: Path, settings: Iterable[object]) -> str:
    """Return the digest of what `fingerprint_site` has, where every file counts by its content.

    It is the same for the same files in another folder and on another machine, and takes several times as long.
    """
    return fingerprint_files([PACKAGE, *_list_theme(), *_list_own(site)], [describe_library_contents(), *settings])


def _list_own(site: Path) -> list[Path]:
    return [site / "templates", site / "static", site / "content" / "site.yaml"]


def list_theme_folders(site: Path) -> list[Path]:
    """Return the folders that may hold templates and static files: the theme's and the site's."""
    return [*_list_theme(), site / "templates", site / "static"]


def _list_theme() -> list[Path]:
    return [theme_folder("templates"), theme_folder("static")]


def fingerprint_drawing() -> str:
    """Return the digest of what draws share cards: the code, the typefaces, Pillow and what it can do."""
    return fingerprint_files([PACKAGE / source for source in CARD_SOURCES], [describe_drawing()])


def fingerprint_files(folders: Iterable[Path], settings: Iterable[object], installed: Iterable[Path] = ()) -> str:
    """Return a digest of the files below `folders`, and the settings.

    The files below `installed` are many and change by an installation only; of them the state counts, not the content.
    Returns "" where there is a link among the files: what it leads to may change without a sign. ConfigError:
    something cannot be read.
    """
    total = sha256(repr((VERSION, *settings)).encode(errors="surrogateescape"))
    for folder in installed:
        for path in _files_below(str(folder)):
            status = os.lstat(path)
            if S_ISLNK(status.st_mode):
                return ""
            total.update(f"{path}\t{state_of(status)}\n".encode(errors="surrogateescape"))
    for number, folder in enumerate(folders):
        if folder.is_symlink():
            return ""
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
