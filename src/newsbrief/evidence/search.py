"""Exact words, searched in an article.

The selector is the W3C's TextQuoteSelector: the words themselves (`exact`) and, if they occur more than once, the words
right before (`prefix`) or after (`suffix`) them. https://www.w3.org/TR/annotation-model/#text-quote-selector

`Evidence(document).find("the bridge", prefix="on")` is the span of the one place that fits, or a `Missing`.
"""

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from newsbrief.evidence.missing import FoldedWords, Missing, explain_absence
from newsbrief.evidence.quotation_marks import Marks, pair_quotation_marks
from newsbrief.evidence.typography import FoldedText, fold, fold_words
from newsbrief.evidence.whole_words import find_whole
from newsbrief.model.document import Document, Span


class Evidence(Struct, frozen=True, dict=True):
    """An article's canonical text, prepared for searches."""

    document: Document

    @property
    def text(self) -> str:
        return self.document.text

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def marks(self) -> Marks:
        return pair_quotation_marks(self.text, self.document.paragraphs)

    @cached_property
    def folded(self) -> FoldedText:
        return fold(self.text, self.marks.reopening)

    @cached_property
    def _folded_with_every_mark(self) -> FoldedText:
        return fold(self.text)

    @cached_property
    def _folded_words(self) -> FoldedWords:
        return FoldedWords(self.folded)

    def find(self, exact: str, prefix: str = "", suffix: str = "") -> Span | Missing:
        """Return the one place of the words, or the reason why there is no such place."""
        found = self.occurrences(exact, prefix, suffix)
        if len(found) == 1:
            return found[0]
        if found:
            return Missing("repeated", found)
        if (prefix or suffix) and (places := self.occurrences(exact)):
            return Missing("elsewhere", places)
        return self.explain_absence(exact)

    def occurrences(self, exact: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
        """Return every place, in order, where the words stand whole between the given neighbours."""
        needle, before, after = fold_words(exact), fold_words(prefix), fold_words(suffix)
        found = find_whole(self.folded, needle, before, after)
        if not found and self.marks.reopening:
            # An editor may copy the mark that opens a quotation again in its next paragraph.
            found = find_whole(self._folded_with_every_mark, needle, before, after)
        return found

    def explain_absence(self, exact: str) -> Missing:
        """Return the reason why the article does not have these words."""
        return explain_absence(self._folded_words, exact)

    def block_of(self, offset: int) -> int:
        """Return the number of the top-level block (a paragraph, a whole list or table) that holds `offset`."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    def paragraph_of(self, offset: int) -> int:
        """Return the number of the paragraph that holds `offset`, or of the last one before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [element.at for element in self.document.tree]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.document.paragraphs]
