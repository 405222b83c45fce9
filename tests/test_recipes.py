"""The recipes of CONTRIBUTING.md name what there is, and all that a change needs."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from newsbrief.content.kind_hints import SAME_MEANING
from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.kinds import ActorKind, NotSpeechReason, RelationKind
from newsbrief.pages.language.interface import shipped_languages
from newsbrief.rules.check import RULES
from newsbrief.rules.relation_words import FAMILIES
from support.sites import ROOT
from test_sections import undecided

CATALOGUES = ROOT / "src/newsbrief/pages/language/catalogues"
CUES = "src/newsbrief/reading/relations/lexicons/english_cues.yaml"
ENGLISH_CUES = set(re.findall(r"[\w-]+(?=[\w -]*:)", (ROOT / CUES).read_text(encoding="utf-8")))
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


def missed(prefix: str, kind: str) -> Iterator[str]:
    """Yield each file in which a kind is missing, with what it lacks."""
    if f"`{kind}`" not in (ROOT / (path := "docs/reference/fact-sheet.md")).read_text(encoding="utf-8"):
        yield f"{path}: `{kind}` is not listed"
    if f'"{kind}"' not in (ROOT / (path := "schema/facts.schema.json")).read_text(encoding="utf-8"):
        yield f"{path}: run make schema"
    asked = (f"{prefix}-{kind}", f"infinitive-{kind}") if prefix == "relation" else (f"{prefix}-{kind}",)
    for language in sorted(shipped_languages()):
        words = parse_yaml(SourceFile("", (CATALOGUES / f"{language}.yaml").read_text(encoding="utf-8"))).values
        path = (CATALOGUES / f"{language}.yaml").relative_to(ROOT).as_posix()
        yield from (f"{path}: {key} has no words" for key in asked if key not in words)
    if prefix != "why" and kind not in SAME_MEANING:
        yield f"src/newsbrief/content/kind_hints.py: SAME_MEANING has no words for {kind}"
    if prefix == "relation" and kind not in ENGLISH_CUES:
        yield f"{CUES}: no words state {kind}"
    if prefix == "relation" and not any(kind in family for family in FAMILIES):
        yield f"src/newsbrief/rules/relation_words.py: {kind} is in none of the FAMILIES"


@pytest.mark.parametrize(("prefix", "kind"), EVERY_KIND)
def test_the_steps_for_a_kind_were_done_for_every_kind(prefix: str, kind: str) -> None:
    left = list(missed(prefix, kind))
    assert not left, "\n".join(["steps of “Add a kind” that are left:", *left])


@pytest.mark.parametrize("prefix", ["kind", "relation", "why"])
def test_a_kind_for_which_nothing_was_done_is_missed_in_files_that_the_recipe_names(prefix: str) -> None:
    named = {path for step in recipes()["Add a kind"] for path in paths_in(step)}
    left = [each.partition(":")[0] for each in missed(prefix, "no-such-kind")]
    assert {path for path in left if Path(path).parent != CATALOGUES.relative_to(ROOT)} <= named
    assert len(left) >= 2 + len(shipped_languages())


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
