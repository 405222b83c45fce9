"""The map of the site, by which search engines find its pages."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from newsbrief.build.shared_files.changes import Changes, Part
from newsbrief.model.paths import NOT_FOUND, briefing_path
from newsbrief.outputs.sitemap import write_sitemap

MAPS = "maps"


def make_maps(changes: Changes, pages: list[str]) -> Part:
    """Make the map where a page came or went or was updated; there is none where the site's address is not known.

    `pages` are the paths of the shared pages.
    """
    if not changes.workshop.config.base_url:
        return Part((), ())
    before = changes.shown_before(MAPS)
    if changes.summaries is None and before:
        return Part((), before, before)
    listed = sorted([*((path, None) for path in pages if path != NOT_FOUND), *_list_briefings(changes)])
    digest = sha256(repr(listed).encode()).hexdigest()
    if before and set(before.values()) == {digest}:
        return Part((), before, before)
    placed = tuple(changes.outputs.put(*file) for file in write_sitemap(listed, changes.workshop.config))
    return Part(placed, [each.path for each in placed], {each.path: digest for each in placed})


def _list_briefings(changes: Changes) -> Iterator[tuple[str, date]]:
    """Yield the page of each briefing and the day it was updated; drafts are on no map."""
    for summary in changes.summaries or ():
        if not summary.teaser.draft:
            yield briefing_path(summary.teaser.slug), summary.teaser.updated
