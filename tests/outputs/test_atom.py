"""The Atom feed: valid by RFC 4287's own grammar, read by a feed reader, whatever the titles hold."""

import re
from datetime import date

import feedparser
import pytest
from hypothesis import given
from lxml import etree

from newsbrief import __version__
from newsbrief.outputs.feeds.atom import FEED_ATOM, write_atom
from newsbrief.outputs.feeds.entries import Feed, make_feed
from newsbrief.outputs.xml_text import mend_text
from support.feeds import BASE_URL, CONFIG, FEEDS, HOSTILE, feed_of, one_entry
from support.html import FOLDERS
from support.sites import ROOT

ATOM = etree.RelaxNG(etree.parse(str(ROOT / "tests" / "data" / "atom.rng")))
IN_ATOM = {"atom": "http://www.w3.org/2005/Atom"}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_atom(raw: bytes) -> etree._Element:
    """Return the root of a feed, which must be valid, also by the rules that its grammar cannot say."""
    root = etree.fromstring(raw)
    ATOM.assertValid(root)
    assert root.xpath("atom:author", namespaces=IN_ATOM)
    for entry in root.iterfind("atom:entry", IN_ATOM):
        assert entry.xpath("atom:link[@rel='alternate'] | atom:content", namespaces=IN_ATOM)
        links = [
            (each.get("rel"), each.get("type"), each.get("hreflang")) for each in entry.iterfind("atom:link", IN_ATOM)
        ]
        assert len(links) == len(set(links))
    return root


def text_at(element: etree._Element, path: str) -> str:
    found = element.findtext(path, namespaces=IN_ATOM)
    assert found is not None
    return str(found)


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_the_feed_of_a_site_is_valid_and_read_by_a_feed_reader(name: str) -> None:
    feed, raw = feed_of(name), write_atom(feed_of(name))
    read_atom(raw)
    parsed = feedparser.parse(raw, sanitize_html=False, resolve_relative_uris=False)
    assert (parsed.bozo, parsed.version, parsed.encoding) == (0, "atom10", "utf-8")
    assert (parsed.feed.title, parsed.feed.get("subtitle", "")) == (feed.title, feed.tagline)
    assert (parsed.feed.id, parsed.feed.link, parsed.feed.author) == (feed.home, feed.home, feed.title)
    assert [entry.id for entry in parsed.entries] == [entry.url for entry in feed.entries]
    for read, entry in zip(parsed.entries, feed.entries, strict=True):
        assert (read.title, read.link) == (entry.title, entry.url)
        # Where there is no summary, this reader takes the content for one.
        assert read.summary == (entry.summary or entry.html)
        assert read.updated == f"{entry.updated}T00:00:00Z"
        assert tuple(read.updated_parsed)[:6] == (*entry.updated.timetuple()[:3], 0, 0, 0)
        (content,) = read.content
        assert (content.type, content.value, content.language) == ("text/html", entry.html, entry.language)
        assert "published" not in read


def test_the_feed_is_updated_when_its_latest_entry_is() -> None:
    entries = [one_entry("a", updated=date(2019, 4, 7)), one_entry("b", updated=date(2021, 5, 12))]
    assert text_at(read_atom(write_atom(make_feed(CONFIG, entries))), "atom:updated") == "2021-05-12T00:00:00Z"


def test_a_feed_without_entries_is_valid_and_has_never_been_updated() -> None:
    root = read_atom(write_atom(make_feed(CONFIG, [])))
    assert text_at(root, "atom:updated") == "1970-01-01T00:00:00Z"
    assert root.findall("atom:entry", IN_ATOM) == []


def test_the_feed_leads_to_itself_to_the_site_and_to_the_evidence() -> None:
    root = read_atom(write_atom(feed_of("two-briefings")))
    links = [dict(each.attrib) for each in root.iterfind("atom:link", IN_ATOM)]
    assert links == [
        {"rel": "self", "type": "application/atom+xml", "href": f"{BASE_URL}/{FEED_ATOM}"},
        {"rel": "alternate", "type": "text/html", "href": f"{BASE_URL}/"},
    ]
    entry = root.find("atom:entry", IN_ATOM)
    assert entry is not None
    assert [dict(each.attrib) for each in entry.iterfind("atom:link", IN_ATOM)] == [
        {"rel": "alternate", "type": "text/html", "href": f"{BASE_URL}/tram-line/", "hreflang": "en"},
        {"rel": "related", "type": "application/json", "href": f"{BASE_URL}/tram-line/evidence.json"},
    ]


