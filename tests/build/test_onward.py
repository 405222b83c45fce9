"""The ways onward in built pages: filled in by every kind of build alike, and only where they have changed."""

import shutil
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import BuildResult, build_site
from newsbrief.disk.output_record import RECORD
from support.files import bytes_of, edit
from support.html import by_id, read_html, text_of
from support.searched import SCHOOL, SCHOOL_FACTS, write_searched
from support.sites import FRONT, write_briefing
from support.whole import build_in_memory

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site in which Tom Reed appears in two briefings of four, built."""
    site = write_searched(tmp_path / "site")
    build(site)
    return site


def build(site: Path, **options: bool) -> BuildResult:
    result = build_site(BuildRequest(site), site / "_site", **options)
    files = bytes_of(site / "_site")
    assert files.pop(RECORD)
    assert files == build_in_memory(site) or options
    assert not any(b"<!--onward" in raw for raw in files.values())
    return result


def pages_in(result: BuildResult) -> set[str]:
    return {path for path in result.written if path.count("/") == 1 and path.endswith("/index.html")} - {
        "search/index.html",
        "glossary/index.html",
    }


def card(site: Path, slug: str, id: str) -> str:
    return text_of(by_id(read_html((site / "_site" / slug / "index.html").read_bytes()), id))


def test_a_card_and_the_foot_lead_to_the_other_briefing(site: Path) -> None:
    assert "In 2 briefings" in card(site, "school", "party-reed")
    assert "In 2 briefings" not in card(site, "bridge", "party-ortiz")
    page = (site / "_site" / "school" / "index.html").read_text()
    assert 'href="../glossary/index.html#party-reed"' in page
    assert 'href="../bridge/index.html">A title</a>' in page
    assert 'id="related"' not in (site / "_site" / "harbour" / "index.html").read_text()


def test_an_edit_of_an_article_changes_no_other_briefing(site: Path) -> None:
    edit(site / "content" / "school" / "article.md", "zephyr", "barometer")
    assert pages_in(build(site)) == {"school/index.html"}


def test_a_new_title_changes_the_briefings_that_lead_to_it(site: Path) -> None:
    edit(site / "content" / "school" / "article.md", "A school opens", "A school closes")
    assert pages_in(build(site)) == {"school/index.html", "bridge/index.html"}


def test_a_party_that_comes_again_changes_its_other_cards(site: Path) -> None:
    write_briefing(site, "quay", SCHOOL, SCHOOL_FACTS, FRONT.replace("A title", "Another"))
    assert pages_in(build(site)) == {"quay/index.html", "school/index.html", "bridge/index.html"}
    assert "In 3 briefings" in card(site, "bridge", "party-reed")
    shutil.rmtree(site / "content" / "quay")
    assert pages_in(build(site)) == {"school/index.html", "bridge/index.html"}


def test_a_dry_run_says_what_a_build_then_writes(site: Path) -> None:
    write_briefing(site, "quay", SCHOOL, SCHOOL_FACTS, FRONT.replace("A title", "Another"))
    tried = build(site, dry_run=True)
    assert sorted(tried.written) == sorted(build(site).written)


def test_many_briefings_are_filled_in_by_several_processes(tmp_path: Path) -> None:
    site = write_searched(tmp_path / "site")
    for number in range(30):
        front = FRONT.replace("2019-04-07", f"2020-01-{1 + number % 28:02}")
        write_briefing(site, f"quay-{number:02}", SCHOOL, SCHOOL_FACTS, front)
    build_site(BuildRequest(site, workers=2), site / "_site")
    files = bytes_of(site / "_site")
    assert files.pop(RECORD)
    assert files == build_in_memory(site)
    assert "In more than 6 briefings" in card(site, "quay-07", "party-reed")
