"""The word of a vocabulary that is spelt most like another.

`Vocabulary(("council", "harbour")).nearest("concil", 0.75)` is `council`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest
from itertools import chain, islice

from msgspec import Struct

_FEW = 60
"""Words so few are all compared."""

_MOST_COUNTED = 2000
_MOST_LIKELY = 300
_MOST_COMPARED = 20


class Vocabulary(Struct, frozen=True, dict=True):
    """Words to choose from, each once."""

    words: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self._known

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.words)

    def nearest(self, word: str, cutoff: float) -> str | None:
        """Return the word most like `word`, by the ratio of `difflib`; None where none reaches `cutoff`."""
        from difflib import get_close_matches

        likely = self.words if len(self.words) <= _FEW else self._likely(word)
        return next(iter(get_close_matches(word, likely, n=1, cutoff=cutoff)), None)

    def _likely(self, word: str) -> list[str]:
        """Return the words that share the most pairs of letters with `word`, for their length; the rare pairs count."""
        shared: dict[int, int] = {}
        rarest_first = sorted((self._with_pair.get(pair, ()) for pair in set(_pairs(word))), key=len)
        for number in islice(chain.from_iterable(rarest_first), _MOST_COUNTED):
            shared[number] = shared.get(number, 0) + 1
        enough = max(shared.values(), default=0) / 2
        likely = [self.words[number] for number, count in shared.items() if count > enough][:_MOST_LIKELY]
        if len(likely) <= _MOST_COMPARED:
            return likely
        pairs = set(_pairs(word))
        return nlargest(_MOST_COMPARED, likely, key=lambda each: _share_pairs(pairs, each))

    @cached_property
    def _with_pair(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the words that have each pair of letters."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            for pair in set(_pairs(word)):
                found.setdefault(pair, []).append(number)
        return found


def _share_pairs(pairs: set[str], word: str) -> float:
    return len(pairs.intersection(_pairs(word))) / (len(pairs) + len(word))


def _pairs(word: str) -> Iterator[str]:
    """Yield each two letters that follow each other, with a space before the first and behind the last."""
    padded = f" {word} "
    return (padded[at : at + 2] for at in range(len(word) + 1))
