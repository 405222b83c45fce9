"""The fact sheet of an article that was edited: new passages get entries, and no other byte changes."""

from pathlib import Path

import pytest
import yaml

from newsbrief.cli.main import main

HEAD = "---\ntitle: The port\nas_of: 2026-03-05\n---\n\n"
ARTICLE = "“The port is full,” said Nora Vane.\n\n“It is late,” said Tom Aske.\n"
SHEET = """# A note of the editor's, with odd   blanks.
actors:
- {id: vane, name: Nora Vane, kind: person}   # the minister
- {id: aske, name: Tom Aske, kind: person}

quotes:
- {speaker: vane, cue: said Nora Vane, text: "The port is full,"}

- {speaker: aske, cue: said Tom Aske, text: "It is late,"}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "port"
    folder.mkdir(parents=True)
    (tmp_path / "content" / "site.yaml").write_text("title: A site\n", encoding="utf-8")
    (folder / "article.md").write_text(HEAD + ARTICLE, encoding="utf-8")
    (folder / "facts.yaml").write_text(SHEET, encoding="utf-8")
    return tmp_path


def edit(site: Path, article: str) -> None:
    (site / "content" / "port" / "article.md").write_text(HEAD + article, encoding="utf-8")


def sheet_of(site: Path) -> str:
    return (site / "content" / "port" / "facts.yaml").read_text(encoding="utf-8")


def test_sheet_that_has_all_stays_as_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    assert "already" in capsys.readouterr().out
    assert sheet_of(site) == SHEET


def test_new_passage_gets_an_entry_at_its_place(site: Path) -> None:
    before, after = ARTICLE.split("\n\n")
    edit(site, f"{before}\n\n“Nine ships wait,” Vane’s rival Tom Aske said.\n\n{after}")
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    added = [line for line in sheet_of(site).split("\n") if line not in SHEET.split("\n")]
    assert any("Nine ships wait," in line for line in added)
    rest = [line for line in sheet_of(site).split("\n") if line not in added and line]
    assert rest == [line for line in SHEET.split("\n") if line]
    assert (
        sheet_of(site).index("The port is full")
        < sheet_of(site).index("Nine ships")
        < sheet_of(site).index("It is late")
    )
    assert main(["check", "--site", str(site)]) == 0


def test_what_is_gone_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, ARTICLE.replace("It is late", "It is early"))
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    printed = capsys.readouterr().out
    assert "content/port/facts.yaml:9: quotation is not in the article" in printed
    assert "It is early," in sheet_of(site)


def test_briefing_that_is_not_there_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--update", "elsewhere", "--site", str(site)]) == 1
    assert capsys.readouterr().err


def test_article_and_name_exclude_each_other(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--site", str(site)]) == 2
    assert "either an article or the name" in capsys.readouterr().err


LATER = (
    "On 2 March 2026, the Harbour Council closed the north quay. “We had no choice,” said Ines Dahl, its chairwoman.\n"
)


def test_new_actor_and_new_event_are_offered_with_a_question(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, f"{ARTICLE}\n{LATER}")
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    sheet = yaml.safe_load(sheet_of(site))
    new = {each["name"]: each for each in sheet["actors"] if each["id"] not in ("vane", "aske")}
    assert {name: each["kind"] for name, each in new.items()} == {
        "Harbour Council": "government",
        "Ines Dahl": "person",
    }
    assert all("doubt" in each for each in [*new.values(), *sheet["dates"]])
    assert [(str(each["date"]), each["event"]) for each in sheet["dates"]] == [
        ("2026-03-02", "On 2 March 2026, the Harbour Council closed the north quay.")
    ]
    assert sheet["quotes"][-1]["speaker"] == "dahl"
    assert "1 quotation, 2 actors and 1 date" in capsys.readouterr().out


def test_only_lines_are_added_and_a_second_update_adds_none(site: Path) -> None:
    edit(site, f"{LATER}\n{ARTICLE}")
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    updated = sheet_of(site)
    kept = iter(updated.split("\n"))
    assert all(line in kept for line in SHEET.split("\n"))
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    assert sheet_of(site) == updated


def test_sheet_with_new_entries_passes_the_check_of_a_draft(site: Path) -> None:
    path = site / "content" / "port" / "article.md"
    path.write_text(HEAD.replace("as_of", "draft: true\nas_of") + f"{ARTICLE}\n{LATER}", encoding="utf-8")
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    assert main(["check", "--site", str(site)]) == 0


def test_event_and_actor_of_the_sheet_are_not_offered_again(site: Path) -> None:
    edit(site, f"{ARTICLE}\n{LATER}")
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    settled = "\n".join(line for line in sheet_of(site).split("\n") if "doubt:" not in line)
    (site / "content" / "port" / "facts.yaml").write_text(settled, encoding="utf-8")
    edit(site, f"{ARTICLE}\nOn Monday all was calm.\n\n{LATER}")
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    assert sheet_of(site).count("Harbour Council") == settled.count("Harbour Council")
    assert sheet_of(site).count("date:") == settled.count("date:") + 1


def test_actor_who_is_named_no_more_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, ARTICLE.replace("Tom Aske", "the captain"))
    assert main(["draft", "--update", "port", "--site", str(site)]) == 0
    assert "the article does not name Tom Aske" in capsys.readouterr().out
