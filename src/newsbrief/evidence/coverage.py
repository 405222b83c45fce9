"""The characters of a text that are covered by stretches of it.

`list(Coverage([Span(1, 5), Span(3, 8), Span(10, 12)]).meeting(Span(4, 11)))` is `[Span(1, 8), Span(10, 12)]`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from newsbrief.model.document import Span


class Coverage:
    """What some spans cover: they are joined where they overlap, so each question looks at few of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans):
            if self.ends and span.start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], span.end)
            else:
                self.starts.append(span.start)
                self.ends.append(span.end)

    def meeting(self, span: Span) -> Iterator[Span]:
        """Yield what is covered and shares a character with `span`, joined where it overlaps."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return (Span(self.starts[number], self.ends[number]) for number in range(first, last))

    def meets(self, span: Span) -> bool:
        """Say whether a character of `span` is covered."""
        return next(self.meeting(span), None) is not None
