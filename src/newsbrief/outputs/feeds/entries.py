"""What the feeds say: the site, and an entry for each of its newest briefings."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from newsbrief.model.briefing import Briefing
from newsbrief.model.front_matter import Connections
from newsbrief.model.paths import EVIDENCE, absolute_url, briefing_path
from newsbrief.model.site import SiteConfig, Summary

MOST_ENTRIES = 20
"""How many briefings a feed tells of.

In full, one like that on Libya takes 25 KB, and all readers fetch the whole feed after every change: so it stays near
half a megabyte, and who looks once a week misses none of twenty.
"""


class Entry(Struct, frozen=True):
    """What a feed says of one briefing. All addresses are whole.

    `url` is the page's address, `id` the first that it had; `summary` is "" without a standfirst, `image` without a
    card. `html` is the briefing in full, or "". `updated` is the only date: when a briefing was first published, its
    content does not say.
    """

    slug: str
    url: str
    title: str
    summary: str
    updated: date
    language: str
    html: str
    image: str = ""
    first_url: str = ""

    @property
    def id(self) -> str:
        """The address by which readers of the feed know the entry, whatever its briefing has been renamed to."""
        return self.first_url or self.url

    @property
    def evidence(self) -> str:
        """The address of the briefing's evidence."""
        return f"{self.url}{EVIDENCE}"


class Feed(Struct, frozen=True):
    """What a feed says: `home` is the site's address, with a slash at its end; `entries` from the newest."""

    title: str
    tagline: str
    home: str
    language: str
    author: str
    entries: tuple[Entry, ...]


def make_entry(briefing: Briefing, config: SiteConfig, html: str, card: str = "") -> Entry:
    """Return the entry of a briefing. Whether a draft may have one is for the caller to decide.

    `html` is what `plan_feed_entry` is rendered as, `card` the output path of the picture that stands for the briefing.
    The site's address must be known.
    """
    front = briefing.front
    return Entry(
        slug=briefing.slug,
        url=absolute_url(config, briefing_path(briefing.slug)),
        title=front.title,
        summary=front.standfirst or "",
        updated=front.updated,
        language=front.language,
        html=html.strip(),
        image=absolute_url(config, card) if card else "",
        first_url=_first_url(front.connections, config),
    )


def make_short_entry(summary: Summary, config: SiteConfig) -> Entry:
    """Return the entry of a briefing without its content. The site's address must be known."""
    teaser = summary.teaser
    return Entry(
        slug=teaser.slug,
        url=absolute_url(config, briefing_path(teaser.slug)),
        title=teaser.title,
        summary=teaser.standfirst or "",
        updated=teaser.updated,
        language=summary.language,
        html="",
        first_url=_first_url(summary.connections, config),
    )


def _first_url(connections: Connections, config: SiteConfig) -> str:
    """Return the first address of a briefing that has been renamed, "" of another."""
    return absolute_url(config, briefing_path(connections.formerly[0])) if connections.formerly else ""


def make_feed(config: SiteConfig, entries: Iterable[Entry]) -> Feed:
    """Return the feed of a site, whose address must be known; `entries` are given from the newest.

    The site itself is the author: Atom wants one for every entry, and of persons the settings know nothing.
    """
    home = absolute_url(config, "index.html")
    return Feed(config.title, config.tagline, home, config.language, config.title, tuple(entries))
