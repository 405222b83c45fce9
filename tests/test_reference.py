"""The examples of the reference and of the explanations do what they show."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from support.guides import DOCS, GUIDES, PASSED_OVER, TUTORIAL, Block, Reader, blocks_of
from support.reference_examples import ReaderOfReference
from support.sites import write_site

COMMANDS = DOCS / "reference" / "commands.md"
PAGES = {page for kind in ("tutorial", "how-to", "reference", "explanation") for page in (DOCS / kind).glob("*.md")}
LOOKED_UP = sorted(page for page in PAGES - {COMMANDS, TUTORIAL, *GUIDES} if blocks_of(page))


@pytest.mark.parametrize("page", LOOKED_UP, ids=lambda page: page.stem)
def test_the_examples_of_a_page_do_what_it_says_in_the_example_of_a_new_site(page: Path, tmp_path: Path) -> None:
    ReaderOfReference(tmp_path).follow(page)


def test_every_fence_of_a_page_is_a_block_with_a_language() -> None:
    for page in PAGES:
        fences = re.findall(r"(?m)^ *```", page.read_text(encoding="utf-8"))
        assert len(fences) == 2 * len(blocks_of(page)), page.name


def test_what_is_passed_over_is_in_a_page() -> None:
    first = {block.text.splitlines()[0] for page in PAGES for block in blocks_of(page)}
    assert set(PASSED_OVER) <= first


@pytest.mark.parametrize(
    "block", [Block("yaml", "", "title: A\n"), Block("css", "", "a {}\n"), Block("text", "", "Done.\n")]
)
def test_a_block_that_nobody_runs_would_be_noticed(block: Block, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        ReaderOfReference(tmp_path).do(block)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("content/site.yaml", "csp: http://example.org\n"),
        ("content/ferry-in-port/facts.yaml", "key_points:\n  - text: It sails.\n    cite: It sails\n"),
        ("content/ferry-in-port/article.md", "updates: nowhere\n"),
        ("content/actors.yaml", "actors:\n  - id: vane\n"),
    ],
)
def test_an_example_that_is_wrong_would_be_noticed(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=re.escape(name)):
        ReaderOfReference(tmp_path).do(Block("yaml", name, text))


# The examples of commands

EXAMPLES = [
    each
    for each in re.findall(r"(?s)Examples:\n\n```text\n(.*?)```", COMMANDS.read_text(encoding="utf-8"))
    if each.split()[1] not in ("build", "check", "schema")
]
"""Those of each command, but for three whose examples tests/cli/test_main.py runs."""

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ARTICLE = "The port is full\n\n“The port is full,” said Nora Vane on Monday. She leads the port of Adaba.\n"


@pytest.mark.slow
@pytest.mark.parametrize("examples", EXAMPLES, ids=lambda text: text.split()[1])
def test_the_examples_of_a_command_are_commands_that_work(examples: str, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    if not examples.startswith("newsbrief init"):
        write_what_commands_name(reader.folder)
    reader.run(Block("sh", "", examples))


def write_what_commands_name(site: Path) -> None:
    write_site(site)
    (site / "story.txt").write_text(ARTICLE, encoding="utf-8")
    (site / "story.html").write_text(f"<!doctype html><article><p>{ARTICLE}</article>", encoding="utf-8")
    (site / "actor.json").write_text('{"id": "un", "name": "UN", "kind": "international-body"}', encoding="utf-8")
    with ZipFile(site / "story.docx", "w") as document:
        words = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in ARTICLE.splitlines() if each)
        document.writestr("word/document.xml", f'<w:document xmlns:w="{MAIN}"><w:body>{words}</w:body></w:document>')
