"""The feeds: which briefings they tell of, and what is taken over from the last ones.

An entry holds the whole of its briefing, which is read again for it where it has changed; the others are as they were.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from newsbrief.build.briefings import Task, Workshop
from newsbrief.build.shared_files.changes import Changes, Part
from newsbrief.disk.staging import Outputs
from newsbrief.model.briefing import Briefing
from newsbrief.model.paths import absolute_url, briefing_path, card_path
from newsbrief.model.problems import NewsbriefError
from newsbrief.model.site import Summary
from newsbrief.outputs.feeds.atom import FEED_ATOM, write_atom
from newsbrief.outputs.feeds.entries import MOST_ENTRIES, Entry, Feed, make_entry, make_feed
from newsbrief.outputs.feeds.entry_page import plan_feed_entry
from newsbrief.outputs.feeds.json_feed import FEED_JSON, read_entries, write_json_feed
from newsbrief.pages.lists.archive import sort_by_update

ENTRIES = "entries"
_FEEDS = (FEED_ATOM, FEED_JSON)


def make_feeds(changes: Changes) -> Part:
    """Make the feeds where one of their briefings has changed; there are none where the site's address is not known.

    NewsbriefError: a briefing has been changed since it was checked, and has problems.
    """
    if not changes.workshop.config.base_url:
        return Part((), ())
    before = changes.shown_before(ENTRIES)
    shown = before if changes.summaries is None else _choose_entries(changes.summaries, changes.slugged_names)
    made = {each.slug for each in changes.made}
    if list(shown) == list(before) and made.isdisjoint(shown) and changes.known.keys() >= set(_FEEDS):
        return Part((), _FEEDS, shown)
    feed = _gather(changes, shown, made)
    put = changes.outputs.put
    placed = put(FEED_ATOM, write_atom(feed)), put(FEED_JSON, write_json_feed(feed))
    return Part(placed, _FEEDS, shown)


def _choose_entries(summaries: Iterable[Summary], names: Mapping[str, str]) -> Mapping[str, str]:
    """Return the briefings that the feeds tell of, address → folder's name, from the newest; no draft is among them."""
    published = sort_by_update(summary.teaser for summary in summaries if not summary.teaser.draft)
    return {briefing.slug: names[briefing.slug] for briefing in published[:MOST_ENTRIES]}


def _gather(changes: Changes, names: Mapping[str, str], made: Iterable[str]) -> Feed:
    workshop, config = changes.workshop, changes.workshop.config
    at_hand = {each.slug: each.briefing for each in changes.made}
    last = _read_last(changes.outputs, changes.known.get(FEED_JSON, ""))
    for slug in made:
        last.pop(absolute_url(config, briefing_path(slug)), None)
    pictured = _find_pictured(changes, names)
    entries = []
    for slug, name in names.items():
        known = last.get(absolute_url(config, briefing_path(slug)))
        if known is None:
            briefing = at_hand.get(slug) or _read_again(workshop, Task(name, slug))
            known = _write_entry(workshop, briefing, slug in pictured)
        entries.append(known)
    return make_feed(config, entries)


def _read_last(outputs: Outputs, digest: str) -> dict[str, Entry]:
    """Return the entries of the feed that the last build left, by their addresses, if it is as it was left."""
    raw = outputs.read(FEED_JSON) if digest else None
    return dict(read_entries(raw)) if raw and sha256(raw).hexdigest() == digest else {}


def _find_pictured(changes: Changes, names: Mapping[str, str]) -> frozenset[str]:
    """Return the addresses of those briefings that have a picture of their own."""
    made = {each.slug: [placed.path for placed in each.placed] for each in changes.made if each.slug in names}
    kept = {slug: changes.kept[name].paths for slug, name in names.items() if name in changes.kept}
    return frozenset(slug for slug, paths in {**kept, **made}.items() if card_path(slug) in paths)


def _read_again(workshop: Workshop, task: Task) -> Briefing:
    loaded = workshop.load(task)
    if loaded.briefing is None:
        raise NewsbriefError(loaded.made.problems)
    return loaded.briefing


def _write_entry(workshop: Workshop, briefing: Briefing, is_pictured: bool) -> Entry:
    content = workshop.render(plan_feed_entry(briefing, workshop.config)).decode()
    return make_entry(briefing, workshop.config, content, card_path(briefing.slug) if is_pictured else "")
