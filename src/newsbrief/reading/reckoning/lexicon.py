"""The words by which numbers are reckoned from others: a total, the rest, more, less, twice as many.

`read_words("en").total` are the words for a total, with blanks around them.
"""

import re
from functools import cache

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.reading.numbers.lexicon import read_table

TOKEN = re.compile(r"[’']s(?!\w)|[^\W\d_]+(?:(?![’']s(?!\w))[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")


class ReckoningWords(Struct, frozen=True):
    """The words of one language, by the keys of `reckoning` in its table of numbers."""

    part_of: frozenset[str]
    owners: frozenset[str]
    of_them: frozenset[str]
    of_what: frozenset[str]
    joining: frozenset[str]
    ranges: frozenset[str]
    against: frozenset[str]
    ratios: frozenset[str]
    listing: frozenset[str]
    occasions: frozenset[str]
    how_often: frozenset[str]
    total: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    gap: frozenset[str]
    before: frozenset[str]
    doubling: frozenset[str]
    future: frozenset[str]
    until_now: frozenset[str]
    beginning: frozenset[str]
    later: frozenset[str]
    up_to: frozenset[str]
    others: frozenset[str]
    denying: frozenset[str]
    halving: frozenset[str]
    each: frozenset[str]
    counterparts: tuple[tuple[frozenset[str], frozenset[str]], ...]


@cache
def read_words(language: str) -> ReckoningWords | None:
    """Return the words of a language; None where its table has none."""
    table = read_table(language)
    if table is None or not table.reckoning:
        return None
    sets = {
        field: frozenset(split_phrases(table.reckoning.get(field.replace("_", " "), "")))
        for field in ReckoningWords.__struct_fields__
        if field != "counterparts"
    }
    pairs = [pair.split("/") for pair in split_phrases(table.reckoning.get("counterparts", ""))]
    sides = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in pairs)
    return ReckoningWords(**sets, counterparts=sides)


def tokens_of(text: str) -> list[str]:
    """Return the words and signs of a text in small letters."""
    return [token.lower().replace("’", "'") for token in TOKEN.findall(text)]


def has_phrase(tokens: list[str], phrases: frozenset[str]) -> bool:
    """Say whether one of some phrases of one to three words stands among words."""
    runs = (tokens[at : at + length] for length in (1, 2, 3) for at in range(len(tokens)))
    return not phrases.isdisjoint(map(" ".join, runs))
