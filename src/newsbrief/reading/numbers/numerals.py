"""The words for numbers, language by language.

`numerals_of("de").read("zweiundzwanzig")` is `Numeral("count", 22)`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.languages import primary_language
from newsbrief.reading.numbers.clock import NAMED
from newsbrief.reading.numbers.lexicon import COMPOUNDS, Table, read_table

Sort = Literal["count", "hundred", "scale", "ordinal", "fraction", "vague", "dozen"]
"""The part that a word has in a number: three, hundred, million, third, thirds (1/3), hundreds, dozen (12)."""


class Numeral(NamedTuple):
    """A word of a number, with its value; `joined` says that it carries the word for "and" in front."""

    sort: Sort
    value: Fraction
    joined: bool = False


_IN_TIMES = frozenset({"a", "half", "quarter", "five", "ten", "twenty"})
"""Words with which "half past" and the like begin."""


class Numerals(Struct, frozen=True, dict=True):
    """The words for numbers of one language.

    `joints` may stand between two words of one number ("and"), `articles` before a hundred or a third ("a"); `loose`
    words may be meant by a number, and need not be one ("trio"); `pairs` are words that speak of two ("both", "twin"),
    `each` make a share of an ordinal ("jeder dritte"), `according` are ordinals that mean "according to" where a clause
    begins, and `before` words after a number that say when it was so.
    """

    language: str
    words: Mapping[str, Numeral]
    joints: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    thousand: str = ""
    prefixes: re.Pattern[str] | None = None
    pairs: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    according: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()

    @cached_property
    def every_word(self) -> frozenset[str]:
        """All words for numbers and times, without what may be joined to them."""
        return frozenset(part for word in self.words for part in word.split("'")) | NAMED.keys()

    def speak_of_two(self, words: Sequence[str]) -> bool:
        """Say whether words in small letters speak of two; "every second one" does not."""
        return any(word in self.pairs and (not at or words[at - 1] not in self.each) for at, word in enumerate(words))

    def may_begin(self, word: str) -> bool:
        """Say whether a number or a time may begin with a word in small letters, at little cost."""
        if word in self.every_word or word in self.articles or word in _IN_TIMES or self.prefixes:
            return True
        return bool(self.thousand) and self.thousand in word

    def read(self, word: str) -> Numeral | None:
        """Return the numeral that a word in small letters is."""
        found = self.words.get(word)
        if found or not word:
            return found
        if self.thousand and self.thousand in word:
            return self._read_thousands(word)
        if self.prefixes and (prefix := self.prefixes.match(word)) and (rest := self.words.get(word[prefix.end() :])):
            return rest._replace(joined=prefix[0].startswith("و"))
        return None

    def _read_thousands(self, word: str) -> Numeral | None:
        left, _, right = word.partition(self.thousand)
        before = self.words.get(left) if left else Numeral("count", Fraction(1))
        after = self.words.get(right.removeprefix("und")) if right else Numeral("count", Fraction(0))
        if before is None or after is None or {before.sort, after.sort} - {"count", "hundred"}:
            return None
        return Numeral("count", before.value * 1000 + after.value)


@cache
def numerals_of(language: str) -> Numerals:
    """Return the words for numbers of a language; none for a language without a table."""
    spoken = primary_language(language)
    spoken = {"nb": "no", "nn": "no"}.get(spoken, spoken)
    table = read_table(spoken)
    if table is None:
        return Numerals(spoken, {})
    words = dict(_compound(spoken, table))
    words.update(_plain(table))
    prefixes = re.compile(table.prefixes) if table.prefixes else None
    joints, articles = frozenset(table.joints.split()), frozenset(table.articles.split())
    pairs = frozenset(table.pairs.split()) | frozenset(table.loose.get(2, "").split())
    loose = frozenset(word for forms in table.loose.values() for word in forms.split())
    each = frozenset(split_phrases(table.parts.get("each", "")))
    according, before = frozenset(table.according.split()), frozenset(table.before.split())
    return Numerals(spoken, words, joints, articles, table.thousand, prefixes, pairs, loose, each, according, before)


def _plain(table: Table) -> Iterable[tuple[str, Numeral]]:
    for value, forms in enumerate(table.ones.split()):
        yield from ((word, Numeral("count", Fraction(value))) for word in forms.split("/"))
    for number, forms in enumerate(table.tens.split()):
        yield from ((word, Numeral("count", Fraction(20 + 10 * number))) for word in forms.split("/"))
    for word in table.hundred.split():
        yield word, Numeral("hundred", Fraction(100))
    for number, forms in enumerate(table.hundreds.split()):
        yield from ((word, Numeral("count", Fraction(200 + 100 * number))) for word in forms.split("/"))
    for power, forms in table.scales.items():
        yield from ((word, Numeral("scale", Fraction(10**power))) for word in forms.split())
    for value, forms in enumerate(table.ordinals.split(), 1):
        stems = [stem for stem in forms.split("/") if stem != "-"]
        endings = table.endings.split() or [""]
        yield from ((stem + end.strip("-"), Numeral("ordinal", Fraction(value))) for stem in stems for end in endings)
    for denominator, forms in table.fractions.items():
        yield from ((word, Numeral("fraction", Fraction(1, denominator))) for word in forms.split())
    for value, forms in table.vague.items():
        yield from ((word, Numeral("vague", Fraction(value))) for word in forms.split())
    for value, forms in (*table.others.items(), *table.loose.items()):
        yield from ((word, Numeral("count", Fraction(value))) for word in forms.split())
    yield from ((word, Numeral("dozen", Fraction(12))) for word in table.dozen.split())


def _compound(language: str, table: Table) -> Iterable[tuple[str, Numeral]]:
    """Yield the numbers under 1000 that a language writes in one word."""
    join = COMPOUNDS.get(language)
    if join is None:
        return
    ones = [forms.split("/")[0] for forms in table.ones.split()]
    tens = [forms.split("/")[0] for forms in table.tens.split()]
    below = dict(enumerate(ones))
    for number, ten in enumerate(tens):
        for unit in range(10):
            value = 20 + 10 * number + unit
            below[value] = join(ten, ones[unit]) if unit else ten
    for value, word in below.items():
        yield word, Numeral("count", Fraction(value))
    if language == "de":
        yield "anderthalb", Numeral("count", Fraction(3, 2))
        yield from (
            (word + "einhalb", Numeral("count", value + Fraction(1, 2))) for value, word in enumerate(ones) if value
        )
    if not table.joined_hundred:
        return
    for hundreds in range(1, 10):
        heads = [ones[hundreds] + table.joined_hundred, *([table.joined_hundred] if hundreds == 1 else [])]
        if hundreds == 1 and language == "de":
            heads.append("ein" + table.joined_hundred)
        for head in heads:
            yield head, Numeral("count" if hundreds > 1 else "hundred", Fraction(hundreds * 100))
            yield from (
                (head + word, Numeral("count", Fraction(hundreds * 100 + value)))
                for value, word in below.items()
                if value
            )
