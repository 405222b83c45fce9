"""The feed as JSON Feed 1.1, written and read back: https://www.jsonfeed.org/version/1.1/"""

from datetime import UTC, datetime, time

import msgspec
from msgspec import Struct, field

from newsbrief import __version__
from newsbrief.outputs.feeds.entries import Entry, Feed

FEED_JSON = "feed.json"
_VERSION = "https://jsonfeed.org/version/1.1"


class _Author(Struct, frozen=True):
    name: str


class _Extension(Struct, frozen=True):
    """What JSON Feed has no name for; its readers pass over names that begin with an underscore."""

    slug: str
    evidence: str


class _FeedOrigin(Struct, frozen=True):
    """What has written the feed; by it, a build knows the file for its own."""

    generator: str


class _Item(Struct, frozen=True, omit_defaults=True, kw_only=True):
    id: str
    url: str
    title: str
    summary: str = ""
    image: str = ""
    date_modified: datetime
    language: str
    content_html: str | None = None
    content_text: str | None = None
    extension: _Extension = field(name="_newsbrief")


class _JsonFeed(Struct, frozen=True, omit_defaults=True, kw_only=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str = ""
    language: str
    authors: tuple[_Author, ...]
    origin: _FeedOrigin = field(name="_newsbrief")
    items: tuple[_Item, ...]


def write_json_feed(feed: Feed) -> bytes:
    """Return the feed as UTF-8 JSON."""
    written = _JsonFeed(
        version=_VERSION,
        title=feed.title,
        home_page_url=feed.home,
        feed_url=f"{feed.home}{FEED_JSON}",
        description=feed.tagline,
        language=feed.language,
        authors=(_Author(feed.author),),
        origin=_FeedOrigin(f"Newsbrief {__version__}"),
        items=tuple(map(_write_entry, feed.entries)),
    )
    return msgspec.json.encode(written) + b"\n"


def read_entries(raw: bytes) -> dict[str, Entry]:
    """Return the entries of a feed that `write_json_feed` wrote, by their addresses; none of what is no such feed."""
    try:
        items = msgspec.json.decode(raw, type=_JsonFeed).items
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return {item.url: _read_entry(item) for item in items}


def _write_entry(entry: Entry) -> _Item:
    return _Item(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        summary=entry.summary,
        image=entry.image,
        date_modified=datetime.combine(entry.updated, time(), UTC),
        language=entry.language,
        content_html=entry.html or None,
        content_text=None if entry.html else entry.summary or entry.title,
        extension=_Extension(entry.slug, entry.evidence),
    )


def _read_entry(item: _Item) -> Entry:
    return Entry(
        slug=item.extension.slug,
        url=item.url,
        title=item.title,
        summary=item.summary,
        updated=item.date_modified.date(),
        language=item.language,
        html=item.content_html or "",
        image=item.image,
        first_url=item.id if item.id != item.url else "",
    )
