"""Questions that drafts leave open: every command names them at their lines, and deleting the line settles each."""

import json
from pathlib import Path

import pytest

from newsbrief.build.open_questions import read_doubts
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.cli.main import main
from newsbrief.serve.loop import take_snapshot
from newsbrief.serve.memory import SiteMemory
from newsbrief.serve.snapshot import Snapshot
from support.html import by_id, read_html, text_of
from support.sites import ARTICLE, FACTS, FRONT, write_briefing, write_site

DRAFT = FRONT.replace("---\n\n", "draft: true\n---\n\n")
DOUBT = "perhaps Tom Reed, who is named nearer"
DOUBTFUL = FACTS.replace("  - speaker: reed\n", f"  - speaker: reed\n    doubt: {DOUBT}\n")
LINE = DOUBTFUL[: DOUBTFUL.index(DOUBT)].count("\n") + 1
PLACE = f"content/plans/facts.yaml:{LINE}:12"
NOTE = f"{PLACE}: note: this question is still open: {DOUBT}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one briefing, and one draft that leaves a question open."""
    site = write_site(tmp_path / "site")
    write_briefing(site, "plans", ARTICLE, DOUBTFUL, DRAFT)
    return site


@pytest.mark.parametrize("more", [[], ["--drafts"]])
def test_a_check_names_it_whether_drafts_are_wanted_or_not(
    site: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--site", str(site), *more]) == 0
    assert NOTE in capsys.readouterr().err


@pytest.mark.parametrize("more", [[], ["--drafts"]])
def test_every_build_names_it_also_one_that_reads_nothing_again(
    site: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["build", "--site", str(site), *more]) == 0
        assert capsys.readouterr().err.count(NOTE) == 1
    about = site / "content" / "about.md"
    about.write_text("---\ntitle: About\n---\n\nWords.\n", encoding="utf-8")
    assert main(["build", "--site", str(site), *more]) == 0
    assert capsys.readouterr().err.count(NOTE) == 1


def test_a_line_that_is_deleted_settles_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--site", str(site)]) == 0
    capsys.readouterr()
    (site / "content" / "plans" / "facts.yaml").write_text(FACTS, encoding="utf-8")
    for _ in range(2):
        assert main(["build", "--site", str(site)]) == 0
        assert capsys.readouterr().err == ""


def test_a_folder_that_is_gone_has_no_question(site: Path) -> None:
    assert len(build_site(BuildRequest(site), site / "_site").doubts) == 1
    (site / "content" / "plans").rename(site / "plans")
    assert build_site(BuildRequest(site), site / "_site").doubts == ()
    assert read_doubts(site, ["plans"]) == ()


def test_a_briefing_that_is_no_draft_is_not_built(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = site / "content" / "plans" / "article.md"
    article.write_text(article.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    for command in ("check", "build"):
        assert main([command, "--site", str(site)]) == 1
        assert f"{PLACE}: this question is still open: {DOUBT}\n" in capsys.readouterr().err


def test_programs_get_it_as_a_note(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "build"):
        assert main([command, "--site", str(site), "--format", "json"]) == 0
        (note,) = json.loads(capsys.readouterr().out)["notes"]
        assert note["path"].endswith("content/plans/facts.yaml") and note["line"] == LINE


def test_a_draft_that_cannot_be_read_has_no_question(site: Path) -> None:
    (site / "content" / "plans" / "facts.yaml").write_text("quotes: [\ndoubt: x\n", encoding="utf-8")
    assert build_site(BuildRequest(site), site / "_site").doubts == ()


def test_the_page_of_the_draft_shows_it_at_its_entry(site: Path) -> None:
    build_site(BuildRequest(site, drafts=True), site / "_site")
    page = read_html((site / "_site" / "plans" / "index.html").read_bytes())
    (card,) = [each for each in page.iter("figure") if DOUBT in text_of(each)]
    assert f"Open question: {DOUBT}" in text_of(card)
    assert text_of(by_id(page, "open-questions")) == "Open questions in this draft"


def test_the_preview_has_a_panel_that_opens_to_it(site: Path) -> None:
    memory = SiteMemory(BuildRequest(site, drafts=True))
    snapshot = take_snapshot(memory, Snapshot("/", {}))
    panel = json.loads(snapshot.describe("/plans/"))["problems"]
    assert "1 open question in drafts" in panel and DOUBT in panel and "<details>" in panel
    sheet = site / "content" / "plans" / "facts.yaml"
    sheet.write_text(FACTS, encoding="utf-8")
    settled = take_snapshot(memory, snapshot, ["content/plans/facts.yaml"])
    assert json.loads(settled.describe("/plans/"))["problems"] == ""


def test_problems_go_before_questions_in_the_preview(site: Path) -> None:
    memory = SiteMemory(BuildRequest(site, drafts=True))
    snapshot = take_snapshot(memory, Snapshot("/", {}))
    (site / "content" / "plans" / "facts.yaml").write_text(f"{DOUBTFUL}nonsense: []\n", encoding="utf-8")
    panel = json.loads(take_snapshot(memory, snapshot, ["content/plans/facts.yaml"]).describe("/"))["problems"]
    assert "1 problem to fix" in panel and "open question" not in panel
