"""Front matter: what it must say, what it may, and how its faults are reported."""

from pathlib import Path

import pytest

from newsbrief.content.front_matter import is_known_language
from newsbrief.model.front_matter import Source
from support.articles import faults, front_faults, read, read_well

FRONT = "---\ntitle: A title\nas_of: 2019-04-07\n---\n\n"


def test_the_least_front_matter_is_a_title_and_a_day() -> None:
    front = read_well(FRONT + "Text.\n").front
    assert (front.title, str(front.as_of), front.language, front.draft) == ("A title", "2019-04-07", "en", False)
    assert (front.standfirst, front.image, front.image_credit, front.origin.publisher) == (None, None, None, None)


def test_everything_in_the_front_matter_is_read(tmp_path: Path) -> None:
    (tmp_path / "bridge.jpg").write_bytes(b"picture")
    article, problems = read(
        """\
---
title: "Bridge: open"
standfirst: >-
  The bridge
  is open.
as_of: 2019-04-07
as_of_source: {title: The paper, url: https://example.org/paper}
source: {publisher: The paper, author: A. Writer, url: https://example.org/, published: 2019-04-06, note: Seen.}
image: {file: bridge.jpg, alt: The bridge, credit: A. Painter}
image_credit: The paper
lang: pt-BR
draft: true
---
Text.
""",
        tmp_path,
    )
    assert problems == []
    assert article is not None
    front = article.front
    assert (front.title, front.standfirst, front.language, front.draft) == (
        "Bridge: open",
        "The bridge is open.",
        "pt-BR",
        True,
    )
    assert front.as_of_sources == (Source("The paper", "https://example.org/paper"),)
    assert (front.origin.publisher, front.origin.author, str(front.origin.published)) == (
        "The paper",
        "A. Writer",
        "2019-04-06",
    )
    assert front.image is not None
    assert (front.image.file, front.image.alt, front.image.credit, front.image_credit) == (
        "bridge.jpg",
        "The bridge",
        "A. Painter",
        "The paper",
    )


@pytest.mark.parametrize("text", ["Text.\n", "", "\n" + FRONT + "Text.\n", "title: A\n---\nText.\n"])
def test_an_article_without_front_matter_is_a_problem(text: str) -> None:
    assert faults(text) == ["1:1: this file has no front matter"]


def test_a_front_matter_that_is_never_closed_is_a_problem() -> None:
    assert faults("---\ntitle: A\n") == ["1:1: the front matter is never closed"]


@pytest.mark.parametrize("fence", ["---  ", "---\t"])
def test_blanks_after_a_fence_are_no_fault(fence: str) -> None:
    assert read_well(f"{fence}\ntitle: A\nas_of: 2019-04-07\n{fence}\nText.\n").front.title == "A"


def test_a_rule_in_the_text_ends_no_front_matter() -> None:
    assert read_well(FRONT + "One.\n\n---\n\nTwo.\n").document.text == "One.\n\nTwo."


@pytest.mark.parametrize("key", ["title", "as_of"])
def test_a_key_that_every_article_needs_is_missed(key: str) -> None:
    lines = [line for line in ("title: A", "as_of: 2019-04-07") if not line.startswith(key)]
    assert faults("---\n" + "\n".join(lines) + "\n---\nText.\n") == [f"2:1: the key {key!r} is missing"]


def test_unknown_keys_are_reported_at_once_with_their_lines() -> None:
    assert front_faults("standfrist: Short.", "autor: A. Writer") == [
        "4:1: unknown key 'standfrist'",
        "5:1: unknown key 'autor'",
    ]


def test_an_unknown_key_inside_the_source_gets_a_suggestion() -> None:
    _, (problem,) = read("---\ntitle: A\nas_of: 2019-04-07\nsource:\n  autor: B\n---\nText.\n")
    assert (problem.line, problem.column, problem.hint) == (5, 3, "did you mean 'author'?")


@pytest.mark.parametrize("day", ["Sunday", "2019-04", "2019", "2019-02-30", "07.04.2019", "2019-4-7", "20190407"])
def test_an_as_of_date_that_is_no_day_is_a_problem(day: str) -> None:
    (fault,) = faults(f"---\ntitle: A\nas_of: {day}\n---\nText.\n")
    assert fault.startswith("3:8: ")
    assert "is not a day" in fault


def test_a_day_of_publication_that_is_none_is_a_problem() -> None:
    (fault,) = front_faults("source: {published: 2019}")
    assert fault.startswith("4:21: 2019 is not a day")


def test_every_fault_of_the_values_is_reported_at_once() -> None:
    found = faults(
        "---\ntitle: A\nas_of: Sunday\nlang: xx\nimage: {file: ../a.png, alt: A}\nsource: {published: May}\n---\n\n"
    )
    assert [fault.split(":")[0] for fault in found] == ["3", "6", "4", "5", "8"]


