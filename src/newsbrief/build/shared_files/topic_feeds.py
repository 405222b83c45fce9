"""Make the feeds of topics: short ones, which name the newest briefings of a topic and lead to them."""

from collections.abc import Iterator
from hashlib import sha256

from newsbrief.build.shared_files.inputs import FileGroup, SharedSources
from newsbrief.model.paths import absolute_url, topic_feed, topic_path
from newsbrief.outputs.feeds.atom import FEED_ATOM, write_atom
from newsbrief.outputs.feeds.entries import MOST_ENTRIES, Feed, make_short_entry
from newsbrief.outputs.feeds.json_feed import FEED_JSON, write_json_feed
from newsbrief.pages.lists.topics import gather_topics
from newsbrief.pages.lists.versions import group_versions, join_versions

TOPIC_FEEDS = "topic feeds"


def make_topic_feeds(sources: SharedSources) -> FileGroup:
    """Make the feeds of topics that are not as they were; there are none where the site's address is not known."""
    before = sources.shown_before(TOPIC_FEEDS)
    if not sources.setup.config.base_url:
        return FileGroup((), ())
    if sources.summaries is None:
        return FileGroup((), before, before)
    files = [(path, raw, sha256(raw).hexdigest()) for path, raw in _write_feeds(sources)]
    made = tuple(sources.outputs.put(path, raw) for path, raw, digest in files if before.get(path) != digest)
    shown = {path: digest for path, _, digest in files}
    return FileGroup(made, shown, shown)


def _write_feeds(sources: SharedSources) -> Iterator[tuple[str, bytes]]:
    config = sources.setup.config
    published = (each for each in sources.published if not each.teaser.draft)
    joined = join_versions(group_versions(published), config.language)
    for topic, members in gather_topics(joined).items():
        feed = Feed(
            title=f"{config.title}: {config.name_topic(topic)}",
            tagline="",
            home=absolute_url(config, topic_path(topic)),
            language=config.language,
            author=config.title,
            entries=tuple(make_short_entry(each, config) for each in members[:MOST_ENTRIES]),
        )
        yield topic_feed(topic, FEED_ATOM), write_atom(feed)
        yield topic_feed(topic, FEED_JSON), write_json_feed(feed)
