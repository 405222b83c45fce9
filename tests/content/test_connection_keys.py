"""The keys of the front matter by which briefings name each other, as they are read."""

from pathlib import Path

import pytest

from newsbrief.content.files import read_folder
from newsbrief.content.gone import is_marked_gone
from newsbrief.content.source_file import SourceFile
from newsbrief.model.front_matter import Connections
from support.articles import front_faults, read_well

FRONT = "---\ntitle: A title\nas_of: 2019-04-07\n---\n\n"


def with_key(*lines: str) -> str:
    return FRONT.replace("2019-04-07\n", "2019-04-07\n" + "".join(f"{line}\n" for line in lines))


def test_folders_are_named_as_they_are_written_and_read_as_addresses() -> None:
    lines = ("story: flood", "topics: [courts, water]", "updates: The First Day", "formerly: [Old Name, older]")
    front = read_well(with_key(*lines, "translation_of: Le pont") + "Text.\n").front
    assert front.connections == Connections(
        "flood", ("courts", "water"), ("the-first-day",), "le-pont", ("old-name", "older")
    )
    assert read_well(with_key("updates: [a, b]") + "Text.\n").front.connections.updates == ("a", "b")
    assert read_well(FRONT + "Text.\n").front.connections == Connections()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("story: The Flood", "4:8: 'The Flood' cannot be an id"),
        ("topics: [courts, courts]", "4:18: 'courts' stands here twice"),
        ("updates: [a, A]", "4:14: 'a' stands here twice"),
        ("updates: '??'", "4:10: the name '??' makes no address"),
        ("translation_of: '!'", "4:17: the name '!' makes no address"),
        ("formerly: [ok, '…']", "4:16: the name '…' makes no address"),
    ],
)
def test_bad_names_are_problems_at_their_place(line: str, fault: str) -> None:
    (found,) = front_faults(line + "\n")
    assert found.startswith(fault), found


@pytest.mark.parametrize(
    ("line", "is_gone"),
    [("gone: It was wrong.", True), ("gone: >-\n  It was wrong.", True), ("gone:", False), ("goner: x", False)],
)
def test_a_briefing_is_gone_where_a_reason_stands(line: str, is_gone: bool) -> None:
    assert is_marked_gone(SourceFile("article.md", with_key(line), "")) is is_gone


def test_a_briefing_that_is_gone_needs_no_fact_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "old"
    folder.mkdir(parents=True)
    (folder / "article.md").write_text(with_key("gone: It was wrong."))
    assert read_folder(tmp_path, "old")[1] == []
    (folder / "article.md").write_text(FRONT)
    assert [each.message for each in read_folder(tmp_path, "old")[1]] == ["this folder has no facts.yaml"]
