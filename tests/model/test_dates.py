from datetime import date, timedelta

import pytest
from babel.dates import format_date as format_with_babel
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.model.dates import DateRange, Interval, PartialDate, measure_interval, parse_date, parse_day
from newsbrief.model.languages import locale_of
from newsbrief.pages.language.dates import format_date
from newsbrief.reading.date_words import WordedDate, judge_date, read_worded_date

AS_OF = date(2019, 4, 10)  # a Wednesday
LANGUAGES = ["en", "en-GB", "de", "fr", "es", "sv", "ru", "ar", "ja", "zh", "pt-BR"]
DAYS = st.dates(date(1, 1, 10), date(9999, 12, 20))
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


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    return draw(
        st.sampled_from(
            [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
        )
    )


@st.composite
def dates(draw: st.DrawFn) -> DateRange:
    start, end = sorted((draw(partial_dates()), draw(partial_dates())), key=lambda each: (each.first, each.last))
    return draw(st.sampled_from([DateRange(start), DateRange(start, end)]))


def judge(words: str, given_date: str, as_of: date = AS_OF, sourced: bool = False) -> tuple[str, str]:
    return judge_date(read_worded_date(words, "en"), parse_date(given_date), as_of, sourced)


@pytest.mark.parametrize(
    ("written", "precision", "first", "last"),
    [
        ("2019", "year", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-02", "month", date(2019, 2, 1), date(2019, 2, 28)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-04-07", "day", date(2019, 4, 7), date(2019, 4, 7)),
        ("0987-12", "month", date(987, 12, 1), date(987, 12, 31)),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(written: str, precision: str, first: date, last: date):
    parsed = parse_date(written)
    assert parsed.start.precision == precision
    assert parsed.bounds == (first, last)
    assert str(parsed) == written


def test_a_range_reaches_from_the_first_day_to_the_last():
    assert parse_date("2019-04/2020").bounds == (date(2019, 4, 1), date(2020, 12, 31))
    assert str(parse_date("2019-04 / 2020")) == "2019-04/2020"


def test_a_range_may_begin_and_end_within_one_year():
    assert parse_date("2019/2019-04").bounds == (date(2019, 1, 1), date(2019, 4, 30))


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", "YYYY"),
        ("19", "YYYY"),
        ("2019-4-7", "YYYY"),
        ("2019/04/07", "FROM/TO"),
        ("07.04.2019", "YYYY"),
        ("2019-04-07T12:00", "YYYY"),
        ("٢٠١٩", "YYYY"),
        ("2019-04-07\n-", "YYYY"),
        ("/2019", "YYYY"),
        ("0000", "no year 0"),
        ("2019-00", "no month 0"),
        ("2019-13", "no month 13"),
        ("2019-04-00", "no day 0"),
        ("2019-02-29", "February 2019 has no day 29"),
        ("2019-04-31", "April 2019 has no day 31"),
        ("2019-04-08/2019-04-07", "ends before it begins"),
        ("2020/2019", "ends before it begins"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(written: str, fault: str):
    with pytest.raises(ValueError, match=fault):
        parse_date(written)


def test_the_last_day_of_february_of_a_leap_year_is_a_day():
    assert parse_day("2020-02-29") == date(2020, 2, 29)


@pytest.mark.parametrize("written", ["2019", "2019-04", "2019-04-07/2019-04-08", "Sunday"])
def test_a_day_is_written_in_full(written: str):
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        parse_day(written)


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
def test_english_words_are_read_as_far_as_they_say(words: str, found: WordedDate):
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
def test_words_are_read_in_the_articles_language(words: str, language: str, found: WordedDate):
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
def test_words_that_agree_with_the_date_make_it_known(words: str, given_date: str, agreement: str):
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
def test_words_that_disagree_with_the_date_are_told(words: str, given_date: str, fault: str):
    assert fault in judge(words, given_date)[1]


def test_a_year_within_the_range_agrees():
    assert judge("in 2012", "2011/2014") == ("stated", "")
    assert judge("in 2015", "2011/2014")[1] == "the words say 2015; the date is 2011/2014"


def test_a_weekday_within_the_range_agrees():
    assert judge("at the weekend, on Sunday", "2019-04-06/2019-04-07")[1] == ""
    assert "not a Monday" in judge("on Monday", "2019-04-06/2019-04-07")[1]


def test_an_outside_source_may_say_more_than_the_words():
    assert judge("in 2011", "2011-03-19", sourced=True) == ("stated", "")
    assert judge("On Sunday", "2019-03-24", sourced=True) == ("counted", "")
    assert judge("yesterday", "2019-04-01", sourced=True) == ("counted", "")


def test_an_outside_source_does_not_excuse_a_contradiction():
    assert judge("in 2011", "2012", sourced=True)[1] == "the words say 2011; the date is 2012"
    assert judge("On Sunday", "2019-04-08", sourced=True)[1] == "2019-04-08 is a Monday, not a Sunday"


def test_a_locale_is_that_of_the_language_tag():
    assert str(locale_of("pt-BR")) == "pt_BR"


@given(st.one_of(st.text(max_size=25), st.text("0123456789-/ ", max_size=21)))
@settings(deadline=None)
def test_any_text_is_a_date_or_refused(written: str):
    try:
        parsed = parse_date(written)
    except ValueError:
        return
    assert str(parsed) == "/".join(part.strip() for part in written.split("/"))
    assert parsed.bounds[0] <= parsed.bounds[1]


@given(dates())
@settings(deadline=None)
def test_dates_come_back_from_their_written_form(written: DateRange):
    assert parse_date(str(written)) == written


@given(st.dates())
@settings(deadline=None)
def test_days_come_back_from_their_written_form(day: date):
    assert parse_day(day.isoformat()) == day
    assert parse_date(day.isoformat()).bounds == (day, day)


@given(WORDS, st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_what_is_read_from_words_is_within_the_calendar(words: str, language: str):
    found = read_worded_date(words, language)
    assert found.year is None or 1000 <= found.year <= 2199
    assert found.month is None or 1 <= found.month <= 12
    assert found.day is None or 1 <= found.day <= 31
    assert found.weekday is None or 0 <= found.weekday <= 6
    assert found.day is None or found.month is not None


@given(WORDS, dates(), DAYS, st.booleans())
@settings(deadline=None)
def test_any_words_are_judged(words: str, given_date: DateRange, as_of: date, sourced: bool):
    agreement, fault = judge_date(read_worded_date(words, "en"), given_date, as_of, sourced)
    assert agreement in ("stated", "counted", "read")
    assert "\n" not in fault


@given(DAYS, st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_a_weekday_agrees_with_its_own_day_and_no_other_of_the_week(day: date, language: str):
    found = read_worded_date(format_with_babel(day, "EEEE", locale_of(language)), language)
    assert found.weekday == day.weekday()
    for days in range(-6, 1):
        other = day + timedelta(days)
        given_date = DateRange(PartialDate(other.year, other.month, other.day))
        assert (judge_date(found, given_date, day, False) == ("counted", "")) is (days == 0)


@given(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(["en", "en-GB", "de", "fr", "es", "sv", "pt-BR"])
)
@settings(deadline=None)
def test_a_date_as_it_is_shown_states_itself(day: date, language: str):
    found = read_worded_date(format_date(day, language), language)
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)
    given_date = DateRange(PartialDate(day.year, day.month, day.day))
    assert judge_date(found, given_date, AS_OF, False) == ("stated", "")


@pytest.mark.parametrize(
    ("words", "as_of"),
    [("tomorrow", date.max), ("yesterday", date.min), ("Sunday", date.max), ("last Monday", date.min)],
)
def test_the_calendars_ends_are_judged_too(words, as_of):
    judge(words, "2019", as_of)


def test_a_day_outside_the_range_is_told():
    assert judge("7 April 2019", "2019-04-10/2019-04-20")[1]


def test_a_month_outside_a_long_range_is_told():
    assert judge("in December", "2019-01/2019-03")[1]


def test_a_day_without_its_year_is_counted_from_the_as_of_date():
    assert judge("April 7", "1819-04-07")[1]


def test_a_time_of_day_does_not_hide_the_day():
    assert judge("at 7 p.m. on April 8, 2019", "2019-04-08") == ("stated", "")


def test_a_weekday_of_a_stated_month_and_year_is_not_counted_from_the_as_of_date():
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
def test_a_range_begins_and_ends_as_its_words_say(words: str, good: str, bad: str):
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
def test_more_words_for_dates_are_understood(words: str, good: str, bad: str):
    assert judge(words, good)[1] == ""
    assert judge(words, bad)[1]


def measure(earlier: str, later: str) -> tuple[str, int] | None:
    interval = measure_interval(parse_date(earlier), parse_date(later))
    return interval and (interval.unit, interval.number)


@pytest.mark.parametrize(
    ("earlier", "later", "between"),
    [
        ("2019-04-06", "2019-04-07", ("days", 1)),
        ("2019-04-04", "2019-04-07", ("days", 3)),
        ("2019-02-27", "2019-03-01", ("days", 2)),
        ("2018-12-31", "2019-01-01", ("days", 1)),
        ("2019-01-01", "2019-03-01", ("days", 59)),
        ("2019-01-01", "2019-03-02", ("months", 2)),
        ("2018-04-07", "2019-04-07", ("months", 12)),
        ("2017-04-07", "2019-03-07", ("months", 23)),
        ("2017-04-07", "2019-04-07", ("years", 2)),
        ("1989-11-09", "2019-11-09", ("years", 30)),
    ],
)
def test_the_time_between_two_days_is_told_in_the_unit_that_fits(
    earlier: str, later: str, between: tuple[str, int]
) -> None:
    assert measure(earlier, later) == between


@pytest.mark.parametrize(
    ("earlier", "later", "between"),
    [
        ("2016-12-31", "2019-01-01", ("years", 2)),
        ("2016-01-01", "2018-12-31", ("years", 3)),
        ("2019-01-31", "2019-04-01", ("months", 2)),
        ("2019-01-01", "2019-03-31", ("months", 3)),
    ],
)
def test_days_that_are_known_are_not_rounded_by_the_names_of_their_months_and_years(
    earlier: str, later: str, between: tuple[str, int]
) -> None:
    assert measure(earlier, later) == between


@pytest.mark.parametrize(
    ("earlier", "later", "between"),
    [
        ("2011", "2019-04-04", ("years", 8)),
        ("2011-03", "2019", ("years", 8)),
        ("2017", "2019", ("years", 2)),
        ("2019-01", "2019-04", ("months", 3)),
        ("2018-11", "2019-02-20", ("months", 3)),
        ("2019-02-20", "2019-04", ("months", 2)),
        ("2016-02", "2019-02", ("years", 3)),
    ],
)
def test_the_time_between_is_as_precise_as_both_dates(earlier: str, later: str, between: tuple[str, int]) -> None:
    assert measure(earlier, later) == between


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2019-04-07", "2019-04-07"),
        ("2019", "2019"),
        ("2019", "2019-04-07"),
        ("2019-04", "2019-04-07"),
        ("2019-04-01/2019-04-10", "2019-04-07"),
        ("2011/2014", "2012/2018"),
        ("2011/2014", "2014-12"),
    ],
)
def test_no_time_lies_between_dates_that_may_be_one(earlier: str, later: str) -> None:
    assert measure(earlier, later) is None


@pytest.mark.parametrize(
    ("earlier", "later"), [("2018", "2019"), ("2018", "2019-01-01"), ("2018-12-31", "2019"), ("2018-12", "2019")]
)
def test_no_time_is_told_between_neighbouring_years(earlier: str, later: str) -> None:
    assert measure(earlier, later) is None


@pytest.mark.parametrize(
    ("earlier", "later", "between"),
    [
        ("2019-04-01/2019-04-05", "2019-04-07", ("days", 2)),
        ("2019-04-01", "2019-04-07/2019-05-01", ("days", 6)),
        ("2011/2014", "2019", ("years", 5)),
        ("2011/2014-06-01", "2014-06-04/2019", ("days", 3)),
    ],
)
def test_time_is_measured_from_the_end_of_a_range_to_the_start_of_the_next(
    earlier: str, later: str, between: tuple[str, int]
) -> None:
    assert measure(earlier, later) == between


def test_months_and_years_are_rough_and_days_are_not() -> None:
    assert [Interval(unit, 3).is_rough for unit in ("days", "months", "years")] == [False, True, True]


@given(dates(), dates())
@settings(deadline=None)
def test_what_is_measured_between_is_positive_and_only_later(one: DateRange, other: DateRange) -> None:
    interval = measure_interval(one, other)
    if interval:
        assert interval.number > 0
        assert one.bounds[1] < other.bounds[0]
        assert measure_interval(other, one) is None


@pytest.mark.parametrize(
    ("earlier", "later"), [("2019-04-30", "2019-05"), ("2018-12", "2019-01"), ("2019-04", "2019-05-01")]
)
def test_no_time_is_told_between_neighbouring_months(earlier: str, later: str) -> None:
    assert measure_interval(parse_date(earlier), parse_date(later)) is None
