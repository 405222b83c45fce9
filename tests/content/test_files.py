"""The files under content/: what is read, what is refused, and where the fault is said to be."""

import os
from pathlib import Path
from typing import NamedTuple

from newsbrief.content.files import MAX_BYTES, BriefingFolder, list_content, read_folder, read_page
from newsbrief.content.source_file import SourceFile
from newsbrief.model.problems import Problem
from support.rights import without_privileges
from support.sites import write_briefing, write_site


class Sources(NamedTuple):
    """Everything that was read of a site."""

    briefings: tuple[BriefingFolder, ...]
    pages: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


def read_sources(site: Path) -> Sources:
    listing = list_content(site)
    folders = [read_folder(site, name) for name in listing.folders]
    pages = [read_page(site, name) for name in listing.pages]
    problems = [*listing.problems, *(problem for _, faults in (*folders, *pages) for problem in faults)]
    briefings = tuple(folder for folder, _ in folders if folder)
    return Sources(briefings, tuple(page for page, _ in pages if page), tuple(sorted(problems)))


def problems_of(site: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in read_sources(site).problems]


def test_a_site_without_a_problem_is_read_whole(site: Path) -> None:
    (site / "content" / "about.md").write_text("---\ntitle: About\n---\n\nText.\n")
    sources = read_sources(site)
    assert sources.problems == ()
    (briefing,) = sources.briefings
    assert (briefing.name, briefing.folder) == ("bridge", site / "content" / "bridge")
    assert briefing.article.path == "content/bridge/article.md"
    assert briefing.facts is not None
    assert briefing.facts.path == "content/bridge/facts.yaml"
    assert [page.path for page in sources.pages] == ["content/about.md"]


def test_briefings_and_pages_come_in_order_of_name(site: Path) -> None:
    for name in ("b", "a", "c"):
        write_briefing(site, name)
        (site / "content" / f"{name}.md").write_text("---\ntitle: Page\n---\n\nText.\n")
    sources = read_sources(site)
    assert [briefing.name for briefing in sources.briefings] == ["a", "b", "bridge", "c"]
    assert [page.path for page in sources.pages] == ["content/a.md", "content/b.md", "content/c.md"]


def test_a_site_without_a_content_folder_is_a_problem(tmp_path: Path) -> None:
    (problem,) = read_sources(tmp_path).problems
    assert (problem.path, problem.message) == ("content", "there is no such folder")
    assert "--site" in problem.hint


def test_a_content_file_in_place_of_the_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("text")
    assert problems_of(tmp_path) == [("content", "there is no such folder")]


def test_an_empty_content_folder_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert read_sources(tmp_path).briefings == ()
    assert read_sources(tmp_path).problems == ()


def test_a_file_of_fifty_megabytes_is_not_read(site: Path) -> None:
    os.truncate(site / "content" / "bridge" / "facts.yaml", 50_000_000)
    (problem,) = read_sources(site).problems
    assert problem.path == "content/bridge/facts.yaml"
    assert problem.message == f"this file has 50,000,000 bytes; the limit is {MAX_BYTES:,}"
    assert read_sources(site).briefings[0].facts is None


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not(site: Path) -> None:
    page = site / "content" / "about.md"
    page.write_bytes(b"a" * MAX_BYTES)
    assert problems_of(site) == []
    page.write_bytes(b"a" * (MAX_BYTES + 1))
    assert [path for path, _ in problems_of(site)] == ["content/about.md"]


def test_a_link_out_of_the_site_is_not_followed(site: Path) -> None:
    secret = site.parent / "secret.md"
    secret.write_text("---\ntitle: Secret\n---\n\nSecret.\n")
    (site / "content" / "about.md").symlink_to(secret)
    (site / "content" / "outside").symlink_to(site.parent)
    assert problems_of(site) == [
        ("content/about.md", "this link leads out of the site"),
        ("content/outside", "this link leads out of the site"),
    ]
    assert read_sources(site).pages == ()


def test_a_fact_sheet_that_is_a_link_out_of_the_site_is_not_read(site: Path) -> None:
    secret = site.parent / "facts.yaml"
    secret.write_text("quotes: []\n")
    sheet = site / "content" / "bridge" / "facts.yaml"
    sheet.unlink()
    sheet.symlink_to(secret)
    assert ("content/bridge/facts.yaml", "this link leads out of the site") in problems_of(site)
    assert read_sources(site).briefings[0].facts is None


def test_a_link_inside_the_site_is_followed(site: Path) -> None:
    article = site / "content" / "bridge" / "article.md"
    article.rename(site / "shared.md")
    article.symlink_to(site / "shared.md")
    assert problems_of(site) == []
    assert read_sources(site).briefings[0].article.text.startswith("---")


def test_a_link_that_leads_nowhere_is_a_problem(site: Path) -> None:
    (site / "content" / "about.md").symlink_to("gone.md")
    assert problems_of(site) == [("content/about.md", "this link leads nowhere")]


