"""Dates as the language of a page writes them."""

from datetime import date
from functools import cache

from newsbrief.model.dates import DateRange
from newsbrief.model.languages import locale_of


def format_date(given: DateRange | date, language: str) -> str:
    """Return a date as the language writes it in running text, at the precision that it has."""
    if isinstance(given, date):
        return _format_one(given.year, given.month, given.day, language)
    written = [_format_one(one.year, one.month, one.day, language) for one in (given.start, given.end) if one]
    return " – ".join(written)


@cache
def _format_one(year: int, month: int | None, day: int | None, language: str) -> str:
    from babel.dates import format_date as format_with_babel
    from babel.dates import format_skeleton

    locale = locale_of(language)
    first = date(year, month or 1, day or 1)
    if day:
        return format_with_babel(first, "long", locale)
    return format_skeleton("yMMMM" if month else "y", first, locale=locale)


@cache
def name_weekday(day: date, language: str) -> str:
    """Return the name of a day's weekday."""
    from babel.dates import format_date as format_with_babel

    return format_with_babel(day, "EEEE", locale_of(language))


def format_days(first: date, last: date, language: str) -> str:
    """Return the days from `first` to `last` as the language writes them, what they share once: `3–21 April 2019`."""
    from babel.dates import format_date as format_with_babel

    if first == last:
        return format_date(first, language)
    locale = locale_of(language)
    apart = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    # CLDR has this pattern with short names of months only.
    pattern = locale.interval_formats.get("yMMMd", {}).get(apart)
    if not pattern:
        return f"{format_date(first, language)}\u00a0– {format_date(last, language)}"
    parts = [
        format_with_babel(day, part.replace("MMM", "MMMM"), locale)
        for day, part in zip((first, last), pattern, strict=True)
    ]
    # Beside words of several letters, CLDR's thin spaces look like none; and no line begins with the dash.
    return "".join(parts).replace("\u2009", " ").replace(" –", "\u00a0–")


def name_month(day: date, language: str) -> str:
    """Return the name of a day's month."""
    from babel.dates import format_date as format_with_babel

    # Not "LLLL", the form that stands by itself: Babel 2.18 may answer with that of another language.
    return format_with_babel(day, "MMMM", locale_of(language))
