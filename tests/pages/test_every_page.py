"""Every page of the whole sites: its links, its markup, its headings, its language, and what it asks for."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from support.html import (
    EVERY_FOLDER,
    broken_links,
    by_id,
    files_of,
    is_outside,
    links_of,
    pages_of,
    read_html,
    site_of,
    text_of,
)
from support.whole import build_in_memory

PERMANENT = ("canonical", "alternate")
"""The kinds of links that give whole addresses of the site itself, and that no browser follows for a page."""


@pytest.fixture(params=sorted(EVERY_FOLDER))
def name(request: pytest.FixtureRequest) -> str:
    """Each of the whole sites in turn."""
    return str(request.param)


def test_every_link_and_fragment_inside_a_site_resolves(name: str) -> None:
    assert broken_links(files_of(name), site_of(name).config.base_url) == []
    assert sum(1 for page in pages_of(name).values() for _ in links_of(page)) > 40


def test_the_crawler_notices_a_missing_file_and_a_missing_fragment() -> None:
    page = b'<html><a href="b.html#here">b</a><a href="c.html">c</a><a href="#top">top</a><img src="d.png"></html>'
    files = {"x/a.html": page, "x/b.html": b'<html><p id="there">b</p></html>'}
    assert broken_links(files, "") == [
        "x/a.html: <a> b.html#here",
        "x/a.html: <a> c.html",
        "x/a.html: <a> #top",
        "x/a.html: <img> d.png",
    ]


def test_ids_are_given_once_on_every_page(name: str) -> None:
    for path, page in pages_of(name).items():
        ids = [element.get("id") for element in page.iter() if element.get("id") is not None]
        assert len(ids) == len(set(ids)), path
        assert all(id and not re.search(r"\s", id) for id in ids), path


def test_labels_and_descriptions_refer_to_elements_of_their_page(name: str) -> None:
    for path, page in pages_of(name).items():
        ids = {element.get("id") for element in page.iter()}
        for element in page.iter():
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
                assert set(element.get(attribute, "").split()) <= ids, (path, element.attrib)


def test_links_are_relative_but_on_the_page_for_missing_addresses(name: str) -> None:
    base_path = urlsplit(site_of(name).config.base_url).path
    for path, page in pages_of(name).items():
        inside = [address for _, address in links_of(page) if not is_outside(address)]
        absolute = [address for address in inside if address.startswith("/")]
        if path == "404.html":
            assert [address for address in inside if not address.startswith("#")] == absolute
            assert absolute and all(address.startswith(f"{base_path}/") for address in absolute)
        else:
            assert absolute == []


def test_404_links_begin_at_the_path_of_the_base_url(site: Path) -> None:
    files = build_in_memory(site, "https://example.org/a/b")
    addresses = [address for _, address in links_of(read_html(files["404.html"])) if not address.startswith("#")]
    assert "/a/b/index.html" in addresses
    assert all(address.startswith("/a/b/") for address in addresses)


def test_pages_ask_no_other_host_for_anything_unless_the_site_allows_it(name: str) -> None:
    base = site_of(name).config.base_url
    allowed = {host for _, hosts in site_of(name).config.allowed for host in hosts}
    for path, page in pages_of(name).items():
        for element, address in links_of(page):
            if element.tag == "a" or (element.tag == "link" and element.get("rel") in PERMANENT):
                continue
            assert not is_outside(address) or address in allowed, (path, address)
        canonical = [link.get("href", "") for link in page.iter("link") if link.get("rel") == "canonical"]
        assert all(base and address.startswith(f"{base}/") for address in canonical), path


def test_links_to_other_hosts_are_those_that_the_editor_names(name: str) -> None:
    folder = EVERY_FOLDER[name] / "content"
    written = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.*") if path.suffix != ".svg")
    for page in pages_of(name).values():
        for element in page.iter("a"):
            if is_outside(element.get("href", "")):
                assert element.get("href") in written
                assert "noopener" in element.get("rel", "")


def test_style_sheets_ask_no_other_host_for_anything(name: str) -> None:
    sheets = [raw.decode() for path, raw in files_of(name).items() if path.endswith(".css")]
    assert sheets
    for sheet in sheets:
        assert "@import" not in sheet
        assert re.findall(r"url\(\s*[\"']?(?:[a-z]+:|//)", sheet, re.IGNORECASE) == []


def test_pages_hold_no_inline_script_or_style(name: str) -> None:
    for path, page in pages_of(name).items():
        for element in page.iter():
            assert element.tag not in ("style", "iframe", "object", "embed", "form", "base"), path
            if element.get("type") != "application/ld+json":
                assert element.tag != "script" or (element.get("src") and not element.text), path
            assert not [key for key in element.attrib if key == "style" or key.startswith("on")], path


def test_every_page_forbids_what_it_does_not_need_before_anything_is_loaded(name: str) -> None:
    for path, page in pages_of(name).items():
        head = page.find("head")
        assert head is not None
        policies = [meta for meta in head.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        assert len(policies) == 1, path
        rules = policies[0].get("content", "")
        assert "default-src 'none'" in rules and "'unsafe-inline'" not in rules and "*" not in rules, path
        order = list(head)
        assert order.index(policies[0]) < min(order.index(link) for link in head.iter("link")), path


def test_every_page_has_one_first_heading_and_skips_no_level(name: str) -> None:
    for path, page in pages_of(name).items():
        levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def leads_on(page: ET.Element) -> bool:
    return any(each.get("http-equiv") == "refresh" for each in page.iter("meta"))


def test_every_page_has_a_title_of_its_own(name: str) -> None:
    # Several former names of one briefing lead on to it alike.
    pages = [page for page in pages_of(name).values() if not leads_on(page)]
    titles = [text_of(title) for page in pages for title in page.iter("title")]
    assert len(titles) == len(pages) == len(set(titles)) > 2


def test_language_and_direction_are_those_of_the_text() -> None:
    said = {
        (name, path): (page.get("lang"), page.get("dir"))
        for name in EVERY_FOLDER
        for path, page in pages_of(name).items()
    }
    assert said[("bilingual", "takhir-al-jisr/index.html")] == ("ar", "rtl")
    assert said[("bilingual", "stories/harbour-bridge/index.html")] == ("en", "ltr")
    assert said[("libya", "libya-2019/index.html")] == ("en-GB", "ltr")
    assert said[("two-briefings", "footbridge/index.html")] == ("en-GB", "ltr")
    assert said[("two-briefings", "tram-line/index.html")] == ("en", "ltr")
    assert said[("arabic", "jisr/index.html")] == ("ar", "rtl")
    assert said[("arabic", "index.html")] == ("ar", "rtl")
    assert said[("arabic", "404.html")] == ("ar", "rtl")


def test_a_skip_link_leads_to_the_main_element(name: str) -> None:
    for path, page in pages_of(name).items():
        body = page.find("body")
        assert body is not None
        first = next(body.iter("a"))
        assert by_id(page, first.get("href", "")[1:]).tag == "main", path
