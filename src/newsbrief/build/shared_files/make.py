"""All shared files of a site."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from newsbrief.build.briefings import Made, Workshop
from newsbrief.build.incremental.trace import Record, Trace, read_details
from newsbrief.build.shared_files.changes import Changes, Part, Shown, find_changes
from newsbrief.build.shared_files.feeds import ENTRIES, make_feeds
from newsbrief.build.shared_files.lists import GATHERING, PLAIN, make_gathering_pages, make_plain_pages
from newsbrief.build.shared_files.sitemap import MAPS, make_maps
from newsbrief.disk.staging import Outputs, Placed
from newsbrief.outputs.host_files import list_host_files
from newsbrief.theme.assets import Assets

_ASSETS = "assets"


class Shared(Struct, frozen=True):
    """The files that were `placed`, the digests of those that were `kept`, by path, and what all of them show."""

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
    changes = find_changes(workshop, made, kept, past, outputs)
    gathering = make_gathering_pages(changes, hands)
    plain = make_plain_pages(changes, page_digests)
    feeds = make_feeds(changes)
    maps = make_maps(changes, [*gathering.paths, *plain.paths])
    parts = [gathering, plain, feeds, maps, _place_files(changes)]
    placed = tuple(each for part in parts for each in part.placed)
    wanted = {path for part in parts for path in part.paths}.difference(each.path for each in placed)
    shown = {GATHERING: gathering.shown, PLAIN: plain.shown, ENTRIES: feeds.shown, MAPS: maps.shown}
    shown[_ASSETS] = workshop.assets.paths if workshop.assets else {}
    return Shared(placed, {path: changes.known[path] for path in wanted}, shown)


def _place_files(changes: Changes) -> Part:
    """Place the files that stay the same for as long as settings and static files do."""
    assets = changes.workshop.assets or Assets({}, {})
    files = {**assets.files, **list_host_files(changes.workshop.config)}
    new = tuple(changes.outputs.put(path, raw) for path, raw in files.items() if path not in changes.known)
    return Part(new, {*assets.paths.values(), *files})


def recall_assets(trace: Trace) -> Assets:
    """Return the static files that a build left, which stand in the output and need not be read."""
    return Assets(read_details(trace.shared)["shown"][_ASSETS], {})
