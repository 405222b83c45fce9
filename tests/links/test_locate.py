"""Where a fault was written: in an editor's file, or in the built page."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsbrief.links.locate import place_faults
from newsbrief.links.outline import Fault
from newsbrief.model.problems import Problem


def place(tmp_path: Path, faults: list[Fault], pages: Mapping[str, str]) -> list[Problem]:
    slugs = {"bridge": "bridge", "about.md": "about"}
    return place_faults(faults, tmp_path, Path("_site"), slugs, lambda path: pages[path].encode())


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("See [this](../nowhere/x) and [that](../nowhere/).", 5, 37),
        ("See [that](<../nowhere/>).", 5, 13),
        ('See [that](../nowhere/ "title").', 5, 12),
        ("See [that][1].\n\n[1]: ../nowhere/\n", 7, 6),
    ],
)
@pytest.mark.parametrize(("name", "slug"), [("bridge/article.md", "bridge"), ("about.md", "about")])
def test_a_link_that_an_editor_wrote_is_told_where_it_was_written(
    tmp_path: Path, name: str, slug: str, text: str, line: int, column: int
) -> None:
    (tmp_path / "content" / "bridge").mkdir(parents=True)
    (tmp_path / "content" / name).write_text(f"---\ntitle: T\n---\n\n{text}\n", encoding="utf-8")
    (problem,) = place(tmp_path, [Fault(f"{slug}/index.html", "../nowhere/", "message", "hint")], {})
    assert problem[:5] == (f"content/{name}", line, column, "message", "hint")
    assert problem.excerpt[column - 1 :].startswith("../nowhere/")


def test_any_other_fault_is_told_in_the_built_page(tmp_path: Path) -> None:
    (tmp_path / "content" / "bridge").mkdir(parents=True)
    (tmp_path / "content" / "bridge" / "article.md").write_text("[x](../nowhere/x) ../nowhere/", encoding="utf-8")
    page = '<p>\n<a href="../nowhere/?a=1&amp;b">x</a>\n<p id="twice"><p id="twice">'
    faults = [
        Fault("bridge/index.html", "../nowhere/?a=1&b", "no file", ""),
        Fault("bridge/index.html", 'id="twice"', "twice", ""),
        Fault("bridge/index.html", "not as it stands", "odd", ""),
        Fault("bridge/index.html", "", "an orphan", ""),
    ]
    assert [problem[:4] for problem in place(tmp_path, faults, {"bridge/index.html": page})] == [
        ("_site/bridge/index.html", 0, 0, "an orphan"),
        ("_site/bridge/index.html", 0, 0, "odd"),
        ("_site/bridge/index.html", 2, 10, "no file"),
        ("_site/bridge/index.html", 3, 4, "twice"),
    ]


def test_what_is_wrong_on_every_page_is_told_once(tmp_path: Path) -> None:
    pages = {f"{number}/index.html": "" for number in range(40)}
    faults = [Fault(path, "../x", "no file", "hint", "x#") for path in pages]
    faults += [Fault(path, 'id="a"', "twice", "hint") for path in pages]
    faults += [Fault(path, "", "an orphan", "hint") for path in pages]
    problems = place(tmp_path, faults, pages)
    assert len(problems) == 42
    assert problems[1].hint == "hint\nit is on 39 other pages, too: see the templates"
