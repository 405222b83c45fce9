"""Exact words, searched in an article.

The selector is the W3C's TextQuoteSelector: the words themselves (`exact`) and, if they occur more than once, the words
right before (`prefix`) or after (`suffix`) them. https://www.w3.org/TR/annotation-model/#text-quote-selector

`Evidence(document).find("the bridge", prefix="on")` is the span of the one place that fits, or a `Missing`.
"""

from bisect import bisect_right
from functools import cached_property
from itertools import islice

from msgspec import Struct

from newsbrief.evidence.flows import read_flows
from newsbrief.evidence.missing import FoldedWords, Missing, explain_absence, find_in_other_case
from newsbrief.evidence.quotation_marks import Marks, pair_quotation_marks
from newsbrief.evidence.slips import Slips, read_slips
from newsbrief.evidence.typography import FoldedText, fold, fold_words
from newsbrief.evidence.whole_words import MOST_PLACES, find_whole
from newsbrief.model.document import Document, Span


class Evidence(Struct, frozen=True, dict=True):
    """An article's canonical text, prepared for searches.

    `sic` are the article's own words in which a mark is a letter or was left open; `language` is the article's.
    """

    document: Document
    sic: tuple[str, ...] = ()
    language: str = ""

    @property
    def text(self) -> str:
        return self.document.text

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def marks(self) -> Marks:
        return self._pair(self.slips.offsets) if self.slips.offsets else self._marks_as_printed

    @cached_property
    def slips(self) -> Slips:
        """The marks that the editor declares to be the article's own slips or letters."""
        if not self.sic:
            return Slips()
        places = tuple(self._find_printed(words) for words in self.sic)
        return read_slips(self.text, places, self._marks_as_printed, self._pair)

    def _pair(self, skip: frozenset[int]) -> Marks:
        return pair_quotation_marks(self.text, self.document.paragraphs, self._flows, self.language, skip)

    @cached_property
    def _flows(self) -> tuple[int, ...]:
        return read_flows(self.document)

    @cached_property
    def _marks_as_printed(self) -> Marks:
        """The quotation marks as they are without any declared slip."""
        return self._pair(frozenset())

    def _find_printed(self, words: str) -> Span | Missing:
        """Return the one place of words, whole or not, in which the marks count that open a quotation again."""
        folded, needle = self._folded_with_every_mark, fold_words(words)
        starts = islice(folded.words.starts_of(needle, may_cut=True), 2) if needle else ()
        found = tuple(span for at in starts if (span := folded.original(at, at + len(needle))))
        if len(found) == 1:
            return found[0]
        return Missing("repeated", found) if found else Missing("absent", ())

    @cached_property
    def folded(self) -> FoldedText:
        return fold(self.text, self.marks.reopening)

    @cached_property
    def _folded_with_every_mark(self) -> FoldedText:
        return fold(self.text)

    @cached_property
    def _folded_words(self) -> FoldedWords:
        return FoldedWords(self.folded)

    def is_printed_once(self, words: str) -> bool:
        """Say whether the words occur once as they are printed, with every mark: what `sic` asks for."""
        return not isinstance(self._find_printed(words), Missing)

    def find(self, exact: str, prefix: str = "", suffix: str = "", *, is_guessing: bool = True) -> Span | Missing:
        """Return the one place of the words, or the reason why there is no such place; see `explain_absence`."""
        found = self.occurrences(exact, prefix, suffix)
        if len(found) == 1:
            return found[0]
        if found:
            return Missing("repeated", found)
        if (prefix or suffix) and (places := self.occurrences(exact)):
            return Missing("elsewhere", places)
        return explain_absence(self._folded_words, exact, is_guessing=is_guessing)

    def occurrences(self, exact: str, prefix: str = "", suffix: str = "", most: int = MOST_PLACES) -> tuple[Span, ...]:
        """Return every place, in order and up to `most`, where the words stand whole between the given neighbours."""
        sought = (exact, prefix, suffix, most)
        if sought not in self._found:
            self._found[sought] = self._search(fold_words(exact), fold_words(prefix), fold_words(suffix), most)
        return self._found[sought]

    def _search(self, needle: str, before: str, after: str, most: int) -> tuple[Span, ...]:
        found = find_whole(self.folded, needle, before, after, most)
        if not found and self.marks.reopening:
            # An editor may copy the mark that opens a quotation again in its next paragraph.
            found = find_whole(self._folded_with_every_mark, needle, before, after, most)
        return found

    @cached_property
    def _found(self) -> dict[tuple[str, str, str, int], tuple[Span, ...]]:
        """What was found before: several entries often cite the same words."""
        return {}

    def find_in_other_case(self, exact: str) -> Span | None:
        """Return the first place at which the words stand with other capitals."""
        return next(iter(find_in_other_case(self._folded_words, fold_words(exact))), None)

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
