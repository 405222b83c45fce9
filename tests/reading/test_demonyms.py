"""Countries, their adjectives and their people."""

import pytest

from newsbrief.reading.demonyms import find_rows, is_one_of


@pytest.mark.parametrize(
    ("word", "sentence", "article", "expected"),
    [
        ("Finnish", "A Finnish ship", "a ship from Finland", True),
        ("Finns", "The Finns won", "the Finnish team", True),
        ("Canada", "a fund from Canada", "a Canadian fund", True),
        ("Zealander", "a New Zealander", "the New Zealand team", True),
        ("Korea", "South Korea won", "the South Korean team", True),
        ("American", "American firms", "the U.S. economy", True),
        ("American", "American firms", "he told us", False),
        ("Korea", "North Korea won", "the South Korean team", False),
        ("Nigeria", "Nigeria won", "a team from Niger", False),
        ("Guinea", "Guinea won", "Papua New Guinea played", False),
        ("Sudanese", "Sudanese troops", "South Sudan has peace", False),
        ("Swedish", "A Swedish ship", "a ship from Finland", False),
        ("Indian", "Indian firms", "Indiana has firms", False),
    ],
)
def test_a_country_has_its_own_adjective_and_people(word: str, sentence: str, article: str, expected: bool) -> None:
    assert is_one_of(word, find_rows(word, "en-GB"), sentence, article) is expected


def test_other_words_and_languages_have_no_rows() -> None:
    assert find_rows("Orlov", "en") == ()
    assert find_rows("Finnish", "de") == ()
