"""The record of the files that builds have written to an output, kept in `.newsbrief/`, outside the output.

>>> read_record(Path("nowhere.json"))
OutputRecord(paths=frozenset(), is_finished=False)
"""

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from newsbrief.model.paths import is_plain_name

PRIVATE_FOLDER = ".newsbrief"
"""The folder inside a site's folder that holds what builds need to know of each other."""


_WITHOUT_DIGEST = {"output", "finished", "files"}
"""The keys of records by earlier versions, which cannot be proved to be whole."""


class OutputRecord(NamedTuple):
    """The paths on record for an output; `is_finished` says that the build which wrote the record was completed."""

    paths: frozenset[str]
    is_finished: bool


def private_path(kind: str, output: Path, site: Path) -> Path:
    """Return the path of a private file about the site that is built into `output`."""
    place = os.path.relpath(os.path.realpath(output), os.path.realpath(site))
    digest = sha256(place.encode(errors="surrogateescape")).hexdigest()
    return site / PRIVATE_FOLDER / f"{kind}-{digest[:12]}.json"


def read_record(path: Path) -> OutputRecord:
    """Return the record in a file; one that is damaged names nothing, so that no file is taken for a build's."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        paths = known["files"]
        is_whole = known.keys() <= _WITHOUT_DIGEST or known.get("digest") == _digest(json.dumps(paths))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return OutputRecord(frozenset(), False)
    if not isinstance(paths, list) or not is_whole:
        return OutputRecord(frozenset(), False)
    inside = frozenset(path for path in paths if isinstance(path, str) and _stays_inside(path))
    return OutputRecord(inside, known.get("finished") is True)


def _stays_inside(path: str) -> bool:
    leads_up = ".." in path and ".." in path.split("/")
    return bool(path) and is_plain_name(path) and not path.startswith("/") and not leads_up


def encode_record(output: Path, listed: str, is_finished: bool) -> bytes:
    """Return the bytes of a record; `listed` are its paths as JSON."""
    head = json.dumps({"output": str(output), "finished": is_finished, "digest": _digest(listed)})
    return f'{head[:-1]}, "files": {listed}}}\n'.encode()


def _digest(listed: str) -> str:
    return sha256(listed.encode()).hexdigest()


def digest_record(output: Path, site: Path) -> str:
    """Return the digest of the file that holds the record of an output; "" where it cannot be read."""
    try:
        return sha256(private_path("outputs", output, site).read_bytes()).hexdigest()
    except OSError:
        return ""
