"""Names, dates and numbers, drawn by a briefing's number alone: without a clock, and alike on every machine."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from tools.bench import sentences, vocabulary

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

Item = TypeVar("Item")


class Lot:
    """Draws of one briefing. Of `random`, only what is the same in every version of Python is used."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed)

    def number(self, least: int, most: int) -> int:
        """Return a number between the two, these included."""
        return least + int(self._random.random() * (most - least + 1))

    def one(self, pool: Sequence[Item]) -> Item:
        """Return one of `pool`."""
        return pool[self.number(0, len(pool) - 1)]

    def several(self, pools: Sequence[Sequence[str]], count: int) -> list[str]:
        """Return different names, each put together from one piece of each pool."""
        names: dict[str, None] = {}
        while len(names) < count:
            names["".join(self.one(pool) for pool in pools)] = None
        return list(names)


class Words(dict[str, str]):
    """What is filled in for the names in braces; a number or a quotation is drawn each time it is asked for."""

    def __init__(self, lot: Lot, given: Mapping[str, str]) -> None:
        super().__init__(given)
        self._lot = lot

    def __missing__(self, key: str) -> str:
        if key in sentences.SAID:
            return self.draw(sentences.SAID[key])
        return str(self._lot.number(*vocabulary.NUMBERS[key]))

    def draw(self, wordings: Sequence[str]) -> str:
        """Return one of the wordings, filled in."""
        return self.fill(self._lot.one(wordings))

    def fill(self, wording: str) -> str:
        """Return a wording with what stands in braces filled in."""
        return wording.format_map(self)


def draw_names(lot: Lot) -> dict[str, str]:
    """Return the names and things of one briefing, no name given twice."""
    town, region = lot.several(vocabulary.TOWNS, 2)
    river = lot.several(vocabulary.RIVERS, 1)[0]
    given, surnames = lot.several(vocabulary.GIVEN_NAMES, 4), lot.several(vocabulary.SURNAMES, 4)
    mayor, engineer, leader, minister = (f"{first} {last}" for first, last in zip(given, surnames, strict=True))
    trade = lot.one(vocabulary.TRADES)
    return {
        "town": town,
        "region": region,
        "river": river,
        "land": lot.several(vocabulary.LANDS, 1)[0],
        "works": lot.one(vocabulary.WORKS),
        "parts": lot.one(vocabulary.PARTS),
        "goods": lot.one(vocabulary.GOODS),
        "vehicles": lot.one(vocabulary.VEHICLES),
        "coins": lot.one(vocabulary.COINS),
        "pronoun": lot.one(vocabulary.PRONOUNS),
        "council": f"{town} Council",
        "council_name": f"Municipal Council of {town}",
        "board": f"{river} Waters Commission",
        "abbr": f"{river[0]}WC",
        "union": f"{trade} Union",
        "union_name": f"Union of {town} {trade}",
        "mayor": mayor,
        "mayor_short": f"Mayor {surnames[0]}",
        "engineer": engineer,
        "engineer_last": surnames[1],
        "leader": leader,
        "leader_last": surnames[2],
        "minister": minister,
    }


def draw_dates(lot: Lot, as_of: date) -> tuple[dict[str, str], dict[str, str]]:
    """Return six dates by the sentence that tells of each, and the article's words for them by their name there."""
    day, near = as_of - timedelta(days=lot.number(1, 6)), as_of - timedelta(days=lot.number(20, 60))
    early, late = lot.number(1951, 1985), lot.number(1990, 2006)
    month, survey = lot.number(1, 12), lot.number(1, 12)
    first = lot.number(1, 14)
    last = first + lot.number(1, 9)
    dates = {
        "closing": day.isoformat(),
        "founding": str(early),
        "repair": f"{late}-{month:02}",
        "warning": near.isoformat(),
        "survey": f"{late + 1}-{survey:02}-{first:02}/{late + 1}-{survey:02}-{last:02}",
        "strike": (as_of - timedelta(days=1)).isoformat(),
    }
    words = {
        "on_day": f"On {WEEKDAYS[day.weekday()]}",
        "in_year": f"in {early}",
        "in_month": f"in {MONTHS[month - 1]} {late}",
        "on_date": f"on {near.day} {MONTHS[near.month - 1]}",
        "from_to": f"from {first} to {last} {MONTHS[survey - 1]} {late + 1}",
        "yesterday": "yesterday",
    }
    return dates, words
