"""The compiled templates of the theme, kept from one run to the next: compiling takes longer than rendering does."""

import marshal
import sys
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from newsbrief import __version__
from newsbrief.model.paths import PACKAGE, theme_folder

_THEME = theme_folder("templates")
_DIGEST = 32
_COMPILED_BY = ("fast_jinja.py", "render.py")
"""The modules that say how templates are compiled."""


def kept_path() -> Path:
    """Return where the theme's compiled templates may be kept: beside them, as Python keeps what it compiles.

    They are code that will be run, so they are kept where our own code is, and never in the folder of a site, which may
    come from anywhere.
    """
    return _THEME / "__pycache__" / f"templates.{sys.implementation.cache_tag}.bin"


def read_kept() -> bytes | None:
    """Return what an earlier run has kept, or None."""
    try:
        return kept_path().read_bytes()
    except OSError:
        return None


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates by their file and source; the environments of all languages share it.

    `kept` is what `encode` returned in an earlier run, None where there was none. What is cut short, corrupt, or made
    by another version or from another source counts for nothing. A site's own templates are not kept. `is_changed` says
    that there is something new to be kept.
    """

    def __init__(self, kept: bytes | None = None) -> None:
        self._kept = _decode(kept) if kept else {}
        self._codes: dict[tuple[str, str], CodeType] = {}
        self.is_changed = False

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the file of a template, which tells the theme's from a site's."""
        return filename or name

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
        if Path(bucket.key).is_relative_to(_THEME):
            self._kept[bucket.key] = bucket.checksum, marshal.dumps(bucket.code)
            self.is_changed = True

    def encode(self) -> bytes:
        """Return what is known of the theme's templates, to be kept for another run."""
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
    how = [(PACKAGE / "theme" / name).read_bytes() for name in _COMPILED_BY]
    versions = sys.version, sys.implementation.cache_tag, jinja2.__version__, __version__
    return sha256(repr((*versions, *how)).encode() + body).digest()
