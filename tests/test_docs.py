"""The documentation: every link leads somewhere, on GitHub and on its own site, and the README fits on two screens."""

import importlib.util
import re
import shutil
import sys
from pathlib import Path

import pytest

from support.guides import DOCS
from support.markdown_links import anchors_of, dead_links, links_of, name_anchor
from support.outputs import make_once
from support.processes import Ended, environment, run
from support.sites import ROOT

PAGES = sorted(DOCS.rglob("*.md"))
BESIDE = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")]
KINDS = ["tutorial", "how-to", "reference", "explanation", "contributing"]
OPTIONS = ("--builder", "html", "--fail-on-warning", "--keep-going", "--nitpicky", "--quiet")
"""What `make docs` and the workflow give to Sphinx."""

with_sphinx = pytest.mark.skipif(not importlib.util.find_spec("sphinx"), reason="Sphinx is not installed")


@pytest.mark.parametrize("page", [*PAGES, *BESIDE], ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    assert list(dead_links(page, DOCS if page in PAGES else ROOT)) == []


def test_a_link_that_leads_nowhere_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A `name`, twice\n\n## It’s here\n\n## It’s here\n\n```sh\n# no heading\n[no](link.md)\n```\n\n"
        "`[no](code.md)`\n"
        "[a](#a-name-twice) [b](#its-here-1) [c](#its-here-2) [d](page.md#no-heading) [e](gone.md) [f](../page.md)\n"
        '[g](https://example.org/x(1)) <img src="gone.png"> ![h](gone.svg)\n',
        encoding="utf-8",
    )
    assert anchors_of(page) == {"a-name-twice", "its-here", "its-here-1"}
    dead = ["#its-here-2", "page.md#no-heading", "gone.md", "../page.md", "gone.png", "gone.svg"]
    assert list(dead_links(page, tmp_path)) == [f"page.md: {link}" for link in dead]
    assert name_anchor("The report of `check` and `build`") == "the-report-of-check-and-build"


def test_every_page_lies_in_the_folder_of_its_kind_and_the_index_leads_to_it() -> None:
    index = [link for link in links_of(DOCS / "index.md") if link.endswith(".md")]
    assert list(dict.fromkeys(link.partition("/")[0] for link in index)) == KINDS
    decisions = [path for path in PAGES if path.parent.name == "decisions" and path.name != "index.md"]
    assert sorted(index) == sorted(
        path.relative_to(DOCS).as_posix() for path in PAGES if path not in decisions and path != DOCS / "index.md"
    )
    assert sorted(links_of(DOCS / "contributing" / "decisions" / "index.md")) == [path.name for path in decisions]


# The site of the documentation


def build_docs(source: Path, output: Path) -> Ended:
    return run(sys.executable, "-m", "sphinx", *OPTIONS, source, output, env=environment(None), patience=600)


def test_the_makefile_and_the_workflow_build_it_in_the_same_way() -> None:
    command = f"python -m sphinx {' '.join(OPTIONS)} docs"
    assert f"/{command} _docs\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f'{command} "$RUNNER_TEMP/docs"\n' in (ROOT / ".github/workflows/docs.yml").read_text(encoding="utf-8")


@with_sphinx
@pytest.mark.slow
def test_it_is_built_without_a_warning_and_asks_no_other_host(shared: Path) -> None:
    def build(output: Path) -> None:
        ended = build_docs(DOCS, output)
        assert (ended.returncode, ended.stderr) == (0, "")

    output = make_once(shared / "docs", build)
    pages = {path.relative_to(output).with_suffix(".md").as_posix(): path for path in output.rglob("*.html")}
    assert {path.relative_to(DOCS).as_posix() for path in PAGES} <= set(pages)
    for path in pages.values():
        text = path.read_text(encoding="utf-8")
        asked = re.findall(r'<(?:img|script|iframe)\b[^>]*\bsrc="([^"]*)"|<link\b[^>]*\bhref="([^"]*)"', text)
        assert [address for pair in asked for address in pair if "//" in address] == [], path.name


@with_sphinx
@pytest.mark.slow
def test_a_link_that_leads_nowhere_stops_it(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(DOCS, docs, ignore=shutil.ignore_patterns(*KINDS))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (docs / "index.md").write_text("# Newsbrief\n\n## Here\n\n[There](there.md), [here](#her)\n", encoding="utf-8")
    ended = build_docs(docs, tmp_path / "out")
    assert ended.returncode == 1
    assert "cross-reference target not found: 'there.md'" in ended.stderr and "'her'" in ended.stderr


# The README


README = (ROOT / "README.md").read_text(encoding="utf-8")
MOST_WORDS = 900


def test_the_readme_begins_with_a_picture_and_three_ways_to_start() -> None:
    assert README.index("<picture>") < README.index("\n## ")
    start = README.split("\n## Start\n")[1].split("\n## ")[0]
    assert len(re.findall(r"(?m)^### ", start)) == 3


def test_the_readme_fits_on_two_screens() -> None:
    assert len(README.split()) <= MOST_WORDS
    paragraphs = [each for each in README.split("\n\n") if each.strip()]
    lines = sum(max(each.count("\n") + 1, len(each) // 120) for each in paragraphs)
    assert lines <= 90
