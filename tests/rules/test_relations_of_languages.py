"""Relations in other languages than English: see tests/cases/relations_of_languages.txt."""

import json
import re

import pytest

from newsbrief.rules.check import check_briefing
from support.findings import find
from support.sites import ROOT

_ACTORS = {
    "harlow": "name: Harlow, kind: company",
    "brandt": "name: Brandt, kind: company",
    "vane": "name: Vane, kind: person",
    "reyes": "name: Reyes, kind: person",
    "dorn": "name: Dorn, kind: place",
    "holt": "name: Holt, kind: person",
    "marland": "name: Marland, kind: state",
    "sorland": "name: Sorland, kind: state",
    "orlov": "name: Орлов, kind: person",
    "belova": "name: Белова, kind: person, aliases: [Белову, Беловой]",
    "rassvet": "name: Рассвет, kind: company, aliases: [Рассветом, Рассвете]",
    "zarya": "name: Заря, kind: company, aliases: [Зарю]",
    "nur": "name: شركة نور, kind: company",
    "fajr": "name: شركة فجر, kind: company",
    "salem": "name: سالم, kind: person",
    "layla": "name: ليلى, kind: person",
}
_LINES = (ROOT / "tests" / "cases" / "relations_of_languages.txt").read_text("utf-8").splitlines()
CASES = [line.split(" | ") for line in _LINES if line.count(" | ") == 3 and line[2] == " "]


def name_words(actor: str) -> list[str]:
    return re.findall(r"(?:name: |\[|, (?!kind|aliases))([^,\]]+)", _ACTORS[actor])


@pytest.mark.parametrize("case", CASES, ids=[str(number) for number in range(len(CASES))])
def test_a_relation_is_what_its_words_say(case: list[str]) -> None:
    language, passage, relation, expected = case
    subject, kind, other = relation.split()
    named = [id for id in _ACTORS if any(word in passage for word in name_words(id))]
    actors = "".join(f"  - {{id: {id}, {_ACTORS[id]}}}\n" for id in named)
    facts = f"actors:\n{actors}relations:\n  - {{from: {subject}, to: {other}, kind: {kind}, "
    facts += f"cite: {json.dumps(passage, ensure_ascii=False)}}}\n"
    if terms := re.findall("«(.*?)»", passage):
        facts += "not_speech:\n" + "".join(f"  - {{text: {term}, why: term}}\n" for term in terms)
    front = f"---\ntitle: T\nas_of: 2019-04-10\nlang: {language}\n---\n\n"
    problems = check_briefing(find(passage + "\n", facts, front))
    assert (problems == []) is (expected == "+"), [problem.message for problem in problems]


def test_as_many_relations_are_false_as_true() -> None:
    assert len(CASES) > 150
    assert 0.4 < sum(case[3] == "+" for case in CASES) / len(CASES) < 0.6


@pytest.mark.parametrize(
    ("language", "passage", "kind", "is_doubt"),
    [
        ("de", "Vane, Sprecherin von Dorn, nannte Reyes einen Lügner.", "criticises", True),
        ("de", "Vane, Sprecherin von Dorn, bezeichnete Reyes als Betrüger.", "accuses", True),
        ("de", "Vane nannte nach dem Gespräch Reyes einen Feigling.", "opposes", True),
        ("de", "Vane traf Reyes im Mai.", "criticises", False),
        ("de", "Vane unterstützt Reyes im Wahlkampf.", "criticises", False),
        ("fr", "Vane, reçue à Dorn, a traité Reyes de menteur.", "criticises", True),
        ("fr", "Vane soutient Reyes.", "criticises", False),
        ("es", "Vane, reunida con Dorn, llamó mentiroso a Reyes.", "criticises", True),
        ("es", "Vane se reunió con Reyes.", "criticises", False),
        ("nl", "Vane, in overleg met Dorn, noemde Reyes een leugenaar.", "criticises", True),
    ],
)
def test_what_one_calls_another_is_a_doubt_and_no_contradiction(
    language: str, passage: str, kind: str, is_doubt: bool
) -> None:
    def judged(reading: str) -> list[str]:
        actors = "".join(
            f"  - {{id: {id}, {_ACTORS[id]}}}\n" for id in ("vane", "reyes", "dorn") if id in passage.lower()
        )
        entry = f'  - {{from: vane, to: reyes, kind: {kind}, cite: "{passage}"{reading}}}\n'
        front = f"---\ntitle: T\nas_of: 2019-04-10\nlang: {language}\n---\n\n"
        return [
            each.message
            for each in check_briefing(find(passage + "\n", f"actors:\n{actors}relations:\n{entry}", front))
        ]

    assert judged("")
    assert (judged(", reading: It is a rebuke.") == []) is is_doubt
