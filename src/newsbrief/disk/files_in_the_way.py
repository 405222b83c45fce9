"""Obstacles to writing an output: sources in it, two files at one place, files that no build wrote.

>>> refuse_collisions(["bridge/Map.svg", "bridge/map.svg"])
Traceback (most recent call last):
newsbrief.model.problems.ConfigError: two files would be written here (the other is bridge/Map.svg)

Only what is on record as a build's own is ever deleted or overwritten. Where the record of the site's own output was
lost, files that bear the signs of a build are overwritten, too.
"""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISLNK

from newsbrief.disk.output_record import PRIVATE_FOLDER
from newsbrief.model.problems import ConfigError, Problem

_ELSEWHERE = "choose a folder of its own, such as _site"


def refuse_sources(output: Path, site: Path, sources: Iterable[Path]) -> None:
    """Raise ConfigError where `output` holds one of the source folders or lies inside one."""
    place = Path(os.path.realpath(output))
    for source in (*sources, site / PRIVATE_FOLDER):
        real = Path(os.path.realpath(source))
        if real.is_relative_to(place):
            message = f"the output folder {output} holds the sources in {source}"
            raise ConfigError.because(message, _ELSEWHERE, "--output")
        if place.is_relative_to(real):
            message = f"the output folder {output} lies inside the sources in {source}"
            raise ConfigError.because(message, _ELSEWHERE, "--output")


def refuse_collisions(paths: Iterable[str]) -> None:
    """Raise ConfigError where two paths are the same on some file system, or one is the folder of another."""
    seen: dict[str, str] = {}
    problems = []
    for path in sorted(paths):
        folded = path.casefold()
        if folded in seen:
            message = f"two files would be written here (the other is {seen[folded]})"
            problems.append(Problem(path, 0, 0, message, "rename one"))
        seen[folded] = path
    for folded, path in seen.items():
        for folder in folders_to(folded):
            if folder in seen:
                message = f"a file would be written where its folder is ({seen[folder]})"
                problems.append(Problem(path, 0, 0, message, "rename one"))
    if problems:
        raise ConfigError(problems)


def folders_to(path: str) -> Iterator[str]:
    """Yield the folders that lead to a path, the outermost first."""
    parts = path.split("/")
    for count in range(1, len(parts)):
        yield "/".join(parts[:count])


def refuse_foreign_files(
    touched: Iterable[str], changed: Iterable[str], output: Path, recorded: Collection[str], is_record_lost: bool
) -> None:
    """Raise ConfigError naming each folder, file or link in the way that is not among the `recorded` paths.

    `touched` are the paths in whose folders something changes, `changed` those of files that are written.
    """
    problems: set[Problem] = set()
    blocked: dict[str, bool] = {"": False}
    for path in touched:
        _check_folders(path, output, recorded, blocked, problems)
    for path in changed:
        if not blocked[path.rpartition("/")[0]] and (fault := _find_fault(path, output, recorded, is_record_lost)):
            problems.add(_in_the_way(output / path, fault))
    if problems:
        raise ConfigError(sorted(problems))


def _check_folders(
    path: str, output: Path, recorded: Collection[str], blocked: dict[str, bool], problems: set[Problem]
) -> None:
    """Note for each folder that leads to `path` whether something else stands in its place or above it."""
    for folder in folders_to(path):
        if folder in blocked:
            continue
        above = folder.rpartition("/")[0]
        fault = "" if blocked[above] else _find_fault_of_folder(folder, output, recorded)
        if fault:
            problems.add(_in_the_way(output / folder, fault))
        blocked[folder] = bool(fault) or blocked[above]


def _find_fault_of_folder(folder: str, output: Path, recorded: Collection[str]) -> str:
    try:
        mode = os.lstat(output / folder).st_mode
    except OSError:
        return ""
    if S_ISLNK(mode):
        return "a link stands where a folder of the site would be"
    return "" if S_ISDIR(mode) or folder in recorded else "a file stands where a folder of the site would be"


def _find_fault(path: str, output: Path, recorded: Collection[str], is_record_lost: bool) -> str:
    target = output / path
    try:
        is_folder = S_ISDIR(os.lstat(target).st_mode)
    except OSError:
        return ""
    if is_folder:
        inside = [each.relative_to(output).as_posix() in recorded for each in target.rglob("*") if not each.is_dir()]
        return "" if inside and all(inside) else "a folder stands where a file of the site would be"
    if path in recorded or (is_record_lost and _bears_our_sign(target)):
        return ""
    return "this file is in the way: there is no record that a build wrote it"


def _in_the_way(path: Path, message: str) -> Problem:
    return Problem(str(path), 0, 0, message, "move it away, or build into another folder with --output")


def _bears_our_sign(target: Path) -> bool:
    """Say whether a file shows by itself that a build wrote it, for when the record is lost."""
    if target.is_symlink() or not target.is_file():
        return False
    content = target.read_bytes()
    if fingerprint := _FINGERPRINT.search(target.name):
        return sha256(content).hexdigest().startswith(fingerprint[1])
    if target.name == "article.txt":
        return _bears_our_sign(target.with_name("evidence.json"))
    return any(sign in content for sign in _SIGNS.get(target.suffix, ()))


_FINGERPRINT = re.compile(r"\.([0-9a-f]{10})\.\w+$")
_SIGNS = {
    ".html": (b'<meta name="generator" content="Newsbrief ',),
    ".json": (b'"newsbrief:article"', b'"_newsbrief":'),
    ".png": (b"Software\0Newsbrief",),
    ".txt": (b"# Written by Newsbrief",),
    ".xml": (b">Newsbrief</generator>", b"<!-- Written by Newsbrief -->"),
}
