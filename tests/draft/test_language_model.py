"""The prompt for language models, and the documented example of what a model got wrong."""

import json
import re
from pathlib import Path

import pytest

from newsbrief.cli.main import main
from support.sites import ROOT

PAGE = (ROOT / "docs" / "how-to" / "draft-with-a-language-model.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """Return the fenced block of the page with this name."""
    match = re.search(rf"```\w+ {re.escape(name)}\n(.*?)```", PAGE, re.S)
    assert match is not None
    return match[1]


def write_example(folder: Path, sheet: str) -> None:
    content = folder / "content" / "harbour"
    content.mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("title: A site\n", encoding="utf-8")
    head = "---\ntitle: The port is closed\nas_of: 2026-03-05\ndraft: true\n---\n\n"
    (content / "article.md").write_text(head + block("story.txt"), encoding="utf-8")
    (content / "facts.yaml").write_text(sheet, encoding="utf-8")


def problems_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    main(["check", "--drafts", "--site", str(folder), "--format", "json"])
    return [problem["message"] for problem in json.loads(capsys.readouterr().out)["problems"]]


def test_each_fault_of_the_recorded_answer_is_refused_as_the_page_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_example(tmp_path, block("content/harbour/facts.yaml"))
    found = problems_of(tmp_path, capsys)
    rows = [line.split("|")[2].strip() for line in PAGE.split("\n") if line.startswith("| ")][1:]
    assert len(rows) == 4
    for row in rows:
        assert len([message for message in found if message.startswith(row)]) == 1, (row, found)
    assert len(found) == len(rows)


def test_answer_without_its_four_faults_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = (
        block("content/harbour/facts.yaml")
        .replace("lost 40 sailings", "lost 14 sailings")
        .replace("2026-03-03", "2026-03-02")
    )
    sheet, _, _ = sheet.rpartition("  - speaker: aske")
    sheet = sheet.replace("speaker: vane\n    cue: Tom Aske", "speaker: aske\n    cue: Tom Aske")
    write_example(tmp_path, sheet)
    assert problems_of(tmp_path, capsys) == []


def test_prompt_holds_all_that_a_model_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "story.txt"
    article.write_text(block("story.txt"), encoding="utf-8")
    assert main(["draft", str(article), "--as-of", "2026-03-05", "--prompt", "--site", str(tmp_path)]) == 0
    prompt = capsys.readouterr().out
    for paragraph in block("story.txt").strip().split("\n\n"):
        assert paragraph in prompt
    assert '"$schema"' in prompt and "speaker: vane" in prompt and "2026-03-05" in prompt
    assert list(tmp_path.iterdir()) == [article]