def test_links_that_go_round_in_a_loop_are_a_problem(site: Path) -> None:
    (site / "content" / "one.md").symlink_to("two.md")
    (site / "content" / "two.md").symlink_to("one.md")
    assert problems_of(site) == [
        ("content/one.md", "this link leads nowhere"),
        ("content/two.md", "this link leads nowhere"),
    ]


def test_a_link_to_the_folder_above_is_not_walked_for_ever(site: Path) -> None:
    (site / "content" / "bridge" / "up").symlink_to("..")
    (site / "content" / "up").symlink_to(".")
    assert problems_of(site) == [("content/up", "this folder has no article.md")]


def test_what_may_not_be_read_is_a_problem(open_path: Path) -> None:
    site = write_site(open_path / "site")
    write_briefing(site, "closed").chmod(0)
    (site / "content" / "bridge" / "article.md").chmod(0)
    with without_privileges():
        found = problems_of(site)
    (site / "content" / "closed").chmod(0o700)
    assert ("content/closed", "this folder cannot be read: Permission denied") in found
    assert ("content/bridge/article.md", "this file cannot be read: Permission denied") in found


def test_something_that_is_no_file_is_a_problem(site: Path) -> None:
    article = site / "content" / "bridge" / "article.md"
    article.unlink()
    article.mkdir()
    os.mkfifo(site / "content" / "about.md")
    assert problems_of(site) == [
        ("content/about.md", "this is not a file"),
        ("content/bridge/article.md", "this is not a file"),
    ]


def test_a_stray_file_in_the_content_folder_is_a_problem(site: Path) -> None:
    (site / "content" / "notes.txt").write_text("notes")
    (site / "content" / "site.yml").write_text("title: Site")
    assert problems_of(site) == [
        ("content/notes.txt", "this file does not belong here"),
        ("content/site.yml", "this file does not belong here"),
    ]


def test_hidden_files_and_folders_are_left_alone(site: Path) -> None:
    (site / "content" / ".DS_Store").write_bytes(b"\xff\x00")
    (site / "content" / ".obsidian").mkdir()
    (site / "content" / "bridge" / ".facts.yaml.swp").write_bytes(b"\xff\x00")
    assert problems_of(site) == []


def test_other_files_beside_an_article_are_let_be(site: Path) -> None:
    (site / "content" / "bridge" / "bridge.png").write_bytes(b"\x89PNG\xff\x00")
    assert problems_of(site) == []


def test_a_fact_sheet_with_a_wrong_ending_is_to_be_renamed(site: Path) -> None:
    folder = site / "content" / "bridge"
    (folder / "facts.yaml").rename(folder / "facts.yml")
    found = {(problem.path, problem.message): problem.hint for problem in read_sources(site).problems}
    assert found["content/bridge/facts.yml", "this file does not belong here"] == (
        "the fact sheet's name is facts.yaml: rename it"
    )
    assert ("content/bridge", "this folder has no facts.yaml") not in found


def test_a_second_fact_sheet_with_a_wrong_ending_is_not_passed_over(site: Path) -> None:
    (site / "content" / "bridge" / "facts.yml").write_text("quotes: []\n")
    assert problems_of(site) == [("content/bridge/facts.yml", "this file does not belong here")]


def test_a_folder_without_a_fact_sheet_is_a_problem_and_its_article_is_still_read(site: Path) -> None:
    (site / "content" / "bridge" / "facts.yaml").unlink()
    sources = read_sources(site)
    assert [(problem.path, problem.message) for problem in sources.problems] == [
        ("content/bridge", "this folder has no facts.yaml")
    ]
    assert sources.briefings[0].facts is None


def test_a_folder_without_an_article_is_a_problem(site: Path) -> None:
    (site / "content" / "pictures").mkdir()
    (problem,) = read_sources(site).problems
    assert (problem.path, problem.message) == ("content/pictures", "this folder has no article.md")
    assert problem.hint == "add article.md, or move the folder out of content/"


def test_an_article_with_another_name_is_to_be_renamed(site: Path) -> None:
    folder = site / "content" / "bridge"
    (folder / "article.md").rename(folder / "Article.markdown")
    (problem,) = read_sources(site).problems
    assert problem.hint == "rename Article.markdown to article.md"


def test_the_problems_of_every_folder_are_told_in_one_run(site: Path) -> None:
    (site / "content" / "a").mkdir()
    (site / "content" / "stray.txt").write_text("")
    (site / "content" / "bridge" / "article.md").write_bytes(b"\xff")
    (site / "content" / "bridge" / "facts.yaml").write_bytes(b"quotes: \xff")
    assert sorted(path for path, _ in problems_of(site)) == [
        "content/a",
        "content/bridge/article.md",
        "content/bridge/facts.yaml",
        "content/stray.txt",
    ]
