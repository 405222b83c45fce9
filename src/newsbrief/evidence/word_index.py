"""An index of a text's words, by which a search looks at few places, however long the text is.

`list(WordIndex("the old bridge and the new").starts_of("the new"))` is `[19]`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
UNSPACED = re.compile(f"[{_UNSPACED}]")
"""A letter of Chinese, Japanese, Thai, Lao, Khmer or Burmese, which set no space between words.

There a match may begin and end anywhere.
"""

_WORD = re.compile(rf"[^\W{_UNSPACED}]+")
_LONG = 20_000
"""Characters of a text that is worth an index: a shorter one is searched sooner than its words are counted."""

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

    def _rarest(self, words: str, may_cut: bool) -> tuple[Sequence[int], int] | None:
        """Return the places of the rarest of `words`, and its offset in them; None where a plain search is as good."""
        fewest: tuple[Sequence[int], int] | None = None
        for match in _WORD.finditer(words):
            if may_cut and (match.start() == 0 or match.end() == len(words)):
                continue
            places = self._places.get(match[0], ())
            if fewest is None or len(places) < len(fewest[0]):
                fewest = places, match.start()
        is_rare = fewest is not None and len(fewest[0]) * _CHARACTERS_A_PLACE < len(self.text)
        return fewest if is_rare else None

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.text):
            places.setdefault(match[0], []).append(match.start())
        return places
