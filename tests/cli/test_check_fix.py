"""`newsbrief check`: its notes, the line of the markup that was read, and --fix, as the real command gives them."""

import json
from pathlib import Path

import pytest

from support.commands import run
from support.files import bytes_of
from support.sites import FRONT, write_briefing, write_site

pytestmark = pytest.mark.slow

KEPT = "Sales were 5*3*2 tons.\n\n2024. The year *began*.\n"
WRITTEN = "Sales were 5\\*3\\*2 tons.\n\n2024\\. The year *began*.\n"


@pytest.fixture
def pasted(tmp_path: Path) -> Path:
    """A site with one briefing, in whose article signs are kept."""
    site = write_site(tmp_path)
    for name in (site / "content").iterdir():
        if name.is_dir():
            for file in name.iterdir():
                file.unlink()
            name.rmdir()
    write_briefing(site, "tons", article=KEPT, facts="")
    return site


def test_notes_are_printed_and_change_no_exit_code(pasted: Path) -> None:
    ended = run("check", "--site", pasted)
    assert ended.returncode == 0
    assert "content/tons/article.md:6:13: note: “*” is kept as text" in ended.stderr
    assert ended.stdout.splitlines()[-1] == "Markup: 1 emphasis"


def test_notes_follow_the_problems(pasted: Path) -> None:
    write_briefing(pasted, "tons", article=KEPT, facts="key_points: [{text: A., cite: gone}]")
    ended = run("check", "--site", pasted)
    assert ended.returncode == 1 and ended.stdout == ""
    assert ended.stderr.index("cited passage is not in the article") < ended.stderr.index("note:")
    assert ended.stderr.endswith("\n1 problem, 2 notes.\n")


def test_a_build_says_nothing_of_notes(pasted: Path) -> None:
    ended = run("build", "--site", pasted)
    assert ended.returncode == 0 and "note:" not in ended.stderr


def test_programs_are_given_the_notes_as_well(pasted: Path) -> None:
    report = json.loads(run("check", "--site", pasted, "--format", "json").stdout)
    assert [(each["line"], each["column"]) for each in report["notes"]] == [(6, 13), (8, 1)]
    assert list(report["notes"][0]) == ["path", "line", "column", "message", "hint", "excerpt"]
    assert report["problems"] == [] and report["markup"] == {"emphasis": 1}


def test_github_is_given_the_notes_as_notices(pasted: Path) -> None:
    lines = run("check", "--site", pasted, "--format", "github").stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::notice", "::notice", "Checked", "Markup:"]


def test_a_fix_writes_articles_in_the_right_form_and_shows_it(pasted: Path) -> None:
    write_briefing(pasted, "other", article="# 10 Quay Street\n", facts="")
    untouched = bytes_of(pasted / "content" / "tons")["facts.yaml"]
    ended = run("check", "--fix", "--site", pasted)
    assert ended.returncode == 0 and "note:" not in ended.stderr
    assert ended.stderr.splitlines()[-7:] == [
        "content/tons/article.md:6: fixed",
        "    - Sales were 5*3*2 tons.",
        "    + Sales were 5\\*3\\*2 tons.",
        "content/tons/article.md:8: fixed",
        "    - 2024. The year *began*.",
        "    + 2024\\. The year *began*.",
        "Fixed 3 places in articles.",
    ]
    assert (pasted / "content/tons/article.md").read_text("utf-8") == FRONT + WRITTEN
    assert (pasted / "content/other/article.md").read_text("utf-8") == FRONT + "\\# 10 Quay Street\n"
    assert bytes_of(pasted / "content" / "tons")["facts.yaml"] == untouched


def test_a_fix_changes_nothing_a_second_time(pasted: Path) -> None:
    run("check", "--fix", "--site", pasted)
    before = bytes_of(pasted)
    ended = run("check", "--fix", "--site", pasted)
    assert ended.stderr == "There was nothing to fix in articles.\n"
    assert bytes_of(pasted) == before


def test_a_fix_is_in_the_report_for_programs(pasted: Path) -> None:
    report = json.loads(run("check", "--fix", "--site", pasted, "--format", "json").stdout)
    assert report["fixed"][0] == {
        "path": "content/tons/article.md",
        "line": 6,
        "before": ["Sales were 5*3*2 tons."],
        "after": ["Sales were 5\\*3\\*2 tons."],
    }
    assert report["notes"] == []


def test_what_a_fix_cannot_decide_remains(pasted: Path) -> None:
    write_briefing(pasted, "tons", article=KEPT + "\nThe har-\nbour <b>shut</b>.\n", facts="")
    ended = run("check", "--fix", "--site", pasted)
    assert ended.returncode == 1
    assert "Fixed 2 places" in ended.stderr and ended.stderr.endswith("\n2 problems.\n")


def test_a_read_only_article_is_an_error_and_stays(pasted: Path) -> None:
    article = pasted / "content/tons/article.md"
    article.chmod(0o444)
    ended = run("check", "--fix", "--site", pasted)
    assert ended.returncode == 2
    assert "article.md: this file is read-only" in ended.stderr
    assert article.read_text("utf-8") == FRONT + KEPT
