"""The briefings that are stale because `content/actors.yaml` says something else of actors that they use.

`with_changed_actors(stale, digests).reasons["libya-2019"]` is "what actors.yaml says of haftar has changed".
"""

from collections.abc import Collection, Iterator, Mapping

from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.incremental.trace import Trace, TraceEntry, read_details

ACTORS = "actors"
"""The name under which the trace has the digest of each shared actor, by id."""


def with_changed_actors(stale: StaleReport, digests: Mapping[str, str]) -> StaleReport:
    """Return the report in the light of the shared actors, of which `digests` has one each."""
    last = stale.base
    if last is None or last.shared.inputs == stale.contents.pages:
        return stale
    before = read_details(last.shared)["shown"].get(ACTORS, {})
    changed = {id for id in before.keys() | digests.keys() if _of_sheets(before, id) != _of_sheets(digests, id)}
    reasons = dict(_find_users(last, changed))
    return stale._replace(reasons={**reasons, **stale.reasons}, has_new_actors=before != digests)


def _of_sheets(digests: Mapping[str, str], id: str) -> str:
    """Return the digest of what fact sheets are joined with."""
    return digests.get(id, "").partition(" ")[0]


def _find_users(last: Trace, changed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the folder of each briefing that uses one of the actors, and why it is stale."""
    # Most edits change one actor, and to search the details for it takes a tenth of reading them.
    words = [f'"{id}"'.encode() for id in changed] if len(changed) < 10 else None
    for name, entry in last.briefings.items():
        if (words is None and changed) or (words and any(word in entry.details for word in words)):
            used = [id for id in _list_actors(entry) if id in changed]
            if used:
                yield name, f"what actors.yaml says of {used[0]} has changed"


def _list_actors(entry: TraceEntry) -> list[str]:
    """Return the ids of the actors of a briefing; none of a draft that was not wanted."""
    shown = read_details(entry)["shown"]
    return [party[0] for party in shown[1]] if shown is not None else []
