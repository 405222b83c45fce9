"""Drafts: not a byte of one leaves the house unasked, and where they are asked for they are marked."""

from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import NewsbriefError
from newsbrief.serve.memory import SiteMemory
from support.html import (
    by_id,
    read_html,
    text_of,
)
from support.sites import ARTICLE, FACTS, FRONT, write_briefing, write_site
from support.whole import build_in_memory, load_site

CANARY = "Zephyrine"
DRAFT = FRONT.replace("title: A title", f"title: {CANARY} votes\nstandfirst: {CANARY} waits.").replace(
    "---\n\n", f"draft: true\nimage: {{file: {CANARY.lower()}.svg, alt: {CANARY}}}\n---\n\n"
)
BASE_URL = "https://example.org/briefs"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one briefing and one draft, which bears a word of its own in everything that it holds."""
    site = write_site(tmp_path / "site")
    article = ARTICLE.replace("Adaba", CANARY).replace("Lena Ortiz", f"{CANARY} Ortiz")
    facts = FACTS.replace("ortiz", CANARY.lower()).replace("Lena Ortiz", f"{CANARY} Ortiz")
    facts = facts.replace("The council votes", f"{CANARY} votes")
    folder = write_briefing(site, CANARY.lower(), article, facts, DRAFT)
    (folder / f"{CANARY.lower()}.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return site


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_no_byte_of_a_draft_is_in_the_output(site: Path) -> None:
    build_site(BuildRequest(site, BASE_URL), site / "_site")
    written = files_below(site / "_site")
    assert "bridge/index.html" in written
    for path, content in written.items():
        assert CANARY.lower() not in path.lower() and CANARY.lower().encode() not in content.lower(), path


def test_nor_after_it_was_asked_for_once(site: Path) -> None:
    build_site(BuildRequest(site, BASE_URL, drafts=True), site / "_site")
    assert any(CANARY.encode() in content for content in files_below(site / "_site").values())
    build_site(BuildRequest(site, BASE_URL), site / "_site")
    for path, content in files_below(site / "_site").items():
        assert CANARY.lower() not in path.lower() and CANARY.lower().encode() not in content.lower(), path


def test_nor_when_a_briefing_becomes_a_draft_while_it_is_served(site: Path) -> None:
    memory = SiteMemory(BuildRequest(site, BASE_URL))
    article = site / "content" / CANARY.lower() / "article.md"
    article.write_text(DRAFT.replace("draft: true", "draft: false") + article.read_text().partition("---\n\n")[2])
    assert any(CANARY.encode() in content for content in memory.rebuild().files.values())
    article.write_text(DRAFT + article.read_text().partition("---\n\n")[2])
    files = memory.rebuild([f"content/{CANARY.lower()}/article.md"]).files
    assert not any(CANARY.lower().encode() in content.lower() for content in files.values())


def test_a_draft_that_was_asked_for_is_marked_wherever_it_is_shown_and_kept_from_machines(site: Path) -> None:
    files = build_in_memory(site, BASE_URL, drafts=True)
    page = read_html(files[f"{CANARY.lower()}/index.html"])
    assert "Draft" in [text_of(each) for each in page.iter("li")]
    assert "noindex" in [each.get("content") for each in page.iter("meta") if each.get("name") == "robots"]
    assert f"Draft As of April 7, 2019 {CANARY} votes" in text_of(read_html(files["index.html"]))
    glossary = read_html(files["glossary/index.html"])
    assert f"Draft Appears in: {CANARY} votes" in text_of(by_id(glossary, "party-reed"))
    assert "Draft Appears in: A title" not in text_of(glossary)
    for path, content in files.items():
        if path.endswith((".xml", ".txt")) or path == "feed.json":
            assert CANARY.encode() not in content or path.startswith(CANARY.lower()), path


def write_draft(site: Path) -> None:
    """Add a draft in which each text an editor gives holds the word Zanzibar."""
    front = """\
---
title: Zanzibar draft
standfirst: A Zanzibar standfirst.
as_of: 2030-01-01
source: {publisher: Zanzibar Times, author: Zanzibar, note: A Zanzibar note.}
image: {file: zanzibar.svg, alt: Zanzibar from above, credit: Zanzibar}
draft: true
---

"""
    facts = (
        FACTS.replace("reed", "zanzibar")
        .replace("name: Tom Reed", "name: Tom Zanzibar")
        .replace("kind: person\ndates", "kind: person\n    aliases: [Tom Reed]\n    side: Zanzibar\ndates")
    )
    folder = write_briefing(site, "zanzibar", ARTICLE + "\nZanzibar is far.\n", facts, front)
    (folder / "zanzibar.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><!-- Zanzibar --></svg>')


def test_a_draft_leaks_into_no_byte_of_the_site(site: Path) -> None:
    without = build_in_memory(site)
    write_draft(site)
    assert build_in_memory(site) == without
    assert not [path for path, raw in without.items() if b"zanzibar" in path.encode().lower() + raw.lower()]


def test_drafts_are_shown_on_demand_and_marked(site: Path) -> None:
    write_draft(site)
    files = build_in_memory(site, drafts=True)
    draft = read_html(files["zanzibar/index.html"])
    assert "Draft" in text_of(draft).split()
    assert "Draft" in text_of(read_html(files["index.html"])).split()
    assert "Draft" not in text_of(read_html(files["bridge/index.html"])).split()
    assert files["zanzibar/zanzibar.svg"].startswith(b"<svg")


def test_a_draft_may_be_unfinished_until_it_is_asked_for(site: Path) -> None:
    write_briefing(
        site, "later", facts="quotes:\n  - nonsense\n", front=FRONT.replace("---\n\n", "draft: true\n---\n\n")
    )
    assert [briefing.slug for briefing in load_site(site).briefings] == ["bridge"]
    with pytest.raises(NewsbriefError):
        load_site(site, drafts=True)
