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
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.model.onward import Onward
from newsbrief.model.paths import briefing_path
from newsbrief.model.shared_actor import SharedActor
from newsbrief.model.site import Summary
from newsbrief.pages.lists.onward import list_onward
from newsbrief.pages.page import Page

_SLOT = re.compile(r"<!--onward ?([^>]*)-->")
_NOWHERE = Onward()


def find_onward(
    last: Trace | None,
    briefings: Sequence[BriefingResult],
    kept: Mapping[str, TraceEntry],
    summaries: Sequence[Summary] | None,
    language: str,
    shared: Mapping[str, SharedActor],
) -> tuple[Mapping[str, Onward], frozenset[str]]:
    """Return the ways onward from briefings by address, and the folders of those kept that have others than before.

    `summaries` is what all show. Where that is the same as in the `last` build, and None here, those of the briefings
    that were made are enough. `shared` are the actors that several briefings share, by id.
    """
    if last and summaries is None:
        return {each.slug: _read_onward(last.briefings[each.name]) for each in briefings}, frozenset()
    onward = list_onward((each for each in summaries or () if not each.is_gone), language, shared)
    changed = {name for name, entry in kept.items() if onward.get(entry.slug, _NOWHERE) != _read_onward(entry)}
    return onward, frozenset(changed)


def _read_onward(entry: TraceEntry) -> Onward:
    shown: Any = read_details(entry)["onward"]
    return msgspec.convert(shown, Onward)


def fill_pages(
    setup: SiteSetup,
    outputs: Outputs,
    briefings: Sequence[BriefingResult],
    onward: Mapping[str, Onward],
    workers: int = 1,
) -> tuple[BriefingResult, ...]:
    """Return the briefings with their pages."""
    waiting = [each for each in briefings if each.page is not None]
    filled = dict(share_out(partial(_fill_share, setup, outputs, onward), waiting, workers))
    return tuple(_with_page(each, filled[each.slug], onward) if each.slug in filled else each for each in briefings)


def _with_page(briefing: BriefingResult, page: OutputFile, onward: Mapping[str, Onward]) -> BriefingResult:
    return briefing._replace(files=(page, *briefing.files), page=None, onward=onward.get(briefing.slug, _NOWHERE))


def _fill_share(
    setup: SiteSetup, outputs: Outputs, onward: Mapping[str, Onward], briefings: Iterable[BriefingResult]
) -> Iterator[tuple[str, OutputFile]]:
    """Yield the address and the page of each briefing; its other files need not be sent from process to process."""
    for each in briefings:
        assert each.page is not None
        page = _fill(setup, each, outputs.take_back(each.page), onward.get(each.slug, _NOWHERE))
        yield each.slug, outputs.put(briefing_path(each.slug), page)


def _fill(setup: SiteSetup, briefing: BriefingResult, page: bytes, onward: Onward) -> bytes:
    """Return a page with its ways onward in their slots."""
    slots: dict[str, str] = {}
    if onward != _NOWHERE:
        context = {"onward": onward, "slug": briefing.slug}
        rendered = setup.render(Page(briefing_path(briefing.slug), "onward.html", briefing.language, context)).decode()
        _, *parts = _SLOT.split(rendered)
        slots = {name: part.strip() for name, part in zip(parts[::2], parts[1::2], strict=True)}
    return _SLOT.sub(lambda slot: slots.get(slot[1], ""), page.decode()).encode()
