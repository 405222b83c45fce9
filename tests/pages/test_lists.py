"""The pages of lists, as a whole: planned once, linked well, and changed only where they must be."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.model.site import SiteConfig, Summary
from newsbrief.pages.page import Page
from newsbrief.pages.plan import plan_list_pages
from support.html import broken_links, by_id, links_of, read_html, text_of
from support.many import (
    CONFIG,
    COUNCIL,
    make_arabic_summaries,
    make_summaries,
    make_summary,
    plan_little,
    render_little,
)
from support.sites import ARTICLE, FACTS, FRONT, SITES, write_briefing, write_site
from support.whole import build_in_memory, load_site

KINDS = {
    "home.html",
    "archive.html",
    "archive-months.html",
    "glossary-letters.html",
    "glossary-letter.html",
    "appearances.html",
}
both = pytest.mark.parametrize("language", ["en-GB", "ar"])


@cache
def content_of(language: str) -> tuple[SiteConfig, tuple[Summary, ...]]:
    if language == "ar":
        return load_site(SITES / "arabic").config, tuple(make_arabic_summaries(24))
    return CONFIG, tuple(make_summaries(24))


@cache
def files_of(language: str) -> Mapping[str, bytes]:
    return render_little(*content_of(language))


@cache
def pages_of(language: str) -> Mapping[str, ET.Element]:
    return {path: read_html(raw) for path, raw in files_of(language).items() if path.endswith(".html")}


def contexts_of(pages: tuple[Page, ...]) -> dict[str, Mapping[str, Any]]:
    return {page.path: page.context for page in pages}


@both
def test_many_briefings_make_every_kind_of_page_and_no_path_twice(language: str) -> None:
    pages = plan_little(*content_of(language))
    assert {page.template for page in pages} == KINDS
    paths = {page.path.casefold() for page in pages}
    assert len(paths) == len(pages)
    assert all(path.isascii() for path in paths)


@both
def test_every_link_between_pages_of_lists_and_into_briefings_resolves(language: str) -> None:
    config, summaries = content_of(language)
    stubs = {
        f"{summary.teaser.slug}/index.html": "".join(f'<p id="party-{party.id}">x</p>' for party in summary.parties)
        for summary in summaries
    }
    files = {**files_of(language), **{path: f"<html>{stub}</html>".encode() for path, stub in stubs.items()}}
    files |= {"feed.xml": b"", "feed.json": b""}
    assert broken_links(files, config.base_url) == []


@both
def test_every_page_of_lists_has_a_title_of_its_own_and_headings_in_order(language: str) -> None:
    pages = pages_of(language)
    titles = [text_of(title) for page in pages.values() for title in page.iter("title")]
    assert len(titles) == len(pages) == len(set(titles))
    for path, page in pages.items():
        levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        ids = [element.get("id") for element in page.iter() if element.get("id") is not None]
        assert len(ids) == len(set(ids)), path


@both
def test_ways_are_in_named_navigation_and_say_where_the_reader_is(language: str) -> None:
    for path, page in pages_of(language).items():
        for nav in page.iter("nav"):
            assert nav.get("aria-label"), path
        labels = [nav.get("aria-label") for nav in page.iter("nav")]
        assert len(labels) == len(set(labels)), path
        ways = [link for link in page.iter("a") if link.get("rel") in ("prev", "next")]
        assert all(text_of(link) for link in ways)
        steps = [each for each in page.iter("ul") if each.get("class") == "paging-steps"]
        assert len(steps) <= 1
        for step in steps:
            (here,) = (link for link in step.iter("a") if link.get("aria-current") == "page")
            assert here.get("href") == "index.html"


def test_an_archive_page_is_named_by_the_days_it_reaches_over() -> None:
    page = pages_of("en-GB")["archive/2/index.html"]
    assert [text_of(each) for each in page.iter("h1")] == ["Briefings, 15 October – 17 November 2020"]
    arabic = pages_of("ar")["archive/1/index.html"]
    assert [text_of(each) for each in arabic.iter("h1")] == ["الملخصات، 30 نوفمبر 2019 – 7 فبراير 2020"]


def test_years_and_months_lead_to_the_newest_briefing_of_theirs() -> None:
    pages = pages_of("en-GB")
    home, months = pages["index.html"], pages["archive/index.html"]
    (years,) = (each for each in home.iter("p") if each.get("class") == "year-links")
    assert [(text_of(link), link.get("href")) for link in years.iter("a")] == [
        ("2021", "#month-2021-05"),
        ("2020", "archive/3/index.html#month-2020-12"),
    ]
    links = {text_of(link): link.get("href") for link in by_id(months, "main").iter("a")}
    assert links["November"] == "3/index.html#month-2020-11"
    landed = by_id(pages["archive/3/index.html"], "month-2020-11")
    assert "As of 28 November 2020" in text_of(landed)


def test_contexts_hold_frozen_values_only() -> None:
    for language in ("en-GB", "ar"):
        for page in plan_little(*content_of(language)):
            assert all(isinstance(hash(value), int) for value in page.context.values()), page.path


def test_a_new_briefing_changes_few_pages() -> None:
    summaries = make_summaries(200)
    before = contexts_of(plan_list_pages(CONFIG, summaries[1:]))
    after = contexts_of(plan_list_pages(CONFIG, summaries))
    changed = {path for path in after if before.get(path) != after[path]}
    letters = {path for path in changed if re.fullmatch(r"glossary/[^/]+/index\.html", path)}
    assert changed - letters == {
        "index.html",
        "archive/index.html",
        "glossary/index.html",
        "glossary/party/council/index.html",
    }
    # The pages of the three actors, and those beside them where the first or last label is another.
    assert 1 <= len(letters) <= 9 < len([path for path in after if path.startswith("glossary/")])


def test_pages_do_not_change_with_what_they_do_not_show() -> None:
    summaries = make_summaries(60)
    quiet = [replace(each, parties=tuple(replace(party, claim=None) for party in each.parties)) for each in summaries]
    before, after = (contexts_of(plan_list_pages(CONFIG, each)) for each in (summaries, quiet))
    assert not [path for path in before if before[path] != after[path] and not path.startswith("glossary/")]


def test_few_briefings_make_a_home_page_without_anchors_and_a_glossary_only() -> None:
    paths = [page.path for page in plan_list_pages(CONFIG, make_summaries(6))]
    assert paths == ["index.html", "glossary/index.html"]
    assert b'id="month-' not in render_little(CONFIG, make_summaries(4))["index.html"]
    assert files_of("en-GB")["index.html"].count(b'id="month-') > 1


@given(st.integers(0, 40))
def test_summaries_are_planned_alike_in_every_order(count: int) -> None:
    summaries = make_summaries(count)
    assert contexts_of(plan_little(CONFIG, summaries)) == contexts_of(plan_little(CONFIG, summaries[::-1]))


def test_an_entry_of_many_appearances_leads_to_all_of_them() -> None:
    summaries = [make_summary(number, [COUNCIL]) for number in range(15)]
    page = read_html(render_little(CONFIG, summaries)["glossary/index.html"])
    entry = by_id(page, "party-council")
    assert "and in 9 more briefings" in text_of(entry)
    assert "party/council/index.html" in [address for _, address in links_of(entry)]


def test_a_site_of_sixty_briefings_is_built_with_an_archive_and_letters(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    for number in range(60):
        folder = write_briefing(site, f"briefing-{number:02}", front=FRONT.replace("04-07", f"04-{1 + number % 30:02}"))
        names = [f"{first} {last}{number}" for first in ("Ada", "Bo", "Cem", "Dov") for last in ("Marl",)]
        (folder / "article.md").write_text(f"{FRONT}{ARTICLE}\n{', '.join(names)} came.\n", encoding="utf-8")
        guests = "".join(
            f"  - {{id: guest-{k}-{number}, name: {name}, kind: person}}\n" for k, name in enumerate(names)
        )
        (folder / "facts.yaml").write_text(FACTS.replace("dates:\n", f"{guests}dates:\n"), encoding="utf-8")
    files = build_in_memory(site)
    assert broken_links(files, "") == []
    assert {"archive/1/index.html", "archive/2/index.html", "archive/index.html"} <= files.keys()
    assert {"glossary/m/index.html", "glossary/m/2/index.html", "glossary/party/ortiz/index.html"} <= files.keys()
