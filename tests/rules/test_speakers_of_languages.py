"""A speaker and a cue: what the words of the article bear out in each language, and what they do not."""

import pytest

from support.cases import CASES
from support.findings import check, write_front


def list_tries() -> list[tuple[str, str, str, str, str]]:
    """Return the language, the article, the actors, the sentence and one try of each case."""
    tries = []
    language = opening = actors = ""
    for line in (CASES / "speakers_of_languages.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            language, opening, *names = line[3:].split(" | ")
            actors = "".join(write_actor(*each) for each in zip("wmbvc", names, strict=False))
        elif " → " in line and language:
            sentence, *several = line.split(" → ")
            article = f"{opening}\n\n{sentence.replace(' ¶ ', chr(10) * 2)}"
            tries += [(language, article, actors, sentence, each) for each in several]
    return tries


def write_actor(actor: str, names: str) -> str:
    name, *aliases = names.split("/")
    kind = "company" if actor in "bc" else "person"
    return f"  - {{id: {actor}, name: {name}, kind: {kind}, aliases: [{', '.join(aliases)}]}}\n"


@pytest.mark.parametrize(
    ("language", "article", "actors", "sentence", "tried"), list_tries(), ids=[f"{t[3]} {t[4]}" for t in list_tries()]
)
def test_a_cue_is_held_against_its_sentence(
    language: str, article: str, actors: str, sentence: str, tried: str
) -> None:
    expected, speaker, cue, *hedges = tried.split(" | ")
    opening, closing = next(pair for pair in ("«»", "„“", "„”", "“”", "‘’", "「」", '""') if set(pair) <= set(sentence))
    words = sentence.partition(opening)[2].partition(closing)[0].strip()
    facts = f"actors:\n{actors}quotes:\n  - speaker: {speaker}\n    cue: '{cue}'\n    text: '{words}'\n"
    facts += "".join(f"    hedge: {hedge}\n" for hedge in hedges)
    problems = check(article, facts, write_front(lang=language))
    quotes = actors.count("\n") + 2
    problems = [each for each in problems if each.path.endswith("facts.yaml") and (each.line or 0) >= quotes]
    assert (problems == []) == (expected == "+")
