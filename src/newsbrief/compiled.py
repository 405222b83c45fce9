"""Compiled templates, kept from one run to the next: compiling them takes longer than rendering a briefing."""

import marshal
import sys
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from newsbrief import __version__

_DIGEST = 32


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates by template and source; the environments of all languages share it.

    `kept` is what `encode` returned in an earlier run, None where there was none. What is cut short, corrupt, or made
    by another version or from another source counts for nothing. It is code that is run, so it must come from a file
    that nobody else can have written.
    """

    def __init__(self, kept: bytes | None = None) -> None:
        self._kept = _decode(kept) if kept else {}
        self._codes: dict[tuple[str, str], CodeType] = {}
        self.is_changed = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, if it is known."""
        place = bucket.key, bucket.checksum
        if place not in self._codes:
            checksum, raw = self._kept.get(bucket.key, ("", b""))
            if checksum != bucket.checksum:
                return
            self._codes[place] = marshal.loads(raw)
        bucket.code = self._codes[place]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket, which has just been compiled."""
        assert bucket.code is not None
        self._codes[bucket.key, bucket.checksum] = bucket.code
        self._kept[bucket.key] = bucket.checksum, marshal.dumps(bucket.code)
        self.is_changed = True

    def encode(self) -> bytes:
        """Return everything that is known, to be kept for another run."""
        body = marshal.dumps(dict(sorted(self._kept.items())))
        return _digest(body) + body


def _decode(kept: bytes) -> dict[str, tuple[str, bytes]]:
    digest, body = kept[:_DIGEST], kept[_DIGEST:]
    # Only what this version wrote is unmarshalled: marshal may crash over anything else.
    if not body or _digest(body) != digest:
        return {}
    found: dict[str, tuple[str, bytes]] = marshal.loads(body)
    return found


def _digest(body: bytes) -> bytes:
    """Return a digest of what is kept and of all else that it depends on: versions, and how templates are compiled."""
    how = Path(__file__).with_name("render.py").read_bytes()
    made_by = repr((sys.version, sys.implementation.cache_tag, jinja2.__version__, __version__, how))
    return sha256(made_by.encode() + body).digest()
