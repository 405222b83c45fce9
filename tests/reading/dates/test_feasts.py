"""The feasts of a year."""

from datetime import date

import pytest

from newsbrief.reading.dates.feasts import FEASTS, day_of_feast, easter_of, nth_weekday


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1954, date(1954, 4, 18), date(1954, 4, 25)),
        (2000, date(2000, 4, 23), date(2000, 4, 30)),
        (2019, date(2019, 4, 21), date(2019, 4, 28)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
        (2025, date(2025, 4, 20), date(2025, 4, 20)),
    ],
)
def test_easter_is_the_sunday_that_the_churches_keep(year: int, western: date, eastern: date) -> None:
    assert easter_of(year) == western
    assert easter_of(year, is_orthodox=True) == eastern


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        ("good-friday", date(2019, 4, 19)),
        ("whit-monday", date(2019, 6, 10)),
        ("memorial-day", date(2019, 5, 27)),
        ("thanksgiving-us", date(2019, 11, 28)),
        ("black-friday", date(2019, 11, 29)),
        ("boxing-day", date(2019, 12, 26)),
    ],
)
def test_feasts_move_as_their_rules_say(feast: str, day: date) -> None:
    assert day_of_feast(feast, 2019) == day


def test_every_feast_has_a_day_in_every_year() -> None:
    for year in range(1900, 2100):
        assert all(day_of_feast(feast, year).year == year for feast in FEASTS)


def test_a_month_may_have_no_fifth_monday() -> None:
    assert nth_weekday(2019, 12, 1, -1) == date(2019, 12, 31)
    with pytest.raises(ValueError):
        nth_weekday(2019, 4, 2, 5)
