"""The recipes of CONTRIBUTING.md name what there is, and all that a change needs."""

import ast
import json
import re
from functools import cache
from typing import get_args

import pytest

from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.kinds import ActorKind, NotSpeechReason, RelationKind
from newsbrief.pages.language.interface import shipped_languages
from newsbrief.rules.check import RULES
from support.sites import ROOT
from test_sections import undecided

CATALOGUES = ROOT / "src/newsbrief/pages/language/catalogues"
KINDS = {"ActorKind": ("kind", ActorKind), "RelationKind": ("relation", RelationKind)}
KINDS["NotSpeechReason"] = ("why", NotSpeechReason)
EVERY_KIND = [(prefix, kind) for prefix, literal in KINDS.values() for kind in get_args(literal)]


@cache
def recipes() -> dict[str, list[str]]:
    """Return the steps of each recipe, by its title."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, _, after = text.partition("\n## Recipes\n")
    chapter, _, _ = after.partition("\n## ")
    found = {}
    for recipe in chapter.split("\n### ")[1:]:
        title, _, body = recipe.partition("\n")
        steps = re.findall(r"^(\d+)\. (.*(?:\n   .*)*)", body, re.MULTILINE)
        assert [int(number) for number, _ in steps] == list(range(1, len(steps) + 1)), title
        found[title] = [text for _, text in steps]
    return found


def paths_in(text: str) -> list[str]:
    """Return the paths that a text names in full, from the root of the repository."""
    return [each for each in re.findall(r"`([\w./-]+)`", text) if "/" in each]


STEPS = [(title, number) for title, steps in recipes().items() for number in range(1, len(steps) + 1)]


def test_the_recipes_are_those_for_what_has_members() -> None:
    assert list(recipes()) == ["Add a section", "Add a kind", "Add a rule", "Add a language"]


@pytest.mark.parametrize(("title", "number"), STEPS)
def test_every_step_names_files_that_there_are(title: str, number: int) -> None:
    paths = paths_in(recipes()[title][number - 1])
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def names_in(text: str) -> list[str]:
    """Return the names of code in a text: constants, classes, and functions of several words."""
    return re.findall(r"`(_?[A-Z]\w+|[a-z]+_\w+)`", text)


@pytest.mark.parametrize(("title", "number"), STEPS)
def test_every_name_in_a_step_is_in_its_files(title: str, number: int) -> None:
    step = recipes()[title][number - 1]
    paths = [ROOT / path for path in paths_in(step)]
    files = [file for path in paths for file in (path.rglob("*.py") if path.is_dir() else [path])]
    texts = [file.read_text(encoding="utf-8") for file in files]
    assert [name for name in names_in(step) if not any(name in text for text in texts)] == []


def test_names_in_steps_are_recognised() -> None:
    assert names_in("`SECTIONS`, `Briefing`, `_ANNOTATED`, `given_once`, `a/b.py`") == [
        "SECTIONS",
        "Briefing",
        "_ANNOTATED",
        "given_once",
    ]
    assert len([name for steps in recipes().values() for step in steps for name in names_in(step)]) > 15


def test_the_recipe_for_a_section_names_every_file_that_would_be_missed() -> None:
    named = {path for step in recipes()["Add a section"] for path in paths_in(step)}
    assert {each.partition(":")[0] for each in undecided("places")} <= named


@pytest.mark.parametrize(("prefix", "kind"), EVERY_KIND)
def test_the_steps_for_a_kind_were_done_for_every_kind(prefix: str, kind: str) -> None:
    assert f"`{kind}`" in (ROOT / "docs/reference/fact-sheet.md").read_text(encoding="utf-8")
    assert f'"{kind}"' in json.dumps(json.loads((ROOT / "schema/facts.schema.json").read_text(encoding="utf-8")))
    for language in shipped_languages():
        text = (CATALOGUES / f"{language}.yaml").read_text(encoding="utf-8")
        assert f"{prefix}-{kind}" in parse_yaml(SourceFile("", text)).values, language


def test_the_recipe_for_a_kind_names_every_sort_of_kind_and_its_words() -> None:
    text = "\n".join(recipes()["Add a kind"])
    assert all(f"`{name}`" in text and f"`{prefix}-NAME`" in text for name, (prefix, _) in KINDS.items())


def test_every_function_that_looks_like_a_rule_is_in_the_list() -> None:
    written = set()
    for path in (ROOT / "src/newsbrief/rules").glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                takes = [ast.unparse(each.annotation) for each in node.args.args if each.annotation]
                if takes == ["Findings"] and node.returns and ast.unparse(node.returns) == "list[Problem]":
                    written.add(node.name)
    assert written - {"check_briefing"} == {rule.__name__ for rule in RULES}
