"""Obstacles to writing an output: sources in it, two files at one place, files that are not as a build left them.

>>> refuse_collisions(["bridge/Map.svg", "bridge/map.svg"])
Traceback (most recent call last):
newsbrief.model.problems.ConfigError: two files would be written here (the other is bridge/Map.svg)

Only a file with the content that is on record for it is deleted or overwritten. A page that was edited by hand is
overwritten where the site still has it. Where the record of the site's own output was lost, a file that bears the signs
of a build is overwritten as well.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import NamedTuple

from newsbrief.disk.build_signs import bears_sign
from newsbrief.disk.output_record import HEAD, RECORD, OutputRecord, digest_file, is_inside
from newsbrief.disk.private_folder import PRIVATE_FOLDER
from newsbrief.model.problems import ConfigError, Problem

_ELSEWHERE = "choose a folder of its own, such as _site"
_MOVE = "move it away, or build into another folder with --output"


def choose_output(named: Path | None, site: Path) -> Path:
    """Return the output: the one that a person has `named`, or else the site's own, `_site`.

    ConfigError: nobody has named it, and a link leads from it out of the site.
    """
    output = named or site / "_site"
    if named is None and not is_inside(output, site):
        message = "a link leads from the site's output out of the site, and no build follows it unless told to"
        raise ConfigError.because(message, f"delete the link, or name the folder: --output {output}", str(output))
    return output


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


class OutputClaim(NamedTuple):
    """A build's claim to files of an output: those on `record`, and where that `is_lost`, those that bear its signs.

    A record is lost where it is the site's own and is not whole. `note` is the private file by which a site remembers
    that it has been built to an output outside its folder; None for one inside.
    """

    output: Path
    record: OutputRecord
    is_lost: bool = False
    note: Path | None = None

    def why_altered(self, path: str) -> str:
        """Return why a file may not be deleted; "" where it is as a build left it, empty, or not there."""
        try:
            status = os.lstat(self.output / path)
        except OSError:
            return ""
        # A folder of the same name is nobody's file. An empty file is what a system may leave when it is cut off.
        if S_ISDIR(status.st_mode) or (S_ISREG(status.st_mode) and not status.st_size):
            return ""
        try:
            is_known = S_ISREG(status.st_mode) and self.record.has_written(path, digest_file(self.output / path))
        except OSError as error:
            return f"it cannot be read, so nothing shows that a build wrote it: {error.strerror}"
        return "" if is_known else "it is not as a build left it"

    def why_foreign(self, path: str) -> str:
        """Return why a file that is about to be written may not be replaced; "" where it may."""
        target = self.output / path
        try:
            status = os.lstat(target)
        except OSError:
            return ""
        if S_ISDIR(status.st_mode):
            inside = [each.relative_to(self.output).as_posix() for each in target.rglob("*") if not each.is_dir()]
            is_former = bool(inside) and all(each in self.record.digests for each in inside)
            return "" if is_former else "a folder stands where a file of the site would be"
        if path not in self.record.digests:
            is_ours = self.is_lost and bears_sign(target)
            return "" if is_ours else "this file is in the way: there is no record that a build wrote it"
        why = self.why_altered(path)
        return f"this file is in the way: {why}" if why else ""

    def why_record_foreign(self) -> str:
        """Return why the record may not be replaced; "" where it may, or is not there."""
        target = self.output / RECORD
        if self.record.text or not os.path.lexists(target):
            return ""
        is_plain = S_ISREG(os.lstat(target).st_mode)
        is_cut = is_plain and HEAD.startswith(target.read_text("utf-8", "replace"))
        return "" if is_cut and self.is_lost else "this file is in the way: it is not the record of this site's builds"


def refuse_foreign_files(
    claim: OutputClaim, stale: Iterable[str], changed: Iterable[str], kept: Iterable[str]
) -> tuple[str, ...]:
    """Return which of the `changed` paths have pages that were edited by hand, and will be replaced.

    `stale` are the paths that are deleted, `changed` those that are written, `kept` others whose folders must be sound.
    ConfigError names each folder, file or link in the way that the `claim` does not cover.
    """
    problems: set[Problem] = set()
    edited: list[str] = []
    blocked: dict[str, bool] = {"": False}
    stale, changed = tuple(stale), tuple(changed)
    for path in (*stale, *changed, *kept):
        _check_folders(path, claim, blocked, problems)
    for path in stale:
        if not blocked[path.rpartition("/")[0]] and (fault := claim.why_altered(path)):
            hint = f"move it away or delete it; to keep it here as your own, delete its line in {claim.output / RECORD}"
            message = f"the site has no such file any more, but {fault}"
            problems.add(Problem(str(claim.output / path), 0, 0, message, hint))
    for path in changed:
        fault = "" if blocked[path.rpartition("/")[0]] else claim.why_foreign(path)
        if fault and path in claim.record.digests and bears_sign(claim.output / path):
            edited.append(path)
        elif fault:
            problems.add(Problem(str(claim.output / path), 0, 0, fault, _MOVE))
    if fault := claim.why_record_foreign():
        problems.add(Problem(str(claim.output / RECORD), 0, 0, fault, _MOVE))
    if problems:
        raise ConfigError(sorted(problems))
    return tuple(edited)


def _check_folders(path: str, claim: OutputClaim, blocked: dict[str, bool], problems: set[Problem]) -> None:
    """Note for each folder that leads to `path` whether something else stands in its place or above it."""
    for folder in folders_to(path):
        if folder in blocked:
            continue
        above = folder.rpartition("/")[0]
        fault = "" if blocked[above] else _find_fault_of_folder(folder, claim)
        if fault:
            problems.add(Problem(str(claim.output / folder), 0, 0, fault, _MOVE))
        blocked[folder] = bool(fault) or blocked[above]


def _find_fault_of_folder(folder: str, claim: OutputClaim) -> str:
    try:
        mode = os.lstat(claim.output / folder).st_mode
    except OSError:
        return ""
    if S_ISLNK(mode):
        return "a link stands where a folder of the site would be"
    is_former_file = folder in claim.record.digests
    return "" if S_ISDIR(mode) or is_former_file else "a file stands where a folder of the site would be"
