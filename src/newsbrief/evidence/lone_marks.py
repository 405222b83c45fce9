"""Quotation marks without a partner, and the words beside them.

`LoneMarks("“We won, he said.", marks).beside(Span(1, 7))` is the place of the mark: (0,).
"""

from collections.abc import Iterable

from newsbrief.evidence.quotation_marks import UnpairedMark
from newsbrief.model.document import Span


class LoneMarks:
    """The marks of a text that have no partner, by the place at which words begin or end beside them."""

    def __init__(self, text: str, unpaired: Iterable[UnpairedMark]) -> None:
        self.text = text
        self.opening: dict[int, tuple[int]] = {}
        self.closing: dict[int, tuple[int]] = {}
        for mark in unpaired:
            if mark.opens:
                self.opening[mark.end] = (mark.offset,)
            else:
                self.closing[mark.offset] = (mark.offset,)

    def beside(self, span: Span) -> tuple[int, ...]:
        """Return the places of marks that open right before the words at `span`, or close right behind them."""
        start, end = span
        while start and self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and (self.text[end].isspace() or self.text[end] in ",."):
            end += 1
        return *self.opening.get(start, ()), *self.closing.get(end, ())
