"""The ways from a page to other files."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.model.paths import NOT_FOUND
from newsbrief.pages.page import Page

segments = st.lists(st.sampled_from(["a", "b", "c", "index.html"]), min_size=1, max_size=4).map("/".join)


def page_at(path: str, is_apart: bool = False) -> Page:
    return Page(path, "page.html", "en", {}, is_apart)


@given(segments, segments)
def test_links_are_the_shortest_ways_between_two_files(page: str, target: str) -> None:
    there = f"{target}/y.html"
    assert page_at(f"{page}/x.html").href(there) == posixpath.relpath(there, page)
    assert page_at("x.html").href(there) == there


def test_a_link_to_a_place_on_the_same_page_is_the_place_alone() -> None:
    page = page_at("bridge/index.html")
    assert page.href("bridge/index.html", "party-un") == "#party-un"
    assert page.href("bridge/index.html") == "index.html"
    assert page.href("tram/index.html", "party-un") == "../tram/index.html#party-un"


def test_links_of_the_page_for_lost_readers_begin_at_the_host() -> None:
    page = page_at(NOT_FOUND)
    assert page.href("index.html", base_url="https://example.org/some-repo") == "/some-repo/index.html"
    assert page.href("bridge/a b.html", "words") == "/bridge/a%20b.html#words"


def test_links_of_a_page_that_is_read_elsewhere_are_whole() -> None:
    page = page_at("bridge/index.html", is_apart=True)
    assert page.href("bridge/index.html", "words", "https://example.org") == "https://example.org/bridge/#words"


@pytest.mark.parametrize(
    ("language", "direction", "locale"), [("en-GB", "ltr", "en_GB"), ("en", "ltr", ""), ("ar", "rtl", "")]
)
def test_a_page_has_the_direction_of_its_language_and_a_region_where_it_names_one(
    language: str, direction: str, locale: str
) -> None:
    page = Page("index.html", "home.html", language, {})
    assert (page.direction, page.locale) == (direction, locale)
