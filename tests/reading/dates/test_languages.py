"""Words for dates in other languages than English."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date

from newsbrief.model.dates import DateRange, PartialDate, parse_date
from newsbrief.model.paths import PACKAGE
from newsbrief.reading.dates import DateValue, find_dates, judge, read_date
from newsbrief.reading.dates.lexicon import read_lexicon
from newsbrief.reading.dates.lexicon_tables import KEYS, read_table

AS_OF = date(2019, 4, 10)
CASES = Path(__file__).parents[2] / "cases" / "date_words.txt"
LEXICONS = PACKAGE / "reading" / "dates" / "lexicons"


def read_cases() -> dict[str, list[tuple[str, str]]]:
    cases: dict[str, list[tuple[str, str]]] = {}
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if section := re.fullmatch(r"\[(.+)\]", line):
            rows = cases.setdefault(section[1], [])
        elif cases and line:
            words, _, named = line.rpartition(" = ")
            rows.append((words, named))
    return cases


READ = read_cases()


@pytest.mark.parametrize("language", READ)
def test_words_name_the_date_of_the_table_and_not_the_next(language: str) -> None:
    faults = [
        (words, named, value and [str(choice[:2]) for choice in value.choices])
        for words, named in READ[language]
        for value in [read_date(words, language, AS_OF)]
        if not _is_as_named(value, named)
    ]
    assert faults == []


def _is_as_named(value: DateValue | None, named: str) -> bool:
    if named == "?":
        return value is None or not value.choices
    if value is None:
        return False
    if named == "@":
        return value.basis == "elsewhere"
    given = parse_date(named)
    return judge(value, given) == "agrees" and judge(value, _following(given)) != "agrees"


def _following(given: DateRange) -> DateRange:
    """Return the date right after one, as long and as precise."""
    first, last = given.bounds
    start = last + timedelta(1)
    return DateRange(
        *(_as_precise(part, day) for part, day in ((given.start, start), (given.end, start + (last - first))) if part)
    )


def _as_precise(part: PartialDate, day: date) -> PartialDate:
    return PartialDate(day.year, day.month if part.month else None, day.day if part.day else None)


def test_the_table_has_a_dozen_words_of_each_great_language_and_five_of_the_others() -> None:
    great = ["ar", "de", "es", "fr", "he", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh"]
    assert {language: len(READ[language]) for language in great if len(READ[language]) < 12} == {}
    assert {language: len(rows) for language, rows in READ.items() if len(rows) < 5} == {}
    assert {path.stem for path in LEXICONS.glob("*.yaml")} - {"en"} <= set(READ)


@pytest.mark.parametrize("language", sorted(READ))
@pytest.mark.parametrize("width", ["full", "long"])
def test_a_date_that_the_cldr_writes_is_read(language: str, width: str) -> None:
    locale = Locale.parse(language, sep="-")
    for day in _days():
        written = format_date(day, width, locale)
        value = read_date(written, language, AS_OF)
        assert value is not None, written
        assert judge(value, parse_date(str(day))) == "agrees", written
        assert judge(value, parse_date(str(day + timedelta(7)))) != "agrees", written


@pytest.mark.parametrize("language", ["ca", "hr", "bg", "et", "sw", "ta", "lv"])
def test_a_language_without_a_table_has_the_words_of_the_cldr(language: str) -> None:
    locale = Locale.parse(language, sep="-")
    for day in _days():
        written = format_date(day, "full", locale)
        value = read_date(written, language, AS_OF)
        assert value is not None, written
        assert judge(value, parse_date(str(day))) == "agrees", written


def test_words_for_yesterday_come_from_the_cldr_only_where_they_are_sure() -> None:
    assert _first("ahir", "ca") == date(2019, 4, 9)
    assert _first("prekjučer", "hr") == date(2019, 4, 8)
    # کل is both yesterday and tomorrow.
    assert read_date("کل", "ur", AS_OF) is None


def _first(words: str, language: str) -> date:
    value = read_date(words, language, AS_OF)
    assert value is not None
    return value.first


def _days() -> Iterator[date]:
    for number in range(0, 900, 41):
        yield AS_OF - timedelta(number)


@pytest.mark.parametrize("words", ["en mer", "le mar", "au dim"])
def test_a_short_name_without_a_figure_is_no_date(words: str) -> None:
    assert read_date(words, "fr", AS_OF) is None


def test_tables_have_only_keys_that_are_known() -> None:
    for path in LEXICONS.glob("*.yaml"):
        assert set(read_table(path.stem)) <= KEYS, path.name


@pytest.mark.parametrize("language", sorted({path.stem for path in LEXICONS.glob("*.yaml")}))
def test_no_word_names_two_months_or_two_days(language: str) -> None:
    for kind in ("MONTH", "WEEKDAY", "DAYS"):
        for phrase, lexemes in read_lexicon(language).words.items():
            assert len({value for found, value in lexemes if found == kind}) < 2, phrase


@pytest.mark.parametrize("as_of", [date.min, AS_OF, date.max])
@pytest.mark.parametrize(
    "words",
    ["99999999999月99999999999日", "4月99999999999〜5日", "석 달 전", "다음 주 7일", "上周五", "後99999999999年"],
)
def test_figures_too_long_and_the_ends_of_the_calendar_raise_nothing(words: str, as_of: date) -> None:
    for language in ("ja", "ko", "zh"):
        find_dates(words, language, as_of)
        read_date(words, language, as_of)
