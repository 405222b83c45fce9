"""The words by which numbers are reckoned from others: a total, the rest, more, less, twice as many.

`read_words("en").total` are the words for a total. There is one table for each language, in `lexicons/`; the words of a
key are divided by commas and stand in small letters.

`part of` and `owners` stand between a part and its whole (three `of the` five), `of them` after a part (48, a quarter
`of them`), `of what` after a share of a number that is not given, `joining` between numbers that are added up unless
one of `ranges` stands before them, `against` between two of which one is the greater (21 `to` 14), `ratios` between
two of which one is a share of the other (one `in` three), `each` between names and how much each of them has,
`listing` between years of which each is an occasion. The others stand in the sentence that reckons: `occasions` after
their number or `how often` as one, `total`, `more`, `less`, `gap` and `before` anywhere, `until now` with a time that
goes on since what one of `beginning` says, `later` with one between two years that no `up to` joins, `others` with
what is left of a whole, `future` with what is to double (`doubling`). `denying` words deny of the rest what is said
of a part, `halving` says that something is a half, and `counterparts` are words of which a part takes one side and
the rest the other.
"""

import re
from functools import cache

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE

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
    path = PACKAGE / "reading" / "reckoning" / "lexicons" / f"{primary_language(language)}.yaml"
    if not path.is_file():
        return None
    table = read_own_table(path)
    sets = {
        field: frozenset(split_phrases(table.get(field.replace("_", " "), "")))
        for field in ReckoningWords.__struct_fields__
        if field != "counterparts"
    }
    pairs = [pair.split("/") for pair in split_phrases(table.get("counterparts", ""))]
    sides = tuple((frozenset(one.split()), frozenset(other.split())) for one, other in pairs)
    return ReckoningWords(**sets, counterparts=sides)


def tokens_of(text: str) -> list[str]:
    """Return the words and signs of a text in small letters."""
    return [token.lower().replace("’", "'") for token in TOKEN.findall(text)]


def has_phrase(tokens: list[str], phrases: frozenset[str]) -> bool:
    """Say whether one of some phrases of one to three words stands among words."""
    runs = (tokens[at : at + length] for length in (1, 2, 3) for at in range(len(tokens)))
    return not phrases.isdisjoint(map(" ".join, runs))
