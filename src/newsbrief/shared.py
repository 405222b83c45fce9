"""The files that no single briefing has: home, glossary, plain pages, static files.

A page is made anew where what it shows has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct

from newsbrief.crew import share_out
from newsbrief.make import Made, Workshop
from newsbrief.model import Summary
from newsbrief.pages import Page, plan_gathering_pages, plan_not_found, plan_plain_page
from newsbrief.trace import Record, Trace, read_details
from newsbrief.write.staging import Outputs, Placed

Shown = Mapping[str, Mapping[str, str]]
"""A digest of what each page shows, by its path; under "gathering" for home and glossary, else under "pages"."""


class Shared(Struct, frozen=True):
    """The files that were `placed`, the digests of those that were `kept`, by path, and what each page shows."""

    placed: tuple[Placed, ...]
    kept: Mapping[str, str]
    shown: Shown


def make_shared(
    workshop: Workshop,
    page_digests: Mapping[str, str],
    made: Sequence[Made],
    kept: Mapping[str, Record],
    past: Trace | None,
    outputs: Outputs,
    hands: int = 1,
) -> Shared:
    """Make the shared files that are not as in the `past`; all of them where there is none.

    `made` and `kept` are all briefings of the site, `page_digests` the digests of the plain pages' files by address;
    where pages are many, `hands` processes render them.
    """
    details = read_details(past.shared) if past else {"outputs": {}, "shown": {"gathering": {}, "pages": {}}}
    known: Mapping[str, str] = details["outputs"]
    before: Shown = details["shown"]
    plain = [(plan_plain_page(page), page_digests[page.slug]) for page in workshop.pages]
    plain.append((plan_not_found(workshop.config), ""))
    gathering = [] if past and _show_the_same(past, made, kept) else list(_plan_gathering(workshop, made, kept))
    shown = {"gathering": _digests(gathering) or before["gathering"], "pages": _digests(plain)}
    shown_before = {**before["gathering"], **before["pages"]}
    new = [page for page, digest in [*gathering, *plain] if shown_before.get(page.path) != digest]
    work = partial(_render_share, workshop, outputs)
    placed = list(share_out(work, new, hands))
    assets = workshop.assets.files if workshop.assets else {}
    placed += [outputs.put(path, raw) for path, raw in assets.items() if path not in known]
    kept_paths = {*shown["gathering"], *shown["pages"], *assets}.difference(each.path for each in placed)
    return Shared(tuple(placed), {path: known[path] for path in kept_paths}, shown)


def _render_share(workshop: Workshop, outputs: Outputs, pages: Iterable[Page]) -> Iterator[Placed]:
    for page in pages:
        yield outputs.put(page.path, workshop.render(page))


def _plan_gathering(workshop: Workshop, made: Sequence[Made], kept: Mapping[str, Record]) -> Iterator[tuple[Page, str]]:
    summaries = [each.summary for each in made if each.summary]
    summaries += [summary for record in kept.values() if (summary := read_summary(record))]
    for page in plan_gathering_pages(workshop.config, summaries):
        yield page, sha256(msgspec.json.encode([page.template, page.language, page.context])).hexdigest()


def _digests(planned: Sequence[tuple[Page, str]]) -> dict[str, str]:
    return {page.path: digest for page, digest in planned}


def _show_the_same(past: Trace, made: Sequence[Made], kept: Mapping[str, Record]) -> bool:
    """Say whether other pages show the same of all briefings as in the past."""
    if past.briefings.keys() != {*kept, *(each.name for each in made)}:
        return False
    return all(each.summary == read_summary(past.briefings[each.name]) for each in made)


def read_summary(record: Record) -> Summary | None:
    """Return what other pages show of a briefing, as it is on record; None for a draft that was not wanted."""
    shown: Any = read_details(record)["shown"]
    return msgspec.convert(shown, Summary) if shown is not None else None
