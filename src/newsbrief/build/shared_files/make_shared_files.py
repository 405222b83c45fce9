"""Make the shared files of a site that are not as in the last build."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from newsbrief.build.briefings import BriefingResult
from newsbrief.build.incremental.changed_actors import ACTORS
from newsbrief.build.incremental.stale import StaleReport
from newsbrief.build.incremental.trace import TraceEntry
from newsbrief.build.shared_files.feeds import ENTRIES, make_feeds
from newsbrief.build.shared_files.inputs import FileGroup, Shown, gather_sources
from newsbrief.build.shared_files.lists import LISTS, PLAIN, make_list_pages, make_plain_pages
from newsbrief.build.shared_files.search import SEARCH, make_search
from newsbrief.build.shared_files.sitemap import MAPS, make_sitemap
from newsbrief.build.shared_files.static_files import make_static_files
from newsbrief.build.site_sources import ASSETS, SiteSources
from newsbrief.disk.staging import OutputFile, Outputs
from newsbrief.model.site import Summary


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
    summaries: Sequence[Summary] | None = None,
) -> SharedFiles:
    """Make the shared files that are stale; `briefings` were made and `kept` were not, and are all of the site.

    `summaries` is what all of them show; None where that is the same as in the last build.
    """
    last = None if stale.is_shared_lost else stale.base
    sources = gather_sources(site.setup, briefings, kept, last, outputs, summaries)
    groups = {
        LISTS: make_list_pages(sources, site.request.workers),
        PLAIN: make_plain_pages(sources, site.page_digests),
        ENTRIES: make_feeds(sources),
        SEARCH: make_search(sources),
        ASSETS: make_static_files(sources),
    }
    groups[MAPS] = make_sitemap(sources, [*groups[LISTS].paths, *groups[PLAIN].paths, *_list_pages(groups[SEARCH])])
    files = tuple(file for group in groups.values() for file in group.files)
    paths = {path for group in groups.values() for path in group.paths}.difference(file.path for file in files)
    shown = {name: group.shown for name, group in groups.items()} | {ACTORS: site.setup.actors.digests}
    return SharedFiles(files, {path: sources.known[path] for path in paths}, shown)


def _list_pages(group: FileGroup) -> list[str]:
    """Return those files of a group that are pages."""
    return [path for path in group.paths if path.endswith(".html")]
