"""The signs by which a file of an output shows that a build wrote it, for when there is no record of that.

A sign is no proof: a person may have changed the rest of the file. So it is never enough to delete a file.
"""

import os
import re
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

from newsbrief.disk.output_record import RECORD

_FINGERPRINT = re.compile(r"\.([0-9a-f]{10})\.\w+$")
_SIGNS = {
    ".html": (b'<meta name="generator" content="Newsbrief ',),
    ".json": (b'"newsbrief:article"', b'"_newsbrief":'),
    ".png": (b"Software\0Newsbrief",),
    ".txt": (b"# Written by Newsbrief",),
    ".xml": (b">Newsbrief</generator>", b"<!-- Written by Newsbrief -->"),
}


def bears_sign(target: Path) -> bool:
    """Say whether a file shows by itself, or by the file beside it, that a build wrote it."""
    fingerprint = _FINGERPRINT.search(target.name)
    if not fingerprint and target.suffix not in _SIGNS:
        return False
    try:
        if target.is_symlink() or not target.is_file():
            return False
        content = target.read_bytes()
    except OSError:
        return False
    if fingerprint:
        return sha256(content).hexdigest().startswith(fingerprint[1])
    if target.name == "article.txt":
        return bears_sign(target.with_name("evidence.json"))
    return any(sign in content for sign in _SIGNS[target.suffix])


def find_leftovers(output: Path, known: Collection[str]) -> tuple[str, ...]:
    """Return the paths of files in an output that bear a sign and are not among the `known` paths."""
    return tuple(path for path in sorted(_list_files(output)) if path not in known and bears_sign(output / path))


def _list_files(output: Path) -> Iterator[str]:
    """Yield the path of each file; hidden folders are another program's, and one with a record another site's."""
    for folder, folders, names in os.walk(output):
        inside = os.path.relpath(folder, output).replace(os.sep, "/")
        if inside != "." and RECORD in names:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (name if inside == "." else f"{inside}/{name}" for name in names)
