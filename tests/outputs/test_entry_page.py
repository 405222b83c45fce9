"""The content of an entry: all of the briefing, in plain HTML that needs nothing else to be read."""

import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.briefing.assemble import assemble_briefing
from newsbrief.content.markdown import read_markdown
from newsbrief.model.briefing import Briefing
from newsbrief.model.front_matter import Correction
from newsbrief.model.paths import absolute_url, briefing_path
from newsbrief.model.site import Site
from newsbrief.outputs.feeds.atom import write_atom
from newsbrief.outputs.feeds.entries import MOST_ENTRIES, make_entry, make_feed
from newsbrief.outputs.feeds.entry_page import plan_feed_entry, set_apart
from newsbrief.outputs.feeds.json_feed import write_json_feed
from newsbrief.pages.annotated_article import render_document
from newsbrief.pages.language.dates import format_date
from newsbrief.pages.ties import party_id
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.render import make_renderer
from support.articles import BLOCKS
from support.feeds import BASE_URL, BRIEFINGS, CONFIG, HOSTILE, briefing_of, entry_of, one_entry
from support.findings import check, find
from support.html import files_of, links_of, read_html, site_of, text_of
from support.sites import ROOT

TEXT_TAGS = {"a", "br", "cite", "code", "em", "img", "q", "small", "strong", "sup", "time"}
BLOCK_TAGS = {"blockquote", "div", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre"}
LIST_TAGS = {"dd", "dl", "dt", "li", "ol", "table", "tbody", "td", "th", "thead", "tr", "ul"}
ATTRIBUTES = {"alt", "datetime", "dir", "href", "lang", "src", "start", "title"}


def read_content(html: str) -> ET.Element:
    return read_html(html.encode())


def render_entry(briefing: Briefing) -> ET.Element:
    """Return the content of a briefing's entry on a site of its own."""
    render = make_renderer(Site(CONFIG, (), ()), ROOT, collect_assets(ROOT))
    return read_content(render(plan_feed_entry(briefing, CONFIG)).decode().strip())


@pytest.mark.parametrize(("name", "slug"), BRIEFINGS)
def test_the_content_tells_everything(name: str, slug: str) -> None:
    briefing, content = briefing_of(name, slug), read_content(entry_of(name, slug).html)
    told = text_of(content)
    pieces = [part for quote in briefing.quotes for part in quote.parts]
    pieces += [each.span for each in briefing.not_speech]
    pieces += [quote.cue.span for quote in briefing.quotes if quote.cue]
    pieces += [event.when for event in briefing.events if event.when]
    assert [words for piece in pieces if (words := " ".join(briefing.words(piece).split())) not in told] == []
    claims = [*briefing.key_points, *(claim for actor in briefing.actors.values() for claim in actor.about)]
    claims += [event.event for event in briefing.events]
    sentences = [claim.text for claim in claims] + [source.title for claim in claims for source in claim.sources]
    sentences += [format_date(event.date, briefing.front.language) for event in briefing.events]
    sentences += [actor.name for actor in briefing.actors.values()]
    sentences += [briefing.front.standfirst or "", briefing.front.origin.note or ""]
    assert [sentence for sentence in sentences if " ".join(sentence.split()) not in told] == []
    assert len(sentences) > 4


@pytest.mark.parametrize(("name", "slug"), BRIEFINGS)
def test_the_articles_words_are_there_whole_and_in_order(name: str, slug: str) -> None:
    briefing, content = briefing_of(name, slug), read_content(entry_of(name, slug).html)
    for sign in content.iter("sup"):
        sign[:] = []
    shown = "".join(content.itertext())
    at = 0
    for paragraph in briefing.document.paragraphs:
        words = briefing.words(paragraph)
        assert words in shown[at:]
        at = shown.index(words, at) + len(words)


@pytest.mark.parametrize(("name", "slug"), BRIEFINGS)
def test_every_quotation_stands_in_a_block_under_who_said_it(name: str, slug: str) -> None:
    briefing, content = briefing_of(name, slug), read_content(entry_of(name, slug).html)
    told, heading = {}, ""
    for block, below in pairwise(content):
        if block.tag == "h3":
            heading = text_of(block)
        if block.tag == "blockquote" and below.find("small") is not None:
            told[text_of(block)] = heading
    assert len(told) == len(briefing.quotes)
    for quote in briefing.quotes:
        (by,) = [said for words, said in told.items() if briefing.words(quote.parts[0]).split("\n")[0] in words]
        if quote.speakers:
            assert by.startswith(briefing.actors[quote.speakers[0]].name)
        else:
            assert by.startswith(("Unattributed", "بلا نسبة"))


@pytest.mark.parametrize(("name", "slug"), BRIEFINGS)
def test_every_address_is_whole_and_leads_to_what_the_site_has(name: str, slug: str) -> None:
    content = read_content(entry_of(name, slug).html)
    files = files_of(name, BASE_URL)
    briefing, inside = briefing_of(name, slug), 0
    claims = [*briefing.key_points, *(claim for actor in briefing.actors.values() for claim in actor.about)]
    claims += [event.event for event in briefing.events]
    outside = {source.url for claim in claims for source in claim.sources} | set(briefing.document.links)
    outside |= {source.url for source in briefing.front.as_of_sources} | {briefing.front.origin.url}
    for _, address in links_of(content):
        assert urlsplit(address).scheme == "https" and urlsplit(address).netloc
        if not address.startswith(f"{BASE_URL}/"):
            assert address in outside
            continue
        inside += 1
        whole, fragment = urldefrag(address)
        path = unquote(whole.removeprefix(f"{BASE_URL}/"))
        path = f"{path}index.html" if path.endswith("/") else path
        assert path in files, address
        if fragment:
            ids = {element.get("id") for element in read_html(files[path]).iter()}
            assert unquote(fragment) in ids, address
    assert inside > 4


@pytest.mark.parametrize(("name", "slug"), BRIEFINGS)
def test_the_content_is_plain_html_in_the_briefings_language(name: str, slug: str) -> None:
    html = entry_of(name, slug).html
    content = read_content(html)
    assert {element.tag for element in content.iter()} <= TEXT_TAGS | BLOCK_TAGS | LIST_TAGS
    assert {attribute for element in content.iter() for attribute in element.attrib} <= ATTRIBUTES
    front = briefing_of(name, slug).front
    assert content.attrib == {"lang": front.language, "dir": "rtl" if front.language == "ar" else "ltr"}
    assert html.startswith("<div ") and html.endswith("</div>")
    assert not [element for element in content.iter("a") if not text_of(element)]


@pytest.mark.parametrize(("name", "slug"), BRIEFINGS)
def test_words_that_are_links_on_the_page_are_links_in_the_entry(name: str, slug: str) -> None:
    briefing, content = briefing_of(name, slug), read_content(entry_of(name, slug).html)
    linked = {urldefrag(address)[1] for _, address in links_of(content)}
    expected = {f"{event.id}-when" for event in briefing.events if event.when}
    expected |= {f"{quote.id}-cue" for quote in briefing.quotes if quote.cue}
    expected |= {party_id(actor) for event in briefing.events for actor in event.actors}
    expected |= {party_id(actor.member_of) for actor in briefing.actors.values() if actor.member_of}
    assert expected and expected <= linked


def test_the_header_picture_is_shown_with_its_description_and_credit() -> None:
    content = read_content(entry_of("two-briefings", "footbridge").html)
    (picture,) = content.iter("img")
    assert picture.get("src") == f"{BASE_URL}/footbridge/bridge.svg"
    assert picture.get("alt") == "A line drawing of a bridge with two piers."
    assert "Drawn for this test site" in text_of(content)


def test_pictures_and_relative_links_of_an_article_lead_to_the_site() -> None:
    written = "A ![man](a%20face.png) went [over](../tram-line/#quote-1), [on](/x) and [off](mailto:a@example.org).[^1]"
    page = f"{BASE_URL}/bridge/"
    html = render_document(set_apart(read_markdown(f"{written}\n\n[^1]: In May."), page))
    assert [address for _, address in links_of(read_content(f"<div>{html}</div>"))] == [
        f"{page}a%20face.png",
        f"{BASE_URL}/tram-line/#quote-1",
        "https://desk.example.org/x",
        "mailto:a@example.org",
        f"{page}#fn:1",
    ]
    assert "class=" not in html and "id=" not in html and "↩" not in html


@given(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=5).map("\n\n".join))
def test_setting_apart_changes_no_word(written: str) -> None:
    document = read_markdown(written)
    apart = set_apart(document, f"{BASE_URL}/bridge/")
    assert apart.text == document.text

    before, after = (read_content(f"<div>{render_document(each)}</div>") for each in (document, apart))
    assert "".join(after.itertext()) == "".join(before.itertext())
    assert all(urlsplit(address).scheme for _, address in links_of(after))


