"""Dates as pages write them: pinned language by language, and right by rule in every language that Babel has."""

import re
import sys
from datetime import date
from difflib import unified_diff

import pytest
from babel.localedata import locale_identifiers

from newsbrief.model.dates import parse_date
from newsbrief.pages.language.dates import format_date, format_days, format_with_weekday
from support.processes import WITH_SUPPORT, environment, run_well
from tools.dates import LANGUAGES, TABLE, write_table

EVERY_LANGUAGE = [name for name in locale_identifiers() if "_" not in name]
RANGES = [
    parse_date(written)
    for written in (
        *("2017/2019", "2018/2019-04", "2019-03/2019-05", "2018-11/2019-02"),
        *("2019-04-13/2019-04-21", "2019-03-30/2019-04-12", "2018-12-30/2019-01-15"),
    )
]


def test_dates_are_written_as_the_table_has_them() -> None:
    pinned = TABLE.read_text(encoding="utf-8")
    names = ("a/tests/cases/dates.txt", "b/tests/cases/dates.txt")
    diff = "".join(unified_diff(pinned.splitlines(True), write_table().splitlines(True), *names))
    assert not diff, f"dates are written otherwise:\n{diff}"


def test_what_a_language_writes_does_not_depend_on_what_others_wrote_before() -> None:
    backwards = LANGUAGES[::-1]
    program = f"import sys, tools.dates; sys.stdout.buffer.write(tools.dates.write_table({backwards}).encode())"
    written = run_well(sys.executable, "-c", program, env=environment(PYTHONPATH=WITH_SUPPORT))
    head, *blocks = written.strip().split("\n\n")
    assert "\n\n".join([head, *blocks[::-1]]) + "\n" == write_table()


def test_ranges_have_the_same_dash_and_spaces_in_every_language() -> None:
    for language in EVERY_LANGUAGE:
        for each in RANGES:
            written = format_date(each, language)
            assert "\u2009" not in written and not re.search(r"[-—] |[ \u00a0][-—]", written), (language, written)
            if "–" in written:
                first, last = re.split("\u00a0– |–", written)
                assert first == first.strip() and last == last.strip(), (language, written)


def test_both_ends_of_a_range_are_in_it_in_every_language() -> None:
    for language in EVERY_LANGUAGE:
        for each in RANGES:
            assert each.end
            written = format_date(each, language)
            for end in (each.start, each.end):
                for number in (end.year, end.day or end.year):
                    assert str(number) in written, (language, written)


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_a_range_of_one_day_is_that_day(language: str) -> None:
    day = date(2019, 4, 3)
    assert format_days(day, day, language) == format_date(day, language)
    assert format_date(parse_date("2019-04-03/2019-04-03"), language) == format_date(day, language)


def test_days_are_written_as_ranges_are() -> None:
    assert format_days(date(2019, 4, 3), date(2019, 4, 21), "en-GB") == "3–21 April 2019"


def test_only_a_single_day_has_a_weekday() -> None:
    for written in ("2019", "2019-04", "2019-04-03/2019-04-21"):
        assert format_with_weekday(parse_date(written), "en") == format_date(parse_date(written), "en")
