"""Fact sheets as a person writes them: read again as they were given, in the order in which one reads them."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.fact_sheet import SECTION_OF, SECTIONS, ClaimEntry, QuoteEntry
from newsbrief.content.fields import Selector
from newsbrief.content.invisible_characters import has_invisible
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.draft.yaml_writer import KEY_ORDER, SCHEMA, SheetEntry, as_values, write_entries, write_fact_sheet

pytestmark = pytest.mark.slow

VISIBLE = st.characters(exclude_categories=("Cs", "Cc", "Cf")).filter(lambda letter: not has_invisible(letter))
TEXT = st.text(VISIBLE, min_size=1, max_size=200).filter(str.strip)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True)
WORDS = TEXT | st.builds(lambda exact, prefix: {"exact": exact, "prefix": prefix}, TEXT, TEXT)
PASSAGES = WORDS | st.lists(WORDS, min_size=1, max_size=3)
SOURCE = st.builds(lambda title: {"title": title, "url": "https://example.org/a"}, TEXT)
NOTES = {"reading": TEXT, "doubt": TEXT}
CLAIM = st.fixed_dictionaries({"text": TEXT}, optional={"cite": PASSAGES, "source": SOURCE, **NOTES})
ENTRIES = {
    "key_points": CLAIM,
    "actors": st.fixed_dictionaries(
        {"id": IDS, "name": TEXT, "kind": st.sampled_from(["person", "state"])},
        optional={
            "abbr": TEXT,
            "aliases": st.lists(TEXT, min_size=1, max_size=4),
            "about": st.lists(CLAIM, min_size=1),
        },
    ),
    "dates": st.fixed_dictionaries(
        {"date": st.sampled_from(["2019-04-07", "2019-04", 2011]), "event": TEXT},
        optional={"when": WORDS, "cite": PASSAGES, "actors": st.lists(IDS, min_size=1), **NOTES},
    ),
    "quotes": st.fixed_dictionaries(
        {"speaker": IDS | st.lists(IDS, min_size=1), "text": PASSAGES},
        optional={"cue": WORDS, "context": TEXT, **NOTES},
    ),
    "relations": st.fixed_dictionaries(
        {"from": IDS, "to": IDS, "kind": st.just("backs"), "cite": PASSAGES}, optional=NOTES
    ),
    "not_speech": st.fixed_dictionaries({"text": WORDS, "why": st.just("title")}, optional=NOTES),
}
SHEETS = st.fixed_dictionaries({}, optional={key: st.lists(each, max_size=3) for key, each in ENTRIES.items()})


def read(text: str) -> Mapping[str, Any]:
    yaml = parse_yaml(SourceFile("facts.yaml", text))
    assert parse_facts(yaml).problems == ()
    return yaml.values


@given(SHEETS)
def test_what_is_written_is_read_as_it_was(sheet: dict[str, list[dict[str, Any]]]) -> None:
    assert read(write_fact_sheet(sheet)) == {key: entries for key, entries in sheet.items() if entries}


@given(SHEETS, TEXT)
def test_comments_and_offers_change_nothing_that_is_read(sheet: dict[str, list[dict[str, Any]]], comment: str) -> None:
    written = {
        key: [each for values in entries for each in (SheetEntry(values, comment), SheetEntry(values, offered=True))]
        for key, entries in sheet.items()
    }
    assert read(write_fact_sheet(written)) == {key: entries for key, entries in sheet.items() if entries}


@given(ENTRIES["actors"], ENTRIES["actors"])
def test_an_offer_is_taken_by_deleting_its_sign(one: dict[str, Any], other: dict[str, Any]) -> None:
    text = write_fact_sheet({"actors": [SheetEntry(one, offered=True), SheetEntry(other, offered=True)]})
    assert read(text) == {"actors": None}
    assert read(text.replace("\n  # - ", "\n  - ")) == {"actors": [one, other]}


def test_every_list_has_an_order_of_all_its_keys() -> None:
    lists = [*SECTIONS, *(inner for section in SECTIONS for inner in section.lists)]
    assert {each.key: set(KEY_ORDER[each.key]) for each in lists} == {
        each.key: set(each.entry.__struct_encode_fields__) for each in lists
    }
    assert set(KEY_ORDER) == {each.key for each in lists}


@pytest.mark.parametrize("key", SECTION_OF)
def test_a_doubt_stands_where_it_can_be_deleted_as_one_line(key: str) -> None:
    first = KEY_ORDER[key][0]
    lines = write_entries(key, [{"doubt": "perhaps not", first: "x"}], 2)
    assert lines == [f"  - {first}: x", "    doubt: perhaps not"]


def test_an_entry_is_written_as_a_person_writes_it() -> None:
    quote = QuoteEntry(
        speaker="waldhauser",
        doubt="perhaps Haftar, who is named nearer",
        text=("We want to stay neutral,", Selector("we are ready", suffix=" tomorrow")),
        cue="General Waldhauser said, adding",
    )
    sheet = write_fact_sheet({"quotes": [SheetEntry(as_values(quote), "Two speakers are named in this sentence.")]})
    assert sheet.splitlines() == [
        f"# yaml-language-server: $schema={SCHEMA}",
        "#",
        "# `cite`, `cue`, `when` and `text` are words of article.md, exactly. Words that occur more than once need"
        " `prefix`",
        "# or `suffix`. Every sentence of your own needs a `cite` or, as background, a `source`.",
        "",
        "quotes:",
        "  # Two speakers are named in this sentence.",
        "  - speaker: waldhauser",
        "    doubt: perhaps Haftar, who is named nearer",
        "    cue: General Waldhauser said, adding",
        "    text:",
        "      - We want to stay neutral,",
        "      - exact: we are ready",
        '        suffix: " tomorrow"',
    ]


def test_typed_entries_are_written_without_what_is_not_given() -> None:
    assert write_entries("key_points", [ClaimEntry("The port is closed.", cite="closed the port")], 2) == [
        "  - text: The port is closed.",
        "    cite: closed the port",
    ]
