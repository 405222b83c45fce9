"""Words of others inside a sentence of the interface."""

import pytest

from newsbrief.pages.language.running_text import shorten, within_sentence


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("The Guild", "en-GB", "the Guild"),
        ("An Alliance", "en", "an Alliance"),
        ("Theatre of Adaba", "en", "Theatre of Adaba"),
        ("The Guild", "de", "The Guild"),
        ("Das Amt", "de", "Das Amt"),
    ],
)
def test_an_article_at_the_beginning_of_a_name_is_written_small(name: str, language: str, expected: str) -> None:
    assert within_sentence(name, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained.", "It rained"),
        ("It rained on the bridge, and", "It rained on the…"),
        ("It rained all day, and on", "It rained all day…"),
        ("It “rained” (a lot) all day", "It “rained” (a lot)…"),
        ("桥" * 30, "桥" * 20 + "…"),
        ("雨 " + "桥" * 30, "雨 " + "桥" * 18 + "…"),
        ("桥" * 17 + " Lisa-Brücke", "桥" * 17 + "…"),
        ("桥" * 16 + "《雨》，" + "桥" * 9, "桥" * 16 + "《雨》…"),
        ("下雨了。", "下雨了"),
        ("It\n\nrained.", "It rained"),
    ],
)
def test_a_long_text_is_cut_after_a_word_without_the_mark_that_follows_it(text: str, expected: str) -> None:
    assert shorten(text, 20) == expected
