"""The site as the preview holds it: in memory, and after an edit made anew only where it has changed."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from newsbrief.owned import refuse_collisions
from newsbrief.pipeline import Order, remake
from newsbrief.rebuild import look_at, trace_of
from newsbrief.trace import Trace
from newsbrief.write import Placed


class Held(Struct, frozen=True):
    """All files of a site, output path → bytes, the address it is built for, and the trace of how they were made."""

    base_url: str
    files: Mapping[str, bytes]
    trace: Trace


def build_in_memory(site: Path, base_url: str | None, drafts: bool, before: Held | None) -> Held:
    """Return the site as it is now; what has not changed is taken from `before`.

    NewsbriefError with every problem where there are any.
    """
    look = look_at(site, [base_url, drafts], before.trace if before else None, None)
    made: dict[str, bytes] = {}

    def put(path: str, content: bytes) -> Placed:
        made[path] = content
        return Placed(path, sha256(content).hexdigest(), path)

    remade = remake(Order(site, base_url, drafts), look.past, look.why, put)
    kept = before.files if before else {}
    files = {**{path: kept[path] for path in remade.kept_paths}, **made}
    if before is None or files.keys() != before.files.keys():
        refuse_collisions([*remade.kept_paths, *(each.path for each in remade.placed)])
    return Held(remade.base_url, files, trace_of(look, remade, _sign))


def _sign(paths: Iterable[str]) -> str:
    return "\n".join(f"in memory\t{path}" for path in paths)
