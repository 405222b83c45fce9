"""An index of a text's words, by which a search looks at few places, however long the text is.

`list(WordIndex("the old bridge and the new").starts_of("the new"))` is `[19]`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import takewhile

from msgspec import Struct

from newsbrief.model.scripts import UNSPACED

_LONG = 20_000
"""Characters of a text that is worth an index: a shorter one is searched sooner than its words are counted."""

_MANY = 50
"""Words of which one is cut that are looked at, rather than the whole text."""

_CHARACTERS_A_PLACE = 250
"""A plain search reads so many characters while one place of a word is looked at."""


class WordIndex(Struct, frozen=True, dict=True):
    """A text with the places of each of its words, which are found when a search first needs them."""

    text: str

    def starts_of(self, words: str, at: int = 0, *, may_cut: bool = False) -> Iterator[int]:
        """Yield every place from `at` on where `words` stand, in order; and some where they begin or end inside a word.

        With `may_cut`, yield all of the latter, too.
        """
        rarest = self._rarest(words, may_cut) if len(self.text) > _LONG else None
        if rarest is None:
            at = self.text.find(words, at)
            while at >= 0:
                yield at
                at = self.text.find(words, at + 1)
            return
        places, offset = rarest
        for number in range(bisect_left(places, at + offset), len(places)):
            start = places[number] - offset
            if self.text.startswith(words, start):
                yield start

    def find(self, words: str, at: int) -> int:
        """Return the first place from `at` on where `words` stand, or -1; see `starts_of`."""
        return self.text.find(words, at) if len(self.text) <= _LONG else next(self.starts_of(words, at), -1)

    def _rarest(self, words: str, may_cut: bool) -> tuple[Sequence[int], int] | None:
        """Return the places of the rarest of `words`, and its offset in them; None where a plain search is as good."""
        most = len(self.text) // _CHARACTERS_A_PLACE
        rarest: tuple[Sequence[int], int] | None = None
        for match in _word().finditer(words):
            cut_left, cut_right = may_cut and match.start() == 0, may_cut and match.end() == len(words)
            if cut_left or cut_right:
                places = None if cut_left and cut_right else self._places_of_cut(match[0], cut_left, most)
            else:
                places = self._places.get(match[0], ())
            if places is not None and len(places) < most:
                most, rarest = len(places), (places, match.start())
        return rarest

    def _places_of_cut(self, word: str, cut_left: bool, most: int) -> Sequence[int] | None:
        """Return the places of a word of which the left or the right may be cut off; None where they are not few."""
        if cut_left:
            longer = [each[::-1] for each in _begin_with(self._backwards, word[::-1])]
        else:
            longer = _begin_with(self._in_order, word)
        if len(longer) > _MANY or sum(len(self._places[each]) for each in longer) >= most:
            return None
        return sorted(at + (len(each) - len(word)) * cut_left for each in longer for at in self._places[each])

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        places: dict[str, list[int]] = {}
        for match in _word().finditer(self.text):
            places.setdefault(match[0], []).append(match.start())
        return places

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._places)

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(word[::-1] for word in self._places)


def _begin_with(words: list[str], beginning: str) -> list[str]:
    """Return those of the sorted `words` that begin with `beginning`, or more than `_MANY` of them."""
    first = bisect_left(words, beginning)
    return list(takewhile(lambda word: word.startswith(beginning), words[first : first + _MANY + 1]))


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[^\W{UNSPACED.ranges}]+")
