"""Languages by their tags."""

import pytest

from newsbrief.model.languages import is_traditional_chinese, locale_of, primary_language


def test_a_locale_is_that_of_the_language_tag() -> None:
    assert str(locale_of("pt-BR")) == "pt_BR"


@pytest.mark.parametrize(("tag", "code"), [("pt-BR", "pt"), ("ZH-Hant-HK", "zh"), ("iw", "he"), ("iw-IL", "he")])
def test_a_language_is_known_by_its_code_of_today_whatever_its_region_and_script(tag: str, code: str) -> None:
    assert primary_language(tag) == code


def test_regions_that_write_traditional_characters_are_known() -> None:
    assert all(map(is_traditional_chinese, ("zh-Hant", "zh-TW", "zh-HK", "zh-MO")))
    assert not any(map(is_traditional_chinese, ("zh", "zh-CN", "zh-SG", "zh-Hans", "ja", "sr-Latn")))
