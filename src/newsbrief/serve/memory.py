"""The site as the preview holds it: in memory, and after an edit made anew only where it has changed."""

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from newsbrief.build.incremental.changes import Look, look_again, look_at, trace_of
from newsbrief.build.incremental.trace import Trace
from newsbrief.build.pipeline import Order, remake
from newsbrief.disk.ownership import refuse_collisions
from newsbrief.disk.staging import Placed


class Held(Struct, frozen=True):
    """All files of a site, output path → bytes, the address it is built for, and how they were made."""

    base_url: str
    files: Mapping[str, bytes]
    trace: Trace
    look: Look


class InMemory:
    """Takes in the files of a site, path → bytes, beside those of the build before."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        self.before = before
        self.made: dict[str, bytes] = {}

    def put(self, path: str, content: bytes) -> Placed:
        """Hold a file."""
        self.made[path] = content
        return Placed(path, sha256(content).hexdigest(), path)

    def read(self, path: str) -> bytes | None:
        """Return a file of the build before; None where there was none."""
        return self.before.get(path)


class Memory:
    """Holds the last good build of a site, and the names of the files that have changed since."""

    def __init__(self, site: Path, base_url: str | None = None, drafts: bool = False) -> None:
        self.site, self.base_url, self.drafts = site, base_url, drafts
        self._held: Held | None = None
        self._changed: set[str] = set()

    def rebuild(self, changed: Iterable[str] = ()) -> Held:
        """Return the site as it is now. `changed` are the files that have changed since the last call, () for any.

        NewsbriefError with every problem where there are any.
        """
        self._changed.update(changed)
        self._held = _build(self.site, self.base_url, self.drafts, self._held, self._changed if changed else ())
        self._changed.clear()
        return self._held


def _build(site: Path, base_url: str | None, drafts: bool, before: Held | None, changed: Collection[str]) -> Held:
    look = look_again(before.look, site, changed, before.trace) if before and changed else None
    look = look or look_at(site, [base_url, drafts], before.trace if before else None, None)
    outputs = InMemory(before.files if before else {})
    remade = remake(Order(site, base_url, drafts), look.past, look.why, outputs, last=look.trace)
    files = {**outputs.before, **outputs.made}
    wanted = {*remade.kept_paths, *outputs.made}
    if before is None or wanted != before.files.keys():
        refuse_collisions([*remade.kept_paths, *(each.path for each in remade.placed)])
        files = {path: files[path] for path in wanted}
    return Held(remade.base_url, files, trace_of(look, remade, _sign), look)


def _sign(paths: Iterable[str]) -> str:
    return "\n".join(f"in memory\t{path}" for path in paths)