def test_corrections_are_told_the_latest_first() -> None:
    briefing = briefing_of("two-briefings", "tram-line")
    earlier = Correction(date(2021, 6, 4), "There are three towns.", "There are two towns.")
    later = Correction(date(2021, 6, 9), "Piet Mass", "Piet Maas")
    corrected = replace(briefing, front=replace(briefing.front, corrections=(earlier, later)))
    content = render_entry(corrected)
    heading = next(each for each in content.iter("h2") if text_of(each) == "Corrections")
    told = [text_of(each) for each in list(content)[list(content).index(heading) + 1]]
    assert told == [
        "June 9, 2021 The briefing said: Piet Mass It now says: Piet Maas",
        "June 4, 2021 The briefing said: There are three towns. It now says: There are two towns.",
    ]
    assert make_entry(corrected, CONFIG, "").updated == date(2021, 6, 9)


def test_a_briefing_of_next_to_nothing_has_content() -> None:
    article, facts = "Nothing was said.\n", "key_points: [{text: Nobody spoke., cite: Nothing was said}]\n"
    assert check(article, facts) == []
    told = text_of(render_entry(assemble_briefing("x", "x", find(article, facts))))
    assert "Nobody spoke. ¶1" in told
    assert "The article holds no quotation marks" in told
    assert "Who is who" not in told and "Timeline" not in told and "Corrections" not in told


