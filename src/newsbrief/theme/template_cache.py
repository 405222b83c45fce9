"""Keeps the compiled templates of the theme, in a process and from one run to the next.

A full build of one briefing takes one and a half times as long without it.

    compiled = compiled_templates(site)
    environment = jinja2.Environment(bytecode_cache=compiled, loader=loader)
    ...
    keep_templates(compiled, site)
"""

import marshal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from newsbrief import __version__
from newsbrief.disk.files import replace_file
from newsbrief.disk.user_cache import find_cache_folder, read_cached, write_cached
from newsbrief.model.paths import PACKAGE, theme_folder
from newsbrief.theme.fast_jinja import FastEnvironment

_THEME = theme_folder("templates")
_DIGEST = 32


@lru_cache(maxsize=1)
def compiled_templates(site: Path) -> "CompiledTemplates":
    """Return the compiled templates of this process, which begin with those that earlier runs kept."""
    return CompiledTemplates(_list_kept(site))


def keep_templates(compiled: "CompiledTemplates", site: Path) -> None:
    """Keep for later runs what was compiled in this one, beside the theme or else in the user's cache folder."""
    if not compiled.is_changed:
        return
    content = compiled.encode()
    compiled.is_changed = False
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            replace_file(kept_path(), [content])
            return
    if path := cached_path(site):
        write_cached(path, content)


def kept_path() -> Path:
    """Return the path for the theme's compiled templates: beside them, as Python keeps its own compiled files.

    They are code that will be run, so they lie where the program's code lies, and never in the folder of a site, which
    may come from anywhere.
    """
    return _THEME / "__pycache__" / f"templates.{sys.implementation.cache_tag}.bin"


def cached_path(site: Path) -> Path | None:
    """Return the path for them in the user's cache folder; None where that folder lies in the site's.

    Each place where the theme is installed has its own, since compiled templates name their files.
    """
    folder = find_cache_folder(site)
    place = sha256(str(_THEME).encode(errors="surrogateescape")).hexdigest()[:16]
    return folder / f"templates.{place}.{sys.implementation.cache_tag}.bin" if folder else None


def _list_kept(site: Path) -> Iterator[bytes]:
    """Yield what earlier runs kept; the user's cache folder is only looked for where it is needed."""
    with suppress(OSError):
        yield kept_path().read_bytes()
    if (path := cached_path(site)) and (kept := read_cached(path)):
        yield kept


class CompiledTemplates(jinja2.BytecodeCache):
    """The code of templates by their file and source, which the environments of all languages share.

    `kept` are bytes that `encode` returned in earlier runs, read as far as they are needed. Bytes that are cut short,
    corrupt, or of another version are ignored, and so is the code of a template that has changed. `encode` leaves out a
    site's own templates. `is_changed` says that there is new code to keep.
    """

    def __init__(self, kept: Iterable[bytes] = ()) -> None:
        self._unread = iter(kept)
        self._kept: dict[str, tuple[str, bytes]] = {}
        self._codes: dict[str, tuple[str, CodeType]] = {}
        self.is_changed = False

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the bucket of a template, which belongs to the environment that compiles it."""
        if isinstance(environment, FastEnvironment):
            environment = environment.compiler_for(filename)
        return super().get_bucket(environment, name, filename, source)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the file of a template, by which the theme's templates differ from a site's."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into the bucket, if it is known."""
        name = _name_code(bucket)
        checksum, code = self._codes.get(name, ("", None))
        if checksum != bucket.checksum and (raw := self._find_kept(bucket)):
            code = marshal.loads(raw)
            self._codes[name] = bucket.checksum, code
        elif checksum != bucket.checksum:
            return
        bucket.code = code

    def _find_kept(self, bucket: Bucket) -> bytes | None:
        if not _is_of_theme(bucket):
            return None
        while self._kept.get(_name_code(bucket), ("",))[0] != bucket.checksum:
            more = next(self._unread, None)
            if more is None:
                return None
            self._kept |= _decode(more)
        return self._kept[_name_code(bucket)][1]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket that was just compiled."""
        assert bucket.code is not None
        self._codes[_name_code(bucket)] = bucket.checksum, bucket.code
        if _is_of_theme(bucket):
            self._kept[_name_code(bucket)] = bucket.checksum, marshal.dumps(bucket.code)
            self.is_changed = True

    def encode(self) -> bytes:
        """Return the code of the theme's templates as bytes, to keep for the next run."""
        body = marshal.dumps(dict(sorted(self._kept.items())))
        return _digest(body) + body


def _name_code(bucket: Bucket) -> str:
    """Return the name of a template's code; environments of another class compile the same source to another code.

    So the sandbox, which compiles a site's own templates, never runs code that another environment has compiled.
    """
    return f"{type(bucket.environment).__qualname__} {bucket.key}"


def _is_of_theme(bucket: Bucket) -> bool:
    return Path(bucket.key).is_relative_to(_THEME)


def _decode(kept: bytes) -> dict[str, tuple[str, bytes]]:
    digest, body = kept[:_DIGEST], kept[_DIGEST:]
    # Only bytes that this version wrote are unmarshalled: marshal may crash on others.
    if not body or _digest(body) != digest:
        return {}
    found: dict[str, tuple[str, bytes]] = marshal.loads(body)
    return found


def _digest(body: bytes) -> bytes:
    """Return a digest of the kept bytes and of all that they depend on: versions, and the code that compiles."""
    how = [path.read_bytes() for path in sorted((PACKAGE / "theme").glob("*.py"))]
    versions = sys.version, sys.implementation.cache_tag, jinja2.__version__, __version__
    return sha256(repr((*versions, *how)).encode() + body).digest()
