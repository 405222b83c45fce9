"""The tutorial and the how-to guides do, step by step, what they say."""

import re
from pathlib import Path

import pytest

from support.guides import DOCS, GUIDES, TUTORIAL, Reader, blocks_of
from support.processes import run


def name_of(page: Path) -> str:
    return page.stem


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


@pytest.mark.slow
def test_a_reader_who_follows_the_tutorial_comes_to_a_published_briefing(reader: Reader) -> None:
    reader.follow(TUTORIAL)
    assert "Kesten closes its library" in (reader.folder / "_site" / "library" / "index.html").read_text("utf-8")
    pushed = run("git", "--git-dir", reader.home / "remote", "ls-tree", "-r", "--name-only", "main").stdout.split()
    assert {"content/library/facts.yaml", ".github/workflows/pages.yml"} <= set(pushed)
    assert not any(name.startswith(("_site/", ".newsbrief/")) for name in pushed)


@pytest.mark.slow
@pytest.mark.parametrize("page", GUIDES, ids=name_of)
def test_a_reader_who_follows_a_guide_in_an_empty_folder_meets_what_it_says(reader: Reader, page: Path) -> None:
    reader.follow(page)


@pytest.mark.slow
def test_the_check_says_of_the_answer_of_a_model_what_the_table_has(reader: Reader) -> None:
    page = DOCS / "how-to" / "draft-with-a-language-model.md"
    blocks = blocks_of(page)
    for block in blocks[: [block.name for block in blocks].index("problem") + 1]:
        reader.do(block)
    messages = re.findall(r"(?m)^\| .+ \| ([^|]+) \|$", page.read_text(encoding="utf-8"))[1:]
    assert len(messages) == 4
    assert [message for message in messages if message not in reader.printed] == []


@pytest.mark.parametrize("page", GUIDES, ids=name_of)
def test_every_command_of_a_guide_is_run_or_is_for_another_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count("```console") == 0
    assert {block.name for block in blocks_of(page) if block.language == "sh"} <= {"", "problem", "elsewhere"}
