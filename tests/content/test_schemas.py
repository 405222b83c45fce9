"""The JSON Schemas of `site.yaml` and of front matter: those that are committed, and what they find."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from newsbrief.content import front_matter, settings
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.problems import ConfigError
from support.sites import ROOT, SITES

SITE = Draft202012Validator(settings.json_schema())


@pytest.mark.parametrize("name", ["site", "article"])
def test_the_committed_schema_is_the_one_that_the_types_make(name: str) -> None:
    made = settings.json_schema() if name == "site" else front_matter.json_schema()
    committed = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    assert committed == json.loads(json.dumps(made)), "run `make schema`"
    Draft202012Validator.check_schema(committed)


@pytest.mark.parametrize("folder", [ROOT, *sorted(SITES.iterdir())], ids=lambda folder: folder.name)
def test_the_schema_accepts_the_settings_of_every_site_here(folder: Path) -> None:
    path = folder / "content" / "site.yaml"
    yaml = parse_yaml(SourceFile(str(path), path.read_text(encoding="utf-8")))
    assert [error.message for error in SITE.iter_errors(yaml.values)] == []


@pytest.mark.parametrize(
    "text",
    [
        "tagline: A",
        "title: A\nkind: {team: Team}",
        "title: A\nkinds: {person: Person}",
        "title: A\nkinds: {Team: Team}",
        "title: A\nkinds: {team: {en: Team, like: club}}",
        "title: A\nrelations: {beats: {cues: beat}}",
        "title: A\nrelations: {beats: {words: beats, cues: beat, weight: huge}}",
        "title: A\nrelations: {beats: {words: beats, cue: beat}}",
        "title: A\naccent: green",
        "title: A\naccent: {light: '#005a3c'}",
        "title: A\nfooter: [a]",
        "title: A\ncsp: '*'",
        "title: A\ncsp: {default-src: https://a.example}",
    ],
)
def test_what_the_schema_refuses_is_refused_by_the_reading(text: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yaml").write_text(f"{text}\n", encoding="utf-8")
    assert not SITE.is_valid(parse_yaml(SourceFile("site.yaml", f"{text}\n")).values)
    with pytest.raises(ConfigError):
        settings.read_config(tmp_path)
