"""The file of shared actors: its schema, and how entries of a fact sheet are joined with it."""

import json

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsbrief.content import fact_sheet
from newsbrief.content.fact_sheet import ActorEntry
from newsbrief.content.join_actors import join_values
from newsbrief.content.parse_fact_sheet import parse_facts
from newsbrief.content.shared_actors import NO_SHARED_ACTORS, SharedActors, json_schema, parse_shared_actors
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from support.sites import ROOT

SCHEMA = Draft202012Validator(json_schema())
TEXT = """\
actors:
  - id: vane
    name: Nora Vane
    kind: person
    side: The ministry
    aliases: [Minister Vane]
    about:
      - {text: She was harbour master., source: {title: The ministry, url: https://ministry.example.org}}
  - {id: hu, name: Harbour Union, abbr: HU, kind: group}
"""


def shared(text: str = TEXT) -> SharedActors:
    actors, problems = parse_shared_actors(parse_yaml(SourceFile("content/actors.yaml", text)))
    assert problems == []
    return actors


def test_the_committed_schema_is_the_one_that_the_types_make() -> None:
    committed = (ROOT / "schema" / "actors.schema.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(json.dumps(json_schema()))


def test_the_schema_accepts_what_the_reading_accepts() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert not list(SCHEMA.iter_errors(parse_yaml(SourceFile("actors.yaml", TEXT)).values))
    assert list(SCHEMA.iter_errors({"actors": [{"id": "vane", "name": "Nora Vane"}]}))


def test_the_schema_of_a_fact_sheet_lets_an_entry_be_an_id_alone() -> None:
    sheet = Draft202012Validator(fact_sheet.json_schema())
    assert not list(sheet.iter_errors({"actors": [{"id": "vane"}]}))
    assert list(sheet.iter_errors({"actors": [{"name": "Nora Vane"}]}))


def test_an_entry_is_joined_with_all_that_is_shared() -> None:
    sheet = parse_yaml(SourceFile("facts.yaml", "actors:\n  - id: vane\n    aliases: [Vane]\n"))
    facts = parse_facts(sheet, shared=shared())
    ((_, vane),) = facts.of(ActorEntry)
    assert (vane.name, vane.kind, vane.side) == ("Nora Vane", "person", "The ministry")
    assert vane.aliases == ("Vane", "Minister Vane")
    assert vane.about == ()


def test_a_sheet_gives_a_side_of_its_own() -> None:
    (vane,) = join_values([{"id": "vane", "side": "The port"}], shared())
    assert vane["side"] == "The port"


def test_an_actor_of_the_background_has_shared_sentences_only_where_it_has_no_sourced_one() -> None:
    own = [{"text": "She left.", "source": {"title": "x", "url": "https://x.example.org"}}]
    bare, full = join_values([{"id": "vane", "background": True}], shared()), {"background": True, "about": own}
    assert [each["text"] for each in bare[0]["about"]] == ["She was harbour master."]
    assert join_values([{"id": "vane", **full}], shared())[0]["about"] == own


def test_an_alias_is_that_of_the_actor_to_whom_the_sheet_gives_it() -> None:
    listed = [{"id": "vane"}, {"id": "other", "name": "Ida Holm", "kind": "person", "aliases": ["Minister Vane"]}]
    vane, other = join_values(listed, shared())
    assert "aliases" not in vane and other["aliases"] == ["Minister Vane"]


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["vane", "hu", "Nora Vane", "person", "", "a b"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "kind", "abbr", "side", "aliases", "about", "background"]), inner
        )
    ),
    max_leaves=12,
)


@given(st.lists(plain, max_size=3))
def test_no_entry_is_too_odd_to_be_joined(listed: list[object]) -> None:
    joined = join_values(listed, shared())
    assert len(joined) == len(listed)
    assert join_values(listed, NO_SHARED_ACTORS) == listed


@given(plain)
def test_no_file_is_too_odd_to_be_read(value: object) -> None:
    file = parse_yaml(SourceFile("content/actors.yaml", ""))
    odd = type(file)(file.file, {"actors": value}, (), 1, ())
    actors, problems = parse_shared_actors(odd)
    assert isinstance(actors.entries, dict) and isinstance(problems, list)
