"""Straight lines through what was measured at two sizes.

>>> line = Slope(1_000, 4.0, 3_000, 8.0)
>>> line.start, line.each * 1_000, line.at(100_000)
(2.0, 2.0, 202.0)
"""

from math import log
from typing import NamedTuple


class Slope(NamedTuple):
    """What two numbers of briefings took: seconds or bytes."""

    few: int
    took_few: float
    many: int
    took_many: float

    @property
    def each(self) -> float:
        """What one more briefing takes."""
        return (self.took_many - self.took_few) / (self.many - self.few)

    @property
    def start(self) -> float:
        """What is taken besides, whatever the number of briefings; never less than nothing."""
        return max(0.0, self.took_few - self.each * self.few)

    @property
    def exponent(self) -> float:
        """The growth between the two sizes: 1 where twice as many take twice as much."""
        return log(self.took_many / self.took_few) / log(self.many / self.few)

    def at(self, count: int) -> float:
        """Return what `count` briefings would take if nothing but their number changed."""
        return self.start + self.each * count
