"""The tables of the CLDR: those that are kept, and those that Babel makes."""

from importlib.metadata import version

import pytest
from babel.numbers import format_decimal

from newsbrief.model.babel_table import make_table
from newsbrief.model.cldr import list_kept, read_cldr
from newsbrief.model.languages import locale_of
from newsbrief.pages.language.interface import shipped_languages
from support.sites import ROOT
from tools.cldr import KEPT, write_table

LOCKED = f"babel=={version('babel')} " in (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
NUMBERS = (*range(1500), 999_999, 1_000_000, 1_000_001, 12_345_678, 2_000_000, 3_000_100)


def test_each_language_of_the_interface_is_kept_and_no_table_is_left_over() -> None:
    assert shipped_languages() <= list_kept() == set(KEPT)


@pytest.mark.skipif(not LOCKED, reason="another Babel is installed than the one that the tables are from")
@pytest.mark.parametrize("language", KEPT)
def test_a_table_that_is_kept_is_what_the_locked_babel_has(language: str) -> None:
    assert write_table(language) == read_kept(language), "run make cldr"
    assert read_cldr(language) == make_table(locale_of(language))


def read_kept(language: str) -> str:
    return (ROOT / "src/newsbrief/model/cldr_tables" / f"{language}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", [*KEPT, "de-CH", "en-IN", "fr-CA"])
def test_numbers_have_the_plural_form_and_the_marks_that_babel_gives_them(language: str) -> None:
    table, locale = read_cldr(language), locale_of(language)
    assert {number: table.plural_form(number) for number in NUMBERS} == {
        number: locale.plural_form(number) for number in NUMBERS
    }
    for number in NUMBERS if language != "de-CH" else (999, 1000, 123_456):
        assert table.format_number(number) == format_decimal(number, locale=locale)


def test_an_apostrophe_between_groups_of_figures_stands_between_all_of_them() -> None:
    assert read_cldr("de-CH").format_number(1_234_567) == "1'234'567"


def test_a_table_has_the_customs_of_the_region_or_of_where_most_speakers_live() -> None:
    assert (read_cldr("en").region, read_cldr("en-GB").region, read_cldr("fi").region) == ("US", "GB", "FI")
    assert (read_cldr("en").is_day_first, read_cldr("en-GB").is_day_first) == (False, True)
    assert (read_cldr("he").direction, read_cldr("he").weekend) == ("rtl", (4, 5))