def test_yaml_faults_of_the_front_matter_have_the_lines_of_the_file() -> None:
    assert front_faults("lang: *en", "title: B") == [
        "4:7: aliases are not supported: *en",
        "5:1: the key 'title' is given twice",
    ]


def test_front_matter_that_is_no_yaml_is_a_problem_on_its_line() -> None:
    assert front_faults("standfirst: He said: no") == ["4:20: a second `: ` on one line"]


@pytest.mark.parametrize("tag", ["en", "en-GB", "ar", "pt-BR", "zh-Hant", "sr-Latn", "fa"])
def test_a_language_that_dates_can_be_written_in_is_known(tag: str) -> None:
    assert is_known_language(tag)


@pytest.mark.parametrize("tag", ["", "xx", "english", "en_GB", "en-", "-", "e n", "../en", "123", "NO WAY"])
def test_anything_else_is_no_known_language(tag: str) -> None:
    assert not is_known_language(tag)


def test_an_unknown_language_is_a_problem() -> None:
    assert front_faults("lang: xx") == ["4:7: unknown language 'xx'"]


@pytest.mark.parametrize(
    "name, message",
    [
        ("../a.png", "the picture '../a.png' is not a file of this folder"),
        ("/etc/a.png", "the picture '/etc/a.png' is not a file of this folder"),
        ("sub/a.png", "the picture 'sub/a.png' is not a file of this folder"),
        ("..\\a.png", "the picture '..\\\\a.png' is not a file of this folder"),
        (".a.png", "the picture '.a.png' is not a file of this folder"),
        ("https://example.org/a.png", "the picture 'https://example.org/a.png' is not a file of this folder"),
        ("facts.yaml", "'facts.yaml' is not a picture"),
        ("card.png", "the name 'card.png' is reserved for the page's share card"),
        ("Card.PNG", "the name 'card.png' is reserved for the page's share card"),
        ("none.png", "there is no picture 'none.png' in this folder"),
        ("folder.png", "there is no picture 'folder.png' in this folder"),
        ("link.png", "the picture 'link.png' is a link out of its folder"),
    ],
)
def test_a_picture_must_be_a_picture_file_of_the_folder(tmp_path: Path, name: str, message: str) -> None:
    folder = tmp_path / "x"
    (folder / "folder.png").mkdir(parents=True)
    (folder / "facts.yaml").touch()
    (tmp_path / "a.png").touch()
    (folder / "link.png").symlink_to(tmp_path / "a.png")
    in_front = f"---\ntitle: A\nas_of: 2019-04-07\nimage: {{file: '{name}', alt: A}}\n---\nText.\n"
    assert faults(in_front, folder) == [f"4:15: {message}"]
    if "\\" not in name:
        assert faults(FRONT + f"![A]({name}) text\n", folder) == [f"6:6: {message}"]


def test_a_picture_of_the_folder_is_accepted_whatever_its_case(tmp_path: Path) -> None:
    (tmp_path / "A bridge.JPG").touch()
    assert faults("---\ntitle: A\nas_of: 2019-04-07\nimage: {file: A bridge.JPG, alt: A}\n---\nText.\n", tmp_path) == []


@pytest.mark.parametrize(
    "address", ["javascript:x", "JavaScript:x", "data:text/html,x", "//host/x", "file:///etc/x", "vbscript:x"]
)
def test_an_address_that_could_run_or_leave_is_a_problem_in_its_place(address: str) -> None:
    assert faults(FRONT + f"One.\n\nTwo [three]({address}).\n") == [f"8:13: the address {address!r} is not allowed"]


@pytest.mark.parametrize(
    "address", ["https://a.org/", "http://a.org", "mailto:a@a.org", "../about/", "#top", "/x?y=1:2"]
)
def test_an_ordinary_address_is_accepted(address: str) -> None:
    assert faults(FRONT + f"A [link]({address}).\n") == []


def test_a_picture_with_a_name_that_no_disk_takes_is_a_problem() -> None:
    (fault,) = faults(FRONT + f"Text. ![x]({'a' * 300}.png)\n")
    assert "there is no picture" in fault


@pytest.mark.parametrize("tag", ["root", "en.UTF-8", "en@x=y", "e", "en_GB"])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    (fault,) = faults(f"---\ntitle: A\nas_of: 2019-04-07\nlang: '{tag}'\n---\nText.\n")
    assert "unknown language" in fault


def test_slips_of_the_article_are_words_in_a_list() -> None:
    front = FRONT.replace("---\n\n", "sic: ['“We won', 'the ‘Ain ‘Issa camp']\n---\n\n")
    assert read_well(front + "“We won.\n").front.sic == ("“We won", "the ‘Ain ‘Issa camp")
    assert read_well(FRONT + "Text.\n").front.sic == ()


@pytest.mark.parametrize("sic", ["“We won", "[' ']", "[1]", "{text: We}"])
def test_slips_that_are_no_list_of_words_are_a_problem(sic: str) -> None:
    assert [fault[:2] for fault in front_faults(f"sic: {sic}")] == ["4:"]
