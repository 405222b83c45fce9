"""Passages in quotation marks, each with the one right around it.

`PassageTree(passages).around(span)` is the innermost passage that holds the words at `span`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from newsbrief.model.document import Passage, Span


class PassageTree:
    """Passages in the order of their opening marks; they nest and never cross."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages

    def around(self, span: Span) -> Passage | None:
        """Return the innermost passage that holds `span`."""
        number: int | None = bisect_right(self._starts, span.start) - 1
        while number is not None and number >= 0:
            passage = self.passages[number]
            if passage.inner[0].start <= span.start and span.end < passage.outer.end and passage.surrounds(span):
                return passage
            number = self._parents[number]
        return None

    def outside(self, outer: Span) -> Span | None:
        """Return the place of the passage right around the one at `outer`."""
        number = bisect_left(self._starts, outer.start)
        around = self._parents[number] if number < len(self._parents) else None
        return None if around is None else self.passages[around].outer

    def is_nested(self, number: int) -> bool:
        """Say whether the passage of this number stands inside another one."""
        outer, around = self.passages[number].outer, self._parents[number]
        # A heading or a caption that interrupts a passage may quote something itself.
        while around is not None and not self.passages[around].surrounds(outer):
            around = self._parents[around]
        return around is not None

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.outer.start for passage in self.passages]

    @cached_property
    def _parents(self) -> list[int | None]:
        """The number of the passage right around each passage, or around what interrupts that one."""
        parents: list[int | None] = []
        around: list[int] = []
        for number, passage in enumerate(self.passages):
            while around and self.passages[around[-1]].outer.end <= passage.outer.start:
                around.pop()
            parents.append(around[-1] if around else None)
            around.append(number)
        return parents
