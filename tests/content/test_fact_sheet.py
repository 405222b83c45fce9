"""The fact sheet's entries: what is accepted, and every slip told with its place and remedy."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsbrief.content.fact_sheet import SECTIONS, ActorEntry, ClaimEntry, DateEntry, QuoteEntry, json_schema
from newsbrief.content.fields import Selector, SourceEntry
from newsbrief.content.parse_fact_sheet import Facts, parse_facts
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from support.sites import FACTS, ROOT

SCHEMA = Draft202012Validator(json_schema())
SECTION_KEYS = [section.key for section in SECTIONS]


def facts(text: str) -> Facts:
    return parse_facts(parse_yaml(SourceFile("facts.yaml", text)))


def faults(text: str) -> list[str]:
    return [f"{each.line}:{each.column}: {each.message} | {each.hint}" for each in facts(text).problems]


def actor(**keys: str) -> str:
    given = {"id": "ortiz", "name": "Lena Ortiz", "kind": "person"} | keys
    return "actors:\n  - {" + ", ".join(f"{key}: {value}" for key, value in given.items()) + "}\n"


def claim(more: str) -> str:
    return f"key_points:\n  - text: She came.\n    {more}\n"


def test_a_whole_fact_sheet_is_read_into_its_types() -> None:
    sheet = facts(FACTS)
    assert sheet.problems == ()
    assert [entry.id for _, entry in sheet.of(ActorEntry)] == ["ortiz", "reed"]
    assert [(path, entry.date, entry.when) for path, entry in sheet.of(DateEntry)] == [(("dates", 0), 2017, "in 2017")]
    assert [path for path, _ in sheet.of(QuoteEntry)] == [("quotes", 0), ("quotes", 1)]


@pytest.mark.parametrize("text", ["", "# nothing\n", *(f"{key}:\n" for key in SECTION_KEYS), "quotes: []\n"])
def test_every_list_may_be_empty_or_absent(text: str) -> None:
    assert facts(text).problems == ()
    assert facts(text).entries == {}


def test_entries_in_lists_of_others_are_walked_with_their_own_paths() -> None:
    sheet = facts(claim("cite: came") + actor(about="[{text: One., cite: a}, {text: Two., cite: b}]"))
    assert [(section.key, path) for section, path, _ in sheet.all_entries] == [
        ("key_points", ("key_points", 0)),
        ("actors", ("actors", 0)),
        ("about", ("actors", 0, "about", 0)),
        ("about", ("actors", 0, "about", 1)),
    ]


def test_words_of_the_article_may_be_text_a_number_a_selector_or_a_list() -> None:
    cites = [
        facts(claim(f"cite: {written}")).entries["key_points", 0] for written in ("came", "2017", "[a, 2, {exact: b}]")
    ]
    assert [entry.cite for entry in cites if isinstance(entry, ClaimEntry)] == ["came", 2017, ("a", 2, Selector("b"))]


def test_a_selector_carries_its_neighbours() -> None:
    entry = facts(claim("cite: {exact: came, prefix: she, suffix: 1}")).entries["key_points", 0]
    assert isinstance(entry, ClaimEntry)
    assert entry.cite == Selector("came", "she", 1)


def test_a_source_may_be_one_or_a_list() -> None:
    one, two = "{title: A, url: https://a.org/1}", "{title: B, url: http://b.org}"
    for written, expected in (
        (one, SourceEntry("A", "https://a.org/1")),
        (f"[{one}, {two}]", (SourceEntry("A", "https://a.org/1"), SourceEntry("B", "http://b.org"))),
    ):
        entry = facts(claim(f"source: {written}")).entries["key_points", 0]
        assert isinstance(entry, ClaimEntry)
        assert entry.source == expected


def test_a_country_code_and_a_time_stay_text() -> None:
    sheet = facts(actor(abbr="NO") + claim("cite: 12:30"))
    assert sheet.problems == ()
    assert [entry.abbr for _, entry in sheet.of(ActorEntry)] == ["NO"]
    assert [entry.cite for _, entry in sheet.of(ClaimEntry)] == ["12:30"]


@pytest.mark.parametrize("key", ["about", "aliases", "key_points", "actors", "quotes"])
def test_a_list_written_as_text_is_a_problem(key: str) -> None:
    text = actor(**{key: "text"}) if key in ("about", "aliases") else f"{key}: text\n"
    assert len(faults(text)) == 1


def test_every_unknown_key_is_reported_at_once() -> None:
    found = faults("quote:\n  - text: a\nactor: []\n" + claim("cit: came\n    sorce: {}\n    zzz: 1"))
    assert found == [
        "1:1: unknown key 'quote' | did you mean 'quotes'?",
        "3:1: unknown key 'actor' | did you mean 'actors'?",
        "6:5: unknown key 'cit' | did you mean 'cite'?",
        "7:5: unknown key 'sorce' | did you mean 'source'?",
        "8:5: unknown key 'zzz' | choose one of: cite, doubt, reading, source, text",
    ]


def test_an_unknown_key_is_marked_at_the_key_not_at_its_value() -> None:
    assert faults("actors:\n  - id: a\n    name: A\n    kind: state\n    alias: [X]\n")[0].startswith("5:5: ")


def test_an_unknown_key_does_not_hide_what_else_is_wrong_in_the_entry() -> None:
    assert faults("actors:\n  - {sied: x, id: ortiz, name: Lena, kind: persn}\n") == [
        "2:6: unknown key 'sied' | did you mean 'side'?",
        "2:44: unknown kind 'persn' | did you mean 'person'?",
    ]


def test_the_faults_of_every_entry_are_reported_at_once() -> None:
    found = faults(actor(id="Ortiz") + "  - {id: reed, name: Tom, kind: x}\n  - text\nquotes:\n  - {speaker: a}\n")
    assert [each.split(" | ")[0] for each in found] == [
        "2:10: 'Ortiz' cannot be an id",
        "3:33: unknown kind 'x'",
        "4:5: expected keys and values, found text",
        "6:5: the key 'text' is missing",
    ]


def test_an_entry_with_a_fault_is_left_out_and_the_others_are_kept() -> None:
    sheet = facts(actor(id="Ortiz") + "  - {id: reed, name: Tom Reed, kind: person}\n")
    assert [path for path, _ in sheet.of(ActorEntry)] == [("actors", 1)]


@pytest.mark.parametrize("id", ["Ortiz", "a b", "a--b", "-a", "a-", "é", "a_b", "a.b", "''"])
def test_an_id_of_other_signs_is_a_problem(id: str) -> None:
    assert len(faults(actor(id=id))) == 1


@pytest.mark.parametrize("id", ["a", "un-2", "3m", "a-b-c", "x" * 60])
def test_an_id_of_small_letters_digits_and_hyphens_is_accepted(id: str) -> None:
    assert faults(actor(id=id)) == []


def test_an_id_that_is_a_number_is_told_how_to_be_written() -> None:
    assert faults(actor(id="5")) == ["2:10: 5 is read as a number | put it in quotation marks to make it text"]


def test_an_id_that_is_too_long_is_a_problem() -> None:
    assert faults(actor(id="x" * 61))[0].startswith("2:10: this is too long")


@pytest.mark.parametrize(
    "url", ["www.a.org", "ftp://a.org/", "javascript:alert(1)", "https://a", "https:// a.org", "''"]
)
def test_an_address_that_is_none_is_a_problem(url: str) -> None:
    assert len(faults(claim(f'source: {{title: A, url: "{url}"}}'))) == 1


@pytest.mark.parametrize("blank", ["''", '" "', '"\\n"', '"\\u00a0"'])
@pytest.mark.parametrize("key", ["name", "side", "abbr"])
def test_text_without_a_sign_in_it_is_empty(key: str, blank: str) -> None:
    (fault,) = faults(actor(**{key: blank}))
    assert "this is empty" in fault


@pytest.mark.parametrize("key", ["id", "name", "kind"])
def test_a_key_that_an_actor_needs_is_missed(key: str) -> None:
    given = {"id": "a", "name": "A", "kind": "state"}
    del given[key]
    written = ", ".join(f"{each}: {value}" for each, value in given.items())
    assert faults(f"actors:\n  - {{{written}}}\n") == [f"2:5: the key {key!r} is missing | add `{key}:` to this entry"]


@pytest.mark.parametrize(
    "kind", ["person", "government", "armed-group", "military", "alliance", "international-body", "state", "group"]
)
def test_every_kind_of_actor_in_the_design_is_accepted(kind: str) -> None:
    assert faults(actor(kind=kind)) == []


@pytest.mark.parametrize("kind", ["backs", "leads", "fights", "part-of", "talks-to", "opposes", "neutral"])
def test_every_kind_of_relation_in_the_design_is_accepted(kind: str) -> None:
    assert faults(f"relations:\n  - {{from: a, to: b, kind: {kind}, cite: c}}\n") == []


def test_a_relation_is_written_from_and_to() -> None:
    assert faults("relations:\n  - {subject: a, object: b, kind: backs, cite: c}\n")[:2] == [
        "2:6: unknown key 'subject' | choose one of: cite, doubt, from, hedge, kind, reading, to",
        "2:18: unknown key 'object' | choose one of: cite, doubt, from, hedge, kind, reading, to",
    ]


@pytest.mark.parametrize("why", ["title", "term", "scare", "motto"])
def test_every_reason_in_the_design_is_accepted(why: str) -> None:
    assert faults(f"not_speech:\n  - {{text: a, why: {why}}}\n") == []


@pytest.mark.parametrize("empty", ["cite: []", "source: []"])
def test_an_empty_list_of_grounds_is_a_problem(empty: str) -> None:
    (fault,) = faults(claim(empty))
    assert "this list is empty" in fault


def test_problems_of_the_yaml_are_kept() -> None:
    assert faults("quotes: &x []\n") == [
        "1:9: anchors are not supported: &x | "
        "write the value out where it is needed; text that begins with & needs quotation marks"
    ]


def test_the_committed_schema_is_the_one_that_the_types_make() -> None:
    committed = (ROOT / "schema" / "facts.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(json.dumps(json_schema()))


def test_the_schema_is_a_valid_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


SLIPS = [
    "key_point: []",
    "quotes: text",
    actor(id="Ortiz"),
    actor(kind="mayor"),
    actor(name="5"),
    actor(sied="x"),
    "actors:\n  - text\n",
    claim("cite: []"),
    claim("cite: {exact: a, prefx: b}"),
    claim("source: {title: A, url: www.a.org}"),
    "quotes:\n  - {speaker: a}\n",
    "not_speech:\n  - {text: a, why: joke}\n",
]


@pytest.mark.parametrize("text", SLIPS)
def test_the_schema_finds_what_the_reading_finds(text: str) -> None:
    assert faults(text)
    assert not SCHEMA.is_valid(parse_yaml(SourceFile("facts.yaml", text)).values)


def test_the_schema_accepts_what_the_reading_accepts() -> None:
    assert faults(FACTS) == []
    SCHEMA.validate(parse_yaml(SourceFile("facts.yaml", FACTS)).values)


WORD = st.sampled_from(["text", "cite", "source", "exact", "id", "speaker", "unattributed", "person", "a b", ""])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | WORD | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORD | st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*SECTION_KEYS, "quote", ""]), ANYTHING | st.lists(ANYTHING, max_size=3)))
def test_parse_facts_never_raises_and_agrees_with_the_schema(values: dict[str, object]) -> None:
    # JSON is YAML, so that any plain values can be written as a fact sheet.
    text = json.dumps(values)
    file = parse_yaml(SourceFile("facts.yaml", text))
    sheet = parse_facts(file)
    for problem in sheet.problems:
        assert problem.message
        assert problem.line >= 1
    if not file.problems and not any(value is None for value in file.values.values()):
        assert bool(sheet.problems) != SCHEMA.is_valid(file.values), text


def test_the_schema_of_an_editor_comment_points_at_the_committed_file() -> None:
    first = (ROOT / "content" / "libya-2019" / "facts.yaml").read_text(encoding="utf-8").split("\n")[0]
    named = first.partition("$schema=")[2]
    assert (ROOT / "content" / "libya-2019" / Path(named)).resolve() == ROOT / "schema" / "facts.schema.json"
