"""Which files of an output are a build's own: what is on record, what bears a build's signs, and what is a stranger's.

What a build wrote is on record in `.newsbrief/`, outside the output. Only what is on record is ever deleted or
overwritten; where the record of the site's own output was lost, also what bears the signs of a build is overwritten.
"""

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from stat import S_ISDIR, S_ISLNK
from typing import NamedTuple

from newsbrief.model.paths import is_plain_name
from newsbrief.model.problems import ConfigError, Problem

RECORDS = ".newsbrief"


class OnRecord(NamedTuple):
    """The paths on record for an output; `is_finished` says that the build which made the record came to its end."""

    paths: frozenset[str]
    is_finished: bool


def private_path(kind: str, output: Path, site: Path) -> Path:
    """Return the place of a private file about the site that is built into `output`."""
    place = os.path.relpath(os.path.realpath(output), os.path.realpath(site))
    return site / RECORDS / f"{kind}-{sha256(place.encode(errors='surrogateescape')).hexdigest()[:12]}.json"


def read_record(record: Path) -> OnRecord:
    """Return what is on record; a record that cannot be read names nothing, so that nothing is taken for ours."""
    try:
        known = json.loads(record.read_text(encoding="utf-8"))
        paths = known["files"]
        is_finished = known.get("finished") is True
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return OnRecord(frozenset(), False)
    if not isinstance(paths, list):
        return OnRecord(frozenset(), False)
    return OnRecord(frozenset(path for path in paths if isinstance(path, str) and _stays_inside(path)), is_finished)


def _stays_inside(path: str) -> bool:
    leads_up = ".." in path and ".." in path.split("/")
    return bool(path) and is_plain_name(path) and not path.startswith("/") and not leads_up


def digest_record(output: Path, site: Path) -> str:
    """Return the digest of the file that has the paths of an output on record; "" where it cannot be read."""
    try:
        return sha256(private_path("outputs", output, site).read_bytes()).hexdigest()
    except OSError:
        return ""


def refuse_sources(output: Path, site: Path, sources: Iterable[Path]) -> None:
    """Raise ConfigError where `output` holds one of the source folders or lies inside one."""
    place = Path(os.path.realpath(output))
    for source in (*sources, site / RECORDS):
        kept = Path(os.path.realpath(source))
        if kept.is_relative_to(place):
            raise ConfigError.because(
                f"the output folder {output} holds the sources in {source}", _ELSEWHERE, "--output"
            )
        if place.is_relative_to(kept):
            raise ConfigError.because(
                f"the output folder {output} lies inside the sources in {source}", _ELSEWHERE, "--output"
            )


_ELSEWHERE = "choose a folder of its own, such as _site"


def refuse_collisions(paths: Iterable[str]) -> None:
    """Raise ConfigError where two paths are the same one on some file system, or one is the folder of another."""
    seen: dict[str, str] = {}
    problems = []
    for path in sorted(paths):
        folded = path.casefold()
        if folded in seen:
            problems.append(
                Problem(path, 0, 0, f"two files would be written here (the other is {seen[folded]})", "rename one")
            )
        seen[folded] = path
    for path in seen.values():
        parts = path.casefold().split("/")
        for count in range(1, len(parts)):
            if (folder := "/".join(parts[:count])) in seen:
                problems.append(
                    Problem(path, 0, 0, f"a file would be written where its folder is ({seen[folder]})", "rename one")
                )
    if problems:
        raise ConfigError(problems)


def refuse_strangers(
    touched: Iterable[str], changed: Iterable[str], output: Path, ours: Collection[str], lost_record: bool
) -> None:
    """Raise ConfigError naming every folder, file or link in the way of a build that is not `ours`.

    `touched` are the paths whose folders must be the build's own, `changed` those of files that are to be replaced.
    """
    problems: set[Problem] = set()
    blocked: dict[str, bool] = {"": False}
    for path in touched:
        _look_at_folders(path, output, ours, blocked, problems)
    for path in changed:
        if not blocked[path.rpartition("/")[0]] and (fault := _fault_at(path, output, ours, lost_record)):
            problems.add(_in_the_way(output / path, fault))
    if problems:
        raise ConfigError(sorted(problems))


def _look_at_folders(
    path: str, output: Path, ours: Collection[str], blocked: dict[str, bool], problems: set[Problem]
) -> None:
    """Note for each of the folders that lead to `path` whether something else stands in its place or above it."""
    for folder in folders_to(path):
        if folder in blocked:
            continue
        above = folder.rpartition("/")[0]
        fault = "" if blocked[above] else _fault_of_folder(folder, output, ours)
        if fault:
            problems.add(_in_the_way(output / folder, fault))
        blocked[folder] = bool(fault) or blocked[above]


def _fault_of_folder(folder: str, output: Path, ours: Collection[str]) -> str:
    try:
        mode = os.lstat(output / folder).st_mode
    except OSError:
        return ""
    if S_ISLNK(mode):
        return "a link stands where a folder of the site would be"
    return "" if S_ISDIR(mode) or folder in ours else "a file stands where a folder of the site would be"


def _fault_at(path: str, output: Path, ours: Collection[str], lost_record: bool) -> str:
    target = output / path
    try:
        is_folder = S_ISDIR(os.lstat(target).st_mode)
    except OSError:
        return ""
    if is_folder:
        inside = [each.relative_to(output).as_posix() in ours for each in target.rglob("*") if not each.is_dir()]
        return "" if inside and all(inside) else "a folder stands where a file of the site would be"
    if path in ours or (lost_record and _bears_our_sign(target)):
        return ""
    return "this file stands in the way: it is not on record as a build's"


def folders_to(path: str) -> Iterator[str]:
    """Yield the folders that lead to a path, the outermost first."""
    parts = path.split("/")
    for count in range(1, len(parts)):
        yield "/".join(parts[:count])


def _in_the_way(path: Path, message: str) -> Problem:
    return Problem(str(path), 0, 0, message, "move it away, or build into another folder with --output")


def _bears_our_sign(target: Path) -> bool:
    """Say whether a file tells by itself that a build wrote it, for when the record is lost."""
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
