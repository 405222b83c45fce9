"""Every way to read the tokens of a text as words of a language for dates.

In the lattice of "7th May", the edges at 0 are the number 7 (to 1) and the ordinal 7 (to 2).
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsbrief.reading.dates.figures import read_figures, value_of_roman
from newsbrief.reading.dates.joined_words import (
    add_days_after_months,
    add_times_after_words,
    add_times_between,
    join_months_named_twice,
    keep_counts_whole,
    keep_phrases_whole,
    mark_days_of_months,
    read_short_names,
    take_days_after_words,
)
from newsbrief.reading.dates.lexicon import DateLexicon, read_lexicon
from newsbrief.reading.dates.tokens import DateToken, Edge, cut_tokens, is_part_of_number

SKIPPED = frozenset({"FILLER", "PART_OF_DAY", "TIME"})
"""The kinds of words that change nothing."""


Lattice = tuple[tuple[Edge, ...], ...]

_LONGEST_SHORT_FORM = 5
"""The letters of “Sept” and “Thurs”: a full stop after a longer name ends the sentence."""


@lru_cache(maxsize=256)
def read_lattice(text: str, language: str) -> Lattice:
    """Return the edges at each token of a text."""
    tokens = cut_tokens(text)
    finder = _WordFinder(text, tokens, read_lexicon(language), [token.start for token in tokens])
    edges = [list(dict.fromkeys(finder.edges_at(at))) for at in range(len(tokens))]
    keep_phrases_whole(edges)
    read_short_names(tokens, edges)
    take_days_after_words(tokens, edges)
    join_months_named_twice(tokens, edges)
    add_times_after_words(edges)
    _add_days(tokens, edges)
    if finder.lexicon.day_after_month:
        add_days_after_months(edges)
    mark_days_of_months(edges)
    keep_counts_whole(edges)
    add_times_between(edges)
    return tuple(map(tuple, edges))


def _add_days(tokens: tuple[DateToken, ...], edges: list[list[Edge]]) -> None:
    """Make each number one that may be a day; "a" and "one" are none: "a January" is not 1 January."""
    for token, here in zip(tokens, edges, strict=True):
        numbers = [edge for edge in here if edge.kind == "NUMBER" and (token.number is not None or edge.value != 1)]
        here += [edge._replace(kind="DAY") for edge in numbers]


class _WordFinder(NamedTuple):
    text: str
    tokens: tuple[DateToken, ...]
    lexicon: DateLexicon
    starts: list[int]

    @property
    def has_dotted_ordinals(self) -> bool:
        return "." in self.lexicon.ordinal_endings

    def edges_at(self, at: int) -> Iterator[Edge]:
        token = self.tokens[at]
        if token.number is not None:
            yield from self._numbers(at)
        elif token.text in _SIGNS:
            yield Edge(_SIGNS[token.text], token.text, at + 1)
            if token.text == "-" and self._joins_words(at):
                yield Edge("FILLER", None, at + 1)
        elif token.text == ".":
            yield Edge("STOP", None, at + 1)
        elif token.text == "'" and not token.is_joined:
            yield from self._short_years(at)
        words = list(self._words(at))
        yield from words
        if any(edge.kind == "NUMBER" for edge in words):
            yield from self._sums(at)
        if token.is_capital and not self._is_glued(at):
            yield from self._romans(at)

    def _short_years(self, at: int) -> Iterator[Edge]:
        """Yield "'98"."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after and after.is_joined and after.number is not None and len(after.text) == 2:
            yield Edge("SHORT_YEAR", after.number, at + 2)

    def _romans(self, at: int) -> Iterator[Edge]:
        """Yield "XIX", and "XIXe" with what makes figures ordinals."""
        text = self.tokens[at].text
        for ending in ["", *self.lexicon.ordinal_endings]:
            letters = text.removesuffix(ending)
            value = value_of_roman(letters) if letters != text or not ending else None
            if value:
                yield Edge("ROMAN", value, at + 1)

    def _words(self, at: int) -> Iterator[Edge]:
        """Yield the words of the lexicon that begin at a token, with what may be joined before and after them."""
        texts = self.tokens[at].text
        yield from self._phrases(at, texts)
        for prefix in self.lexicon.prefixes:
            if texts.startswith(prefix) and len(texts) > len(prefix) + 1:
                yield from self._phrases(at, texts[len(prefix) :])
                if any(kind == "AND" for kind, _ in self.lexicon.words.get((prefix,), ())):
                    # The word is read again after its “and”: “السبت والأحد”.
                    yield Edge("AND", None, at)
        if self.lexicon.compounds and self.tokens[at].number is None:
            yield from self._compounds(at)

    def _phrases(self, at: int, first: str) -> Iterator[Edge]:
        words, tokens = self.lexicon.words, self.tokens
        for length in range(1, self.lexicon.longest.get(first, 0) + 1):
            if at + length > len(tokens):
                break
            phrase = (first, *(token.text for token in tokens[at + 1 : at + length]))
            for kind, value in words.get(phrase, ()):
                if kind in ("MONTH", "WEEKDAY") and phrase in self.lexicon.names and not tokens[at].is_capital:
                    continue
                is_short = kind in ("MONTH", "WEEKDAY") and len(tokens[at].text) <= _LONGEST_SHORT_FORM
                ends = self._after(at + length, is_short)
                yield from (Edge(kind, value, end) for end in ends)
        for ending in self.lexicon.endings:
            if first.endswith(ending) and len(first) > len(ending):
                for kind, value in words.get((first[: -len(ending)],), ()):
                    if kind in _INFLECTED:
                        yield Edge(kind, value, at + 1)

    def _after(self, end: int, is_short: bool = False) -> Iterator[int]:
        """Yield the places at which a word may end: there, or after an ending, or a full stop, that is joined to it."""
        yield end
        tokens, endings = self.tokens, self.lexicon.endings
        if is_short and end < len(tokens) and tokens[end].text == "." and tokens[end].is_joined:
            yield end + 1
        if endings and end < len(tokens) and tokens[end].is_joined:
            if tokens[end].text in endings:
                yield end + 1
            elif end + 1 < len(tokens) and tokens[end].text in "'-" and tokens[end + 1].text in endings:
                yield end + 2

    def _compounds(self, at: int) -> Iterator[Edge]:
        text, words = self.tokens[at].text, self.lexicon.words
        for cut in range(3, len(text) - 2):
            rest = words.get((text[cut:],)) or words.get((text[cut:].removeprefix("s"),), ())
            if any(kind == "PART_OF_DAY" for kind, _ in rest):
                for kind, value in words.get((text[:cut],), ()):
                    if kind in ("WEEKDAY", "DAYS"):
                        yield Edge(kind, value, at + 1)

    def _numbers(self, at: int) -> Iterator[Edge]:
        token = self.tokens[at]
        yield from self._figures(at)
        if self._is_glued(at) or is_part_of_number(self.tokens, at):
            return
        unsure = self.lexicon.unsure_years
        if unsure and token.number is not None and unsure[0] <= token.number <= unsure[1]:
            yield Edge("OTHER_CALENDAR", None, at + 1)
        for end in self._after(at + 1):
            yield Edge("NUMBER", token.number, end)
            if len(token.text) == 4:
                yield Edge("YEAR", token.number, end)
            if len(token.text) == 2:
                yield Edge("TENS", token.number, end)
        yield from self._ordinals(at)

    def _sums(self, at: int) -> Iterator[Edge]:
        """Yield "twenty-one" and "twenty one", and the year "nineteen eighty-four"."""
        for century in self._phrases_of(at, ("NUMBER",)):
            if century.value in range(11, 21):
                for year in [*self._phrases_of(century.end, ("NUMBER",)), *self._tens(century.end)]:
                    if 10 <= year.value <= 99:
                        yield Edge("YEAR", century.value * 100 + year.value, year.end)
        yield from self._tens(at)

    def _tens(self, at: int) -> Iterator[Edge]:
        tens = [edge for edge in self._phrases_of(at, ("NUMBER",)) if edge.value in range(20, 100, 10)]
        for ten in tens:
            after = ten.end + (ten.end < len(self.tokens) and self.tokens[ten.end].text == "-")
            for one in self._phrases_of(after, ("NUMBER",)):
                if 1 <= one.value <= 9:
                    yield Edge("NUMBER", ten.value + one.value, one.end)

    def _ordinals(self, at: int) -> Iterator[Edge]:
        for edge in self._phrases_of(at + 1, ("ORDINAL_ENDING", "DECADE_ENDING")):
            number = self.tokens[at].number
            for end in self._after(edge.end):
                if edge.kind == "ORDINAL_ENDING":
                    yield Edge("ORDINAL", number, end)
                elif number is not None and number % 10 == 0:
                    yield Edge("DECADE", number, end)

    def _phrases_of(self, at: int, kinds: tuple[str, ...]) -> Iterator[Edge]:
        if at < len(self.tokens):
            yield from (edge for edge in self._phrases(at, self.tokens[at].text) if edge.kind in kinds)

    def _figures(self, at: int) -> Iterator[Edge]:
        """Yield dates and times in figures alone, the times also with a word of the clock: 16.30 Uhr."""
        yield from self._times(at + 1)
        for kind, value, stop in read_figures(self.text, self.tokens[at].start, self.has_dotted_ordinals):
            end = self._token_at(stop)
            yield Edge(kind, value, end)
            if kind in ("TIME", "CLOCK_FIGURES"):
                yield from self._times(end)

    def _times(self, end: int) -> Iterator[Edge]:
        yield from (Edge("TIME", None, edge.end) for edge in self._phrases_of(end, ("CLOCK",)))

    def _token_at(self, end: int) -> int:
        """Return the number of the first token after a place of the text."""
        return bisect_left(self.starts, end)

    def _joins_words(self, at: int) -> bool:
        """Say whether a hyphen joins two words: "third-quarter"."""
        tokens = self.tokens
        return (
            0 < at < len(tokens) - 1
            and tokens[at].is_joined
            and tokens[at + 1].is_joined
            and tokens[at - 1].number is tokens[at + 1].number is None
        )

    def _is_glued(self, at: int) -> bool:
        """Say whether a token continues a word, a number or a sum: G20, $20."""
        if not self.tokens[at].is_joined or at == 0:
            return False
        before = self.tokens[at - 1].text
        if any(kind in ("QUARTER_LETTER", "HALF_LETTER") for kind, _ in self.lexicon.words.get((before,), ())):
            return False
        return before in "$€£¥#@%+_/\\" or (before[-1].isascii() and before[-1].isalnum())


_SIGNS = (
    dict.fromkeys(",،、，", "COMMA")
    | dict.fromkeys("-–", "DASH")
    | dict.fromkeys('()（）“”„"', "FILLER")
    | {"/": "SLASH"}
)
_INFLECTED = frozenset({"MONTH", "WEEKDAY", "UNIT", "WHICH", "SEASON", "NUMBER", "ORDINAL", "DAYS", "PERIOD", "FEAST"})
_INFLECTED |= {"YEAR_MARK", "MONTH_MARK", "DAY_MARK", "PART_OF_DAY", "FILLER", "EDGE", "ERA"}
