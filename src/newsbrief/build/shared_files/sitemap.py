"""Make the sitemap, by which search engines find the pages of a site."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from newsbrief.build.shared_files.inputs import FileGroup, SharedSources
from newsbrief.model.paths import NOT_FOUND, briefing_path
from newsbrief.outputs.sitemap import write_sitemap

MAPS = "maps"


def make_sitemap(sources: SharedSources, pages: list[str]) -> FileGroup:
    """Make the sitemap where a page came or went or was updated; there is none where the site's address is not known.

    `pages` are the paths of the shared pages.
    """
    if not sources.setup.config.base_url:
        return FileGroup((), ())
    before = sources.shown_before(MAPS)
    if sources.summaries is None and before:
        return FileGroup((), before, before)
    listed = sorted([*((path, None) for path in pages if path != NOT_FOUND), *_list_briefings(sources)])
    digest = sha256(repr(listed).encode()).hexdigest()
    if before and set(before.values()) == {digest}:
        return FileGroup((), before, before)
    files = tuple(sources.outputs.put(*file) for file in write_sitemap(listed, sources.setup.config))
    return FileGroup(files, [file.path for file in files], {file.path: digest for file in files})


def _list_briefings(sources: SharedSources) -> Iterator[tuple[str, date]]:
    """Yield the page of each briefing and the day it was updated; drafts are left out."""
    for summary in sources.published:
        if not summary.teaser.draft:
            yield briefing_path(summary.teaser.slug), summary.teaser.updated
