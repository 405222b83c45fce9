"""The only module that writes or deletes.

What a build wrote is on record in `.newsbrief/`, outside the output. Only what is on record is ever deleted or
overwritten; where the record of the site's own output was lost, also what bears the signs of a build is overwritten.
The record is made before the first file, so that a build cut short can be completed by the next.
"""

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from newsbrief.errors import ConfigError, Problem

RECORDS = ".newsbrief"


@dataclass(frozen=True, slots=True)
class Written:
    """The paths that a build wrote, left as they were because nothing had changed, and removed."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


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


def write_site(
    files: Mapping[str, bytes], output: Path, site: Path, kept: Collection[str] = (), dry_run: bool = False
) -> Written:
    """Make the output folder hold exactly `files` (path → bytes), and `kept`, of those that builds have written there.

    `kept` are paths whose files are known to be as they should be. With `dry_run` nothing is written.

    Every file is staged beside its place first and then moved there, so a full disk leaves the site as it was.
    Raises ConfigError where something else stands in the way or the folder cannot be written.
    """
    record = private_path("outputs", output, site)
    before = _read_record(record)
    refuse_collisions([*files, *kept])
    wanted = {*files, *kept}
    stale = sorted(before - wanted)
    lost_record = not before and (record.exists() or _is_inside(output, site))
    _refuse_strangers(files, stale, output, before, lost_record)
    changed = {path: content for path, content in files.items() if _differs(output / path, content)}
    result = Written(tuple(sorted(changed)), tuple(sorted(wanted - changed.keys())), tuple(stale))
    if dry_run:
        return result
    try:
        is_written = bool(changed or stale or not before or _was_cut_short(record))
        if is_written:
            _write_record(record, output, before | wanted, is_finished=False)
        try:
            _stage(changed, output)
        except BaseException:
            _write_record(record, output, before)
            raise
        for path in stale:
            _clear(output / path)
        _remove_empty_folders(output, stale)
        for path in changed:
            _staged(output / path).replace(output / path)
        if is_written:
            for path in wanted:
                _clear(_staged(output / path))
            _write_record(record, output, wanted)
    except OSError as error:
        raise _cannot_write(error, output) from None
    return result


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


def _refuse_strangers(
    files: Mapping[str, bytes], stale: Iterable[str], output: Path, ours: set[str], lost_record: bool
) -> None:
    if output.exists() and not output.is_dir():
        raise ConfigError.because("a file stands where the output folder would be", "move it away", str(output))
    problems = [fault for path in (*stale, *files) for fault in _faults_on_the_way(output, path, ours)]
    lost = {problem.path for problem in problems}
    for path, content in files.items():
        target = output / path
        if any(str(folder) in lost for folder in _folders_between(output, path)):
            continue
        if target.is_dir() and not target.is_symlink():
            inside = [_output_path(each, output) in ours for each in target.rglob("*") if not each.is_dir()]
            if not inside or not all(inside):
                problems.append(_in_the_way(target, "a folder stands where a file of the site would be"))
        elif path not in ours and os.path.lexists(target) and _differs(target, content):
            if lost_record and _bears_our_sign(target):
                continue
            problems.append(_in_the_way(target, "this file stands in the way: it is not on record as a build's"))
    if problems:
        raise ConfigError(sorted(set(problems)))


def _faults_on_the_way(output: Path, path: str, ours: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with the first of the folders that lead to `path`."""
    for folder in _folders_between(output, path):
        if folder.is_symlink():
            yield _in_the_way(folder, "a link stands where a folder of the site would be")
            return
        if folder.exists() and not folder.is_dir() and _output_path(folder, output) not in ours:
            yield _in_the_way(folder, "a file stands where a folder of the site would be")
            return


def _output_path(path: Path, output: Path) -> str:
    return path.relative_to(output).as_posix()


def _in_the_way(path: Path, message: str) -> Problem:
    return Problem(str(path), 0, 0, message, "move it away, or build into another folder with --output")


