"""Who speaks in each passage in quotation marks, as the article's own words say."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.markdown import read_markdown
from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.names import find_names
from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Document, Span
from newsbrief.reading.attribution import find_pronoun
from newsbrief.reading.speech import lexicon
from newsbrief.reading.speech.attributions import Attribution, SpeechReading
from newsbrief.reading.speech.lexicon import read_languages, read_lexicon
from newsbrief.reading.speech.passages import read_passages
from newsbrief.reading.speech.persons import Cast
from newsbrief.reading.speech.reader import read_attributions
from support.cases import CASES

LEXICONS = Path(lexicon.__file__).parent / "lexicons"

WORDS = (
    "said|told|says|the|Mr.|quickly|that|he|,|:|—|who|by|and|not|was|called|as|to|(|)|“We go,”|“No.”|Kwame Osei|Duarte"
)
WORDS += "|Halden Steel|\n\n|according to|her|verdict|'s|is alleged to have"
PIECES = st.lists(st.sampled_from(WORDS.split("|")), min_size=1, max_size=14).map(" ".join)

LEAD = (
    "Rabbi Miriam Stein, the head of the Doran Trust, met Prof. Kwame Osei, Sir Colin Reeve, owner of Halden Steel, "
    "and Col. Ana Duarte in Brackley. Pedro and Li Wei came late. Mr Osei and Ms Duarte sat down with Ms Stein."
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
    assert describe(reading.of_passage.get(passage.outer)) == expected


def list_readings() -> list[tuple[str, str]]:
    lines = (CASES / "passages.txt").read_text(encoding="utf-8").partition("\n===\n")[2].splitlines()
    return [(text, expected) for line in lines for text, _, expected in [line.partition(" → ")]]


@pytest.mark.parametrize(("text", "expected"), list_readings())
def test_a_passage_is_read_as_a_whole(text: str, expected: str) -> None:
    speech, evidence = read_speech_of(f"{LEAD}\n\n{text.replace(' ¶ ', chr(10) * 2)}")
    readings = read_passages(evidence, evidence.marks.passages, speech)
    places = [each.outer for each in readings]
    described = []
    for reading in readings:
        who = "".join(speaker.actors[:1] or ["somebody"]) if (speaker := reading.speaker) else ""
        joins = f"joins {places.index(reading.joins)}" if reading.joins else ""
        parts = [reading.why or reading.kind, reading.certainty, who, joins]
        described.append(" ".join(part for part in parts if part))
    assert "; ".join(described) == expected


def test_each_of_two_quotations_has_its_own_speaker() -> None:
    reading, evidence = read_speech_of("“We go,” Osei said. Duarte replied: “We stay.”")
    assert [describe(reading.of_passage[each.outer]) for each in evidence.marks.passages] == ["osei", "duarte"]


def test_a_quotation_goes_on_with_its_speaker_where_nothing_stands_between() -> None:
    reading, evidence = read_speech_of("“We go,” said Osei. “At noon.” Duarte nodded. “Never.”")
    readings = [reading.of_passage.get(each.outer) for each in evidence.marks.passages]
    assert [describe(each) for each in readings] == ["osei", "osei", "nothing"]
    assert readings[1] is not None and readings[1].is_carried


def test_a_later_sentence_with_words_of_its_own_does_not_go_on() -> None:
    reading, evidence = read_speech_of("“We go,” Osei said, “now.” Then “noon” came.")
    readings = [describe(reading.of_passage.get(each.outer)) for each in evidence.marks.passages]
    assert readings == ["osei", "osei", "nothing"]


def test_he_added_means_the_speaker_before() -> None:
    reading, evidence = read_speech_of("“We go,” said Osei to Sir Colin. Sir Colin nodded. “At noon,” he added.")
    assert describe(reading.of_passage[evidence.marks.passages[1].outer]) == "osei"


def test_a_quotation_of_several_paragraphs_has_its_speaker_at_either_end() -> None:
    for text in ("“We go.\n\n“And soon,” Osei said.", "Osei said: “We go.\n\n“And soon.”\n\nDuarte laughed."):
        reading, evidence = read_speech_of(text)
        assert describe(reading.of_passage.get(evidence.marks.passages[0].outer)) == "osei"


def test_a_quotation_inside_another_has_a_speaker_of_its_own() -> None:
    reading, evidence = read_speech_of("“Duarte said ‘never’ to me,” said Osei.")
    assert [describe(reading.of_passage[each.outer]) for each in evidence.marks.passages] == ["osei", "duarte"]


@pytest.mark.parametrize("language", ["he", "sv", "fi", "x-klingon"])
def test_in_a_language_without_verbs_nothing_is_read(language: str) -> None:
    reading, _ = read_speech_of("“We go,” Osei said.", language)
    assert not reading.of_passage and not reading.sayings


@pytest.mark.parametrize("language", sorted(read_languages()))
def test_every_table_has_pronouns_whose_meaning_is_known(language: str) -> None:
    lexicon = read_lexicon(language)
    assert lexicon.pronouns
    assert {*lexicon.pronouns.values(), *lexicon.possessives.values()} <= set("mfnpbxrs")
    assert set(lexicon.titles.values()) <= set("mfn")
    given = [*lexicon.hedges.values(), *lexicon.hedge_of.values()]
    assert all(hedges and hedges <= {"alleged", "reported", "denied"} for hedges in given)


@given(PIECES)
def test_whatever_is_read_stands_in_the_article(text: str) -> None:
    starts = [0, *(at + 2 for at in range(len(text)) if text.startswith("\n\n", at))]
    spans = tuple(Span(start, len(text[start:].split("\n\n")[0]) + start) for start in starts)
    reading, evidence = read(Evidence(Document((), text, spans)))
    passages = read_passages(evidence, evidence.marks.passages, reading)
    assert [each.outer for each in passages] == [each.outer for each in evidence.marks.passages]
    assert all(each.joins is None or each.joins.end <= each.outer.start for each in passages)
    for outer, attribution in reading.of_passage.items():
        assert not attribution.cue.meets(outer) or attribution.cue.holds(outer)
        for speaker in attribution.speakers:
            assert evidence.words(speaker.span).strip()


@pytest.mark.parametrize(
    ("words", "language", "pronoun"),
    [
        ("he said, adding", "en", "he"),
        ("She replied", "en-GB", "She"),
        ("Haftar said", "en", None),
        ("theirs, hers, there", "en", None),
        ("it said", "en", "it"),
        ("who told reporters", "en", "who"),
        ("a spokesman said as it rained", "en", None),
        ("said Bob Hill, who had left", "en", None),
        ("sagte er", "de", "er"),
        ("dit-il", "fr", "il"),
        ("dijo ella", "es", "ella"),
        ("قال هو", "ar", "هو"),
        ("他说", "zh", "他"),
        ("彼女は言った", "ja", "彼女"),
        ("he said", "ja", None),
        ("", "en", None),
    ],
)
def test_a_pronoun_is_found_as_it_is_written(words: str, language: str, pronoun: str | None) -> None:
    assert find_pronoun(words, language) == pronoun


@pytest.mark.parametrize("table", sorted(LEXICONS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_table_has_only_keys_that_are_explained(table: Path) -> None:
    keys = yaml.safe_load(table.read_text(encoding="utf-8"))
    assert [key for key in keys if f"`{key}" not in str(lexicon.__doc__) and key != "inflect"] == []
