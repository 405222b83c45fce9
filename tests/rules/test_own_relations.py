"""Relations that a site defines for itself: the words cited state them, as those of the built-in ones do."""

import json
import re

import pytest

from newsbrief.rules.check import check_briefing
from support.findings import find, messages, own_kinds
from support.sites import ROOT

_DEFINITIONS, _, _LINES = (ROOT / "tests/cases/own_relations.txt").read_text("utf-8").partition("\n....\n")
OWN = own_kinds("\n".join(line for line in _DEFINITIONS.split("\n") if not line.startswith("#")))
CASES = [line.split(" | ") for line in _LINES.strip().split("\n")]
_RELATION = re.compile(r"(.+?) (beats|draws-with|acquits|prosecutes|defends|fights|leads|meets) (.+?)(?: \((\w+)\))?")


def verdict(language: str, passage: str, given: str, reading: str = "") -> str:
    """Return yes, no or doubt for a relation that a fact sheet gives with the whole passage as its words."""
    parts = _RELATION.fullmatch(given)
    assert parts
    names = list(dict.fromkeys(re.findall(r"\[(.*?)\]", passage)))
    text = re.sub(r"[\[\]]", "", passage)
    actors = "".join(f"  - {{id: a{number}, name: {name}, kind: team}}\n" for number, name in enumerate(names))
    hedge = f", hedge: {parts[4]}" if parts[4] else ""
    ids = [f"a{names.index(parts[number])}" for number in (1, 3)]
    entry = f"{{from: {ids[0]}, to: {ids[1]}, kind: {parts[2]}{hedge}{reading}, cite: {json.dumps(text)}}}"
    front = f"---\ntitle: T\nas_of: 2019-04-10\nlang: {language}\n---\n\n"
    problems = check_briefing(find(text + "\n", f"actors:\n{actors}relations:\n  - {entry}\n", front, OWN))
    if not problems or reading:
        return "no" if problems else "yes"
    return "doubt" if verdict(language, passage, given, ", reading: so it is") == "yes" else "no"


@pytest.mark.parametrize("case", CASES, ids=[str(number) for number in range(len(CASES))])
def test_a_relation_of_the_sites_own_is_what_its_words_say(case: list[str]) -> None:
    language, passage, relation, expected = case
    assert verdict(language, passage, relation) == expected


def test_a_language_without_cues_is_named_with_what_to_add() -> None:
    facts = "actors:\n  - {id: a, name: Anvers, kind: team}\n  - {id: b, name: Brest, kind: team}\n"
    facts += "relations:\n  - {from: a, to: b, kind: beats, cite: Anvers a battu Brest}\n"
    findings = find("Anvers a battu Brest samedi.\n", facts, "---\ntitle: T\nas_of: 2019-04-10\nlang: fr\n---\n\n", OWN)
    (problem,) = check_briefing(findings)
    assert problem.message == "the site gives no words by which articles in 'fr' state 'beats'"
    assert problem.hint.startswith("add them to content/site.yaml, under `relations: beats: cues:`, as `fr: […]`; or, ")


def test_an_own_kind_that_is_like_a_person_is_read_as_one() -> None:
    facts = "actors:\n  - {id: orr, name: Ida Orr, kind: judge}\n  - {id: x, name: The Court, kind: court}\n"
    facts += 'quotes:\n  - {speaker: orr, cue: she said, text: "No."}\n'
    article = 'Ida Orr sat in The Court. "No," she said.\n'
    assert check_briefing(find(article, facts.replace('"No."', '"No"'), own=OWN)) == []
    assert messages(article, facts.replace('"No."', '"No"').replace("kind: judge", "kind: company")) != []
