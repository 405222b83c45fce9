"""New entries in a fact sheet that stands, however it is laid out: read as given, with nothing else changed."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.content.fact_sheet import QuoteEntry
from newsbrief.content.source_file import SourceFile, with_line_feeds
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.draft.insertion import insert_entries
from newsbrief.draft.yaml_writer import SheetEntry, write_entries
from support.sites import ROOT

TEXTS = st.sampled_from(
    ["The port: closed.", "one # two", "It’s “late”.", "- x", "a " * 70 + "b", "[x]", "x", "# not a comment"]
)
CLAIM = st.fixed_dictionaries({"text": TEXTS, "cite": TEXTS | st.lists(TEXTS, min_size=1, max_size=2)})
QUOTE = st.fixed_dictionaries({"speaker": st.sampled_from(["un", "eu"]), "text": TEXTS}, optional={"cue": TEXTS})
ACTOR = st.fixed_dictionaries(
    {"id": st.just("un"), "name": TEXTS, "kind": st.just("state")},
    optional={"about": st.lists(CLAIM, min_size=1, max_size=2)},
)
ENTRIES = {"key_points": CLAIM, "actors": ACTOR, "quotes": QUOTE}
NEW = st.fixed_dictionaries({}, optional={key: st.lists(each, min_size=1, max_size=2) for key, each in ENTRIES.items()})

LAST = ["", "    # about the last one", "  # offered below", "", "# about the next section"]


def read(text: str) -> dict[str, Any]:
    yaml = parse_yaml(SourceFile("facts.yaml", with_line_feeds(text)))
    assert yaml.problems == ()
    return yaml.values


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """Return the text of a sheet in any layout that an editor may choose."""
    from newsbrief.content.yaml_text import write_flow

    lines = draw(st.sampled_from([[], ["# a head", ""], ["---"], ["# a head", "# of two lines"]])).copy()
    for key in draw(st.permutations(["key_points", "actors", "quotes"])):
        style = draw(
            st.sampled_from(["absent", "empty", "null", "none", "flow", "flow lines", "lines", "lines", "lines"])
        )
        entries = draw(st.lists(ENTRIES[key], min_size=1, max_size=3))
        comment = draw(st.sampled_from(["", "  # here"]))
        if style in ("empty", "null", "none"):
            lines.append(f"{key}:{ {'empty': ' []', 'null': '', 'none': ' null'}[style] }{comment}")
        elif style == "flow":
            lines.append(f"{key}: [{', '.join(map(write_flow, entries))}{draw(st.sampled_from(['', ',']))}]{comment}")
        elif style == "flow lines":
            rows = [
                f"    {write_flow(each)}{end}"
                for each, end in zip(entries, [*[","] * (len(entries) - 1), ""], strict=True)
            ]
            lines += [f"{key}: [", *rows, "  ]"]
        elif style == "lines":
            lines += [f"{key}:{comment}", *draw(lists(key, entries))]
        if style != "absent":
            lines += draw(st.lists(st.sampled_from(LAST), max_size=3))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end, end * 3]))


@st.composite
def lists(draw: st.DrawFn, key: str, entries: list[dict[str, Any]]) -> list[str]:
    """Return the lines of entries, each with a dash, in any indentation."""
    column, offset = draw(st.sampled_from([0, 2, 4])), draw(st.sampled_from([2, 2, 4]))
    between = draw(st.sampled_from([[], [], [""], ["", " " * column + "# the next one"]]))
    rows: list[str] = []
    for number, entry in enumerate(entries):
        written = write_entries(key, [entry])
        shifted = [
            f"-{' ' * (offset - 1)}{line[2:]}" if line[0] == "-" else " " * (offset - 2) + line for line in written
        ]
        rows += [*(between if number else []), *(" " * column + line for line in shifted)]
    tail = draw(
        st.sampled_from(
            [[], [], [f"{' ' * (column + offset)}reading: |-", f"{' ' * (column + offset + 2)}# of the text", ""]]
        )
    )
    return rows + tail


def added_only(old: str, new: str, key: str = "quotes") -> bool:
    """Say whether a text is another with something inserted in one place; the sign of an empty section may be gone."""
    variants = (old, re.sub(rf"(?m)^({key}:) (?:\[\]|null)", r"\1", old))
    return any(count_shared(each, new) >= len(each) for each in variants)


def count_shared(one: str, other: str) -> int:
    """Return how many characters two texts share at their starts, and then at their ends."""
    length = min(len(one), len(other))
    before = next((at for at in range(length) if one[at] != other[at]), length)
    left = length - before
    return before + next((at for at in range(left) if one[-1 - at] != other[-1 - at]), left)


@pytest.mark.slow
@settings(max_examples=100)
@given(sheets(), NEW)
def test_new_entries_go_to_the_ends_of_their_sections(sheet: str, new: dict[str, list[dict[str, Any]]]) -> None:
    old = read(sheet)
    inserted = insert_entries(sheet, new)
    assert inserted.text is not None, inserted.why
    assert read(inserted.text) == old | {key: [*(old.get(key) or []), *each] for key, each in new.items()}
    if len(new) == 1:
        assert added_only(sheet, inserted.text, next(iter(new)))
    if "\r\n" in sheet:
        assert "\n" not in inserted.text.replace("\r\n", "")
    assert with_line_feeds(inserted.text).count("\n\n\n") <= with_line_feeds(sheet).count("\n\n\n") + 1


@pytest.mark.slow
@settings(max_examples=60)
@given(sheets(), QUOTE, st.integers(0, 3))
def test_a_new_entry_goes_before_the_one_that_is_named(sheet: str, quote: dict[str, Any], at: int) -> None:
    old = read(sheet)
    quotes = old.get("quotes") or []
    inserted = insert_entries(sheet, {"quotes": [quote]}, {"quotes": [at]})
    assert inserted.text is not None, inserted.why
    assert read(inserted.text) == old | {"quotes": [*quotes[:at], quote, *quotes[at:]]}
    assert added_only(sheet, inserted.text)


def test_an_entry_has_the_layout_of_its_neighbours() -> None:
    sheet = (
        "quotes:\n-   speaker: un\n    text: One\n\n-   speaker: eu\n    text: Two\n\n# Who does what\nrelations: []\n"
    )
    words = "Three words " * 12 + "end"
    inserted = insert_entries(sheet, {"quotes": [{"text": words, "speaker": "un"}]}).text
    head, behind = sheet.split("\n# Who")
    folded = f"      {'Three words ' * 9}Three\n      {'words ' + 'Three words ' * 2}end\n"
    assert inserted == f"{head}\n-   speaker: un\n    text: >-\n{folded}\n# Who{behind}"


def test_a_section_that_is_not_there_goes_where_it_belongs() -> None:
    sheet = "# A sheet\n\nkey_points:\n  - text: One\n    cite: one\n\n# Who\nquotes:\n  - speaker: un\n    text: Two\n"
    new = {"actors": [{"id": "un", "name": "UN", "kind": "international-body"}]}
    assert insert_entries(sheet, new).text == (
        "# A sheet\n\nkey_points:\n  - text: One\n    cite: one\n\nactors:\n  - id: un\n    name: UN\n"
        "    kind: international-body\n\n# Who\nquotes:\n  - speaker: un\n    text: Two\n"
    )


@pytest.mark.parametrize(
    ("sheet", "result"),
    [
        ("", "quotes:\n  - speaker: un\n    text: Stop\n"),
        ("# A sheet\n", "# A sheet\n\nquotes:\n  - speaker: un\n    text: Stop\n"),
        ("quotes: []  # none yet\n", "quotes:  # none yet\n  - speaker: un\n    text: Stop\n"),
        ("quotes: null", "quotes:\n  - speaker: un\n    text: Stop"),
        (
            "quotes:\n  # - {speaker: eu, text: x}\n",
            "quotes:\n  # - {speaker: eu, text: x}\n  - speaker: un\n    text: Stop\n",
        ),
        ("quotes: [{speaker: eu, text: x}]", "quotes: [{speaker: eu, text: x}, {speaker: un, text: Stop}]"),
        ("relations: []\r\n", "quotes:\r\n  - speaker: un\r\n    text: Stop\r\n\r\nrelations: []\r\n"),
    ],
)
def test_sheets_with_little_in_them(sheet: str, result: str) -> None:
    inserted = insert_entries(sheet, {"quotes": [QuoteEntry(speaker="un", text="Stop")]})
    assert inserted.text == result


def test_entries_of_the_briefing_that_comes_with_newsbrief_can_be_added_everywhere() -> None:
    sheet = (ROOT / "content/libya-2019/facts.yaml").read_text(encoding="utf-8")
    values = read(sheet)
    for key, entries in values.items():
        for at in (0, 1, len(entries)):
            text = insert_entries(sheet, {key: [SheetEntry(entries[0], "Look again.")]}, {key: [at]}).text
            assert text is not None and "# Look again." in text
            assert read(text)[key] == [*entries[:at], entries[0], *entries[at:]]
            assert added_only(sheet, text)


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        ("quotes: {a: b}\n", "layout of the section quotes"),
        ("{quotes: []}\n", "layout of the section quotes"),
        ("quotes: text\n", "layout of the section quotes"),
        ("quotes:\n  - speaker: un\n    text: x\n...\n", ""),
        ("quotes:\n - a: [\n", "is not in order"),
    ],
)
def test_a_sheet_that_is_not_understood_stays_as_it_is(sheet: str, why: str) -> None:
    inserted = insert_entries(sheet, {"quotes": [{"speaker": "un", "text": "Stop"}]})
    if why:
        assert inserted.text is None and why in inserted.why
    else:
        assert inserted.text is not None
    assert inserted.snippet == "quotes:\n  - speaker: un\n    text: Stop"
