"""Keeps the compiled templates of the theme from one run to the next.

A full build of one briefing takes one and a half times as long without it.

    cache = CompiledTemplates(read_kept())
    environment = jinja2.Environment(bytecode_cache=cache, loader=loader)
"""

import marshal
import sys
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from newsbrief import __version__
from newsbrief.model.paths import PACKAGE, theme_folder
from newsbrief.theme.fast_jinja import FastEnvironment

_THEME = theme_folder("templates")
_DIGEST = 32
_OWN = "own:"
"""The beginning of the keys of a site's own templates; the key of no template of the theme begins so."""
_COMPILED_BY = ("fast_jinja.py", "render.py")
"""The modules that decide how templates are compiled."""


def kept_path() -> Path:
    """Return the path for the theme's compiled templates: beside them, as Python keeps its own compiled files.

    They are code that will be run, so they lie where the program's code lies, and never in the folder of a site, which
    may come from anywhere.
    """
    return _THEME / "__pycache__" / f"templates.{sys.implementation.cache_tag}.bin"


def read_kept() -> bytes | None:
    """Return the bytes that an earlier run kept, or None."""
    try:
        return kept_path().read_bytes()
    except OSError:
        return None


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates by their file and source, which the environments of all languages share.

    `kept` are the bytes that `encode` returned in an earlier run, or None. Bytes that are cut short, corrupt, or of
    another version are ignored, and so is the code of a template that has changed. A site's own templates are not kept.
    `is_changed` says that there is new code to keep.
    """

    def __init__(self, kept: bytes | None = None) -> None:
        self._kept = _decode(kept) if kept else {}
        self._codes: dict[tuple[str, str], CodeType] = {}
        self.is_changed = False

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the bucket of a template. Those of a site have keys of their own: their code must be the sandbox's."""
        is_own = isinstance(environment, FastEnvironment) and environment.is_own(filename)
        return super().get_bucket(environment, name, f"{_OWN}{filename}" if is_own else filename, source)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the file of a template, by which the theme's templates differ from a site's."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket, if it is known."""
        place = bucket.key, bucket.checksum
        if place not in self._codes:
            checksum, raw = self._kept.get(bucket.key, ("", b""))
            if checksum != bucket.checksum or bucket.key.startswith(_OWN):
                return
            self._codes[place] = marshal.loads(raw)
        bucket.code = self._codes[place]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket that was just compiled."""
        assert bucket.code is not None
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if Path(bucket.key).is_relative_to(_THEME):
            self._kept[bucket.key] = bucket.checksum, marshal.dumps(bucket.code)
            self.is_changed = True

    def encode(self) -> bytes:
        """Return the code of the theme's templates as bytes, to keep for the next run."""
        body = marshal.dumps(dict(sorted(self._kept.items())))
        return _digest(body) + body


def _decode(kept: bytes) -> dict[str, tuple[str, bytes]]:
    digest, body = kept[:_DIGEST], kept[_DIGEST:]
    # Only bytes that this version wrote are unmarshalled: marshal may crash on others.
    if not body or _digest(body) != digest:
        return {}
    found: dict[str, tuple[str, bytes]] = marshal.loads(body)
    return found


def _digest(body: bytes) -> bytes:
    """Return a digest of the kept bytes and of all that they depend on: versions, and the code that compiles."""
    how = [(PACKAGE / "theme" / name).read_bytes() for name in _COMPILED_BY]
    versions = sys.version, sys.implementation.cache_tag, jinja2.__version__, __version__
    return sha256(repr((*versions, *how)).encode() + body).digest()
