"""The words for dates that the CLDR has, through Babel: names of months and weekdays, and for a language without a
table also its words for the days and weeks around today, and what stands in its patterns of dates.

`("abril", "MONTH", 4)` is one of `read_names("es", is_bare=False)`, `("abr", "SHORT_MONTH", 4)` another.
"""

from collections.abc import Iterator
from typing import Any

from newsbrief.model.cldr import read_cldr
from newsbrief.model.cldr_table import NAMES
from newsbrief.model.languages import locale_of
from newsbrief.model.patterns import compile_late

Word = tuple[str, str, Any]

_SHORT = len("MMM")


def read_names(language: str, is_bare: bool) -> Iterator[Word]:
    """Yield the names of months and weekdays; the short ones are of their own kinds, unless they may be `is_bare`.

    Many short names are common words (“mar”, “so”, “po”), so that they count only with a full stop or beside a figure.
    """
    names = read_cldr(language).names
    for months, weekdays in NAMES:
        is_short = len(months) == _SHORT and not is_bare
        for month, name in enumerate(names[months], 1):
            yield from _forms_of(name, "MONTH", month, is_short)
        for weekday, name in enumerate(names[weekdays]):
            yield from _forms_of(name, "WEEKDAY", weekday, is_short)


def _forms_of(name: str, kind: str, value: int, is_short: bool) -> Iterator[Word]:
    """Yield the forms of a name; a figure or one letter is no name."""
    plain = name.rstrip(".")
    if len(plain) < 2 or any(letter.isdigit() for letter in plain):
        return
    if is_short:
        yield f"{plain}.", kind, value
        yield plain, f"SHORT_{kind}", value
    else:
        yield plain, kind, value


_QUOTED = compile_late(r"'([^']+)'")


def read_common_words(language: str) -> Iterator[Word]:
    """Yield the words for yesterday, next week and the like, and those that patterns of dates hold (“del”, “г.”)."""
    locale = locale_of(language)
    for width in ("full", "long", "medium"):
        pattern = str(locale.date_formats[width].pattern)
        yield from ((word, "FILLER", None) for word in _QUOTED.findall(pattern))
        if "d." in pattern:
            yield ".", "ORDINAL_ENDING", None
        if "y." in pattern or "'." in pattern:
            yield ".", "FILLER", None
    for unit in ("day", "week", "month", "year"):
        names = dict(locale._data["date_fields"][unit].get("relative", {}))  # type: ignore[attr-defined]
        for distance, name in names.items():
            # Urdu کل is yesterday and tomorrow: words that stand inside those for another time are not sure.
            if not any(f" {name} " in f" {other} " for at, other in names.items() if at != distance):
                yield name, *(("DAYS", distance) if unit == "day" else ("PERIOD", (unit, distance)))
