"""The machine that builds, as far as it decides what is built: the libraries installed on it, and what they can do.

>>> describe_libraries() == describe_libraries()
True

A library is known by the version of its distribution, the state of the list of its files, and the state of each file of
its code. What draws is asked what it can do, since that depends on libraries of the system, such as FriBiDi; on Linux,
which lists the files that a process has loaded, the files of these libraries count as well. So does the font of
Chinese, Japanese and Korean, of which share cards are drawn where it is installed.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from newsbrief.disk.file_states import state_of
from newsbrief.outputs.share_card.font_places import find_font_file

LIBRARIES = {
    "PIL": "pillow",
    "babel": "babel",
    "jinja2": "jinja2",
    "markdown": "markdown",
    "markupsafe": "markupsafe",
    "msgspec": "msgspec",
    "nh3": "nh3",
    "selectolax": "selectolax",
    "slugify": "python_slugify",
    # Of these two, python-slugify takes the first that is installed.
    "unidecode": "unidecode",
    "text_unidecode": "text_unidecode",
    "yaml": "pyyaml",
}
"""The libraries that decide what is built, and the names of their distributions."""

_MANY_FILES = "locale-data"
"""Babel's folder of a thousand files: only an installation changes any of them, and that shows on the folder."""

_RECORDS = ("RECORD", "METADATA", "PKG-INFO")
_DRAWING = re.compile(r"/lib(fribidi|raqm|harfbuzz|graphite2?|freetype|png16|brotli\w+|z|m)\b[^/]*$")
_HEAD_OF_FONT = 1 << 16
_VARIABLES = ("FREETYPE_", "FRIBIDI_", "HB_")
_ANSWERS = (
    "HAVE_RAQM",
    "HAVE_FRIBIDI",
    "HAVE_HARFBUZZ",
    "freetype2_version",
    "fribidi_version",
    "harfbuzz_version",
    "raqm_version",
    "zlib_version",
)


def describe_libraries() -> str:
    """Return a text that changes whenever the libraries do, or what they can do; files count by their state."""
    loaded = [(path, _find_state(path)) for path in _list_loaded()]
    installed = [row for library in _find_libraries(LIBRARIES) for row in _list_states(library)]
    return repr((sys.version, _ask_pillow(), _list_variables(), loaded, installed, _find_state_of_font()))


def describe_library_contents() -> str:
    """Return a text such as that of `describe_libraries`, in which files count by their content, wherever they lie.

    Of Babel's data, the version of Babel counts.
    """
    loaded = [(Path(path).name, _digest(path)) for path in _list_loaded()]
    installed = [row for library in _find_libraries(LIBRARIES) for row in _list_contents(library)]
    return repr((sys.version, _ask_pillow(), _list_variables(), loaded, installed, _digest_font()))


def describe_drawing() -> str:
    """Return a text that changes whenever Pillow does, or what it can do; files count by their content."""
    records = [record for library in _find_libraries(["PIL"]) for record in library.records]
    versions = [Path(path).parent.name for path in records]
    contents = [digest for path in (*records, *_list_loaded()) if (digest := _digest(path))]
    return repr((sys.version, _ask_pillow(), _list_variables(), versions, contents, _digest_font()))


@cache
def _ask_pillow() -> tuple[object, ...]:
    """Return what Pillow can do on this machine, and the versions of the libraries that it has loaded for that.

    Pillow's own `features` says the same, and takes ten times as long to import.
    """
    # A list of what is loaded has the file of zlib, and spares the second module.
    names = ("PIL._imagingft",) if _list_loaded() else ("PIL._imagingft", "PIL._imaging")
    modules = [_import(name) for name in names]
    return tuple(getattr(module, answer, None) for module in modules for answer in _ANSWERS)


@cache
def _list_loaded() -> tuple[str, ...]:
    """Return the files of the libraries that draw, as this process has loaded them; none where no system says so."""
    _import("PIL._imagingft")
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ()
    paths = {line.partition("/")[2] for line in maps.split("\n")}
    return tuple(sorted(f"/{path}" for path in paths if _DRAWING.search(f"/{path}")))


def _import(name: str) -> object | None:
    try:
        return import_module(name)
    except ImportError:
        return None


def _find_state_of_font() -> tuple[str, str]:
    path = find_font_file()
    return path, _find_state(path) if path else ""


def _digest_font() -> tuple[str, int, str]:
    """Return the name of the font that is installed, its size, and the digest of its head; it has tens of megabytes.

    The head of a font lists its tables, each with a checksum of its content.
    """
    path = find_font_file()
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return Path(path).name, os.stat(path).st_size, sha256(file.read(_HEAD_OF_FONT)).hexdigest()  # noqa: PTH116
    except OSError:
        return "", 0, ""


def _list_variables() -> list[tuple[str, str]]:
    """Return the variables that make FreeType, HarfBuzz and FriBiDi draw otherwise."""
    return sorted(pair for pair in os.environ.items() if pair[0].startswith(_VARIABLES))


class _Library(NamedTuple):
    """The files of a library: its code, a file or a folder, and the records of its installation."""

    code: str
    records: tuple[str, ...]


def _find_libraries(names: Iterable[str]) -> Iterator[_Library]:
    """Yield libraries by the names that they are imported by, as far as they are installed."""
    listed: dict[Path, Mapping[str, Sequence[str]]] = {}
    for name in names:
        spec = find_spec(name)
        if spec and spec.origin:
            code = Path(spec.origin).parent if spec.submodule_search_locations else Path(spec.origin)
            if code.parent not in listed:
                listed[code.parent] = _list_distributions(str(code.parent))
            folders = listed[code.parent].get(LIBRARIES[name], ())
            yield _Library(str(code), tuple(f"{folder}/{record}" for folder in folders for record in _RECORDS))


def _list_distributions(place: str) -> Mapping[str, Sequence[str]]:
    """Return the folders such as `PyYAML-6.0.2.dist-info`, by the name of the distribution."""
    found: dict[str, list[str]] = {}
    for entry in sorted(os.listdir(place)):  # noqa: PTH208 - names, of which there may be hundreds
        if entry.endswith((".dist-info", ".egg-info")):
            name = re.sub("[-_.]+", "_", entry.partition("-")[0]).lower()
            found.setdefault(name, []).append(f"{place}/{entry}")
    return found


def _list_states(library: _Library) -> Iterator[tuple[str, str]]:
    """Yield the files of a library that show a change, with their states."""
    yield from ((path, _find_state(path)) for path in library.records)
    if not os.path.isdir(library.code):  # noqa: PTH112
        yield library.code, _find_state(library.code)
        return
    waiting = [library.code]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.name == _MANY_FILES or not entry.is_dir():
                    yield entry.path, _find_state(entry.path)
                elif entry.name != "__pycache__":
                    waiting.append(entry.path)


def _list_contents(library: _Library) -> Iterator[tuple[str, str]]:
    """Yield the files of a library that show a change, with the digests of their contents.

    The list of its files is none of them: it has the digests of scripts, which differ from folder to folder.
    """
    folder = os.path.dirname(library.code)  # noqa: PTH120
    for path, _ in _list_states(library):
        if not path.endswith("/RECORD"):
            yield path.removeprefix(folder), _digest(path)


def _find_state(path: str) -> str:
    try:
        return state_of(os.stat(path))  # noqa: PTH116
    except OSError:
        return ""


def _digest(path: str) -> str:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
