"""Files beside an article that it links to: which are published, and what is wrong with others."""

from pathlib import Path

import pytest

from newsbrief.content.article import Article, parse_article
from newsbrief.content.files import read_folder
from newsbrief.links.addresses import read_base
from newsbrief.links.linked_files import find_linked_files
from newsbrief.model.problems import Problem
from support.sites import ARTICLE, write_briefing

SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
BASE_URL = "https://post.example/site"


def find(site: Path, links: str, *names: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Return what is found of the links in an article, with files of these names beside it."""
    place = write_briefing(site, article=f"{ARTICLE}\n{links}\n")
    for name in names:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_text(
            '<svg xmlns="http://www.w3.org/2000/svg"/>' if ".svg" in name else name, encoding="utf-8"
        )
    folder, _ = read_folder(site, "bridge")
    assert folder is not None
    article, problems = parse_article(folder, "en")
    assert isinstance(article, Article) and problems == []
    return find_linked_files(article, folder.folder, "bridge", read_base(BASE_URL))


@pytest.mark.parametrize(
    "address",
    ["a.pdf", "./a.pdf", "../bridge/a.pdf", "a.pdf#page=2", "a.pdf?v=1", "%61.pdf", f"{BASE_URL}/bridge/a.pdf"],
)
def test_a_file_is_found_however_its_address_is_written(tmp_path: Path, address: str) -> None:
    assert find(tmp_path, f"See [it]({address}).", "a.pdf", "b.pdf") == (("a.pdf",), [])


def test_each_file_is_found_once_whatever_its_name(tmp_path: Path) -> None:
    names = ("A b.csv", "LICENSE", "map.svg", "é.txt")
    assert find(tmp_path, "[1](A%20b.csv) [2](LICENSE) [3](A%20b.csv#x) [4](map.svg) [5](é.txt)", *names)[0] == names


ELSEWHERE = ("index.html", "article.txt", "card.png", "../a.pdf", "https://x.example/a.pdf", "#a.pdf", "rows", "rows/")


@pytest.mark.parametrize("address", ELSEWHERE)
def test_other_links_mean_no_file_beside_the_article(tmp_path: Path, address: str) -> None:
    assert find(tmp_path, f"See [it]({address}).") == ((), [])


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("gone.pdf", "there is no file 'gone.pdf' in this folder"),
        ("A.pdf", "there is no file 'A.pdf' in this folder"),
        ("maps/a.pdf", "the file 'maps/a.pdf' is in a folder of its own"),
        ("article.txt", "the name 'article.txt' is reserved for a file that the build makes"),
        ("Index.HTML", "the name 'Index.HTML' is reserved for a file that the build makes"),
        ("article.md", "'article.md' is not published"),
        ("facts.yaml", "'facts.yaml' is not published"),
        (".notes.txt", "'.notes.txt' is a hidden file, and not published"),
        ("gone.svg", "there is no picture 'gone.svg' in this folder"),
    ],
)
def test_what_cannot_be_published_is_reported_at_its_line(tmp_path: Path, address: str, message: str) -> None:
    names = ("a.pdf", "maps/a.pdf", "article.txt", "Index.HTML", ".notes.txt")
    found, (problem,) = find(tmp_path, f"See [it]({address}).", *names)
    assert (found, problem.path, problem.line, problem.column) == ((), "content/bridge/article.md", 10, 10)
    assert problem.message == message and problem.hint


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    write_briefing(tmp_path)
    (tmp_path / "content" / "bridge" / "a.pdf").symlink_to(tmp_path / "secret")
    _, (problem,) = find(tmp_path, "See [it](a.pdf).")
    assert problem.message == "the file 'a.pdf' is a link out of its folder"


def test_a_picture_that_is_linked_is_judged_as_one_that_is_shown(tmp_path: Path) -> None:
    find(tmp_path, "See [it](map.svg).", "map.svg")
    (tmp_path / "content" / "bridge" / "map.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg">\n<script>1</script></svg>'
    )
    folder, _ = read_folder(tmp_path, "bridge")
    assert folder is not None
    article, _ = parse_article(folder, "en")
    assert article is not None
    _, (problem,) = find_linked_files(article, folder.folder, "bridge", read_base(BASE_URL))
    assert (problem.path, problem.line) == ("content/bridge/map.svg", 2)
