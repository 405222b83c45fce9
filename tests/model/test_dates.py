"""Dates as precise as they are known, and the time between them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.model.dates import DateRange, Interval, measure_interval, parse_date, parse_day
from support.dates import dates


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
def test_a_date_is_a_year_a_month_or_a_day(written: str, precision: str, first: date, last: date) -> None:
    parsed = parse_date(written)
    assert parsed.start.precision == precision
    assert parsed.bounds == (first, last)
    assert str(parsed) == written


def test_a_range_reaches_from_the_first_day_to_the_last() -> None:
    assert parse_date("2019-04/2020").bounds == (date(2019, 4, 1), date(2020, 12, 31))
    assert str(parse_date("2019-04 / 2020")) == "2019-04/2020"


def test_a_range_may_begin_and_end_within_one_year() -> None:
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
def test_what_is_no_date_is_refused_with_the_reason(written: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parse_date(written)


def test_the_last_day_of_february_of_a_leap_year_is_a_day() -> None:
    assert parse_day("2020-02-29") == date(2020, 2, 29)


@pytest.mark.parametrize("written", ["2019", "2019-04", "2019-04-07/2019-04-08", "Sunday"])
def test_a_day_is_written_in_full(written: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        parse_day(written)


@given(st.one_of(st.text(max_size=25), st.text("0123456789-/ ", max_size=21)))
def test_any_text_is_a_date_or_refused(written: str) -> None:
    try:
        parsed = parse_date(written)
    except ValueError:
        return
    assert str(parsed) == "/".join(part.strip() for part in written.split("/"))
    assert parsed.bounds[0] <= parsed.bounds[1]


@given(dates())
def test_dates_come_back_from_their_written_form(written: DateRange) -> None:
    assert parse_date(str(written)) == written


@given(st.dates())
def test_days_come_back_from_their_written_form(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_date(day.isoformat()).bounds == (day, day)


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
