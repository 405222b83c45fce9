"""Single marks that are apostrophes or letters, told from what stands beside them."""

import pytest

from newsbrief.evidence.apostrophes import (
    is_known_letter,
    looks_like_letter,
    shortens_end,
    shortens_front,
)


@pytest.mark.parametrize("text", ["'tis", "’90s", "'t Hart", "'s-Hertogenbosch", "’ndrangheta", "'em", "‘yan sanda"])
def test_words_shortened_at_their_front_are_known(text: str) -> None:
    assert shortens_front(text, 0)


@pytest.mark.parametrize("text", ["'We won", "'tissue", "'s'", "'emigrants", "'900s"])
def test_other_words_are_not_shortened_at_their_front(text: str) -> None:
    assert not shortens_front(text, 0)


@pytest.mark.parametrize(
    "text", ["boys’", "goin’", "Alice’", "Rus’", "San‘a’", "al-Bayda’", "Karbala’", "רח'", "N'", "de’"]
)
def test_words_shortened_at_their_end_are_known(text: str) -> None:
    assert shortens_end(text, len(text) - 1, "en")


@pytest.mark.parametrize(("text", "language"), [("won’", "en"), ("in’", "en"), ("citta'", "en"), ("no'", "de")])
def test_other_words_are_not_shortened_at_their_end(text: str, language: str) -> None:
    assert not shortens_end(text, len(text) - 1, language)


def test_an_apostrophe_stands_for_an_accent_in_italian_only() -> None:
    assert shortens_end("citta'", 5, "it-IT")
    assert not shortens_end("citta'", 5, "en-GB")


@pytest.mark.parametrize("text", ["‘Abd al-Rahman", "‘Ain ‘Issa", "‘ulama", "‘Iolani"])
def test_romanised_words_with_a_letter_like_a_mark_are_known(text: str) -> None:
    assert is_known_letter(text, 0)


def test_a_vowel_behind_the_arabic_article_follows_a_letter() -> None:
    assert is_known_letter("Dar al-‘Ubur", 7)
    assert not is_known_letter("Dar al-‘Bayt", 7)
    assert not is_known_letter("so-called non-‘Ubur", 14)


@pytest.mark.parametrize(
    "text", ["near ‘Unayza was", "Homs, ‘Unayza", "The ‘Olopana", "‘Olopana", "It rained. ‘Unayza"]
)
def test_a_capital_vowel_may_follow_a_letter(text: str) -> None:
    assert looks_like_letter(text, text.index("‘"))


@pytest.mark.parametrize(
    "text", ["‘Every day", "He said ‘Unayza", "He said, ‘Unayza", "said: ‘Unayza", "‘We won", "‘un", "‘EU"]
)
def test_what_somebody_may_say_follows_no_letter(text: str) -> None:
    assert not looks_like_letter(text, text.index("‘"))
