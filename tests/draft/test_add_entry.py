"""The command `add`: an entry goes into a fact sheet as it stands, or nothing is written."""

from pathlib import Path

import pytest

from newsbrief.cli.arguments import make_parser
from newsbrief.cli.main import main
from newsbrief.content.fact_sheet import SECTION_OF
from newsbrief.draft.entry_words import KINDS, read_entry_words
from support.sites import write_site


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """The fact sheet of a site's only briefing."""
    return write_site(tmp_path / "site") / "content" / "bridge" / "facts.yaml"


def add(sheet: Path, *arguments: str) -> int:
    return main(["add", *arguments, "--site", str(sheet.parents[2])])


def test_every_section_has_a_name_on_the_command_line() -> None:
    assert set(KINDS.values()) == set(SECTION_OF)
    for kind in KINDS:
        assert make_parser().parse_args(["add", kind, "bridge"]).kind == kind


def test_a_quotation_is_added_at_the_end(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sheet.read_text(encoding="utf-8")
    assert add(sheet, "quote", "bridge", "text=late and costly", "speaker=reed", "cue=Tom Reed, called the plan") == 0
    after = sheet.read_text(encoding="utf-8")
    new = "  - speaker: reed\n    cue: Tom Reed, called the plan\n    text: late and costly\n"
    assert new in after and after.replace(new, "", 1) == before
    line = after[: after.rindex(new)].count("\n") + 1
    assert capsys.readouterr().out == f"Added to content/bridge/facts.yaml:{line}. Check it with: newsbrief check\n"


def test_an_entry_goes_before_another(sheet: Path) -> None:
    assert add(sheet, "date", "bridge", "date=2017", "event=The council votes.", "actors=reed", "--before", "1") == 0
    text = sheet.read_text(encoding="utf-8")
    assert "dates:\n  - date: 2017\n    event: The council votes.\n    actors: [reed]\n" in text


def test_an_entry_comes_as_json(sheet: Path, tmp_path: Path) -> None:
    (tmp_path / "entry.json").write_text('{"text": "Abbey Road", "why": "title"}', encoding="utf-8")
    assert add(sheet, "not-speech", "bridge", "--json", str(tmp_path / "entry.json")) == 0
    assert sheet.read_text(encoding="utf-8").endswith("not_speech:\n  - text: Abbey Road\n    why: title\n")


def test_line_ends_and_a_byte_order_mark_are_kept(sheet: Path) -> None:
    raw = b"\xef\xbb\xbf" + sheet.read_bytes().replace(b"\n", b"\r\n")
    sheet.write_bytes(raw)
    assert add(sheet, "not-speech", "bridge", "text=Abbey Road", "why=title") == 0
    after = sheet.read_bytes()
    assert after.startswith(raw.rstrip()) and b"\n" not in after.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["quote", "bridge", "speaker=reed"], 1, "the key 'text' is missing"),
        (["quote", "bridge", "speaker=reed", "text=x", "txt=y"], 1, "unknown key 'txt'"),
        (["not-speech", "bridge", "text=x", "why=fun"], 1, "unknown why 'fun'"),
        (["quote", "bridge"], 2, "the entry is empty"),
        (["quote", "bridge", "speaker"], 2, "not of the form KEY=VALUE"),
        (["quote", "nowhere", "speaker=reed", "text=x"], 2, "there is no such fact sheet"),
        (["quote", "../content/bridge", "speaker=reed", "text=x"], 2, "there is no such fact sheet"),
        (["quote", "bridge", "--json", "/nowhere.json"], 2, "No such file"),
    ],
)
def test_what_is_not_right_is_refused(
    sheet: Path, arguments: list[str], code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sheet.read_bytes()
    assert add(sheet, *arguments) == code
    said = capsys.readouterr().err
    assert message in said and said.endswith("1 problem; nothing was written.\n")
    assert sheet.read_bytes() == before


def test_a_sheet_that_is_not_understood_stays_and_the_snippet_is_printed(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_text("quotes: {a: b}\n", encoding="utf-8")
    assert add(sheet, "quote", "bridge", "speaker=reed", "text=x") == 2
    said = capsys.readouterr()
    assert said.out == "quotes:\n  - speaker: reed\n    text: x\n"
    assert "put this in by hand" in said.err
    assert sheet.read_text(encoding="utf-8") == "quotes: {a: b}\n"


def test_keys_inside_others_and_lists_are_read() -> None:
    words = [
        "text.exact=One",
        "text.suffix= two",
        "source.title=T",
        "aliases=A",
        "background=true",
        "date=2011",
        "id=7",
    ]
    assert read_entry_words(words) == {
        "text": {"exact": "One", "suffix": " two"},
        "source": {"title": "T"},
        "aliases": ["A"],
        "background": True,
        "date": 2011,
        "id": "7",
    }
    for wrong in (["=x"], ["text=x", "text.exact=y"], ["text.exact=x", "text=y"], ["text.exact=x", "text.exact=y"]):
        with pytest.raises(ValueError):
            read_entry_words(wrong)