def test_the_feed_says_what_made_it_and_in_which_language_it_is() -> None:
    root = read_atom(write_atom(feed_of("arabic")))
    generator = root.find("atom:generator", IN_ATOM)
    assert generator is not None
    assert (generator.text, generator.get("version")) == ("Newsbrief", __version__)
    assert [each.get(XML_LANGUAGE) for each in (root, *root.iterfind("atom:entry", IN_ATOM))] == ["ar", "ar"]


def test_the_file_begins_with_its_declaration_and_is_utf_8() -> None:
    raw = write_atom(feed_of("arabic"))
    assert raw.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"')
    assert raw.endswith(b"</feed>\n") and "مكتب وادي ليسا".encode() in raw
    assert raw == write_atom(feed_of("arabic"))


def test_hostile_texts_are_told_as_they_are_but_for_what_xml_forbids() -> None:
    html = f"<p>{HOSTILE}</p>"
    entry = one_entry(title=HOSTILE, summary=HOSTILE, html=html)
    root = read_atom(write_atom(Feed(HOSTILE, HOSTILE, f"{BASE_URL}/", "en", HOSTILE, (entry,))))
    shown = HOSTILE.replace("\ufffe\uffff\x00\x1f", "\ufffd" * 4).replace("\ud800", "\ufffd")
    for path in ("title", "subtitle", "author/atom:name", "entry/atom:title", "entry/atom:summary"):
        assert text_at(root, f"atom:{path}") == shown
    assert text_at(root, "atom:entry/atom:content") == f"<p>{shown}</p>"
    assert len(root.findall(".//atom:title", IN_ATOM)) == 2


@given(FEEDS)
def test_any_feed_is_valid_and_says_what_it_was_given(feed: Feed) -> None:
    root = read_atom(write_atom(feed))
    entries = root.findall("atom:entry", IN_ATOM)
    # XML has one kind of line end.
    expected = [re.sub("\r\n?", "\n", mend_text(entry.html)) or None for entry in feed.entries]
    assert [each.findtext("atom:content", namespaces=IN_ATOM) for each in entries] == expected
    assert [text_at(each, "atom:id") for each in entries] == [entry.url for entry in feed.entries]


RIGHT = write_atom(make_feed(CONFIG, [one_entry()])).decode()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<id>https://desk.example.org/valley/</id>", ""),
        ("<id>https://desk.example.org/valley/bridge/</id>", ""),
        ("<title>A title</title>", "<title>A title</title><title>Another</title>"),
        ("<title>A title</title>", ""),
        ("<updated>2019-04-07T00:00:00Z</updated>", ""),
        ("2019-04-07T00:00:00Z", "2019-04-07"),
        (' href="https://desk.example.org/valley/bridge/"', ""),
        ('href="https://desk.example.org/valley/bridge/"', 'href="not an address"'),
        ('type="text/html"', 'type="html"'),
        ('hreflang="en"', 'hreflang="in English"'),
        ("<name>The Lisse Valley Desk</name>", ""),
        ('type="html"', 'type="markdown"'),
        ('rel="related"', 'rel="related" target="_blank"'),
        ("<generator", "<maker/><generator"),
        ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    ],
)
def test_the_grammar_refuses_what_is_no_atom(right: str, wrong: str) -> None:
    assert ATOM.validate(etree.fromstring(RIGHT.encode()))
    assert right in RIGHT
    assert not ATOM.validate(etree.fromstring(RIGHT.replace(right, wrong).encode()))


def test_the_grammar_allows_what_others_add() -> None:
    added = '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="x"/><content'
    assert ATOM.validate(etree.fromstring(RIGHT.replace("<content", added).encode()))
