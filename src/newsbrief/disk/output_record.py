"""The record of the files that builds have written to an output: SHA256SUMS, in the output itself.

>>> read_record(Path("nowhere"))
OutputRecord(digests={}, text='', is_whole=False)

It has a line for each file, as sha256sum writes and checks them. A line proves nothing of a file by itself: only one
whose content has the digest on record counts as written by a build. While files are moved, a file has two lines, for
its old content and its new content.
"""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from newsbrief.model.paths import is_plain_name

RECORD = "SHA256SUMS"
"""The name of the record, by the convention of sha256sum."""

HEAD = "# Written by Newsbrief. A build replaces and deletes only files that are as this list has them.\n"
_TAIL = "# The list ends here.\n"
_DIGEST = 64
"""The characters of a digest; two spaces and the path follow it."""


class OutputRecord(NamedTuple):
    """The digests on record by path, two with a space between them while a build moves files; `text` is the file's.

    A record that is not `is_whole` may have lost lines, or was lost.
    """

    digests: Mapping[str, str]
    text: str
    is_whole: bool

    def has_written(self, path: str, digest: str) -> bool:
        """Say whether a build has written this content to `path`."""
        return digest in self.digests.get(path, "").split()


NO_RECORD = OutputRecord({}, "", False)


def read_record(output: Path) -> OutputRecord:
    """Return the record in an output; a line that is damaged names nothing, and a file of another origin no file."""
    file = output / RECORD
    try:
        text = "" if file.is_symlink() else file.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        text = ""
    if not text.startswith(HEAD):
        return NO_RECORD
    digests: dict[str, str] = {}
    for line in text.split("\n"):
        digest, gap, path = line[:_DIGEST], line[_DIGEST : _DIGEST + 2], line[_DIGEST + 2 :]
        if gap != "  " and not line.startswith("\\"):
            continue
        if "\\" in line:
            digest, path = _read_escaped(line)
        if path in digests:
            digests[path] += f" {digest}"
        elif len(digest) == _DIGEST and _stays_inside(path):
            digests[path] = digest
    return OutputRecord(digests, text, text.endswith(_TAIL))


def _read_escaped(line: str) -> tuple[str, str]:
    if not line.startswith("\\"):
        return "", ""
    return line[1 : _DIGEST + 1], line[_DIGEST + 3 :].replace("\\\\", "\\")


def _stays_inside(path: str) -> bool:
    leads_up = ".." in path and ".." in path.split("/")
    return bool(path) and is_plain_name(path) and not path.startswith("/") and not leads_up and path != RECORD


def encode_record(digests: Mapping[str, str]) -> str:
    """Return the text of a record."""
    lines = [_write_line(path, digest) for path, known in sorted(digests.items()) for digest in known.split()]
    return "".join([HEAD, *lines, _TAIL])


def _write_line(path: str, digest: str) -> str:
    if "\\" in path:
        path, digest = path.replace("\\", "\\\\"), f"\\{digest}"
    return f"{digest}  {path}\n"


def join_digests(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of files that have their old or their new content."""
    joined = {**before, **after}
    for path, digest in after.items():
        if (old := before.get(path, digest)) != digest:
            joined[path] = " ".join(dict.fromkeys([*old.split(), digest]))
    return joined


def add_lines(text: str, digests: Mapping[str, str]) -> str:
    """Return the text of a record with lines for more digests: many times faster than to encode all of them again."""
    lines = [_write_line(path, digest) for path, known in digests.items() for digest in known.split()]
    return "".join([text.removesuffix(_TAIL), *lines, _TAIL])


def digest_record(output: Path) -> str:
    """Return the digest of the file that holds the record of an output; "" where it cannot be read."""
    try:
        return sha256(Path(output / RECORD).read_bytes()).hexdigest()
    except OSError:
        return ""


def digest_file(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    return sha256(path.read_bytes()).hexdigest()


def is_inside(output: Path, site: Path) -> bool:
    """Say whether an output lies inside a site's folder, also after all links are followed."""
    return Path(os.path.realpath(output)).is_relative_to(os.path.realpath(site))
