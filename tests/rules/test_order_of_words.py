"""Who acts and what is counted in German, French and Spanish sentences: see tests/cases/order_of_words.txt."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pytest

from newsbrief.rules.check import check_briefing
from support.findings import find
from support.sites import ROOT


class OrderCase(NamedTuple):
    language: str
    parties: str
    article: str
    sentence: str
    is_borne_out: bool


def read_cases() -> Iterator[OrderCase]:
    language = parties = article = ""
    for line in (ROOT / "tests" / "cases" / "order_of_words.txt").read_text("utf-8").splitlines()[2:]:
        if line.startswith("@"):
            language, _, parties = line[1:].partition("|")
        elif line.startswith("> "):
            article = line[2:]
        elif line.startswith(("+ ", "- ")):
            yield OrderCase(language, parties, article, line[2:], line.startswith("+"))


CASES = tuple(read_cases())
BY_ARTICLE = tuple(tuple(cases) for _, cases in groupby(CASES, lambda case: case.article))


def judge(case: OrderCase, reading: str = "") -> list[str]:
    named = [party.partition(":") for party in case.parties.split(",")]
    actors = "".join(f"  - {{id: a{at}, name: {name}, kind: {kind}}}\n" for at, (name, _, kind) in enumerate(named))
    facts = (
        f"actors:\n{actors}key_points:\n  - text: {json.dumps(case.sentence)}\n    cite: {json.dumps(case.article)}\n"
    )
    facts += f"    reading: {reading}\n" if reading else ""
    front = f"---\ntitle: T\nas_of: 2019-04-10\nlang: {case.language}\n---\n\n"
    names = ". ".join(name for name, _, _ in named)
    return [problem.message for problem in check_briefing(find(f"{names}.\n\n{case.article}\n", facts, front))]


@pytest.mark.parametrize("cases", BY_ARTICLE, ids=[str(number) for number in range(len(BY_ARTICLE))])
def test_sentences_say_what_their_words_say(cases: tuple[OrderCase, ...]) -> None:
    assert [case for case in cases if (judge(case) == []) is not case.is_borne_out] == []


def test_about_as_many_cases_are_false_as_true() -> None:
    assert 0.4 < sum(case.is_borne_out for case in CASES) / len(CASES) < 0.7


def test_an_exchange_is_a_doubt_that_a_reading_settles() -> None:
    case = OrderCase("de", "Orbis:company,Kalmar:company", "Orbis verklagte Kalmar.", "Kalmar verklagte Orbis.", False)
    assert judge(case) == ["the cited words do not have Kalmar and Orbis in these places"]
    assert judge(case, "So steht es im Urteil.") == []
