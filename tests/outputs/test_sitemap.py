"""The map of the site: valid by the protocol, cut where one file is not enough, and told to search engines."""

import urllib.robotparser
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from newsbrief.outputs.sitemap import MOST_ADDRESSES, MOST_BYTES, is_root, write_robots, write_sitemap
from support.feeds import BASE_URL, CONFIG
from support.sites import ROOT

SITEMAP = etree.RelaxNG(etree.parse(str(ROOT / "tests" / "data" / "sitemap.rng")))
IN_SITEMAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}
PAGES = (("index.html", date(2021, 6, 3)), ("bridge/index.html", date(2019, 4, 7)), ("glossary/index.html", None))


def read_map(raw: bytes) -> list[tuple[str, str | None]]:
    """Return the addresses of a map or an index, each with the day of its last change; the file must be valid."""
    root = etree.fromstring(raw)
    SITEMAP.assertValid(root)
    rows = [*root.iterfind("map:url", IN_SITEMAP), *root.iterfind("map:sitemap", IN_SITEMAP)]
    return [(each.findtext("map:loc", "", IN_SITEMAP), each.findtext("map:lastmod", None, IN_SITEMAP)) for each in rows]


def numbered(number: int) -> Sequence[tuple[str, date | None]]:
    return [(f"briefing-{each}/index.html", date(2019, 4, 7)) for each in range(number)]


def test_the_map_has_the_address_of_every_page_and_the_day_where_there_is_one() -> None:
    ((path, raw),) = write_sitemap(PAGES, CONFIG)
    assert path == "sitemap.xml"
    assert raw.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<!-- Written by Newsbrief -->\n<urlset ')
    assert read_map(raw) == [
        (f"{BASE_URL}/", "2021-06-03"),
        (f"{BASE_URL}/bridge/", "2019-04-07"),
        (f"{BASE_URL}/glossary/", None),
    ]


def test_more_addresses_than_one_file_may_have_make_an_index_and_parts() -> None:
    ((path, raw),) = write_sitemap(numbered(MOST_ADDRESSES), CONFIG)
    assert (path, len(read_map(raw))) == ("sitemap.xml", 50_000)
    files = dict(write_sitemap(numbered(MOST_ADDRESSES + 1), CONFIG))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert b"<sitemapindex " in files["sitemap.xml"]
    assert read_map(files["sitemap.xml"]) == [(f"{BASE_URL}/sitemap-1.xml", None), (f"{BASE_URL}/sitemap-2.xml", None)]
    assert [len(read_map(files[f"sitemap-{number}.xml"])) for number in (1, 2)] == [50_000, 1]


def test_no_file_is_larger_than_the_protocol_allows() -> None:
    long = [(f"{number:05}{'x' * 1500}/index.html", None) for number in range(40_000)]
    files = dict(write_sitemap(long, CONFIG))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert max(map(len, files.values())) <= MOST_BYTES == 52_428_800
    assert max(map(len, files.values())) > MOST_BYTES - 2000


@given(st.integers(0, 40), st.integers(1, 9), st.integers(300, 1500))
def test_parts_hold_every_address_once_in_order_and_are_no_larger_than_allowed(
    number: int, most_addresses: int, most_bytes: int
) -> None:
    limits = {"most_addresses": most_addresses, "most_bytes": most_bytes}
    (_, first), *parts = write_sitemap(numbered(number), CONFIG, **limits)
    maps = [raw for _, raw in parts] or [first]
    found = [row for raw in maps for row in (read_map(raw) if number else [])]
    assert found == [(f"{BASE_URL}/briefing-{each}/", "2019-04-07") for each in range(number)]
    assert all(len(raw) <= most_bytes and raw.count(b"<url>") <= most_addresses for raw in maps)
    if parts:
        assert read_map(first) == [(f"{BASE_URL}/{path}", None) for path, _ in parts]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/"), min_size=1, max_size=12))
def test_odd_names_are_written_as_addresses(name: str) -> None:
    ((_, raw),) = write_sitemap([(f"{name}/index.html", None)], CONFIG)
    assert read_map(raw) == [(f"{BASE_URL}/{quote(name)}/", None)]


@pytest.mark.parametrize("base_url", ["https://desk.example.org/a&b", "https://مكتب.example/وادي"])
def test_the_sites_own_address_is_written_as_it_is(base_url: str) -> None:
    ((_, raw),) = write_sitemap([("index.html", None)], replace(CONFIG, base_url=base_url))
    assert read_map(raw) == [(f"{base_url}/", None)]


def test_the_same_pages_make_the_same_map() -> None:
    assert list(write_sitemap(PAGES, CONFIG)) == list(write_sitemap(PAGES, CONFIG))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<loc>https://desk.example.org/valley/bridge/</loc>", ""),
        ("<loc>https://desk.example.org/valley/bridge/</loc>", "<loc>bridge/</loc>"),
        ("</loc><lastmod>2019-04-07</lastmod>", "</loc><lastmod>7 April 2019</lastmod>"),
        ("<lastmod>2019-04-07</lastmod>", "<lastmod>2019-04-07</lastmod><lastmod>2019-04-07</lastmod>"),
        ("schemas/sitemap/0.9", "schemas/sitemap/0.8"),
    ],
)
def test_the_grammar_refuses_what_is_no_map(right: str, wrong: str) -> None:
    ((_, raw),) = write_sitemap(PAGES, CONFIG)
    assert right in raw.decode()
    assert not SITEMAP.validate(etree.fromstring(raw.decode().replace(right, wrong).encode()))


def test_search_engines_are_let_in_and_told_of_the_map() -> None:
    robots = urllib.robotparser.RobotFileParser()
    robots.parse(write_robots(CONFIG).decode().splitlines())
    assert robots.can_fetch("AnyBot", f"{BASE_URL}/bridge/")
    assert robots.site_maps() == [f"{BASE_URL}/sitemap.xml"]


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("https://desk.example.org", True),
        ("http://127.0.0.1:8000", True),
        ("https://desk.example.org/valley", False),
        ("", False),
    ],
)
def test_a_site_in_a_folder_is_not_all_of_its_host(base_url: str, expected: bool) -> None:
    assert is_root(replace(CONFIG, base_url=base_url)) == expected
