"""Sets of letters by the scripts that they belong to.

`"京" in HAN` and `HAN.stand_in("in 東京")` are True.
"""

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct


class Letters(Struct, frozen=True, dict=True):
    """The letters of `ranges`, which are written as in a pattern, in order.

    A pattern of thousands of letters takes long to compile, and most articles have none of them.
    """

    ranges: str

    def __contains__(self, letter: str) -> bool:
        return bisect_right(self._bounds, letter) % 2 == 1

    def stand_in(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Say whether any of these letters stands in a text from `start` to `end`."""
        part = text[start:end]
        return not part.isascii() and max(part) >= self.ranges[0] and self.pattern.search(part) is not None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern that matches one of these letters."""
        return re.compile(f"[{self.ranges}]")

    @cached_property
    def _bounds(self) -> list[str]:
        """The first letter of each range, and the first one after it."""
        ends = re.findall("(.)(?:-(.))?", self.ranges)
        return [bound for first, last in ends for bound in (first, chr(ord(last or first) + 1))]


UNSPACED = Letters(
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of Chinese, Japanese, Thai, Lao, Khmer and Burmese, which set no space between words.

There a match may begin and end anywhere.
"""

HAN = Letters("\u3400-\u9fff")
KATAKANA = Letters("\u30a1-\u30fa\u30fc")
HANGUL = Letters("\uac00-\ud7a3")
HAN_OR_KANA = Letters("\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff")
EAST_ASIAN = Letters("\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3")
