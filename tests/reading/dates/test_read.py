"""Words for dates: all of them understood, or none; dates in a longer text."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date as format_with_babel
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.model.dates import DateRange, PartialDate, parse_date
from newsbrief.model.languages import locale_of
from newsbrief.pages.language.dates import format_date
from newsbrief.reading.dates import find_dates, judge, read_date, speaks_of_past
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
                    "last",
                    "Monday",
                    "yesterday",
                    "May",
                    "April",
                    "2019",
                    "1999",
                    "7",
                    "31st",
                    "on",
                    "in",
                    "of",
                ),
                *(",", "of", "12:30", "weeks", "ago", "a", "three", "from", "to", "–", "and", "the", "early"),
                *(
                    "1990s",
                    "19th",
                    "century",
                    "before",
                    "9/4/2019",
                    "Sonntag",
                    "avril",
                    "日曜日",
                    "الأحد",
                    "0",
                    "44 BC",
                ),
            ]
        ),
        max_size=7,
    ).map(" ".join),
)


def verdict_of(words: str, written: str, language: str = "en-GB", as_of: date = AS_OF) -> str:
    value = read_date(words, language, as_of)
    return "not understood" if value is None else judge(value, parse_date(written))


@pytest.mark.parametrize(
    ("words", "written", "verdict"),
    [
        ("last week", "2019-04-01", "finer"),
        ("in 2011", "2011-03-19", "finer"),
        ("in April 2019", "2019-04-07", "finer"),
        ("on Tuesday", "2019-04-08/2019-04-10", "wider"),
        ("in 2012", "2011/2014", "wider"),
        ("from March 28 to April 2", "2019-03-28/2019-04-03", "outside"),
        ("on Tuesday", "2019-04-10", "outside"),
        ("in 44 BC", "0044", "outside"),
        ("three days later", "2019-04-13", "elsewhere"),
        ("behind closed doors", "2019-04-13", "not understood"),
        ("two days after the vote in March 2018", "2018-03", "not understood"),
    ],
)
def test_a_date_that_does_not_agree_says_more_or_less_or_something_else(words: str, written: str, verdict: str) -> None:
    assert verdict_of(words, written) == verdict


@pytest.mark.parametrize(
    ("words", "language", "written"),
    [
        ("4/9/2019", "en-US", "2019-04-09"),
        ("4/9/2019", "en-GB", "2019-09-04"),
        ("21/9/2019", "en", "2019-09-21"),
        ("in the spring of 2018", "en-AU", "2018-09/2018-11"),
        ("last week", "en-US", "2019-03-31/2019-04-06"),
    ],
)
def test_the_region_decides_what_words_mean(words: str, language: str, written: str) -> None:
    assert verdict_of(words, written, language) == "agrees"


def test_a_day_and_month_in_figures_that_nobody_can_tell_apart_are_not_understood() -> None:
    assert read_date("4/9/2019", "en", AS_OF) is None


@pytest.mark.parametrize("words", ["20 ventôse 2024", "1 Ramadan 1440", "7 Nisan 5779"])
def test_other_calendars_are_not_read_as_the_gregorian(words: str) -> None:
    assert read_date(words, "en", AS_OF) is None


def test_next_is_never_past_and_last_never_to_come() -> None:
    for days in range(7):
        as_of = AS_OF + timedelta(days)
        for weekday in ("Monday", "Wednesday", "Sunday"):
            following, past = read_date(f"next {weekday}", "en-US", as_of), read_date(f"last {weekday}", "en-US", as_of)
            assert following and all(choice.first > as_of for choice in following.choices)
            assert past and all(choice.last < as_of for choice in past.choices)


@pytest.mark.parametrize(
    ("words", "basis"), [("7 April 2019", "stated"), ("on Sunday", "counted"), ("a week later", "elsewhere")]
)
def test_a_value_says_how_its_words_give_it(words: str, basis: str) -> None:
    value = read_date(words, "en", AS_OF)
    assert value is not None and value.basis == basis


def test_the_dates_of_a_text_are_found_with_their_words() -> None:
    text = "On Sunday, 7 April 2019, they met. In March 12 soldiers came; 2011 men left in 2012, a week ago on Tuesday."
    found = find_dates(text, "en-GB", AS_OF)
    assert [each.words for each in found] == ["Sunday, 7 April 2019", "March", "2012", "a week ago on Tuesday"]
    assert all(text[each.span.start : each.span.end] == each.words for each in found)
    assert found[0].value.first == date(2019, 4, 7)


def test_words_of_the_future_make_a_weekday_in_a_text_the_coming_one() -> None:
    past, coming = find_dates("They met on Friday. They will meet again on Friday.", "en", AS_OF)
    assert (past.value.first, coming.value.first) == (date(2019, 4, 5), date(2019, 4, 12))


@pytest.mark.parametrize(
    ("sentence", "is_past"),
    [("The talks began on Friday.", True), ("The vote is on Friday.", False), ("They will meet on Friday.", False)],
)
def test_a_sentence_without_words_of_the_present_or_future_is_about_the_past(sentence: str, is_past: bool) -> None:
    assert speaks_of_past(sentence, "en") is is_past
    assert not speaks_of_past(sentence, "de")


@given(WORDS, dates(), DAYS, st.sampled_from(LANGUAGES))
def test_any_words_are_judged(words: str, given_date: DateRange, as_of: date, language: str) -> None:
    value = read_date(words, language, as_of)
    assert value is None or judge(value, given_date) in ("agrees", "finer", "wider", "elsewhere", "outside")
    for found in find_dates(words, language, as_of):
        assert words[found.span.start : found.span.end] == found.words


@given(DAYS, st.sampled_from(LANGUAGES))
def test_a_weekday_agrees_with_its_own_day_and_no_other_of_the_week(day: date, language: str) -> None:
    name = format_with_babel(day, "EEEE", locale_of(language))
    for days in range(-6, 1):
        other = day + timedelta(days)
        written = f"{other.year:04}-{other.month:02}-{other.day:02}"
        assert (verdict_of(name, written, language, day) == "agrees") is (days == 0)


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(["en", "en-GB", "en-US"]))
def test_a_date_as_it_is_shown_states_itself(day: date, language: str) -> None:
    value = read_date(format_date(day, language), language, AS_OF)
    assert value is not None and value.basis == "stated"
    assert judge(value, DateRange(PartialDate(day.year, day.month, day.day))) == "agrees"


@pytest.mark.parametrize(
    ("words", "as_of"),
    [("tomorrow", date.max), ("yesterday", date.min), ("Sunday", date.max), ("last Monday", date.min)],
)
def test_the_calendars_ends_are_judged_too(words: str, as_of: date) -> None:
    assert verdict_of(words, "2019", as_of=as_of) in ("not understood", "outside")


def test_long_words_are_not_understood() -> None:
    assert read_date("on Sunday and " * 500, "en", AS_OF) is None
