"""The relations that German, French and Spanish sentences state in the plainest words."""

import pytest

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.reading.relations.plain_forms import read_plain_ties
from newsbrief.reading.sentence_words import split_words

NAMES = ("Nora Vane", "Karl Brenner", "Nordbank", "ONU")


def read(sentence: str, language: str) -> list[str]:
    places = sorted(NamePlace(Span(at, at + len(name)), name) for name in NAMES if (at := sentence.find(name)) >= 0)
    words = split_words(sentence, Span(0, len(sentence)), places)
    return [f"{tie.subject} {min(tie.kinds)} {tie.object}" for tie in read_plain_ties(words, language)]


@pytest.mark.parametrize(
    ("language", "sentence", "tie"),
    [
        ("de", "Nora Vane leitet die Nordbank.", "Nora Vane leads Nordbank"),
        ("de", "Bundeskanzlerin Nora Vane kritisierte Präsident Karl Brenner.", "Nora Vane criticises Karl Brenner"),
        ("de", "Die Nordbank hat Karl Brenner verklagt.", "Nordbank sues Karl Brenner"),
        ("de", "Nora Vane, Chefin der Nordbank, lächelte.", "Nora Vane leads Nordbank"),
        ("fr", "Le ministre Karl Brenner a rencontré Nora Vane.", "Karl Brenner meets Nora Vane"),
        ("fr", "Nora Vane, présidente de la Nordbank, a souri.", "Nora Vane leads Nordbank"),
        ("fr", "L’ONU soutient la Nordbank.", "ONU backs Nordbank"),
        ("es", "Nora Vane acusó a Karl Brenner.", "Nora Vane accuses Karl Brenner"),
        ("es", "La presidenta Nora Vane se reunió con Karl Brenner.", "Nora Vane meets Karl Brenner"),
        ("es", "Nora Vane, directora de la Nordbank, sonrió.", "Nora Vane leads Nordbank"),
    ],
)
def test_plain_words_state_a_relation(language: str, sentence: str, tie: str) -> None:
    assert read(sentence, language) == [tie]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Nora Vane kritisierte Karl Brenner nicht."),
        ("de", "Angeblich traf Nora Vane Karl Brenner, doch Karl Brenner traf niemand."),
        ("de", "Die Anwältin von Nora Vane verklagte Karl Brenner."),
        ("de", "Nora Vane wird Karl Brenner treffen."),
        ("fr", "Selon Nora Vane, Karl Brenner accuse la Nordbank."),
        ("fr", "Le fils de Nora Vane accuse Karl Brenner."),
        ("fr", "Nora Vane n’a pas rencontré Karl Brenner."),
        ("es", "Nora Vane acusó a la hija de Karl Brenner."),
        ("es", "Nora Vane no apoya a Karl Brenner."),
        ("es", "Nora Vane podría apoyar a Karl Brenner."),
        ("en", "Nora Vane leads Nordbank."),
    ],
)
def test_other_words_state_none(language: str, sentence: str) -> None:
    assert read(sentence, language) == []
