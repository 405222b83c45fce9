"""Make home, archive and glossary, the plain pages, and the page for addresses that do not exist.

A page is made again where what it shows has changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256

import msgspec

from newsbrief.build.shared_files.inputs import FileGroup, SharedSources
from newsbrief.build.site_setup import SiteSetup
from newsbrief.build.workers import share_out
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.pages.page import Page
from newsbrief.pages.plan import plan_list_pages, plan_not_found, plan_plain_page

LISTS, PLAIN = "lists", "pages"


def make_list_pages(sources: SharedSources, workers: int) -> FileGroup:
    """Make the pages that list briefings; where they are many, as many processes as `workers` render them.

    On a large site, this one does: others would copy all that it holds by then.
    """
    before = sources.shown_before(LISTS)
    if sources.summaries is None:
        return FileGroup((), before, before)
    pages = plan_list_pages(sources.setup.config, sources.published, sources.setup.actors.described)
    return make_pages(sources, pages, before, 1 if sources.setup.is_large else workers)


def make_plain_pages(sources: SharedSources, digests: Mapping[str, str]) -> FileGroup:
    """Make the editor's own pages, given the `digests` of their files, and the page for addresses that do not exist."""
    pages = zip(sources.setup.pages, digests.values(), strict=True)
    planned = [(plan_plain_page(page), digest) for page, digest in pages]
    planned.append((plan_not_found(sources.setup.config), ""))
    return _make_pages(sources, planned, sources.shown_before(PLAIN))


def make_pages(sources: SharedSources, pages: Sequence[Page], before: Mapping[str, str], workers: int = 1) -> FileGroup:
    """Make those pages that show something else than `before`."""
    return _make_pages(sources, [(page, digest_page(page)) for page in pages], before, workers)


def digest_page(page: Page) -> str:
    """Return the digest of all that a page shows, but for its template."""
    return sha256(msgspec.json.encode([page.template, page.language, page.context])).hexdigest()


def _make_pages(
    sources: SharedSources, planned: Sequence[tuple[Page, str]], before: Mapping[str, str], workers: int = 1
) -> FileGroup:
    """Make those pages of which the digest of what they show is not as before."""
    new = [page for page, digest in planned if before.get(page.path) != digest]
    files = tuple(share_out(partial(_render_share, sources.setup, sources.outputs), new, workers))
    shown = {page.path: digest for page, digest in planned}
    return FileGroup(files, shown, shown)


def _render_share(setup: SiteSetup, outputs: Outputs, pages: Iterable[Page]) -> Iterator[OutputFile]:
    for page in pages:
        yield outputs.put(page.path, setup.render(page))
