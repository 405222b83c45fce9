"""The files of a folder and their states, by which a change is noticed without reading them.

>>> read_signs("2048 1700000000000000000 1700000000000000000 42\\tarticle.md")
{'article.md': '2048 1700000000000000000 1700000000000000000 42'}

A state is a file's size, times and inode, as in git's index. The signs of several files are one text with a line for
each: its state, a tab, its path. Where two such texts are equal, nothing has changed.
"""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from newsbrief.model.paths import ACTORS_FILE, SITE_FILES, is_plain_name

_FINE_SLACK, _COARSE_SLACK = 20_000_000, 2_000_000_000
"""Nanoseconds for which a file must have been left alone to be trusted; coarse clocks count milliseconds or more."""

REST = 0.03
"""Seconds after which a file has been left alone for long enough where the clock is fine."""

_DOUBT = "?"
"""The mark before a state that cannot be trusted, so that it equals no state that is found."""


class Contents(NamedTuple):
    """The names of the briefings' folders in `content/`, and the signs of the files of plain pages and shared actors.

    `odd` are links, names that cannot be shown, and what has no place there; where there is any, nothing counts as
    unchanged. `stamp` is the time of the listing, in nanoseconds.
    """

    stamp: int
    folders: tuple[str, ...]
    pages: str
    odd: tuple[str, ...] = ()


class FolderSigns(NamedTuple):
    """The signs of a folder's files, hidden ones aside. `odd` are those that cannot be known by their status."""

    signs: str
    odd: tuple[str, ...] = ()


def list_contents(content: Path) -> Contents:
    """Return what `content` holds, hidden files aside, without a look into its folders."""
    stamp = time.time_ns()
    folders: list[str] = []
    pages: list[str] = []
    odd: list[str] = []
    for entry in _entries(str(content), odd):
        if entry.is_dir(follow_symlinks=False):
            folders.append(entry.name)
        elif entry.name.endswith(".md") or entry.name == ACTORS_FILE:
            _sign(entry, "", pages, odd)
        elif entry.name not in SITE_FILES:
            odd.append(entry.name)
    return Contents(stamp, tuple(folders), "\n".join(sorted(pages)), tuple(dict.fromkeys(odd)))


def sign_folder(folder: str) -> FolderSigns:
    """Return the signs of the files below a folder."""
    signs: list[str] = []
    odd: list[str] = []
    waiting = [(folder, "")]
    while waiting:
        place, prefix = waiting.pop()
        for entry in _entries(place, odd):
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{prefix}{entry.name}/"))
            else:
                _sign(entry, prefix, signs, odd)
    signs.sort()
    return FolderSigns("\n".join(signs), tuple(dict.fromkeys(odd)))


def _entries(folder: str, odd: list[str]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            seen = [entry for entry in found if entry.name[0] != "."]
    except OSError:
        odd.append(folder)
        return []
    strange = {entry.name for entry in seen if entry.is_symlink() or not is_plain_name(entry.name)}
    if not strange:
        return seen
    odd += sorted(strange)
    return [entry for entry in seen if entry.name not in strange]


def _sign(entry: os.DirEntry[str], prefix: str, signs: list[str], odd: list[str]) -> None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        odd.append(entry.name)
        return
    if not S_ISREG(status.st_mode):
        odd.append(entry.name)
        return
    signs.append(f"{state_of(status)}\t{prefix}{entry.name}")


def write_signs(files: Iterable[tuple[str, os.stat_result]]) -> str:
    """Return the signs of files, given as paths with their status in any order."""
    return "\n".join(sorted([f"{state_of(status)}\t{path}" for path, status in files]))


def read_signs(signs: str) -> dict[str, str]:
    """Return the state of each file by its path."""
    pairs = (line.partition("\t") for line in signs.split("\n") if line)
    return {path: state for state, _, path in pairs}


def state_of(status: os.stat_result) -> str:
    """Return the state of a file: its size, times and inode."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def size_of(state: str) -> int:
    """Return the size of a file in a state, in bytes."""
    return int(state.lstrip(_DOUBT).partition(" ")[0])


def mark_doubtful(signs: str, stamp: int) -> str:
    """Return signs with a mark on each file touched so shortly before `stamp` that a further change may not show."""
    return "\n".join(_DOUBT + line if line and _is_doubtful(line, stamp) else line for line in signs.split("\n"))


def _is_doubtful(line: str, stamp: int) -> bool:
    _, modified, changed, _ = line.partition("\t")[0].split(" ")
    slack = _COARSE_SLACK if int(modified) % 1_000_000 == 0 else _FINE_SLACK
    return max(int(modified), int(changed)) >= stamp - slack


def sign_outputs(output: Path, paths: Iterable[str]) -> str:
    """Return the signs of files of the output."""
    stamp = time.time_ns()
    return mark_doubtful(write_signs((path, os.lstat(output / path)) for path in paths), stamp)
