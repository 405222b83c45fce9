"""The words of a language for dates, where they begin at a token of a text.

`WordEdges(cut_tokens("last night"), read_lexicon("en")).at(0)` has the edge of `last night`, to the end.
"""

from collections.abc import Iterator

from msgspec import Struct

from newsbrief.reading.dates.lexicon import DateLexicon
from newsbrief.reading.dates.tokens import DateToken, Edge

_LONGEST_SHORT_FORM = 5
"""The letters of “Sept” and “Thurs”: a full stop after a longer name ends the sentence."""

_SHORTEST_PART = 3
"""The fewest letters of each part of a word such as “Montagabend”."""

_NAMED = ("MONTH", "WEEKDAY")
_INFLECTED = frozenset({"MONTH", "WEEKDAY", "UNIT", "WHICH", "SEASON", "NUMBER", "ORDINAL", "DAYS", "PERIOD", "FEAST"})
_INFLECTED |= {"YEAR_MARK", "MONTH_MARK", "DAY_MARK", "PART_OF_DAY", "FILLER", "EDGE", "ERA"}


class WordEdges(Struct, frozen=True):
    """The edges of the words of a lexicon."""

    tokens: tuple[DateToken, ...]
    lexicon: DateLexicon

    def at(self, at: int) -> Iterator[Edge]:
        """Yield the words that begin at a token, with what may be joined before and after them."""
        text = self.tokens[at].text
        yield from self._phrases(at, text)
        for prefix in self.lexicon.prefixes:
            if text.startswith(prefix) and len(text) > len(prefix) + 1:
                yield from self._phrases(at, text[len(prefix) :])
                if any(kind == "AND" for kind, _ in self.lexicon.words.get((prefix,), ())):
                    # The word is read again after its “and”: “السبت والأحد”.
                    yield Edge("AND", None, at)
        if self.lexicon.compounds and self.tokens[at].number is None:
            yield from self._compounds(at)

    def of_kinds(self, at: int, *kinds: str) -> Iterator[Edge]:
        """Yield the words of some kinds that begin at a token, with nothing joined before them."""
        if at < len(self.tokens):
            yield from (edge for edge in self._phrases(at, self.tokens[at].text) if edge.kind in kinds)

    def _phrases(self, at: int, first: str) -> Iterator[Edge]:
        words, tokens = self.lexicon.words, self.tokens
        for length in range(1, self.lexicon.longest.get(first, 0) + 1):
            if at + length > len(tokens):
                break
            phrase = (first, *(token.text for token in tokens[at + 1 : at + length]))
            for kind, value in words.get(phrase, ()):
                if kind in _NAMED and phrase in self.lexicon.names and not tokens[at].is_capital:
                    continue
                is_short = kind in _NAMED and len(tokens[at].text) <= _LONGEST_SHORT_FORM
                yield from (Edge(kind, value, end) for end in self.ends(at + length, is_short))
        for ending in self.lexicon.endings:
            if first.endswith(ending) and len(first) > len(ending):
                for kind, value in words.get((first[: -len(ending)],), ()):
                    if kind in _INFLECTED:
                        yield Edge(kind, value, at + 1)

    def ends(self, end: int, is_short: bool = False) -> Iterator[int]:
        """Yield where a word may end: at `end`, or after an ending, or a full stop, that is joined to it."""
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
        """Yield the day in a word with a part of the day: “Montagabend”."""
        text, words = self.tokens[at].text, self.lexicon.words
        for cut in range(_SHORTEST_PART, len(text) - _SHORTEST_PART + 1):
            rest = words.get((text[cut:],)) or words.get((text[cut:].removeprefix("s"),), ())
            if any(kind == "PART_OF_DAY" for kind, _ in rest):
                for kind, value in words.get((text[:cut],), ()):
                    if kind in ("WEEKDAY", "DAYS"):
                        yield Edge(kind, value, at + 1)
