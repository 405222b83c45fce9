"""Numbers in a text, in figures, words or Roman letters, with the dates, years and times that they may be.

`NumberEdges(text, tokens, starts, words).sums(0)` of `nineteen eighty-four` has the year 1984.
"""

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from newsbrief.reading.dates.figures import read_figures, value_of_roman
from newsbrief.reading.dates.tokens import DateToken, Edge, is_part_of_number
from newsbrief.reading.dates.word_edges import WordEdges


class NumberEdges(Struct, frozen=True):
    """The edges of the numbers of a text; `starts` are the places of its tokens."""

    text: str
    tokens: tuple[DateToken, ...]
    starts: list[int]
    words: WordEdges

    def figures(self, at: int) -> Iterator[Edge]:
        """Yield what a token of figures may be: a date or a time, a number, a year, an ordinal."""
        token, lexicon = self.tokens[at], self.words.lexicon
        yield from self._dates(at)
        if self._is_glued(at) or is_part_of_number(self.tokens, at):
            return
        unsure = lexicon.unsure_years
        if unsure and token.number is not None and unsure[0] <= token.number <= unsure[1]:
            yield Edge("OTHER_CALENDAR", None, at + 1)
        for end in self.words.ends(at + 1):
            yield Edge("NUMBER", token.number, end)
            if len(token.text) == 4:
                yield Edge("YEAR", token.number, end)
            if len(token.text) == 2:
                yield Edge("TENS", token.number, end)
        yield from self._ordinals(at)

    def _dates(self, at: int) -> Iterator[Edge]:
        """Yield dates and times in figures alone, the times also with a word of the clock: 16.30 Uhr."""
        yield from self._times(at + 1)
        has_dotted_ordinals = "." in self.words.lexicon.ordinal_endings
        for kind, value, stop in read_figures(self.text, self.tokens[at].start, has_dotted_ordinals):
            end = bisect_left(self.starts, stop)
            yield Edge(kind, value, end)
            if kind in ("TIME", "CLOCK_FIGURES"):
                yield from self._times(end)

    def _times(self, end: int) -> Iterator[Edge]:
        yield from (Edge("TIME", None, edge.end) for edge in self.words.of_kinds(end, "CLOCK"))

    def _ordinals(self, at: int) -> Iterator[Edge]:
        for edge in self.words.of_kinds(at + 1, "ORDINAL_ENDING", "DECADE_ENDING"):
            number = self.tokens[at].number
            for end in self.words.ends(edge.end):
                if edge.kind == "ORDINAL_ENDING":
                    yield Edge("ORDINAL", number, end)
                elif number is not None and number % 10 == 0:
                    yield Edge("DECADE", number, end)

    def short_years(self, at: int) -> Iterator[Edge]:
        """Yield "'98"."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after and after.is_joined and after.number is not None and len(after.text) == 2:
            yield Edge("SHORT_YEAR", after.number, at + 2)

    def sums(self, at: int) -> Iterator[Edge]:
        """Yield "twenty-one" and "twenty one", and the year "nineteen eighty-four"."""
        for century in self.words.of_kinds(at, "NUMBER"):
            if century.value in range(11, 21):
                for year in [*self.words.of_kinds(century.end, "NUMBER"), *self._tens(century.end)]:
                    if 10 <= year.value <= 99:
                        yield Edge("YEAR", century.value * 100 + year.value, year.end)
        yield from self._tens(at)

    def _tens(self, at: int) -> Iterator[Edge]:
        tens = [edge for edge in self.words.of_kinds(at, "NUMBER") if edge.value in range(20, 100, 10)]
        for ten in tens:
            after = ten.end + (ten.end < len(self.tokens) and self.tokens[ten.end].text == "-")
            for one in self.words.of_kinds(after, "NUMBER"):
                if 1 <= one.value <= 9:
                    yield Edge("NUMBER", ten.value + one.value, one.end)

    def romans(self, at: int) -> Iterator[Edge]:
        """Yield "XIX", and "XIXe" with what makes figures ordinals."""
        if self._is_glued(at):
            return
        text = self.tokens[at].text
        for ending in ["", *self.words.lexicon.ordinal_endings]:
            letters = text.removesuffix(ending)
            value = value_of_roman(letters) if letters != text or not ending else None
            if value:
                yield Edge("ROMAN", value, at + 1)

    def _is_glued(self, at: int) -> bool:
        """Say whether a token continues a word, a number or a sum: G20, $20."""
        if not self.tokens[at].is_joined or at == 0:
            return False
        before = self.tokens[at - 1].text
        if any(kind in ("QUARTER_LETTER", "HALF_LETTER") for kind, _ in self.words.lexicon.words.get((before,), ())):
            return False
        return before in "$€£¥#@%+_/\\" or (before[-1].isascii() and before[-1].isalnum())