def test_an_entry_says_what_the_briefing_says_of_itself() -> None:
    briefing = briefing_of("two-briefings", "footbridge")
    entry = make_entry(briefing, site_of("two-briefings", BASE_URL).config, "\n<p>x</p>\n", "footbridge/card.png")
    assert entry.url == f"{BASE_URL}/footbridge/" == absolute_url(CONFIG, briefing_path("footbridge"))
    assert (entry.title, entry.updated) == ("Adaba votes for a footbridge", date(2021, 5, 12))
    assert entry.summary == "The council of Adaba has voted for a footbridge over the Lisse."
    assert (entry.html, entry.language) == ("<p>x</p>", "en-GB")
    assert entry.image == f"{BASE_URL}/footbridge/card.png"
    assert entry.evidence == f"{BASE_URL}/footbridge/evidence.json"
    assert make_entry(briefing, CONFIG, "").image == ""
    assert entry_of("two-briefings", "tram-line").summary == ""


def test_a_feed_says_what_the_settings_say() -> None:
    feed = make_feed(CONFIG, [one_entry("b"), one_entry("a")])
    assert (feed.title, feed.tagline, feed.home) == (CONFIG.title, CONFIG.tagline, f"{BASE_URL}/")
    assert (feed.author, feed.language) == (CONFIG.title, "en")
    assert [entry.slug for entry in feed.entries] == ["b", "a"]


def test_a_full_feed_stays_near_half_a_megabyte() -> None:
    longest = entry_of("libya", "libya-2019")
    entries = [replace(longest, url=f"{BASE_URL}/libya-{number}/") for number in range(MOST_ENTRIES)]
    feed = make_feed(CONFIG, entries)
    assert [200_000 < len(raw) < 700_000 for raw in (write_atom(feed), write_json_feed(feed))] == [True, True]


def test_nothing_an_editor_writes_is_taken_for_html() -> None:
    briefing = briefing_of("two-briefings", "footbridge")
    nasty = HOSTILE.replace("\ud800", "")
    front = replace(briefing.front, standfirst=nasty, image_credit=nasty, corrections=())
    claim = replace(briefing.key_points[0], text=nasty)
    content = render_entry(replace(briefing, front=front, key_points=(claim,)))
    assert not list(content.iter("script")) and not list(content.iter("title"))
    assert "".join(content.itertext()).count("</title><script>alert(1)</script> &amp; <![CDATA[") == 2
