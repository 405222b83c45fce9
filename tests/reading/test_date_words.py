"""Words for days: what they say by themselves, and whether they agree with a given date."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date as format_with_babel
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.model.dates import DateRange, PartialDate, parse_date
from newsbrief.model.languages import locale_of
from newsbrief.pages.language.dates import format_date
from newsbrief.reading.date_words import WordedDate, judge_date, read_worded_date
from support.dates import DAYS, dates

AS_OF = date(2019, 4, 10)  # a Wednesday


LANGUAGES = ["en", "en-GB", "de", "fr", "es", "sv", "ru", "ar", "ja", "zh", "pt-BR"]


WORDS = st.one_of(
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            [
                *(
                    "Sunday",
                    "last Monday",
                    "yesterday",
                    "tomorrow",
                    "today",
                    "May",
                    "April",
                    "2019",
                    "1999",
                    "7",
                    "31st",
                ),
                *("on", "in", "of", ",", "12:30", "Sonntag", "avril", "日曜日", "الأحد", "0", "99"),
            ]
        ),
        max_size=5,
    ).map(" ".join),
)


def judge(words: str, given_date: str, as_of: date = AS_OF, sourced: bool = False) -> tuple[str, str]:
    return judge_date(read_worded_date(words, "en"), parse_date(given_date), as_of, sourced)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("On Sunday", WordedDate(weekday=6)),
        ("on Sunday, April 7", WordedDate(month=4, day=7, weekday=6)),
        ("7 April 2019", WordedDate(2019, 4, 7)),
        ("April 7th, 2019", WordedDate(2019, 4, 7)),
        ("Apr. 7", WordedDate(month=4, day=7)),
        ("in May", WordedDate(month=5)),
        ("they may leave", WordedDate()),
        ("in 2011", WordedDate(2011)),
        ("in the 2010s", WordedDate()),
        ("some 2,011 men", WordedDate()),
        ("at 20:19", WordedDate()),
        ("between 2011 and 2014", WordedDate(ends=(("year", (2011, 2014)),))),
        ("Saturday or Sunday", WordedDate(ends=(("weekday", (5, 6)),))),
        ("yesterday", WordedDate(days=-1)),
        ("Today", WordedDate(days=0)),
        ("tomorrow", WordedDate(days=1)),
        ("last Sunday", WordedDate(weekday=6, previous=True)),
        ("Mondays", WordedDate()),
        ("99 April", WordedDate(month=4)),
        ("7 people", WordedDate()),
        ("", WordedDate()),
    ],
)
def test_english_words_are_read_as_far_as_they_say(words: str, found: WordedDate) -> None:
    assert read_worded_date(words, "en") == found


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("am Sonntag, dem 7. April 2019", "de", WordedDate(2019, 4, 7, 6)),
        ("dimanche 7 avril", "fr", WordedDate(None, 4, 7, 6)),
        ("Dimanche", "fr", WordedDate(weekday=6)),
        ("el domingo 7 de abril de 2019", "es", WordedDate(2019, 4, 7, 6)),
        ("7 апреля 2019", "ru", WordedDate(2019, 4, 7)),
        ("يوم الأحد", "ar", WordedDate(weekday=6)),
        ("söndag", "sv", WordedDate(weekday=6)),
        ("yesterday", "de", WordedDate()),
        ("Sunday", "fr", WordedDate()),
    ],
)
def test_words_are_read_in_the_articles_language(words: str, language: str, found: WordedDate) -> None:
    assert read_worded_date(words, language) == found


@pytest.mark.parametrize(
    ("words", "given_date", "agreement"),
    [
        ("7 April 2019", "2019-04-07", "stated"),
        ("Sunday, 7 April 2019", "2019-04-07", "stated"),
        ("in April 2019", "2019-04", "stated"),
        ("in 2011", "2011", "stated"),
        ("On Sunday", "2019-04-07", "counted"),
        ("On Wednesday", "2019-04-10", "counted"),
        ("on Friday", "2019-04-12", "counted"),
        ("last Sunday", "2019-03-31", "counted"),
        ("yesterday", "2019-04-09", "counted"),
        ("today", "2019-04", "counted"),
        ("tomorrow", "2019-04-11", "counted"),
        ("in April", "2019-04", "counted"),
        ("after the war", "2019-04-07", "read"),
    ],
)
def test_words_that_agree_with_the_date_make_it_known(words: str, given_date: str, agreement: str) -> None:
    assert judge(words, given_date) == (agreement, "")


@pytest.mark.parametrize(
    ("words", "given_date", "fault"),
    [
        ("On Sunday", "2019-04-08", "2019-04-08 is a Monday, not a Sunday"),
        ("On Sunday", "2019-03-24", "Sunday counted from the as-of date 2019-04-10 is 2019-04-07, not 2019-03-24"),
        ("On Sunday", "2019-03-31", "Sunday counted from the as-of date 2019-04-10 is 2019-04-07, not 2019-03-31"),
        ("in 2011", "2012", "the words say 2011; the date is 2012"),
        ("in April 2019", "2019-05", "the words say April; the date is 2019-05"),
        ("7 April 2019", "2019-04-08", "the words say day 7; the date is 2019-04-08"),
        ("Monday, 7 April 2019", "2019-04-07", "2019-04-07 is a Sunday, not a Monday"),
        ("yesterday", "2019-04-08", "the words, counted from the as-of date 2019-04-10, say 2019-04-09"),
        ("in 2011", "2011-03", "the words say only the year 2011; the date is 2011-03"),
        ("in April 2019", "2019-04-07", "the words say only the month; the date is 2019-04-07"),
    ],
)
def test_words_that_disagree_with_the_date_are_told(words: str, given_date: str, fault: str) -> None:
    assert fault in judge(words, given_date)[1]


def test_a_year_within_the_range_agrees() -> None:
    assert judge("in 2012", "2011/2014") == ("stated", "")
    assert judge("in 2015", "2011/2014")[1] == "the words say 2015; the date is 2011/2014"


def test_a_weekday_within_the_range_agrees() -> None:
    assert judge("at the weekend, on Sunday", "2019-04-06/2019-04-07")[1] == ""
    assert "not a Monday" in judge("on Monday", "2019-04-06/2019-04-07")[1]


def test_an_outside_source_may_say_more_than_the_words() -> None:
    assert judge("in 2011", "2011-03-19", sourced=True) == ("stated", "")
    assert judge("On Sunday", "2019-03-24", sourced=True) == ("counted", "")
    assert judge("yesterday", "2019-04-01", sourced=True) == ("counted", "")


def test_an_outside_source_does_not_excuse_a_contradiction() -> None:
    assert judge("in 2011", "2012", sourced=True)[1] == "the words say 2011; the date is 2012"
    assert judge("On Sunday", "2019-04-08", sourced=True)[1] == "2019-04-08 is a Monday, not a Sunday"


@given(WORDS, st.sampled_from(LANGUAGES))
def test_what_is_read_from_words_is_within_the_calendar(words: str, language: str) -> None:
    found = read_worded_date(words, language)
    assert found.year is None or 1000 <= found.year <= 2199
    assert found.month is None or 1 <= found.month <= 12
    assert found.day is None or 1 <= found.day <= 31
    assert found.weekday is None or 0 <= found.weekday <= 6
    assert found.day is None or found.month is not None


@given(WORDS, dates(), DAYS, st.booleans())
def test_any_words_are_judged(words: str, given_date: DateRange, as_of: date, sourced: bool) -> None:
    agreement, fault = judge_date(read_worded_date(words, "en"), given_date, as_of, sourced)
    assert agreement in ("stated", "counted", "read")
    assert "\n" not in fault


@given(DAYS, st.sampled_from(LANGUAGES))
def test_a_weekday_agrees_with_its_own_day_and_no_other_of_the_week(day: date, language: str) -> None:
    found = read_worded_date(format_with_babel(day, "EEEE", locale_of(language)), language)
    assert found.weekday == day.weekday()
    for days in range(-6, 1):
        other = day + timedelta(days)
        given_date = DateRange(PartialDate(other.year, other.month, other.day))
        assert (judge_date(found, given_date, day, False) == ("counted", "")) is (days == 0)


@given(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(["en", "en-GB", "de", "fr", "es", "sv", "pt-BR"])
)
def test_a_date_as_it_is_shown_states_itself(day: date, language: str) -> None:
    found = read_worded_date(format_date(day, language), language)
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)
    given_date = DateRange(PartialDate(day.year, day.month, day.day))
    assert judge_date(found, given_date, AS_OF, False) == ("stated", "")


@pytest.mark.parametrize(
    ("words", "as_of"),
    [("tomorrow", date.max), ("yesterday", date.min), ("Sunday", date.max), ("last Monday", date.min)],
)
def test_the_calendars_ends_are_judged_too(words, as_of) -> None:
    judge(words, "2019", as_of)


def test_a_day_outside_the_range_is_told() -> None:
    assert judge("7 April 2019", "2019-04-10/2019-04-20")[1]


def test_a_month_outside_a_long_range_is_told() -> None:
    assert judge("in December", "2019-01/2019-03")[1]


def test_a_day_without_its_year_is_counted_from_the_as_of_date() -> None:
    assert judge("April 7", "1819-04-07")[1]


def test_a_time_of_day_does_not_hide_the_day() -> None:
    assert judge("at 7 p.m. on April 8, 2019", "2019-04-08") == ("stated", "")


def test_a_weekday_of_a_stated_month_and_year_is_not_counted_from_the_as_of_date() -> None:
    assert judge("one Sunday in April 2019", "2019-04-07", date(2020, 1, 1))[1] == ""


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("from 3 to 5 May 2022", "2022-05-03/2022-05-05", "2022-05-03/2022-05-06"),
        ("May 3–5, 2022", "2022-05-03/2022-05-05", "2022-05-02/2022-05-05"),
        ("from April 29 to May 2, 2022", "2022-04-29/2022-05-02", "2022-04-28/2022-05-02"),
        ("from 1914 to 1918", "1914/1918", "1914/1919"),
        ("from Monday to Wednesday", "2019-04-08/2019-04-10", "2019-04-08/2019-04-11"),
    ],
)
def test_a_range_begins_and_ends_as_its_words_say(words: str, good: str, bad: str) -> None:
    assert judge(words, good)[1] == ""
    assert judge(words, bad)[1]


@pytest.mark.parametrize(
    ("words", "good", "bad"),
    [
        ("the day before yesterday", "2019-04-08", "2019-04-09"),
        ("the day after tomorrow", "2019-04-12", "2019-04-11"),
        ("Sept. 11, 2001", "2001-09-11", "2001-08-11"),
        ("on 2019-04-03", "2019-04-03", "2019-04-04"),
    ],
)
def test_more_words_for_dates_are_understood(words: str, good: str, bad: str) -> None:
    assert judge(words, good)[1] == ""
    assert judge(words, bad)[1]


def test_the_day_nearest_to_the_name_of_a_month_is_read() -> None:
    words = "11 men and 12 women, 30 of them on 7 May, when 13 came, and 14 went"
    assert read_worded_date(words, "en").day == 7
    assert read_worded_date(f"{words} in May, with 15", "en").day == 7
    assert read_worded_date("May 8, and then 9", "en").day == 8
