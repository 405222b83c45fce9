"""The table of a language, made from Babel's data of the CLDR.

`make_table(Locale.parse("de")).patterns["long"]` is `(("d", ""), ("", ". "), ("MMMM", ""), ("", " "), ("y", ""))`.
"""

from collections.abc import Iterator
from datetime import date

from babel.core import Locale, get_global
from babel.dates import format_date, tokenize_pattern
from babel.localedata import exists

from newsbrief.model.cldr_table import NAMES, PLURALS, CldrTable, is_number

_MONTHS = [date(2019, month, 1) for month in range(1, 13)]
_WEEKDAYS = [date(2019, 4, day) for day in range(1, 8)]


def make_table(locale: Locale) -> CldrTable:
    """Return the table of a locale."""
    regional = _find_region(locale)
    formats, skeletons = locale.date_formats, locale.datetime_skeletons
    written = {"full": formats["full"], "long": formats["long"], "month": skeletons["yMMMM"], "year": skeletons["y"]}
    patterns = {name: tuple(_cut_pattern(pattern.pattern)) for name, pattern in written.items()}
    in_figures, in_words = str(regional.date_formats["short"].pattern), str(formats["long"].pattern)
    return CldrTable(
        language=locale.language,
        script=locale.script or "",
        territory=locale.territory or "",
        region=_name_region(locale),
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        first_weekday=regional.first_week_day,
        weekend=(regional.weekend_start, regional.weekend_end),
        is_day_first=in_figures.lower().find("d") < in_figures.find("M"),
        is_month_first=in_words.find("MMM") < in_words.find("d"),
        names=_find_names([field for pieces in patterns.values() for field, _ in pieces], locale),
        patterns=patterns,
        ranges={field: _find_marks(locale, field) for field in ("d", "y")},
        grouping=(locale.number_symbols["latn"].get("group", ","), *locale.decimal_formats[None].grouping),
        plurals=_sort_numbers(locale),
        places=tuple(dict.fromkeys(_list_places(locale))),
    )


def _name_region(locale: Locale) -> str:
    """Return the territory of a locale, or of where most speakers of its language live."""
    return locale.territory or get_global("likely_subtags").get(locale.language, "").rpartition("_")[2]


def _find_region(locale: Locale) -> Locale:
    """Return the locale of the region; the one that is given where Babel has none."""
    region = _name_region(locale)
    return Locale(locale.language, region) if exists(f"{locale.language}_{region}") else locale


def _cut_pattern(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a pattern of dates: a field, or a text."""
    for _, token in tokenize_pattern(pattern):
        yield ("", token) if isinstance(token, str) else (token[0] * token[1], "")


def _find_names(used: list[str], locale: Locale) -> dict[str, tuple[str, ...]]:
    """Return the texts of the fields that every table has, and of those that are used, but for numbers."""
    fields = dict.fromkeys([*(field for pair in NAMES for field in pair), *used])
    return {
        field: tuple(str(format_date(day, field, locale)) for day in _days_of(field))
        for field in fields
        if field and not is_number(field)
    }


def _days_of(field: str) -> list[date]:
    """Return days that differ in a field: those of all its texts, in their order."""
    return _MONTHS if field[0] in "ML" else _WEEKDAYS if field[0] in "Ec" else _MONTHS[:1]


def _find_marks(locale: Locale, field: str) -> tuple[str, str]:
    """Return what stands behind the first and behind the second of two days or years."""
    first, last = ("".join(text for _, text in _cut_pattern(part)) for part in locale.interval_formats[field][field])
    return first, last


def _sort_numbers(locale: Locale) -> dict[str, tuple[int, ...]]:
    """Return the numbers of PLURALS by their plural form; what is left has the form `other`."""
    forms = {number: str(locale.plural_form(number)) for number in PLURALS}
    return {
        form: tuple(number for number in PLURALS if forms[number] == form)
        for form in dict.fromkeys(forms.values())
        if form != "other"
    }


def _list_places(locale: Locale) -> Iterator[str]:
    """Yield the names of territories and cities."""
    yield from filter(None, locale.territories.values())
    yield from filter(None, (zone.get("city") for zone in locale.time_zones.values()))
