"""A speaker and a cue: what the words of the article bear out in each language, and what they do not."""

from typing import NamedTuple

import pytest

from support.cases import CASES
from support.findings import check, write_front


class Sentence(NamedTuple):
    """A sentence of an article, and what may be tried of it: expectation, speaker, cue, hedges."""

    language: str
    article: str
    actors: str
    sentence: str
    tries: tuple[str, ...]


def list_sentences() -> list[Sentence]:
    sentences = []
    language = opening = actors = ""
    for line in (CASES / "speakers_of_languages.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            language, opening, *names = line[3:].split(" | ")
            actors = "".join(write_actor(*each) for each in zip("wmbvc", names, strict=False))
        elif " → " in line and language:
            sentence, *tries = line.split(" → ")
            article = f"{opening}\n\n{sentence.replace(' ¶ ', chr(10) * 2)}"
            sentences.append(Sentence(language, article, actors, sentence, tuple(tries)))
    return sentences


def write_actor(actor: str, names: str) -> str:
    name, *aliases = names.split("/")
    kind = "company" if actor in "bc" else "person"
    return f"  - {{id: {actor}, name: {name}, kind: {kind}, aliases: [{', '.join(aliases)}]}}\n"


def is_accepted(of: Sentence, speaker: str, cue: str, hedges: list[str]) -> bool:
    opening, closing = next(
        pair for pair in ("«»", "„“", "„”", "“”", "‘’", "「」", '""') if set(pair) <= set(of.sentence)
    )
    words = of.sentence.partition(opening)[2].partition(closing)[0].strip()
    facts = f"actors:\n{of.actors}quotes:\n  - speaker: {speaker}\n    cue: '{cue}'\n    text: '{words}'\n"
    facts += "".join(f"    hedge: {hedge}\n" for hedge in hedges)
    quotes = of.actors.count("\n") + 2
    problems = check(of.article, facts, write_front(lang=of.language))
    return not [each for each in problems if each.path.endswith("facts.yaml") and (each.line or 0) >= quotes]


@pytest.mark.parametrize("of", list_sentences(), ids=[each.sentence for each in list_sentences()])
def test_a_cue_is_held_against_its_sentence(of: Sentence) -> None:
    wrong = []
    for tried in of.tries:
        expected, speaker, cue, *hedges = tried.split(" | ")
        if is_accepted(of, speaker, cue, hedges) is not (expected == "+"):
            wrong.append(tried)
    assert wrong == []
