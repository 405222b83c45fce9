"""Drafts of a site that knows its actors: what `content/actors.yaml` says is not written again."""

from pathlib import Path

import pytest

from newsbrief.content.shared_actors import SharedActors, parse_shared_actors
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.draft.draft import Draft, draft_article
from newsbrief.draft.update_sheet import update_sheet
from newsbrief.model.site import SiteConfig
from support.drafts import article_of
from support.golden_site import put
from support.sites import FRONT, write_briefing

ACTORS = """\
actors:
  - {id: army, name: Vale National Army, abbr: VNA, kind: armed-group, aliases: [the army of the Vale]}
  - {id: ash, name: Karim al-Ash, kind: person, aliases: [General Ash]}
  - {id: vane, name: Nora Vane, kind: person}
  - {id: krill, name: krill fleet, kind: group}
  - {id: reed-a, name: Ann Reed, kind: person, aliases: [Reed]}
  - {id: reed-b, name: Bo Reed, kind: person, aliases: [Reed]}
"""


def shared() -> SharedActors:
    actors, problems = parse_shared_actors(parse_yaml(SourceFile("actors.yaml", ACTORS)))
    assert problems == []
    return actors


def draft(text: str) -> Draft:
    return draft_article(article_of(text), shared=shared())


def actors_of(text: str) -> dict[str, dict[str, object]]:
    """Return the drafted entries of actors by id, without the sentences about them."""
    listed = draft(text).sheet.get("actors", ())
    return {str(each["id"]): {key: each[key] for key in each if key not in ("id", "about")} for each in listed}


def test_a_known_actor_has_its_id_and_nothing_that_is_shared() -> None:
    found = actors_of("Karim al-Ash, who leads the Vale National Army (VNA), met Omar Sassi on Monday. Ash left early.")
    assert found["army"] == {}
    assert found["ash"] == {"aliases": ["Ash"]}
    assert found["sassi"] == {"name": "Omar Sassi", "kind": "person"}


def test_an_abbreviation_or_an_alias_is_enough() -> None:
    assert {"army"} <= actors_of("The VNA said on Monday that it had closed the port.").keys()
    assert {"ash"} <= actors_of("“We are at the gates,” said General Ash.").keys()


def test_a_family_name_alone_is_a_question() -> None:
    (entry,) = actors_of("Mr Vane told reporters that the port would close.").values()
    assert entry == {"doubt": "is this Nora Vane, who stands in content/actors.yaml?", "aliases": ["Vane"]}


def test_a_name_of_two_actors_is_nobodys() -> None:
    found = actors_of("Mr Reed told reporters that the port would close.")
    assert found.keys().isdisjoint({"reed-a", "reed-b"})


def test_a_full_name_is_known_where_its_alias_is_anothers_as_well() -> None:
    assert "reed-b" in actors_of("Bo Reed told reporters that the port would close. Reed left.")


def test_what_only_the_site_knows_as_an_actor_is_found() -> None:
    assert actors_of("The harbour was quiet, and the krill fleet stayed in it.")["krill"] == {}


def test_quotations_and_relations_name_known_actors() -> None:
    sheet = draft("“We are at the gates,” said Karim al-Ash, who leads the Vale National Army.").sheet
    assert [each["speaker"] for each in sheet["quotes"]] == ["ash"]
    assert [(each["from"], each["kind"], each["to"]) for each in sheet["relations"]] == [("ash", "leads", "army")]


def test_no_new_actor_is_given_an_id_that_is_shared() -> None:
    found = actors_of("Omar Krill told reporters that the port would close.")
    assert "krill" not in found and [entry["name"] for entry in found.values()] == ["Omar Krill"]


@pytest.mark.parametrize("sheet", ["", "actors:\n  - id: vane\n"])
def test_an_update_adds_known_actors_by_their_ids(tmp_path: Path, sheet: str) -> None:
    put(tmp_path, "content/actors.yaml", ACTORS)
    write_briefing(tmp_path, "port", "Nora Vane met the Vale National Army.\n", sheet, FRONT)
    added = update_sheet(tmp_path, "port", SiteConfig("Test site", "", "", "en")).added
    new = {str(entry.values["id"]): set(entry.values) - {"about"} for entry in added if entry.section == "actors"}
    assert new == {id: {"id", "doubt"} for id in (["army"] if sheet else ["vane", "army"])}
