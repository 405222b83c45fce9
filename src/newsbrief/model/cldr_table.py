"""What Newsbrief needs of the CLDR for a language: its names, its patterns and its customs of dates and numbers."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

NAMES = (("MMMM", "EEEE"), ("LLLL", "cccc"), ("MMM", "EEE"), ("LLL", "ccc"))
"""The fields that every table has names for, of months and weekdays: beside others and alone, wide and then short."""

_MILLION = 1_000_000
PLURALS = (*range(200), _MILLION)
"""The numbers whose plural forms a table has."""


class CldrTable(Struct, frozen=True):
    """What the CLDR has for one language.

    `language`, `script` and `territory` are the parts of its tag, "" where it has none; `region` is the territory, or
    else where most of its speakers live. `first_weekday` (from Monday = 0), `weekend` (its first day and its last) and
    `is_day_first` (of dates in figures) are the customs there. Long dates of the language are `is_month_first` or not.

    `names` has the texts of each field of a date that is no number, such as `MMMM`: of months from January on, of
    weekdays from Monday on. `patterns` of dates are pairs of a field and a text, one of them empty; they are `full`,
    `long`, `month` (with its year) and `year`. `ranges` has what stands behind the first and behind the second of two
    days (`d`) or years (`y`).

    `grouping` is the mark between groups of figures, the figures of the last group, and those of the others. `plurals`
    has the numbers of PLURALS that have each plural form, but for `other`. `places` are the names of territories and
    cities.
    """

    language: str
    script: str
    territory: str
    region: str
    direction: Literal["ltr", "rtl"]
    first_weekday: int
    weekend: tuple[int, int]
    is_day_first: bool
    is_month_first: bool
    names: Mapping[str, tuple[str, ...]]
    patterns: Mapping[str, tuple[tuple[str, str], ...]]
    ranges: Mapping[str, tuple[str, str]]
    grouping: tuple[str, int, int]
    plurals: Mapping[str, tuple[int, ...]]
    places: tuple[str, ...]

    def plural_form(self, number: int) -> str:
        """Return the plural form of a whole number; from 200 on, it hangs on the last two figures, and on millions."""
        alike = number if number < 200 else 100 + number % 100 if number % _MILLION else _MILLION
        return next((form for form, numbers in self.plurals.items() if alike in numbers), "other")

    def format_number(self, number: int) -> str:
        """Return a whole number with marks between its groups of figures."""
        mark, last, size = self.grouping
        figures = str(number)
        groups = [figures[-last:]]
        figures = figures[:-last]
        while figures:
            groups.append(figures[-size:])
            figures = figures[:-size]
        return mark.join(reversed(groups))


def is_number(field: str) -> bool:
    """Say whether a field of a date, such as `y` or `MM`, is written in figures."""
    return field[0] in "yd" or field in ("M", "MM", "L", "LL")
