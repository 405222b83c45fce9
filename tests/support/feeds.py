"""What the tests of the feeds share: the whole sites under one address, their entries, and entries of any kind."""

import string
from datetime import date
from functools import cache

from hypothesis import strategies as st

from newsbrief.model.briefing import Briefing
from newsbrief.model.site import SiteConfig
from newsbrief.outputs.feeds.entries import Entry, Feed, make_entry, make_feed
from newsbrief.outputs.feeds.entry_page import plan_feed_entry
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.render import make_renderer
from support.html import FOLDERS, site_of

BASE_URL = "https://desk.example.org/valley"
CONFIG = SiteConfig("The Lisse Valley Desk", "Invented news", BASE_URL, "en")
HOSTILE = ']]> </title><script>alert(1)</script> &amp; <![CDATA[ 👩‍👩‍👧 "نعم" \ufffe\uffff\x00\x1f\x7f\ud800 end'
"""A text that breaks out of all that is not a serialiser."""


BRIEFINGS = [(name, briefing.slug) for name in sorted(FOLDERS) for briefing in site_of(name, BASE_URL).briefings]


def briefing_of(name: str, slug: str) -> Briefing:
    """Return a briefing of one of the whole sites."""
    return next(briefing for briefing in site_of(name, BASE_URL).briefings if briefing.slug == slug)


@cache
def feed_of(name: str) -> Feed:
    """Return the feed of one of the whole sites."""
    site = site_of(name, BASE_URL)
    render = make_renderer(site, FOLDERS[name], collect_assets(FOLDERS[name]))
    entries = []
    for briefing in sorted(site.briefings, key=lambda each: each.front.updated, reverse=True):
        html = render(plan_feed_entry(briefing, site.config)).decode()
        entries.append(make_entry(briefing, site.config, html, f"{briefing.slug}/card.png"))
    return make_feed(site.config, entries)


def entry_of(name: str, slug: str) -> Entry:
    """Return the entry of a briefing of one of the whole sites."""
    return next(entry for entry in feed_of(name).entries if entry.slug == slug)


def one_entry(slug: str = "bridge", **others: object) -> Entry:
    """Return an entry that is as short as may be."""
    plain = {"title": "A title", "summary": "", "updated": date(2019, 4, 7), "language": "en", "html": "<p>Words</p>"}
    return Entry(slug=slug, url=f"{BASE_URL}/{slug}/", **{**plain, **others})  # type: ignore[arg-type]


SLUGS = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
ENTRIES = st.builds(
    one_entry,
    slug=SLUGS,
    title=st.text(),
    summary=st.text(),
    updated=st.dates(),
    language=st.sampled_from(["en", "en-GB", "ar", "pt-BR"]),
    html=st.text(),
    image=st.sampled_from(["", f"{BASE_URL}/card.png"]),
)
FEEDS = st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.slug).map(lambda found: make_feed(CONFIG, found))
"""Feeds of any entries, each address once."""
