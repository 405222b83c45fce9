"""Words of others inside a sentence of the interface."""

import pytest
from markupsafe import Markup

from newsbrief.pages.language.interface import read_interface
from newsbrief.pages.language.running_text import join_names, shorten, within_sentence


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
    ("last", "language", "expected"),
    [
        ("Irene Sanz", "es", "Ana Rey e Irene Sanz"),
        ("Íñigo Sanz", "es-MX", "Ana Rey e Íñigo Sanz"),
        ("Hilario Sanz", "es", "Ana Rey e Hilario Sanz"),
        ("Yves Lind", "es", "Ana Rey e Yves Lind"),
        ("«Iris»", "es", "Ana Rey e «Iris»"),
        ("Hielos de Lugo", "es", "Ana Rey y Hielos de Lugo"),
        ("Yago Sanz", "es", "Ana Rey y Yago Sanz"),
        ("Oscar Sanz", "es", "Ana Rey y Oscar Sanz"),
        ("Irene Sanz", "pt", "Ana Rey e Irene Sanz"),
        ("Irene Sanz", "en", "Ana Rey and Irene Sanz"),
    ],
)
def test_spanish_and_changes_before_the_sound_of_i(last: str, language: str, expected: str) -> None:
    assert join_names("Ana Rey", last, read_interface(language)) == expected


def test_names_are_joined_as_markup_and_escaped_unless_they_are_markup() -> None:
    link = Markup("<cite><a href='#irene'>Irene</a></cite>")
    assert join_names("<Ana>", link, read_interface("es")) == Markup("&lt;Ana&gt; e ") + link
    assert join_names(link, "<Ana>", read_interface("es")) == link + Markup(" y &lt;Ana&gt;")


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