def _folders_between(output: Path, path: str) -> Iterator[Path]:
    """Yield the folders below `output` that lead to `path`, the outermost first."""
    folder = output
    for part in path.split("/")[:-1]:
        folder = folder / part
        yield folder


def _differs(target: Path, content: bytes) -> bool:
    try:
        return target.is_symlink() or target.stat().st_size != len(content) or target.read_bytes() != content
    except OSError:
        return True


def _stage(changed: Mapping[str, bytes], output: Path) -> None:
    """Write every changed file beside its place; take all of them back if one cannot be written."""
    done: list[Path] = []
    try:
        for path, content in changed.items():
            staged = _staged(output / path)
            for folder in _folders_between(output, path):
                if folder.is_file():
                    folder.unlink()
            staged.parent.mkdir(parents=True, exist_ok=True)
            done.append(staged)
            staged.write_bytes(content)
    except BaseException:
        for staged in done:
            with suppress(OSError):
                staged.unlink()
        raise


def _staged(target: Path) -> Path:
    return target.with_name(f".{target.name}.newsbrief-part")


def _clear(target: Path) -> None:
    """Delete a file of the site, and what a build that was cut short had staged for it."""
    for path in (target, _staged(target)):
        if path.is_file() or path.is_symlink():
            path.unlink()


def _remove_empty_folders(output: Path, stale: Iterable[str]) -> None:
    for path in stale:
        for folder in reversed(list(_folders_between(output, path))):
            with suppress(OSError):
                folder.rmdir()


def _cannot_write(error: OSError, output: Path) -> ConfigError:
    path = error.filename or str(output)
    hint = "the site is as it was; free some room or mend the permissions, then build again"
    return ConfigError.because(f"cannot be written: {error.strerror or error}", hint, str(path))


def private_path(kind: str, output: Path, site: Path) -> Path:
    """Return the place of a private file about the site that is built into `output`."""
    place = os.path.relpath(os.path.realpath(output), os.path.realpath(site))
    return site / RECORDS / f"{kind}-{sha256(place.encode()).hexdigest()[:12]}.json"


def write_private(path: Path, content: bytes) -> None:
    """Replace a private file; it is on the disk when this returns. Where it cannot be written, none is left."""
    staged = _staged(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with staged.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(path)
    except OSError:
        for each in (staged, path):
            with suppress(OSError):
                each.unlink()


def _read_record(record: Path) -> set[str]:
    """Return the paths on record; a record that cannot be read names none, so that nothing is taken for ours."""
    try:
        paths = json.loads(record.read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
    return (
        {path for path in paths if isinstance(path, str) and _stays_inside(path)} if isinstance(paths, list) else set()
    )


def _is_inside(output: Path, site: Path) -> bool:
    return Path(os.path.realpath(output)).is_relative_to(os.path.realpath(site))


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
_SIGNS = {".html": (b'<meta name="generator" content="Newsbrief ',), ".json": (b'"newsbrief:article"',)}


def _stays_inside(path: str) -> bool:
    plain = path.isprintable() and path == path.encode(errors="replace").decode()
    return bool(path) and plain and not path.startswith("/") and ".." not in path.split("/")


def is_on_record(paths: Collection[str], output: Path, site: Path) -> bool:
    """Say whether the last build into `output` came to its end and wrote just these paths."""
    record = private_path("outputs", output, site)
    return _read_record(record) == set(paths) and not _was_cut_short(record)


def _was_cut_short(record: Path) -> bool:
    try:
        return json.loads(record.read_text(encoding="utf-8")).get("finished") is not True
    except (OSError, ValueError, AttributeError, RecursionError):
        return True


def _write_record(record: Path, output: Path, paths: set[str], is_finished: bool = True) -> None:
    record.parent.mkdir(parents=True, exist_ok=True)
    content = {"output": str(output), "finished": is_finished, "files": sorted(paths)}
    staged = _staged(record)
    staged.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    staged.replace(record)
