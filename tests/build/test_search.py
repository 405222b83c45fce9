"""The search of a site: offered from three briefings on, and changed by an edit only where its words are."""

import shutil
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.disk.output_record import RECORD
from newsbrief.outputs.search_index.pieces import split_rows
from support.files import bytes_of, edit
from support.searched import write_searched
from support.sites import FRONT, write_briefing
from support.whole import build_in_memory

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site of four briefings, built."""
    site = write_searched(tmp_path / "site")
    build(site)
    return site


def build(site: Path) -> set[str]:
    """Build the site and return what of the search was written; what stands then is as if it were built anew."""
    written = build_site(BuildRequest(site), site / "_site").written
    files = bytes_of(site / "_site")
    assert files.pop(RECORD)
    assert files == build_in_memory(site)
    return {path for path in written if path.startswith("search/")}


def read_words(site: Path) -> dict[str, str]:
    return split_rows((site / "_site" / "search" / "words.txt").read_bytes())


def test_a_search_is_offered_from_three_briefings_on(site: Path) -> None:
    assert b"search/index.html" in (site / "_site" / "index.html").read_bytes()
    shutil.rmtree(site / "content" / "jisr")
    build(site)
    assert (site / "_site" / "search" / "index.html").is_file()
    shutil.rmtree(site / "content" / "harbour")
    build(site)
    assert not (site / "_site" / "search").exists()
    assert b"search" not in (site / "_site" / "index.html").read_bytes()


def test_a_draft_does_not_make_a_search(site: Path) -> None:
    shutil.rmtree(site / "content" / "jisr")
    edit(site / "content" / "school" / "article.md", "as_of:", "draft: true\nas_of:")
    build(site)
    assert not (site / "_site" / "search").exists()


def test_a_new_word_changes_the_piece_that_it_is_in(site: Path) -> None:
    edit(site / "content" / "school" / "article.md", "zephyr", "barometer")
    assert build(site) == {"search/words.txt"}
    assert "barometer" in read_words(site)
    assert "zephyr" not in read_words(site)


def test_an_edit_without_a_new_word_changes_nothing_of_the_search(site: Path) -> None:
    edit(site / "content" / "school" / "article.md", "Nobody knows who paid", "Who paid nobody knows")
    assert build(site) == set()


def test_a_title_changes_its_piece(site: Path) -> None:
    edit(site / "content" / "school" / "article.md", "A school opens", "A school closes")
    assert build(site) == {"search/briefings-0.txt", "search/words.txt"}


def test_a_newer_briefing_leaves_the_others_their_numbers(site: Path) -> None:
    before = read_words(site)
    write_briefing(site, "quay", "The quay is shut.\n", "", FRONT.replace("2019-04-07", "2023-01-01"))
    assert build(site) == {"search/briefings-0.txt", "search/words.txt", "search/index.html"}
    assert read_words(site)["zephyr"] == before["zephyr"]


def test_an_older_briefing_and_one_that_goes_number_the_others_again(site: Path) -> None:
    write_briefing(site, "quay", "The quay is shut.\n", "", FRONT.replace("2019-04-07", "2003-01-01"))
    assert "search/words.txt" in build(site)
    shutil.rmtree(site / "content" / "bridge")
    assert "search/words.txt" in build(site)


@pytest.mark.parametrize("name", ["words.txt", "briefings-0.txt", "index.html"])
def test_a_piece_that_was_altered_is_made_again(site: Path, name: str) -> None:
    with (site / "_site" / "search" / name).open("a") as file:
        file.write("altered\n")
    assert f"search/{name}" in build(site)
    (site / "_site" / "search" / name).unlink()
    edit(site / "content" / "school" / "article.md", "zephyr", "barometer")
    assert f"search/{name}" in build(site)


def test_of_many_briefings_an_edit_changes_the_pieces_of_its_words_alone(tmp_path: Path) -> None:
    site = write_searched(tmp_path / "site")
    for number in range(97):
        front = FRONT.replace("2019-04-07", f"2020-01-{1 + number % 28:02}")
        write_briefing(site, f"quay-{number:02}", f"The quay is shut, with wool number{number} on it.\n", "", front)
    build(site)
    assert (site / "_site" / "search" / "words-q.txt").is_file()
    edit(site / "content" / "quay-40" / "article.md", "wool", "jute")
    assert build(site) == {"search/words-j.txt", "search/words-w.txt", "search/index.html"}
    edit(site / "content" / "quay-40" / "article.md", "jute", "wool")
    assert build(site) == {"search/words-w.txt", "search/index.html"}
    assert not (site / "_site" / "search" / "words-j.txt").exists()
    write_briefing(site, "newest", "A xebec came.\n", "", FRONT.replace("2019-04-07", "2024-01-01"))
    assert {"search/words-x.txt", "search/briefings-1.txt", "search/index.html"} <= build(site)
