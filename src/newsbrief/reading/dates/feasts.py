"""The feasts of a year, fixed and movable.

`day_of_feast("easter", 2019)` is 21 April 2019.
"""

from datetime import date, timedelta

_FIXED = {
    "new-year": (1, 1),
    "new-years-eve": (12, 31),
    "epiphany": (1, 6),
    "valentine": (2, 14),
    "womens-day": (3, 8),
    "st-patrick": (3, 17),
    "april-fools": (4, 1),
    "may-day": (5, 1),
    "juneteenth": (6, 19),
    "independence-day-us": (7, 4),
    "bastille-day": (7, 14),
    "assumption": (8, 15),
    "german-unity": (10, 3),
    "halloween": (10, 31),
    "all-saints": (11, 1),
    "all-souls": (11, 2),
    "guy-fawkes": (11, 5),
    "armistice-day": (11, 11),
    "veterans-day": (11, 11),
    "st-nicholas": (12, 6),
    "immaculate-conception": (12, 8),
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing-day": (12, 26),
}
_AFTER_EASTER = {
    "shrove-monday": -48,
    "shrove-tuesday": -47,
    "ash-wednesday": -46,
    "palm-sunday": -7,
    "maundy-thursday": -3,
    "good-friday": -2,
    "holy-saturday": -1,
    "easter": 0,
    "easter-monday": 1,
    "ascension": 39,
    "pentecost": 49,
    "whit-monday": 50,
    "corpus-christi": 60,
}
# The month, the weekday, and the number of that weekday in the month; -1 is the last. Then days after it.
_NTH = {
    "martin-luther-king-day": (1, 0, 3, 0),
    "presidents-day": (2, 0, 3, 0),
    "memorial-day": (5, 0, -1, 0),
    "labor-day-us": (9, 0, 1, 0),
    "columbus-day": (10, 0, 2, 0),
    "election-day-us": (11, 0, 1, 1),
    "thanksgiving-us": (11, 3, 4, 0),
    "black-friday": (11, 3, 4, 1),
    "thanksgiving-canada": (10, 0, 2, 0),
}

FEASTS = frozenset({*_FIXED, *_AFTER_EASTER, *_NTH})
"""The names of all feasts that are known."""


def day_of_feast(feast: str, year: int, is_orthodox: bool = False) -> date:
    """Return the day of a feast in a year."""
    if feast in _FIXED:
        return date(year, *_FIXED[feast])
    if feast in _AFTER_EASTER:
        return easter_of(year, is_orthodox) + timedelta(_AFTER_EASTER[feast])
    month, weekday, number, after = _NTH[feast]
    return nth_weekday(year, month, weekday, number) + timedelta(after)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the first, second, … such weekday of a month, or the last (-1); ValueError if there are not so many."""
    if number < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (number - 1))


def easter_of(year: int, is_orthodox: bool = False) -> date:
    """Return the day of Easter in the Gregorian calendar; after Meeus, Astronomical Algorithms, chapter 8."""
    if is_orthodox:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
