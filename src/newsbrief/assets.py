"""Static files: found, bundled and fingerprinted, so that a changed file has a new address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from newsbrief.errors import ConfigError

FOLDER = "assets"
_PACKAGE = Path(__file__).parent
_IMPORT = re.compile(r'@import\s+"([^"]+)"\s*(?:layer\(([\w.-]+)\))?\s*;')
_ADDRESS = re.compile(r'url\("([^":#]+)"\)')


@dataclass(frozen=True, slots=True)
class Assets:
    """The files to be written: `paths` maps a file's name to its output path, `files` an output path to its bytes."""

    paths: Mapping[str, str]
    files: Mapping[str, bytes]


def theme_folder(kind: str) -> Path:
    """Return the folder of the theme that comes with Newsbrief; `kind` is "templates" or "static"."""
    installed = _PACKAGE / "theme" / kind
    return installed if installed.is_dir() else _PACKAGE.parent.parent / kind


def collect_assets(site: Path) -> Assets:
    """Return the theme's static files with the site's own over them.

    Style sheets named by an `@import` are put in its place; those are not written on their own.
    """
    found = _read_folder(theme_folder("static")) | _read_folder(site / "static")
    sheets = {name: raw.decode() for name, raw in found.items() if name.endswith(".css")}
    paths: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for name, raw in found.items():
        if name not in sheets:
            _add(name, raw, paths, files)
    imported = {_beside(name, match[1]) for name, text in sheets.items() for match in _IMPORT.finditer(text)}
    for name in sorted(sheets.keys() - imported):
        _add(name, _bundle(name, sheets, paths, (name,)).encode(), paths, files)
    return Assets(paths, files)


def _read_folder(folder: Path) -> dict[str, bytes]:
    root = folder.resolve()
    names: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts) or not path.is_file():
            continue
        if not path.resolve().is_relative_to(root):
            message, hint = "this link leads out of the site", "copy what it points to into static/"
            raise ConfigError.because(message, hint, f"static/{path.relative_to(folder).as_posix()}")
        names[path.relative_to(folder).as_posix()] = path.read_bytes()
    return names


def _add(name: str, raw: bytes, paths: dict[str, str], files: dict[str, bytes]) -> None:
    path = PurePosixPath(name)
    fingerprint = sha256(raw).hexdigest()[:10]
    paths[name] = f"{FOLDER}/{path.with_name(f'{path.stem}.{fingerprint}{path.suffix}')}"
    files[paths[name]] = raw


def _bundle(name: str, sheets: Mapping[str, str], paths: Mapping[str, str], above: tuple[str, ...]) -> str:
    """Return a style sheet with its imports put in and its addresses fingerprinted."""

    def put_in(match: re.Match[str]) -> str:
        wanted = _beside(name, match[1])
        if wanted not in sheets or wanted in above:
            message, hint = f"{match[0]!r} cannot be followed", "name a style sheet below static/"
            raise ConfigError.because(message, hint, f"static/{name}")
        text = _bundle(wanted, sheets, paths, (*above, wanted))
        return f"@layer {match[2]} {{\n{text}}}\n" if match[2] else text

    def point_to(match: re.Match[str]) -> str:
        target = _beside(name, match[1])
        return f'url("{paths[target].removeprefix(FOLDER + "/")}")' if target in paths else match[0]

    return _ADDRESS.sub(point_to, _IMPORT.sub(put_in, sheets[name]))


def _beside(name: str, other: str) -> str:
    return (PurePosixPath(name).parent / other).as_posix()
