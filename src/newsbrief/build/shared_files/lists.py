"""Home, archive and glossary, the plain pages, and the page for addresses that do not exist.

A page is made anew where what it shows has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256

import msgspec

from newsbrief.build.briefings import Workshop
from newsbrief.build.shared_files.changes import Changes, Part
from newsbrief.build.workers import share_out
from newsbrief.disk.staging import Outputs, Placed
from newsbrief.pages.page import Page
from newsbrief.pages.plan import plan_list_pages, plan_not_found, plan_plain_page

GATHERING, PLAIN = "gathering", "pages"


def make_gathering_pages(changes: Changes, hands: int) -> Part:
    """Make the pages that gather briefings; where they are many, `hands` processes render them."""
    before = changes.shown_before(GATHERING)
    if changes.summaries is None:
        return Part((), before, before)
    pages = plan_list_pages(changes.workshop.config, changes.summaries)
    return _make_pages(changes, [(page, _digest_page(page)) for page in pages], before, hands)


def make_plain_pages(changes: Changes, digests: Mapping[str, str]) -> Part:
    """Make the editor's own pages, given the `digests` of their files by address, and the one for lost readers."""
    planned = [(plan_plain_page(page), digests[page.slug]) for page in changes.workshop.pages]
    planned.append((plan_not_found(changes.workshop.config), ""))
    return _make_pages(changes, planned, changes.shown_before(PLAIN))


def _digest_page(page: Page) -> str:
    return sha256(msgspec.json.encode([page.template, page.language, page.context])).hexdigest()


def _make_pages(
    changes: Changes, planned: Sequence[tuple[Page, str]], before: Mapping[str, str], hands: int = 1
) -> Part:
    """Make those pages of which the digest of what they show is not as before."""
    new = [page for page, digest in planned if before.get(page.path) != digest]
    placed = tuple(share_out(partial(_render_share, changes.workshop, changes.outputs), new, hands))
    shown = {page.path: digest for page, digest in planned}
    return Part(placed, shown, shown)


def _render_share(workshop: Workshop, outputs: Outputs, pages: Iterable[Page]) -> Iterator[Placed]:
    for page in pages:
        yield outputs.put(page.path, workshop.render(page))
