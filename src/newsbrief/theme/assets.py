"""Collects static files: style sheets are bundled, and every file is fingerprinted: a changed file has a new address.

collect_assets(site).paths["style.css"]  # assets/style.37f1b2a09c.css
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath, relpath
from typing import NamedTuple

from newsbrief.content.svg import judge_svg
from newsbrief.model.paths import is_plain_name, theme_folder
from newsbrief.model.problems import ConfigError
from newsbrief.model.site import Accent
from newsbrief.theme.accent import TOKENS, paint

FOLDER = "assets"
ROOT = "root/"
"""Below `static/`: files that a site puts at its root, under their own names and as they are."""
_HIDDEN_AT_ROOT = (".htaccess", ".nojekyll", ".well-known")
"""The hidden names that mean something at the root of a host; editors leave other ones behind."""

CUSTOM = "custom.css"
"""The style sheet of a site that wants another look than the theme's: every page loads it last."""
_IMPORT = re.compile(r"""@import\s+["']([^"':]+)["']\s*(?:layer\(([\w.-]+)\))?\s*;""")
_ANY_IMPORT = re.compile(r"@import\b[^;]*;?")
_ADDRESS = re.compile(r"""url\(\s*(["']?)([^"':#()]+)\1\s*\)""")

_NEEDLESS = re.compile(
    r"""(?=["'/;\s])(?:("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/\*!.*?\*/)|/\*.*?\*/"""
    r"|;?\s+(?=\})|;(?=\})|\s+(?=[{;])|(?<=[{};,:\n])\s+)",
    re.DOTALL,
)
"""Parts of a style sheet that a browser does not need; or, as its group, a string or licence that stays. All begin with
one of the few signs that are looked for first."""


class Assets(NamedTuple):
    """Static files of a site: `paths` maps a file's name to its output path, `files` an output path to its bytes."""

    paths: Mapping[str, str]
    files: Mapping[str, bytes]

    @property
    def at_root(self) -> tuple[str, ...]:
        """The paths of the files that the site puts at its root."""
        return tuple(path for name, path in self.paths.items() if name.startswith(ROOT))


def collect_assets(site: Path, accent: Accent | None = None) -> Assets:
    """Return the theme's static files with the site's own over them, in the colour of its `accent`.

    A style sheet that another one imports replaces the `@import` and is not written on its own. Its comments and
    needless blanks are left out, except comments that begin with `/*!`, as licences do, and those of the theme's
    scripts; the site's own scripts stay as they are. `custom.css` is in a layer of its own. What lies in `root/` has
    no fingerprint. Links are followed: those of the site must have been checked by `find_bad_links`.
    """
    own = _read_folder(site / "static")
    if faults := [problem for name, raw in own.items() for problem in judge_svg(f"static/{name}", raw)]:
        raise ConfigError(faults)
    theme = _read_folder(theme_folder("static"))
    if accent:
        theme |= paint(theme, accent)
        own |= paint({name: raw for name, raw in own.items() if name == TOKENS}, accent)
    found = theme | own
    sheets = {
        name: _decode_sheet(name, raw)
        for name, raw in found.items()
        if name.endswith(".css") and not name.startswith(ROOT)
    }
    paths: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for name, raw in found.items():
        if name not in sheets:
            _add(name, _bare_script(raw) if name.endswith(".js") and raw == theme.get(name) else raw, paths, files)
    imported = {_resolve(name, match[1]) for name, text in sheets.items() for match in _IMPORT.finditer(text)}
    bundled: set[str] = set()
    for name in sorted(sheets.keys() - imported):
        sheet = _bundle(name, name, sheets, paths, (name,), bundled)
        if name == CUSTOM:
            # The layers of the theme have been opened by then, so whatever this says is stronger, however short.
            sheet = f"@layer site {{\n{sheet}}}\n"
        _add(name, "".join(filter(None, _NEEDLESS.split(sheet))).encode(), paths, files)
    if circular := sorted(sheets.keys() - bundled):
        raise ConfigError.because(
            "this style sheet imports itself by way of others", "cut the circle", f"static/{circular[0]}"
        )
    return Assets(paths, files)


def _bare_script(raw: bytes) -> bytes:
    """Return a script of the theme without its comments, and the blanks at the beginnings of its lines."""
    lines = (line.strip() for line in raw.splitlines())
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))


def _decode_sheet(name: str, raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise ConfigError.because("this style sheet is not UTF-8", "save it as UTF-8", f"static/{name}") from None


def _read_folder(folder: Path) -> dict[str, bytes]:
    names: dict[str, bytes] = {}
    start = len(f"{folder.as_posix()}/")
    for path in sorted(folder.rglob("*")):
        name = path.as_posix()[start:]
        shown = f"static/{name}"
        # Python's own caches are not part of a site; the digest of what pages depend on leaves them out, too.
        if _is_left_out(name.split("/")):
            continue
        if not is_plain_name(path.name):
            hint = "give it a name that can be shown, without line breaks and control characters"
            raise ConfigError.because("this name cannot be used", hint, shown)
        if path.is_symlink() and not path.is_file():
            hint = "copy the folder, or link to each file in it"
            raise ConfigError.because("this link leads to a folder", hint, shown)
        if not path.is_file():
            continue
        names[name] = path.read_bytes()
    return names


def _is_left_out(parts: Sequence[str]) -> bool:
    """Say whether the file at this path is none of the site's: a hidden one, or a cache of Python's."""
    if parts[0] == "root" and parts[1:2] and parts[1] in _HIDDEN_AT_ROOT:
        parts = parts[2:]
    return any(part.startswith(".") or part == "__pycache__" for part in parts)


def _add(name: str, raw: bytes, paths: dict[str, str], files: dict[str, bytes]) -> None:
    if name.startswith(ROOT):
        paths[name] = name.removeprefix(ROOT)
        files[paths[name]] = raw
        return
    path = PurePosixPath(name)
    fingerprint = sha256(raw).hexdigest()[:10]
    paths[name] = f"{FOLDER}/{path.with_name(f'{path.stem}.{fingerprint}{path.suffix}')}"
    files[paths[name]] = raw


def _bundle(
    name: str, top: str, sheets: Mapping[str, str], paths: Mapping[str, str], above: tuple[str, ...], bundled: set[str]
) -> str:
    """Return a style sheet with its imports inserted and its addresses fingerprinted, relative to the sheet `top`."""
    bundled.add(name)

    def insert_sheet(match: re.Match[str]) -> str:
        wanted = _resolve(name, match[1])
        if wanted not in sheets or wanted in above:
            raise _cannot_follow(match[0], name)
        text = _bundle(wanted, top, sheets, paths, (*above, wanted), bundled)
        return f"@layer {match[2]} {{\n{text}}}\n" if match[2] else text

    def point_to(match: re.Match[str]) -> str:
        target = _resolve(name, match[2])
        return f'url("{relpath(paths[target], f"{FOLDER}/{top}/..")}")' if target in paths else match[0]

    own = _ADDRESS.sub(point_to, sheets[name])
    if left := _ANY_IMPORT.search(_IMPORT.sub("", own)):
        raise _cannot_follow(left[0], name)
    return _IMPORT.sub(insert_sheet, own)


def _cannot_follow(statement: str, name: str) -> ConfigError:
    hint = 'write @import "name.css"; or @import "name.css" layer(name); with a style sheet below static/'
    return ConfigError.because(f"{statement!r} cannot be followed", hint, f"static/{name}")


def _resolve(name: str, other: str) -> str:
    return normpath(join(dirname(name), other.strip()))
