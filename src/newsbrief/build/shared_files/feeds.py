"""Make the feeds: choose their briefings, and keep from the last feed what has not changed.

An entry holds the whole of its briefing, which is read again for it where it has changed.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from newsbrief.build.shared_files.inputs import FileGroup, SharedSources
from newsbrief.build.site_setup import SiteSetup
from newsbrief.disk.staging import Outputs
from newsbrief.model.briefing import Briefing
from newsbrief.model.paths import absolute_url, briefing_path, card_path
from newsbrief.model.site import Summary
from newsbrief.outputs.feeds.atom import FEED_ATOM, write_atom
from newsbrief.outputs.feeds.entries import MOST_ENTRIES, Entry, Feed, make_entry, make_feed
from newsbrief.outputs.feeds.entry_page import plan_feed_entry
from newsbrief.outputs.feeds.json_feed import FEED_JSON, read_entries, write_json_feed
from newsbrief.pages.lists.archive import sort_by_update

ENTRIES = "entries"
_FEEDS = (FEED_ATOM, FEED_JSON)


def make_feeds(sources: SharedSources) -> FileGroup:
    """Make the feeds where one of their briefings has changed; there are none where the site's address is not known.

    NewsbriefError: a briefing has been changed since it was checked, and has problems.
    """
    if not sources.setup.config.base_url:
        return FileGroup((), ())
    before = sources.shown_before(ENTRIES)
    shown = before if sources.summaries is None else _choose_entries(sources.published, sources.names)
    changed = sources.numbers.keys()
    if list(shown) == list(before) and changed.isdisjoint(shown) and sources.known.keys() >= set(_FEEDS):
        return FileGroup((), _FEEDS, shown)
    feed = _gather_feed(sources, shown, changed)
    put = sources.outputs.put
    return FileGroup((put(FEED_ATOM, write_atom(feed)), put(FEED_JSON, write_json_feed(feed))), _FEEDS, shown)


def _choose_entries(summaries: Iterable[Summary], names: Mapping[str, str]) -> Mapping[str, str]:
    """Return the newest briefings, which the feeds show, as address → folder's name; no draft is among them."""
    published = sort_by_update(summary.teaser for summary in summaries if not summary.teaser.draft)
    return {briefing.slug: names[briefing.slug] for briefing in published[:MOST_ENTRIES]}


def _gather_feed(sources: SharedSources, names: Mapping[str, str], changed: Iterable[str]) -> Feed:
    setup, config = sources.setup, sources.setup.config
    last = _read_last_entries(sources.outputs, sources.known.get(FEED_JSON, ""))
    for slug in changed:
        last.pop(absolute_url(config, briefing_path(slug)), None)
    pictured = _find_pictured(sources, names)
    entries = []
    for slug, name in names.items():
        entry = last.get(absolute_url(config, briefing_path(slug)))
        if entry is None:
            made = sources.briefings[sources.numbers[slug]].briefing if slug in sources.numbers else None
            briefing = made or sources.read_again(name, slug)
            entry = _write_entry(setup, briefing, slug in pictured)
        entries.append(entry)
    return make_feed(config, entries)


def _read_last_entries(outputs: Outputs, digest: str) -> dict[str, Entry]:
    """Return the entries of the feed that the last build left, by their addresses, if it is as it was left."""
    raw = outputs.read(FEED_JSON) if digest else None
    return dict(read_entries(raw)) if raw and sha256(raw).hexdigest() == digest else {}


def _find_pictured(sources: SharedSources, names: Mapping[str, str]) -> frozenset[str]:
    """Return the addresses of those briefings that have a share card."""
    made = (sources.briefings[sources.numbers[slug]] for slug in names if slug in sources.numbers)
    drawn = {each.slug: [file.path for file in each.files] for each in made}
    kept = {slug: sources.kept[name].paths for slug, name in names.items() if name in sources.kept}
    return frozenset(slug for slug, paths in {**kept, **drawn}.items() if card_path(slug) in paths)


def _write_entry(setup: SiteSetup, briefing: Briefing, is_pictured: bool) -> Entry:
    content = setup.render(plan_feed_entry(briefing, setup.config)).decode()
    return make_entry(briefing, setup.config, content, card_path(briefing.slug) if is_pictured else "")
