"""The editor's sentences say no more than the words that they cite: see claims.txt and others in tests/cases/."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pytest

from newsbrief.model.problems import Problem
from newsbrief.rules.check import check_briefing
from support.findings import find
from support.sites import ROOT

_KINDS = {
    "Harlow": "company",
    "Brandt": "company",
    "Vane": "person",
    "Reyes": "person",
    "Dorn": "place",
    "Aske": "place",
}
_ACTORS = "".join(f"  - {{id: {name.lower()}, name: {name}, kind: {kind}}}\n" for name, kind in _KINDS.items())
_OTHERS = "Harlow and Brandt are firms. Vane and Reyes are sailors. Dorn and Aske are towns.\n\n"
_FRONT = "---\ntitle: T\nas_of: 2019-04-10\nlang: en-GB\n{more}---\n\n"


class ClaimCase(NamedTuple):
    cite: str
    sentence: str
    is_borne_out: bool


def read_claims() -> Iterator[ClaimCase]:
    cite = ""
    files = [
        ROOT / "tests" / "cases" / f"{name}.txt"
        for name in ("claims", "clauses", "operators", "reckoning", "contrasts")
    ]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    for line in lines:
        if line.startswith("= "):
            cite = line[2:]
        elif line.startswith(("+ ", "- ")):
            yield ClaimCase(cite, line[2:], line.startswith("+"))


CLAIMS = tuple(read_claims())
BY_CITE = tuple(tuple(cases) for _, cases in groupby(CLAIMS, lambda case: case.cite))


def judge(cite: str, sentence: str, reading: str = "") -> list[Problem]:
    entry = f"key_points:\n  - text: {json.dumps(sentence)}\n    cite: {json.dumps(cite)}\n"
    entry += f"    reading: {reading}\n" if reading else ""
    return check_briefing(find(_OTHERS + cite + "\n", f"actors:\n{_ACTORS}{entry}", _FRONT.format(more="")))


def judge_front(article: str, front: str) -> list[Problem]:
    return check_briefing(find(_OTHERS + article, f"actors:\n{_ACTORS}", _FRONT.format(more=front)))


@pytest.mark.parametrize("cases", BY_CITE, ids=[str(number) for number in range(len(BY_CITE))])
def test_sentences_say_what_their_words_say(cases: tuple[ClaimCase, ...]) -> None:
    assert [case for case in cases if (judge(case.cite, case.sentence) == []) is not case.is_borne_out] == []


def test_about_half_of_the_cases_are_true() -> None:
    assert 0.4 < sum(case.is_borne_out for case in CLAIMS) / len(CLAIMS) < 0.6


@pytest.mark.parametrize(
    ("cite", "sentence"),
    [
        ("Harlow sued Brandt.", "Brandt sued Harlow."),
        ("The toll rose from 3 to 17 pounds.", "The toll rose from 17 to 3 pounds."),
        ("More than 300 shops stayed open.", "Fewer than 300 shops stayed open."),
        ("All but 12 per cent voted.", "12 per cent voted."),
    ],
)
def test_no_reading_excuses_what_the_article_contradicts(cite: str, sentence: str) -> None:
    assert judge(cite, sentence, "So it is.")


@pytest.mark.parametrize(
    ("cite", "sentence"),
    [
        ("Vane did not sign the treaty.", "Vane signed the treaty."),
        ("Harlow plans to buy Brandt.", "Harlow bought Brandt."),
        ("Nearly 80 farms were flooded.", "80 farms were flooded."),
        ("Vane’s brother was jailed.", "Vane was jailed."),
        ("The cook, Vane, and the captain, Reyes, swam.", "The captain, Vane, swam."),
        ("Dozens of trees are at risk.", "Dozens of trees were felled."),
        ("Police questioned Reyes.", "Police charged Reyes."),
    ],
)
def test_a_reading_is_the_way_out_of_a_doubt(cite: str, sentence: str) -> None:
    assert judge(cite, sentence)
    assert judge(cite, sentence, "The editor saw the list.") == []


@pytest.mark.parametrize("key", ["title", "standfirst"])
def test_a_doubt_about_the_front_matter_has_a_way_out_and_a_contradiction_none(key: str) -> None:
    title = "" if key == "title" else "title: T\n"

    def judged(sentence: str, reading: str = "") -> list[Problem]:
        front = f"---\n{title}{key}: {sentence}\nas_of: 2019-04-10\nlang: en-GB\n{reading}---\n\n"
        article = _OTHERS + "Harlow sued Brandt on Monday. Vane did not sign the treaty.\n"
        return check_briefing(find(article, f"actors:\n{_ACTORS}", front))

    assert judged("Harlow sues Brandt") == []
    assert [f"`{key}_reading: `" in problem.hint for problem in judged("Vane has signed the treaty")] == [True]
    assert judged("Vane has signed the treaty", f"{key}_reading: He signed in May.\n") == []
    assert judged("Brandt sued Harlow", f"{key}_reading: It did.\n")


TOWN = """\
On Sunday, the Adaba Council closed the mill weir at Adaba after inspectors found cracks. Nobody in Adaba will go
hungry, said Vane. The ferrymen went on strike. The court did not clear the bridge of blame.
"""


@pytest.mark.parametrize(
    "title",
    [
        "Adaba closes its mill weir",
        "Adaba closes its mill weir at last",
        "Council closes the weir; Adaba goes on strike",
    ],
)
def test_a_headline_may_have_a_town_for_its_council_and_light_verbs_deny_nothing(title: str) -> None:
    assert judge_headline(title) == []


@pytest.mark.parametrize("title", ["Adaba Council opens the mill weir at Adaba", "Court clears the bridge of blame"])
def test_a_headline_without_a_cite_is_held_against_the_sentence_that_is_most_like_it(title: str) -> None:
    assert judge_headline(title)


def judge_headline(title: str) -> list[Problem]:
    front = f"---\ntitle: {title}\nas_of: 2019-04-10\nlang: en-GB\n---\n\n"
    facts = (
        "actors:\n  - {id: council, name: Adaba Council, kind: government}\n  - {id: vane, name: Vane, kind: person}\n"
    )
    return check_briefing(find(TOWN, facts, front))


def test_a_reading_is_noted_with_all_that_it_covers() -> None:
    article = _OTHERS + "Vane did not sign the treaty of 1990.\n"
    entry = "key_points:\n  - text: Vane signed 12 treaties.\n    cite: did not sign the treaty of 1990\n"
    entry += "    reading: He says so.\n"
    findings = find(article, f"actors:\n{_ACTORS}{entry}", _FRONT.format(more=""))
    assert check_briefing(findings) == []
    covered = " ".join(sorted(note.message for note in findings.covered))
    assert "does not have the number “12”" in covered.replace("do not have", "does not have")
    assert "do not name Vane" in covered
    assert "the cited words deny" in covered
