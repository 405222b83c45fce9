"""Numbers of sentences in many languages: see tests/cases/numbers_of_languages.txt."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pytest

from newsbrief.rules.check import check_briefing
from support.cases import CASES
from support.findings import find, write_front


class NumberCase(NamedTuple):
    language: str
    party: str
    article: str
    sentence: str
    is_borne_out: bool


def read_lines() -> Iterator[NumberCase]:
    language = party = article = ""
    for line in (CASES / "numbers_of_languages.txt").read_text("utf-8").splitlines()[2:]:
        if line.startswith("@"):
            language, _, party = line[1:].partition("|")
        elif line.startswith("> "):
            article = line[2:]
        elif line.startswith(("+ ", "- ")):
            yield NumberCase(language, party, article, line[2:], line.startswith("+"))


LINES = tuple(read_lines())
BY_ARTICLE = tuple(tuple(cases) for _, cases in groupby(LINES, lambda case: case.article))


def judge(case: NumberCase) -> list[str]:
    name, _, kind = case.party.partition(":")
    facts = f"actors:\n  - {{id: party, name: {name}, kind: {kind}}}\n"
    facts += f"key_points:\n  - text: {json.dumps(case.sentence)}\n    cite: {json.dumps(case.article)}\n"
    front = write_front(lang=case.language)
    return [problem.message for problem in check_briefing(find(f"{name}.\n\n{case.article}\n", facts, front))]


@pytest.mark.parametrize("cases", BY_ARTICLE, ids=[str(number) for number in range(len(BY_ARTICLE))])
def test_sentences_have_the_numbers_of_their_words(cases: tuple[NumberCase, ...]) -> None:
    assert [case for case in cases if (judge(case) == []) is not case.is_borne_out] == []


def test_about_as_many_are_false_as_true() -> None:
    assert 0.4 < sum(case.is_borne_out for case in LINES) / len(LINES) < 0.6
