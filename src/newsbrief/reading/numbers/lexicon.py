"""The words for numbers: one table for each language, in `lexicons/`, and the ways in which languages join them.

`read_table("ru").ones.split()[3]` is `три/трёх/трех/трем/тремя`.

A table is YAML, its words in small letters and divided by spaces; `/` divides the forms of one word. Every key but
`ones` may be left out:

- `ones` begin with 0 and go as far as single words do, `tens` begin with 20, `hundreds` with 200, `ordinals` with 1
  (each takes every one of `endings`; `-` is an empty one); `hundred` are the words for 100.
- `scales` have powers of ten as keys, `fractions` denominators, `vague` (hundreds of) and `others` values; `dozen`.
- `pairs` are words that say of some things that they are two, without a number (both).
- `joints` may stand between two words of one number (and), `articles` before a hundred or a third (a).
- `joined hundred` and `thousand` are what compounds are made of, `prefixes` a pattern of what is joined to a numeral.
- `bounds` are the words that say how far a number goes, divided by commas; those with `…` stand after it, at most two
  words away, or, with `…` amid them, before it, with other words there (all of the games but two).
  Under `at least`, `at most`, `more`, `fewer`, `nearly`, `about` and `all but`; under `more of things` and
  `fewer of things` those that say it of all but times (over 300 people, over 12 years); `going` are words before "up
  to" that make it no bound (prices went up to 12).
- `ages`: `phrases` that make a number an age, those with `…` after it; `at` is a word before one, and `be` and `when`
  are words before and after one, in a sentence about one of the `persons` and without a `valuing` word (she opened her
  shop at 40; he put the dead at 40).
- `changes`: the words for a rise or a fall, and those for `by`, `to` and `from` how much (`of` after one of the
  `nouns`); `passed` are words that may stand between. `turning` stand before a number that is one from where another
  follows to which it goes (passé de 11 à 14); `comparing` stand before one to which nothing
  changes (face aos 9). `order: verb last` where the word for the change may follow the number.
- `parts`: `of` stands between a part and its whole, with `owners` after it (of their 40); `ratios` are those that need
  not (un habitant sur trois), `genitives` those that need no such word (12 ihrer 40). `quantities` are parts that are
  no numbers (most), `fronted` the words with which a whole opens a sentence (von den 40). `having` words before a
  number say that there are so many, and so do `existing` ones anywhere and `auxiliaries` without a `participle`, which
  is a pattern. `each` makes a share of an ordinal (jeder dritte).
- `loose` have values as keys, too: words that need not be a number (both, double), but may be meant by one.
- `according` are ordinals that are none where a clause begins with them (secondo la polizia).
- `before` are what stands after a number and says that it was so earlier, and is nothing that it counts (9 auparavant).
- `lacking`: words that say of some what is not said of the others (without, still); `more than half`: words for that.
"""

from collections.abc import Callable, Mapping
from functools import cache

import msgspec
from msgspec import Struct

from newsbrief.content.own_tables import read_own_table
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE

_SAME_TABLES = {"nb": "no", "nn": "no"}


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename=lambda name: name.replace("_", " ")):
    """The table of one language, as it is written."""

    ones: str
    tens: str = ""
    hundred: str = ""
    hundreds: str = ""
    scales: Mapping[int, str] = {}
    ordinals: str = ""
    endings: str = ""
    fractions: Mapping[int, str] = {}
    vague: Mapping[int, str] = {}
    others: Mapping[int, str] = {}
    dozen: str = ""
    pairs: str = ""
    joints: str = ""
    articles: str = ""
    joined_hundred: str = ""
    thousand: str = ""
    prefixes: str = ""
    bounds: Mapping[str, str] = {}
    ages: Mapping[str, str] = {}
    changes: Mapping[str, str] = {}
    parts: Mapping[str, str] = {}
    loose: Mapping[int, str] = {}
    lacking: str = ""
    according: str = ""
    before: str = ""
    more_than_half: str = ""


@cache
def read_table(language: str) -> Table | None:
    """Return the table of a BCP 47 language tag, or None where there is none."""
    spoken = primary_language(language)
    path = PACKAGE / "reading" / "numbers" / "lexicons" / f"{_SAME_TABLES.get(spoken, spoken)}.yaml"
    if not path.is_file():
        return None
    # The keys of a table are texts, also those that are numbers.
    return msgspec.convert(read_own_table(path), Table, strict=False)


def _unit_first(joint: str) -> Callable[[str, str], str]:
    def join(ten: str, unit: str) -> str:
        return f"{'ein' if unit == 'eins' else unit}{joint}{ten}"

    return join


def _dutch(ten: str, unit: str) -> str:
    return f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}"


def _italian(ten: str, unit: str) -> str:
    return (ten[:-1] if unit[0] in "uo" else ten) + unit


COMPOUNDS: Mapping[str, Callable[[str, str], str]] = {
    "de": _unit_first("und"),
    "nl": _dutch,
    "da": _unit_first("og"),
    "it": _italian,
    "sv": str.__add__,
    "no": str.__add__,
    "fi": str.__add__,
}
"""How a ten and a unit are joined in the languages that write them in one word."""
