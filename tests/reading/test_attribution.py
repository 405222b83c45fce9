"""Who speaks in each passage in quotation marks, as the article's own words say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.names import find_names
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Document, Span
from newsbrief.reading.attribution import find_pronoun
from newsbrief.reading.speech.lexicon import read_languages, read_lexicon
from newsbrief.reading.speech.persons import Cast
from newsbrief.reading.speech.reader import Attribution, SpeechReading, read_attributions
from support.cases import CASES

LEAD = (
    "Rabbi Miriam Stein, the head of the Doran Trust, met Prof. Kwame Osei, Sir Colin Reeve, owner of Halden Steel, and "
    "Col. Ana Duarte in Brackley. Pedro and Li Wei came late. Mr Osei and Ms Duarte sat down with Ms Stein."
)
NAMES = {
    "Miriam Stein": "stein",
    "Rabbi Stein": "stein",
    "Ms Stein": "stein",
    "Kwame Osei": "osei",
    "Osei": "osei",
    "Prof. Osei": "osei",
    "Colin Reeve": "reeve",
    "Sir Colin": "reeve",
    "Ana Duarte": "duarte",
    "Duarte": "duarte",
    "Pedro": "pedro",
    "Li Wei": "wei",
    "Doran Trust": "trust",
    "Halden Steel": "steel",
}
KINDS = {"trust": "group", "steel": "company"}


def read_speech_of(text: str, language: str = "en") -> tuple[SpeechReading, Evidence]:
    """Return the attributions of a text in which the names of this module are known."""
    return read(Evidence(read_markdown(text)), language)


def read(evidence: Evidence, language: str = "en") -> tuple[SpeechReading, Evidence]:
    passages = evidence.marks.passages
    kinds = dict.fromkeys(NAMES.values(), "person") | KINDS
    places = find_names(evidence, NAMES)
    cast = Cast(evidence.text, places, Coverage(each.outer for each in passages), kinds, NAMES, read_lexicon(language))
    return read_attributions(evidence, passages, cast), evidence


def describe(attribution: Attribution | None) -> str:
    """Say in a few words who speaks, as `tests/cases/speakers.txt` has it."""
    if attribution is None or not attribution.speakers:
        return "nothing"
    known = [" or ".join(sorted(speaker.actors)) for speaker in attribution.speakers]
    if not any(known):
        code = attribution.speakers[0].code
        return "nothing" if code else "somebody"
    words = [", ".join(known), *(["denied"] if attribution.is_denied else sorted(attribution.hedges)[:1])]
    words += ["unsaid"] if attribution.is_unsaid else []
    return " ".join(words) + ("" if attribution.is_plain else "?")


def list_sentences() -> list[tuple[str, str]]:
    lines = (CASES / "speakers.txt").read_text(encoding="utf-8").partition("\n===")[2].splitlines()
    return [(sentence, expected) for line in lines for sentence, arrow, expected in [line.partition(" → ")] if arrow]


@pytest.mark.parametrize(("sentence", "expected"), list_sentences())
def test_a_sentence_says_who_speaks(sentence: str, expected: str) -> None:
    reading, evidence = read_speech_of(f"{LEAD}\n\n{sentence.replace(' ¶ ', chr(10) * 2)}")
    passage = evidence.marks.passages[0]
    if "he added" in sentence:
        passage = evidence.marks.passages[-1]
    assert describe(reading.of_passage.get(passage.outer)) == expected
