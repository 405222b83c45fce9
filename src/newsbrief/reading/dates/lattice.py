"""Every way to read the tokens of a text as words of a language for dates.

In the lattice of "7th May", the edges at 0 are the number 7 (to 1) and the ordinal 7 (to 2).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsbrief.reading.dates.joined_words import (
    add_times_after_words,
    join_months_named_twice,
    keep_phrases_whole,
    read_short_names,
    take_days_after_words,
)
from newsbrief.reading.dates.lexicon import Lexicon, read_lexicon
from newsbrief.reading.dates.tokens import Edge, Token, cut_tokens

SKIPPED = frozenset({"FILLER", "PART_OF_DAY", "TIME"})
"""The kinds of words that change nothing."""


Lattice = tuple[tuple[Edge, ...], ...]

_ISO = re.compile(r"(\d{4})(\. ?|[-/])(\d{1,2})\2(\d{1,2})(?![\d\w])")
# Marks of direction stand between the figures of Arabic dates.
_NUMERIC = re.compile(r"(\d{1,2})[\u200e\u200f]?(\. ?|[-/])(\d{1,2})[\u200e\u200f]?\2(\d{4}|\d{2})(?![\d\w])")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.(?! ?\d)")
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})/([12]\d{3})(?![\d/])")
_SLASHED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_TIME = re.compile(r"\d{1,2} ?[:hH.] ?[0-5]\d(?: ?[:.][0-5]\d)?(?!\d)")
_CLOCK = re.compile(r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])")
_ROMAN = re.compile(r"(?=.)(xx?|xx?i?v|xx?vi{0,3}|xx?i{1,3}|i{1,3}|iv|vi{0,3}|i?x|xx?ix)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_DIGITS = re.compile(r"\d")


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
        _add_days_after_months(edges)
    _add_times_between(edges)
    return tuple(map(tuple, edges))


def _add_days(tokens: tuple[Token, ...], edges: list[list[Edge]]) -> None:
    """Make each number one that may be a day; "a" and "one" are none: "a January" is not 1 January."""
    for token, here in zip(tokens, edges, strict=True):
        numbers = [edge for edge in here if edge.kind == "NUMBER" and (token.number is not None or edge.value != 1)]
        here += [edge._replace(kind="DAY") for edge in numbers]


def _add_days_after_months(edges: list[list[Edge]]) -> None:
    """Make a number right after a month a day of it, but not after "in": "in March 12 soldiers" has no day."""
    for at, here in enumerate(edges):
        for month in [edge for edge in here if edge.kind == "MONTH" and edge.end < len(edges)]:
            if at and any(edge.kind == "IN" for edge in edges[at - 1]):
                continue
            days = [edge for edge in edges[month.end] if edge.kind == "DAY"]
            edges[month.end] += [Edge("DAY_NUMBER", day.value, day.end) for day in days]


_BEFORE_TIMES = frozenset({"ABOUT", "BEFORE", "AFTER", "SINCE", "UNTIL", "BY", "FROM"})


def _add_times_between(edges: list[list[Edge]]) -> None:
    """Make "between 4 p.m. and 6 p.m." and "4–6 p.m." one time of day."""

    def ends_of(kinds: frozenset[str], starts: set[int]) -> set[int]:
        return {edge.end for at in starts if at < len(edges) for edge in edges[at] if edge.kind in kinds}

    for at in reversed(range(len(edges))):
        kinds = {edge.kind for edge in edges[at]}
        for time in [edge for edge in edges[at] if edge.kind == "TIME"]:
            edges[at] += [Edge("TIME", None, end) for end in sorted(ends_of(frozenset({"CLOCK"}), {time.end}))]
        if kinds & _BEFORE_TIMES:
            ends = ends_of(frozenset({"TIME"}), ends_of(_BEFORE_TIMES, {at}))
            edges[at] += [Edge("TIME", None, end) for end in sorted(ends)]
        if kinds & {"FROM", "TIME", "NUMBER"}:
            begun = {at} | ends_of(frozenset({"FROM"}), {at})
            joins = ends_of(frozenset({"TO", "AND", "DASH"}), ends_of(frozenset({"TIME", "NUMBER"}), begun))
            ends = ends_of(frozenset({"TIME"}), joins)
            edges[at] += [Edge("TIME", None, end) for end in sorted(ends)]


class _WordFinder(NamedTuple):
    text: str
    tokens: tuple[Token, ...]
    lexicon: Lexicon
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
        yield from self._words(at)
        yield from self._sums(at)
        if token.is_capital and not self._is_glued(at):
            yield from self._romans(at)

    def _romans(self, at: int) -> Iterator[Edge]:
        """Yield "XIX", and "XIXe" with what makes figures ordinals."""
        text = self.tokens[at].text
        for ending in ["", *self.lexicon.ordinal_endings]:
            letters = text.removesuffix(ending)
            if _ROMAN.fullmatch(letters) and (letters != text or not ending):
                yield Edge("ROMAN", _value_of_roman(letters), at + 1)

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
                ends = self._after(at + length, is_short=kind in ("MONTH", "WEEKDAY"))
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
        if self._is_glued(at) or self._is_longer(at):
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
        """Yield dates and times in figures alone: 2019-04-07, 7.4.2019, 16:00."""
        start = self.tokens[at].start
        digits = _as_ascii(self.text)
        if match := _ISO.match(digits, start):
            yield Edge("YMD", (int(match[1]), int(match[3]), int(match[4])), self._token_at(match.end()))
        if (match := _NUMERIC.match(digits, start)) and not (match[2] == "-" and len(match[4]) == 2):
            parts = (int(match[1]), int(match[3]), match[4], match[2])
            yield Edge("FIGURES", parts, self._token_at(match.end()))
        if self.has_dotted_ordinals and (match := _DAY_AND_MONTH.match(digits, start)):
            yield Edge("DAY_AND_MONTH", (int(match[1]), int(match[2]), "."), self._token_at(match.end()))
        if match := _MONTH_OF_YEAR.match(digits, start):
            yield Edge("MONTH_OF_YEAR", (int(match[1]), int(match[2])), self._token_at(match.end()))
        if match := _SLASHED_DAY.match(digits, start):
            yield Edge("SLASHED_DAY", (int(match[1]), int(match[2]), "/"), self._token_at(match.end()))
        if match := _CLOCK.match(digits, start):
            yield from self._time(self._token_at(match.end()), is_sure=True)
        elif match := _TIME.match(digits, start):
            yield from self._time(self._token_at(match.end()), is_sure="h" in match[0].lower())
        yield from self._time(at + 1, is_sure=False)

    def _time(self, end: int, is_sure: bool) -> Iterator[Edge]:
        yield Edge("TIME" if is_sure else "CLOCK_FIGURES", None, end)
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

    def _is_longer(self, at: int) -> bool:
        """Say whether figures are a part of a longer number: 2,011 or 3.5 or 20%."""
        tokens = self.tokens

        def continues(sign: int, figure: int) -> bool:
            return (
                min(sign, figure) >= 0
                and max(sign, figure) < len(tokens)
                and tokens[sign].text in ".,'"
                and tokens[figure].number is not None
                and tokens[max(sign, figure)].is_joined
                and tokens[max(sign, at)].is_joined
            )

        return continues(at + 1, at + 2) or continues(at - 1, at - 2)


_SIGNS = (
    dict.fromkeys(",،、，", "COMMA")
    | dict.fromkeys("-–", "DASH")
    | dict.fromkeys('()（）“”„"', "FILLER")
    | {"/": "SLASH"}
)
_INFLECTED = frozenset({"MONTH", "WEEKDAY", "UNIT", "WHICH", "SEASON", "NUMBER", "ORDINAL", "DAYS", "PERIOD", "FEAST"})
_INFLECTED |= {"YEAR_MARK", "MONTH_MARK", "DAY_MARK", "PART_OF_DAY", "FILLER", "EDGE", "ERA"}


def _value_of_roman(letters: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


@lru_cache(maxsize=64)
def _as_ascii(text: str) -> str:
    """Return a text with the figures of all scripts as 0 to 9."""
    return text if text.isascii() else _DIGITS.sub(lambda digit: str(int(digit[0])), text)
