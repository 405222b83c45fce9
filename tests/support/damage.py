"""Damage to what builds have made of the golden site: to its output, and to their records."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from newsbrief.disk.build_signs import bears_sign
from newsbrief.disk.output_record import RECORD
from support.edits import Move, swap
from support.golden_site import (
    remove,
    rename,
    states_of,
)


def alter(path: Path) -> None:
    """Alter a byte of a file, and put its time stamp back."""
    before, content = path.stat(), bytearray(path.read_bytes())
    if content:
        content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (before.st_size, before.st_mtime_ns, before.st_ino) == (
        path.stat().st_size,
        path.stat().st_mtime_ns,
        path.stat().st_ino,
    )


def alter_all(site: Path) -> None:
    _damage_signed(site, alter)


def append_to_all(site: Path) -> None:
    _damage_signed(site, lambda path: path.write_bytes(path.read_bytes() + b"more"))


def _damage_signed(site: Path, damage_file: Callable[[Path], object]) -> None:
    """Damage the files of an output that still show that a build wrote them; the next one replaces no others."""
    for path in states_of(site / "_site"):
        target = site / "_site" / path
        before, content = target.stat(), target.read_bytes()
        damage_file(target)
        if path == RECORD or not bears_sign(target):
            target.write_bytes(content)
            os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))


def empty_all(site: Path) -> None:
    for path in states_of(site / "_site"):
        (site / "_site" / path).write_bytes(b"")


def touch_outputs(site: Path) -> None:
    for path in states_of(site / "_site"):
        (site / "_site" / path).touch()


def copy_outputs(site: Path) -> None:
    shutil.copytree(site / "_site", site / "copy")
    shutil.rmtree(site / "_site")
    (site / "copy").rename(site / "_site")


def empty_output(site: Path) -> None:
    for path in (site / "_site").iterdir():
        remove(path.name)(site / "_site")


DAMAGE_TO_OUTPUTS: dict[str, Move] = {
    "a byte altered in each page, its time stamp put back": alter_all,
    "all pages lengthened": append_to_all,
    "all files emptied": empty_all,
    "all files touched": touch_outputs,
    "all files replaced by copies": copy_outputs,
    "the folder emptied": empty_output,
    "the folder removed": remove("_site"),
    "a folder in it removed": remove("_site/bridge"),
    "two pages swapped": swap("_site/index.html", "_site/404.html"),
    "a page moved away": rename("_site/index.html", "elsewhere.html"),
}


def records_of(site: Path) -> list[Path]:
    """Return the files in which builds keep what they know."""
    return [path for path in sorted((site / ".newsbrief").rglob("*")) if path.is_file()]


def damage(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def damage_all(site: Path) -> None:
        assert records_of(site)
        for path in records_of(site):
            path.write_bytes(change(path.read_bytes()))

    return damage_all


def as_other_version(version: object) -> Callable[[bytes], bytes]:
    """Return the change that makes a record say that it is of another version, in whatever way it says so."""

    def change(raw: bytes) -> bytes:
        try:
            known = json.loads(raw)
        except ValueError:
            return b"\x00\x01" + raw[2:]
        if not isinstance(known, dict):
            return json.dumps({"version": version, "files": known}).encode()
        named = {key: version for key in known if key in ("version", "format", "schema", "engine")}
        return json.dumps({**known, "version": version, **named}).encode()

    return change


def with_values_of_other_types(raw: bytes) -> bytes:
    """Return a record with its keys, each with a value that it cannot have."""
    try:
        known = json.loads(raw)
    except ValueError:
        return raw[::-1]
    return json.dumps(dict.fromkeys(known, 7) if isinstance(known, dict) else {"files": known}).encode()


def flip_bits(raw: bytes) -> bytes:
    return bytes(byte ^ (at % 97 == 50) for at, byte in enumerate(raw))


DAMAGE_TO_RECORDS: dict[str, Move] = {
    "removed": remove(".newsbrief"),
    "emptied folder": lambda site: [path.unlink() for path in records_of(site)],
    "emptied": damage(lambda raw: b""),
    "cut in half": damage(lambda raw: raw[: len(raw) // 2]),
    "cut by a byte": damage(lambda raw: raw.rstrip()[:-1]),
    "garbage": damage(lambda raw: bytes(range(256)) * 8),
    "zeros": damage(lambda raw: bytes(len(raw))),
    "bits flipped": damage(flip_bits),
    "a title altered": damage(lambda raw: raw.replace(b"A harbour", b"A hangout")),
    "null": damage(lambda raw: b"null\n"),
    "a list": damage(lambda raw: b"[1, [2], {}]\n"),
    "an object": damage(lambda raw: b'{"files": {"index.html": 1}, "other": [null]}\n'),
    "a deep list": damage(lambda raw: b"[" * 100_000),
    "values of other types": damage(with_values_of_other_types),
    "an older version": damage(as_other_version(0)),
    "a newer version": damage(as_other_version(99)),
    "a version that is no number": damage(as_other_version({"is": "odd"})),
}


def put_back(site: Path, folder: str) -> None:
    """Put back what was set aside of a folder."""
    shutil.rmtree(site / folder)
    (site / f"backup-{folder}").rename(site / folder)


def back_up(site: Path, *folders: str) -> None:
    """Set folders aside as they are, inodes and all, and go on with copies of them."""
    for folder in folders:
        (site / folder).rename(site / f"backup-{folder}")
        shutil.copytree(site / f"backup-{folder}", site / folder)
