"""The ways onward from each briefing, filled into its page when all briefings are known.

    pages = fill_pages(sources, outputs, briefings, onward)

Until then a page is set aside, with slots such as `<!--onward haftar-->` where its ways onward will stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from newsbrief.build.briefings import BriefingResult
from newsbrief.build.incremental.trace import Trace, TraceEntry, read_details
from newsbrief.build.site_setup import SiteSetup
from newsbrief.build.workers import share_out
from newsbrief.disk.staging import Outputs
from newsbrief.model.onward import Onward
from newsbrief.model.paths import briefing_path
from newsbrief.model.shared_actor import SharedActor
from newsbrief.model.site import Summary
from newsbrief.pages.lists.onward import list_onward
from newsbrief.pages.page import Page

_SLOT = re.compile(r"<!--onward ?([^>]*)-->")
_NOWHERE = msgspec.json.encode(Onward())


def find_onward(
    last: Trace | None,
    briefings: Sequence[BriefingResult],
    kept: Mapping[str, TraceEntry],
    summaries: Iterable[Summary] | None,
    language: str,
    shared: Mapping[str, SharedActor],
) -> tuple[Mapping[str, bytes], frozenset[str]]:
    """Return the ways onward from briefings by address, and the folders of those kept that have others than before.

    The ways are in JSON: those of many briefings are held at once.

    `summaries` is what all show. Where that is the same as in the `last` build, and None here, those of the briefings
    that were made are enough. `shared` are the actors that several briefings share, by id.
    """
    if last and summaries is None:
        return {each.slug: _read_onward(last.briefings[each.name]) for each in briefings}, frozenset()
    found = list_onward((each for each in summaries or () if not each.is_gone), language, shared)
    onward = {slug: msgspec.json.encode(ways) for slug, ways in found.items()}
    changed = {name for name, entry in kept.items() if onward.get(entry.slug, _NOWHERE) != _read_onward(entry)}
    return onward, frozenset(changed)


def _read_onward(entry: TraceEntry) -> bytes:
    shown: Any = read_details(entry)["onward"]
    return msgspec.json.encode(msgspec.convert(shown, Onward))


def fill_pages(
    setup: SiteSetup,
    outputs: Outputs,
    briefings: Sequence[BriefingResult],
    onward: Mapping[str, bytes],
    workers: int = 1,
) -> Iterator[BriefingResult]:
    """Yield the briefings with their pages, in any order."""
    return share_out(partial(_fill_share, setup, outputs, onward), briefings, workers)


def _fill_share(
    setup: SiteSetup, outputs: Outputs, onward: Mapping[str, bytes], briefings: Iterable[BriefingResult]
) -> Iterator[BriefingResult]:
    for each in briefings:
        if each.page is None:
            yield each
            continue
        ways = onward.get(each.slug, _NOWHERE)
        page = outputs.put(briefing_path(each.slug), _fill(setup, each, outputs.take_back(each.page), ways))
        yield each._replace(files=(page, *each.files), page=None, onward=ways)


def _fill(setup: SiteSetup, briefing: BriefingResult, page: bytes, onward: bytes) -> bytes:
    """Return a page with its ways onward in their slots."""
    slots: dict[str, str] = {}
    if onward != _NOWHERE:
        context = {"onward": msgspec.json.decode(onward, type=Onward), "slug": briefing.slug}
        rendered = setup.render(Page(briefing_path(briefing.slug), "onward.html", briefing.language, context)).decode()
        _, *parts = _SLOT.split(rendered)
        slots = {name: part.strip() for name, part in zip(parts[::2], parts[1::2], strict=True)}
    return _SLOT.sub(lambda slot: slots.get(slot[1], ""), page.decode()).encode()
