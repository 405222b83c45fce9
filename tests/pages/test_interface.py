"""The words of the interface: every language has them all, with the same fields and its own plural forms."""

import re
from string import Formatter

import pytest
from markupsafe import Markup

from newsbrief.content.source_file import SourceFile
from newsbrief.content.strict_yaml import parse_yaml
from newsbrief.model.languages import locale_of
from newsbrief.pages.language.interface import read_interface, shipped_languages
from support.sites import ROOT

LANGUAGES = sorted(shipped_languages())


def catalogue(language: str) -> dict[str, str | dict[str, str]]:
    path = ROOT / "src" / "newsbrief" / "pages" / "language" / "catalogues" / f"{language}.yaml"
    file = parse_yaml(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert file.problems == ()
    return file.values


def forms_of(text: str | dict[str, str]) -> dict[str, str]:
    return {"other": text} if isinstance(text, str) else text


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_english_and_arabic_are_shipped() -> None:
    assert LANGUAGES == ["ar", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_text_with_the_same_fields(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert other.keys() == english.keys()
    for key, text in other.items():
        expected = set().union(*(fields_of(form) for form in forms_of(english[key]).values()))
        for form in forms_of(text).values():
            assert form.strip() and fields_of(form) <= expected, key
        assert fields_of(forms_of(text)["other"]) == expected, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_count_have_a_form_for_every_number(language: str) -> None:
    say = read_interface(language)
    for key, text in catalogue(language).items():
        if isinstance(text, dict):
            assert text.keys() <= {"zero", "one", "two", "few", "many", "other"}
            for number in (1, 2, 3, 11, 100):
                form = text.get(locale_of(language).plural_form(number), text["other"])
                values = dict.fromkeys(fields_of(form), "x") | {"number": number}
                assert say(key, **values)


def test_every_text_that_the_templates_ask_for_is_in_the_catalogue() -> None:
    texts = catalogue("en")
    templates = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").rglob("*.html")]
    asked = {key for text in templates for key in re.findall(r"""say\(\s*["']([\w-]+)["']\s*[,)]""", text)}
    prefixes = {key for text in templates for key in re.findall(r"""say\("([\w-]+-)" [~+]""", text)}
    assert asked <= texts.keys() and len(asked) > 50
    assert prefixes == {"kind-", "relation-", "why-", "gap-", "event-", "field-", "later-"}
    assert all(any(key.startswith(prefix) for key in texts) for prefix in prefixes)


def test_a_language_without_a_catalogue_speaks_english() -> None:
    say = read_interface("fi")
    assert say("glossary") == "Glossary"
    assert say.language == "en"


def test_numbers_and_plurals_follow_the_language() -> None:
    assert read_interface("en-GB")("checked-cites", number=1234).startswith("1,234 passages")
    assert read_interface("en")("checked-cites", number=1).startswith("1 passage cited")
    assert "مقطعان" in read_interface("ar")("checked-cites", number=2)


def test_what_is_filled_in_is_escaped_unless_it_is_markup() -> None:
    say = read_interface("en")
    assert say("led-by", name="<b>") == "led by &lt;b&gt;"
    assert say("led-by", name=Markup("<b>x</b>")) == "led by <b>x</b>"


def test_an_unknown_text_is_an_error() -> None:
    with pytest.raises(KeyError):
        read_interface("en")("no-such-text")
