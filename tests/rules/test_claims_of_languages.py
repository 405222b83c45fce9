"""What sentences claim in many languages: see tests/cases/claims_of_languages.txt."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from newsbrief.rules.check import check_briefing
from support.cases import CASES
from support.findings import find, write_front

pytestmark = pytest.mark.slow


class ClaimCase(NamedTuple):
    language: str
    actors: tuple[str, ...]
    cite: str
    sentence: str
    is_borne_out: bool


def read_lines() -> Iterator[ClaimCase]:
    language = cite = ""
    actors: tuple[str, ...] = ()
    for line in (CASES / "claims_of_languages.txt").read_text("utf-8").splitlines()[2:]:
        if line.startswith("@"):
            language, actors = line[1:], ()
        elif line.startswith("="):
            actors = (*actors, line[1:])
        elif line.startswith("> "):
            cite = line[2:]
        elif line.startswith(("+ ", "- ")):
            yield ClaimCase(language, actors, cite, line[2:], line.startswith("+"))


LINES = tuple(read_lines())


def refuses(case: ClaimCase) -> bool:
    """Say whether a key point with the sentence of a case is a problem beside the words that it cites."""
    facts = "actors:\n"
    for actor in case.actors:
        id, name, kind, aliases = actor.split("|")
        facts += f"  - {{id: {id}, name: {json.dumps(name)}, kind: {kind}, aliases: [{aliases}], background: true}}\n"
    facts += f"key_points:\n  - text: {json.dumps(case.sentence)}\n    cite: {json.dumps(case.cite)}\n"
    problems = check_briefing(find(f"{case.cite}.\n", facts, write_front(lang=case.language)))
    return any(problem.line > len(case.actors) + 1 for problem in problems)


@pytest.mark.parametrize("case", LINES, ids=[f"{case.language}-{case.sentence}" for case in LINES])
def test_sentences_claim_what_their_words_do(case: ClaimCase) -> None:
    assert refuses(case) is not case.is_borne_out


def test_about_as_many_are_false_as_true() -> None:
    assert 0.4 < sum(case.is_borne_out for case in LINES) / len(LINES) < 0.6
