"""Make the shared files of a site that are not as in the last build."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from newsbrief.build.briefings import BriefingResult
from newsbrief.build.incremental.changed_actors import ACTORS
from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.incremental.trace import TraceEntry
from newsbrief.build.shared_files.feeds import ENTRIES, make_feeds
from newsbrief.build.shared_files.forwards import FORWARDS, make_forwards
from newsbrief.build.shared_files.inputs import Shown, gather_sources
from newsbrief.build.shared_files.lists import LISTS, PLAIN, make_list_pages, make_plain_pages
from newsbrief.build.shared_files.search import SEARCH, make_search
from newsbrief.build.shared_files.sitemap import MAPS, make_sitemap
from newsbrief.build.shared_files.static_files import make_static_files
from newsbrief.build.shared_files.stories import STORY_PAGES, make_stories
from newsbrief.build.shared_files.topic_feeds import TOPIC_FEEDS, make_topic_feeds
from newsbrief.build.site_sources import ASSETS, SiteSources
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.model.site import Summary

_MAPPED = (LISTS, PLAIN, SEARCH, STORY_PAGES)
"""The groups whose pages are in the sitemap."""


class SharedFiles(Struct, frozen=True):
    """The `files` that were made, the digests of those that were `kept`, by path, and what all of them show."""

    files: tuple[OutputFile, ...]
    kept: Mapping[str, str]
    shown: Shown


def make_shared_files(
    site: SiteSources,
    stale: StaleReport,
    briefings: Sequence[BriefingResult],
    kept: Mapping[str, TraceEntry],
    outputs: Outputs,
    summaries: Iterable[Summary] | None = None,
) -> SharedFiles:
    """Make the shared files that are stale; `briefings` were made and `kept` were not, and are all of the site.

    `summaries` is what all of them show, or None where they show the same as before.
    """
    last = None if stale.is_shared_lost else stale.base
    sources = gather_sources(site.setup, briefings, kept, last, outputs, summaries)
    # Other processes make stories, too, and begin as copies of this one, with all that it holds by then.
    stories = make_stories(sources, site.request.workers)
    lists = make_list_pages(sources, site.request.workers)
    groups = {
        LISTS: lists,
        PLAIN: make_plain_pages(sources, site.page_digests),
        ENTRIES: make_feeds(sources),
        SEARCH: make_search(sources, frozenset(lists.paths)),
        **stories,
        TOPIC_FEEDS: make_topic_feeds(sources),
        FORWARDS: make_forwards(sources),
    }
    groups[ASSETS] = make_static_files(sources, leads_on=bool(groups[FORWARDS].shown))
    groups[MAPS] = make_sitemap(sources, [path for name in _MAPPED for path in groups[name].paths if _is_page(path)])
    files = tuple(file for group in groups.values() for file in group.files)
    paths = {path for group in groups.values() for path in group.paths}.difference(file.path for file in files)
    shown = {name: group.shown for name, group in groups.items()} | {ACTORS: site.setup.actors.digests}
    return SharedFiles(files, {path: sources.known[path] for path in paths}, shown)


def _is_page(path: str) -> bool:
    return path.endswith(".html")
