"""Languages by their tags."""

from newsbrief.model.languages import locale_of


def test_a_locale_is_that_of_the_language_tag():
    assert str(locale_of("pt-BR")) == "pt_BR"
