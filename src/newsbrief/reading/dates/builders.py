"""The making of a part of a date from the values of its words.

Each function takes the values of a pattern's words and returns the part, or None where they make none.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from newsbrief.reading.dates.feasts import FEASTS
from newsbrief.reading.dates.parts import (
    Part,
    Setting,
    day_of_month,
    day_part,
    feast_part,
    fixed,
    month_part,
    months_part,
    nth_part,
    season_part,
    weekday_part,
    weekend_part,
)
from newsbrief.reading.dates.periods import (
    whole_century,
    whole_day,
    whole_month,
    whole_years,
)

Builder = Callable[[Sequence[Any], Setting], Part | None]


def _is_day(number: Any) -> bool:
    return isinstance(number, int) and 1 <= number <= 31


def read_year(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return a year that a word for one, or its mark, stands beside."""
    year = next(value for value in values if isinstance(value, int))
    return fixed(whole_years(year, year)) if 100 <= year <= 2999 else None


def read_plain_year(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return a year that stands alone: "2019"."""
    return read_year(values, setting) if 1000 <= values[0] <= 2199 else None


def read_short_year(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the year of "'98"."""
    year = setting.as_of.year // 100 * 100 + values[0]
    year -= 100 if year > setting.as_of.year + 10 else 0
    return fixed(whole_years(year, year))


def read_year_of_era(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the year of "AD 476" or "44 BC"."""
    year, era = values if isinstance(values[0], int) else reversed(values)
    if era == "bc":
        # No date can be written for it, so none agrees.
        return Part("year", lambda first, last: ())
    return fixed(whole_years(year, year)) if 1 <= year <= 2999 else None


def read_years(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the years of "2011–12"; with a hyphen, that may also be December 2011."""
    year, sign, end = values[0], values[1], values[-1]
    choices = []
    if 1000 <= year <= 2199 and end > year % 100:
        choices.append(whole_years(year, year - year % 100 + end))
    if sign == "-" and 1 <= end <= 12:
        choices.append(whole_month(year, end))
    return fixed(*choices) if choices else None


def read_day_and_month(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "9.4." or of "Tuesday (9/4)", where the region decides which is the month."""
    one, two, sign = values[0]
    is_day_first = sign == "." or setting.custom.is_day_first
    if is_day_first is None and one != two:
        return None
    return read_marked_day((two, one) if is_day_first else (one, two), setting)


def read_month_of_year(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the month of "12/2018"."""
    month, year = values[-1]
    return fixed(whole_month(year, month)) if 1 <= month <= 12 else None


def read_decade(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the decade of "1990s" or "nineties"."""
    number = next(value for value in values if isinstance(value, int))
    if number >= 1000 and number % 100 == 0:
        # "The 1800s" are ten years or a hundred; the 2000s have not been a hundred yet.
        decade = whole_years(number, number + 9, "decade")
        is_over = number + 100 <= setting.as_of.year
        return fixed(whole_century(number // 100 + 1), decade) if is_over else fixed(decade)
    if number >= 1000:
        return fixed(whole_years(number, number + 9, "decade")) if number % 10 == 0 and number < 2200 else None
    if number not in range(10, 100, 10):
        return None
    start = setting.as_of.year // 100 * 100 + number
    recent = start if start <= setting.as_of.year else start - 100
    return fixed(whole_years(recent, recent + 9, "decade"))


def read_century(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the century of "19th century"."""
    number = next(value for value in values if isinstance(value, int))
    return fixed(whole_century(number)) if 1 <= number <= 22 else None


def read_day_month(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "4 April"."""
    return day_part(values[1], values[0]) if _is_day(values[0]) else None


def read_month_day(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "April 4"."""
    return day_part(values[0], values[1]) if _is_day(values[1]) else None


def read_marked_day(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "4月7日"."""
    month, day = (value for value in values if isinstance(value, int))
    return day_part(month, day) if 1 <= month <= 12 and _is_day(day) else None


def read_marked_day_month(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "ngày 7 tháng 4"."""
    return read_marked_day([value for value in values if isinstance(value, int)][::-1], setting)


def read_marked_month(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the month of "4月"."""
    month = next(value for value in values if isinstance(value, int))
    return month_part(month) if 1 <= month <= 12 else None


def read_month(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the month of "April"."""
    return month_part(next(value for value in values if isinstance(value, int)))


def read_weekday(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the weekday of "Sunday"."""
    return weekday_part(next(value for value in values if isinstance(value, int)))


def read_ordinal_day(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of "the 4th", whose month is not named."""
    day = next(value for value in values if isinstance(value, int))
    return day_of_month(day) if _is_day(day) else None


def read_ymd(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of 2019-04-07."""
    return _try_day(*values[0])


def _try_day(year: int, month: int, day: int) -> Part | None:
    try:
        return fixed(whole_day(date(year, month, day)))
    except ValueError:
        return None


def read_figures(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day of 9/4/2019 or 9.4.2019; the region decides which is the month, if anything does."""
    one, two, written, sign = values[0]
    year = int(written) if len(written) == 4 else setting.as_of.year // 100 * 100 + int(written)
    if year > setting.as_of.year + 20:
        year -= 100
    is_day_first = True if sign.startswith(".") else setting.custom.is_day_first
    orders = [(one, two)] if is_day_first else [(two, one)] if is_day_first is False else [(one, two), (two, one)]
    if is_day_first is not None and orders[0][1] > 12:
        orders = [orders[0][::-1]]
    found = [part for day, month in dict.fromkeys(orders) if (part := _try_day(year, month, day))]
    return found[0] if len(found) == 1 else None


def read_season(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the season of "spring"."""
    return season_part(values[0], setting.custom)


def read_feast(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the feast of "Easter"."""
    return feast_part(values[0]) if values[0] in FEASTS else None


def read_eve_of_feast(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the day before a feast."""
    return feast_part(values[1], -1) if values[1] in FEASTS else None


def read_quarter(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the quarter of "the second quarter"."""
    number = next(value for value in values if isinstance(value, int))
    number = 4 if number == -1 else number
    return months_part(number, 3, "quarter") if 1 <= number <= 4 else None


def read_half(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the half of "the first half"."""
    number = next(value for value in values if isinstance(value, int))
    number = 2 if number == -1 else number
    return months_part(number, 6, "half") if 1 <= number <= 2 else None


def read_nth(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the part of "the first week of", "the last Sunday of"."""
    return nth_part(values[0], values[1])


def read_weekend(values: Sequence[Any], setting: Setting) -> Part | None:
    """Return the weekend nearest to a day."""
    return weekend_part(setting.custom)
