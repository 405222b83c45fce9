"""The words of which the one rules out the other: one table for each language, in `lexicons/`.

`read_contrasts("en").kinds["flood"]` is the row of causes, and the side of floods in it.

- `kinds apart` are rows of nouns of which no two are the same thing, the words of one meaning between blanks.
- `kinds in one place` are so where the same words stand beside them (from her aunt, from her mother).
- `duties` are the words for what may, should and must be done, from the weakest on.
- `multiples` are words for so many times as much, with the number after a stroke (doubled/2).
- `siding` verbs have a side after them: for, against; `sides` are the words for both.
- `times` are the prepositions of a time up to which, from which and at which something is so, `ends` the first of them.
- `moments` are words for times, `which` words before those that are none alone (last year), `before moments` others.
- `units of time` are found without a number between the words of `before units`, those before it and those after it.
- `causes` are the words for why something is so, and for what it is so in spite of.
- `former` stand before what somebody is no longer, or are other words for it; `lesser` before titles.
- `ranks` say which of several is the largest; `multiplying` verbs are those among the `multiples`, `expecting` words
  leave open what follows “to be”.
"""

from collections.abc import Mapping, Set
from fractions import Fraction
from functools import cache, cached_property

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE

_FOLDER = PACKAGE / "reading" / "contrasts" / "lexicons"


class ContrastTable(Struct, frozen=True, dict=True):
    """The rows of contrasts of one language, by the names of their keys."""

    rows: Mapping[str, tuple[str, ...]]

    @cached_property
    def kinds(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """The rows of kinds apart in which each word stands, and its side there; nouns stand in both numbers."""
        return self._kinds_of("kinds apart")

    @cached_property
    def placed_kinds(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """The rows of kinds that are apart in one place, in the same way."""
        return self._kinds_of("kinds in one place")

    def _kinds_of(self, key: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        for row, text in enumerate(self.rows.get(key, ())):
            for side, words in enumerate(text.split("/")):
                for word in words.split():
                    for form in (word, _plural(word)):
                        found[form] = (*found.get(form, ()), (row, side))
        return found

    @cached_property
    def sides_of(self) -> Mapping[str, Mapping[str, int]]:
        """The words of each other key, with the number of the side on which they stand."""
        return {
            key: {
                word.replace("_", " "): side
                for text in rows
                for side, words in enumerate(text.split("/"))
                for word in words.split()
            }
            for key, rows in self.rows.items()
            if key not in ("kinds apart", "kinds in one place", "multiples")
        }

    def begins(self, key: str, words: Set[str]) -> bool:
        """Say whether one of some words in small letters stands under a key."""
        return not self._words_of[key].isdisjoint(words) if key in self._words_of else False

    @cached_property
    def _words_of(self) -> Mapping[str, Set[str]]:
        found: dict[str, Set[str]] = {key: words.keys() for key, words in self.sides_of.items()}
        found["kinds apart"], found["kinds in one place"] = self.kinds.keys(), self.placed_kinds.keys()
        return found

    @cached_property
    def multiples(self) -> Mapping[str, Fraction]:
        """The number of times that each word for a multiple means."""
        pairs = (text.split("/") for text in self.rows.get("multiples", ()))
        return {word: Fraction(times.strip()) for words, times in pairs for word in words.split()}


def _plural(word: str) -> str:
    """Return the form of a noun for several."""
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


@cache
def read_contrasts(language: str) -> ContrastTable:
    """Return the table of a BCP 47 language tag; an empty one where there is none."""
    path = _FOLDER / f"{primary_language(language)}.yaml"
    table = read_own_table(path) if path.is_file() else {}
    return ContrastTable({key: tuple(split_phrases(text)) for key, text in table.items()})
