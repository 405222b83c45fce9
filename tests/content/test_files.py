"""The files under content/: what is read, what is refused, and where the fault is said to be."""

import os
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.files import (
    MAX_BYTES,
    BriefingFolder,
    SourceFile,
    decode,
    find_unseen,
    list_sources,
    may_hide,
    read_folder,
    read_page,
)
from newsbrief.model.problems import Problem
from support.sites import without_privileges, write_briefing, write_site


class Sources(NamedTuple):
    """Everything that was read of a site."""

    briefings: tuple[BriefingFolder, ...]
    pages: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]


def read_sources(site: Path) -> Sources:
    listing = list_sources(site)
    folders = [read_folder(site, name) for name in listing.folders]
    pages = [read_page(site, name) for name in listing.pages]
    problems = [*listing.problems, *(problem for _, faults in (*folders, *pages) for problem in faults)]
    briefings = tuple(folder for folder, _ in folders if folder)
    return Sources(briefings, tuple(page for page, _ in pages if page), tuple(sorted(problems)))


def problems_of(site: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in read_sources(site).problems]


def unseen(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and message of everything that `decode` finds in a text."""
    _, problems = decode("article.md", text.encode())
    return [(problem.line, problem.column, problem.message) for problem in problems]


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
    assert problem.message == f"this file has 50,000,000 bytes; the most that is read is {MAX_BYTES:,}"
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
        ("content/notes.txt", "this file has no place here"),
        ("content/site.yml", "this file has no place here"),
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
    assert found["content/bridge/facts.yml", "this file has no place here"] == (
        "the fact sheet's name is facts.yaml: rename it"
    )
    assert ("content/bridge", "this folder has no facts.yaml") not in found


def test_a_second_fact_sheet_with_a_wrong_ending_is_not_passed_over(site: Path) -> None:
    (site / "content" / "bridge" / "facts.yml").write_text("quotes: []\n")
    assert problems_of(site) == [("content/bridge/facts.yml", "this file has no place here")]


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


def test_line_ends_of_every_kind_become_line_feeds() -> None:
    file, problems = decode("article.md", b"one\r\ntwo\rthree\nfour")
    assert file is not None
    assert (file.text, problems) == ("one\ntwo\nthree\nfour", [])


def test_a_byte_order_mark_at_the_start_is_dropped_and_one_further_on_is_not() -> None:
    file, problems = decode("article.md", "\ufeffone".encode())
    assert file is not None
    assert (file.text, problems) == ("one", [])
    assert unseen("one\ufeff") == [(1, 4, "invisible character U+FEFF ZERO WIDTH NO-BREAK SPACE")]


def test_bytes_that_are_not_utf8_are_named_with_line_and_column() -> None:
    file, (problem,) = decode("article.md", b"caf\xc3\xa9\nna\xefve\n")
    assert file is None
    assert (problem.line, problem.column) == (2, 3)
    assert problem.message == "byte 9 of this file (0xEF) is not UTF-8"
    assert problem.excerpt == "na\ufffdve"


def test_columns_before_broken_bytes_count_characters_not_bytes() -> None:
    _, (problem,) = decode("article.md", "日本語😀".encode() + b"\xff")
    assert (problem.line, problem.column) == (1, 5)


def test_a_character_cut_off_at_the_end_of_the_file_is_not_utf8() -> None:
    file, (problem,) = decode("article.md", "one é".encode()[:-1])
    assert file is None
    assert (problem.line, problem.column) == (1, 5)


def test_utf16_is_not_utf8() -> None:
    file, problems = decode("article.md", "one".encode("utf-16"))
    assert file is None
    assert problems[0].hint == "save the file as UTF-8 in your editor"


def test_a_nul_is_a_problem_with_its_place() -> None:
    assert unseen("one\ntw\x00o") == [(2, 3, "invisible character U+0000 control character")]


def test_a_zero_width_space_is_a_problem_with_its_place() -> None:
    assert unseen("one\n\n  tw\u200bo") == [(3, 5, "invisible character U+200B ZERO WIDTH SPACE")]


def test_bidi_controls_are_problems_with_their_places() -> None:
    assert unseen("😀 pay \u202e001\u202c euros\n\u2066x") == [
        (1, 7, "invisible character U+202E RIGHT-TO-LEFT OVERRIDE"),
        (1, 11, "invisible character U+202C POP DIRECTIONAL FORMATTING"),
        (2, 1, "invisible character U+2066 LEFT-TO-RIGHT ISOLATE"),
    ]


@pytest.mark.parametrize(
    "char", "\x00\x07\x1b\x7f\x85\xad\u061c\u200b\u200e\u2060\u202a\u2069\u3164\ufeff\ufffe\U000e0041"
)
def test_every_sort_of_unseen_character_is_found(char: str) -> None:
    assert [at for at, _ in find_unseen(f"a{char}b")] == [1]


def test_what_is_unseen_is_left_out_so_that_the_rest_can_be_checked() -> None:
    file, problems = decode("article.md", "a\u200bb\u202ec\x00".encode())
    assert file is not None
    assert file.text == "abc"
    assert len(problems) == 3


@pytest.mark.parametrize("text", ["👩\u200d👩\u200d👧", "👨🏽\u200d🚀", "❤️\u200d🔥", "🏳️\u200d🌈", "🧑\u200d⚕️"])
def test_joiners_in_emoji_are_let_be(text: str) -> None:
    assert unseen(f"before {text} after") == []


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क\u094d\u200dष", "ക\u0d4d\u200d", "ක\u0dca\u200dෂ"])
def test_joiners_in_scripts_that_are_spelt_with_them_are_let_be(text: str) -> None:
    assert unseen(f"before {text} after") == []


@pytest.mark.parametrize("text", ["to\u200dwn", "to\u200cwn", "\u200dtown", "می \u200cخ", "😀\u200cx", "town\u200d"])
def test_joiners_anywhere_else_are_problems(text: str) -> None:
    assert len(unseen(text)) == 1


def test_ordinary_text_of_many_scripts_holds_nothing_unseen() -> None:
    assert unseen("Tab\there, naïve, Ελλάδα, Россия, العربية, עברית, 日本語, 한국어, ไทย, 1️⃣ — “…”\u00a0») ") == []


def test_a_problem_shows_the_line_at_its_place() -> None:
    file = SourceFile("article.md", "one\ntwo\nthree")
    problem = file.problem_at(6, "message", "hint")
    assert (problem.line, problem.column, problem.excerpt) == (2, 3, "two")
    assert file.problem_at(0, "message").column == 1
    assert file.problem(9, 1, "message").excerpt == ""


@given(st.binary(max_size=200))
def test_decode_never_raises_and_never_passes_on_what_is_unseen(raw: bytes) -> None:
    file, problems = decode("article.md", raw)
    if file is None:
        assert len(problems) == 1
    else:
        assert "\r" not in file.text
        assert problems or find_unseen(file.text) == []


@given(st.text(st.sampled_from("a \né😀\u200b\u200c\u200d\u202e\x00می\r"), max_size=40))
def test_every_problem_points_at_the_character_it_names(text: str) -> None:
    _, problems = decode("article.md", b"\xef\xbb\xbf" + text.encode())
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        assert f"U+{ord(lines[problem.line - 1][problem.column - 1]):04X}" in problem.message


@pytest.mark.parametrize(
    "text", ["คำ\u200bคำ", "ខ្មែរ\u200bភាសា", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"]
)
def test_invisible_signs_that_spelling_needs_are_let_be(text: str) -> None:
    assert find_unseen(text) == []


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "a\u200b", "\U000e0067"])
def test_invisible_signs_that_nothing_needs_are_reported(sign: str) -> None:
    assert len(find_unseen(sign)) == 1


@pytest.mark.parametrize("hidden", ["\U000e0041", "\u202e", "\ufeff", "\x07"])
def test_a_flag_does_not_cover_for_what_hides_behind_it(hidden: str) -> None:
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert [at for at, _ in find_unseen(f"{flag} a{hidden}b")] == [len(flag) + 2]


@given(st.text(st.sampled_from("a \né€😀\u200b\u200d\u202e\ud800\x00\x7f\t\r")))
def test_a_text_may_hide_what_is_found_in_it_and_nothing_else(text: str) -> None:
    assert may_hide(text) == any(char in "\u200b\u200d\u202e\x00\x7f" for char in text)
