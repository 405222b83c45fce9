"""The pages as a whole: every link resolves, nothing comes from another host, addresses and drafts are right."""

from pathlib import Path

import pytest

from newsbrief.model.paths import absolute_url
from newsbrief.model.problems import NewsbriefError
from newsbrief.pages.plan import plan_pages
from support.html import (
    FOLDERS,
    broken_links,
    links_of,
    pages_of,
    read_html,
    site_of,
    text_of,
)
from support.sites import FRONT, write_briefing, write_site
from support.whole import build_in_memory, load_site


@pytest.fixture(params=sorted(FOLDERS))
def name(request: pytest.FixtureRequest) -> str:
    """Each of the whole sites in turn."""
    return str(request.param)


def test_briefings_are_listed_from_the_newest() -> None:
    home = pages_of("two-briefings")["index.html"]
    listed = [address for element, address in links_of(home) if element.tag == "a" and address.endswith("/index.html")]
    assert listed.index("tram-line/index.html") < listed.index("footbridge/index.html")


def test_every_page_is_planned_once(name: str) -> None:
    paths = [page.path for page in plan_pages(site_of(name))]
    assert len(paths) == len(set(paths))
    assert {"index.html", "404.html", "glossary/index.html"} <= set(paths)


def test_published_addresses_leave_out_index_html() -> None:
    config = site_of("two-briefings").config
    assert absolute_url(config, "index.html") == "https://desk.example.org/valley/"
    assert absolute_url(config, "tram-line/index.html") == "https://desk.example.org/valley/tram-line/"
    assert absolute_url(site_of("arabic").config, "index.html") == ""


def problems_of(site: Path) -> list[str]:
    with pytest.raises(NewsbriefError) as caught:
        load_site(site)
    assert caught.value.exit_code == 1
    return [f"{problem.path}: {problem.message}" for problem in caught.value.problems]


def test_two_names_that_make_one_address_are_refused(site: Path) -> None:
    write_briefing(site, "Bridge!")
    (site / "content" / "brïdge.md").write_text("---\ntitle: Bridge\n---\n\nText.\n", encoding="utf-8")
    said = problems_of(site)
    assert len(said) == 2
    assert any("content/bridge: the name 'bridge' makes the same address as content/Bridge!" in each for each in said)
    assert any("content/brïdge.md" in each and "the same address" in each for each in said)


def test_a_name_that_makes_no_address_is_refused(site: Path) -> None:
    write_briefing(site, "!!!")
    (site / "content" / "….md").write_text("---\ntitle: Dots\n---\n\nText.\n", encoding="utf-8")
    said = problems_of(site)
    assert len(said) == 2
    assert all("makes no address" in each for each in said)
    assert {each.split(":")[0] for each in said} == {"content/!!!", "content/….md"}


@pytest.mark.parametrize("taken", ["archive", "assets", "glossary", "Glossary", "404", "index"])
def test_names_that_the_generator_needs_are_refused(site: Path, taken: str) -> None:
    write_briefing(site, taken)
    (site / "content" / f"{taken}.md").write_text("---\ntitle: Taken\n---\n\nText.\n", encoding="utf-8")
    said = problems_of(site)
    assert len(said) == 2
    assert all("reserved for the generator" in each for each in said)


def test_names_in_other_scripts_make_addresses(site: Path) -> None:
    write_briefing(site, "Мост")
    assert {briefing.slug for briefing in load_site(site).briefings} == {"bridge", "most"}


def test_what_the_article_leaves_out_is_said(site: Path) -> None:
    write_briefing(site, front=FRONT.replace("---\n\n", "source: {author: not given, published: not given}\n---\n\n"))
    page = read_html(build_in_memory(site)["bridge/index.html"])
    shown = text_of(page)
    assert "Not given in the article: author, date of publication" in shown
    assert "It does not say who wrote it or when it was published." in shown
    assert "publisher" not in shown and "who published it" not in shown and "address" not in shown
    footbridge = text_of(pages_of("two-briefings")["footbridge/index.html"])
    assert "Publisher: The Adaba Lantern" in footbridge
    assert "Author: Iris Moll" in footbridge
    assert "Not given in the article" not in footbridge


def test_a_site_without_briefings_still_builds(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    for path in (site / "content" / "bridge").iterdir():
        path.unlink()
    (site / "content" / "bridge").rmdir()
    files = build_in_memory(site)
    assert broken_links(files, "") == []
    assert {"index.html", "glossary/index.html", "404.html"} <= files.keys()
