"""Find the dates that stand in a text, each as long as it is understood.

`find_dates("They met on Friday, a week later.", "en", date(2019, 4, 10))[0].words` is "Friday".
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from unicodedata import is_normalized

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.evidence.typography import compose
from newsbrief.model.document import Span
from newsbrief.reading.dates.grammar import DateGrammar, Reading
from newsbrief.reading.dates.lattice import SKIPPED, Lattice, read_lattice
from newsbrief.reading.dates.lexicon import DateLexicon, read_lexicon
from newsbrief.reading.dates.parts import Setting
from newsbrief.reading.dates.periods import custom_of
from newsbrief.reading.dates.tense import in_tense, tense_beside
from newsbrief.reading.dates.tokens import DateToken, cut_tokens
from newsbrief.reading.dates.values import DateValue


class DateWords(Struct, frozen=True):
    """Words of a text that name a date, at `span` in it.

    `anchor` are the words of the date from which these count, where they do not name it: “a year later”.
    """

    span: Span
    words: str
    value: DateValue
    anchor: Span | None = None


@lru_cache(maxsize=256)
def find_dates(text: str, language: str, as_of: date) -> tuple[DateWords, ...]:
    """Return the dates of a text in their order; the verb nearest to a date says which of several it likely is."""
    if text.isascii() or is_normalized("NFC", text):
        return tuple(_find(text, language, as_of))
    composed = compose(text)
    found = ((each, composed.original(*each.span)) for each in _find(composed.text, language, as_of))
    return tuple(replace(each, span=span, words=text[span.start : span.end]) for each, span in found if span)


def _find(text: str, language: str, as_of: date) -> Iterator[DateWords]:
    finder = DateFinder(text, language, as_of)
    return (finder.words_of(at, reading) for at, reading in finder.readings())


class DateFinder:
    """The readings of a text as dates, with the numbers of the tokens at which they begin.

    With `is_plain`, those are left out that name the bounds of a time: of "since May", May is found.
    """

    def __init__(self, text: str, language: str, as_of: date, *, is_plain: bool = False):
        self.text = text
        self.is_plain = is_plain
        self.as_of = as_of
        self.custom = custom_of(language)
        self.lexicon: DateLexicon = read_lexicon(language)
        self.tokens: tuple[DateToken, ...] = cut_tokens(text)
        self.lattice: Lattice = read_lattice(text, language)
        self.grammar = DateGrammar(self.lattice, Setting(as_of, self.custom))

    def readings(self) -> Iterator[tuple[int, Reading]]:
        at = 0
        while at < len(self.tokens):
            reading = self._longest(at) if self._begins_date(at) else None
            if reading is None:
                at += 1
                continue
            while (later := self._without_first(at, reading)) is not None:
                at, reading = at + 1, later
            yield at, reading
            at = reading.end

    def words_of(self, at: int, reading: Reading) -> DateWords:
        """Return a reading with its words, and its times in the order of the tense beside it."""
        value = reading.value
        if value.cycle and len(value.choices) > 1:
            tense = tense_beside(self.tokens, self.lattice, self.lexicon, at, reading.end)
            value = in_tense(value, tense, self.as_of)
        span = Span(self.tokens[at].start, self.tokens[reading.end - 1].end)
        return DateWords(span, self.text[span.start : span.end], value)

    def counts_from_after(self, end: int) -> bool:
        """Say whether words up to a token count from what follows: "two days after the vote"."""
        kinds = {edge.kind for edge in self.lattice[end - 1]}
        return bool(kinds & {"BEFORE", "AFTER"}) and end < len(self.tokens) and self.tokens[end].text[0].isalnum()

    def _begins_date(self, at: int) -> bool:
        return any(edge.kind not in _NO_BEGINNING for edge in self.lattice[at])

    def _longest(self, at: int) -> Reading | None:
        """Return the reading that reaches farthest from a token on; it may not end inside a word."""
        readings = [each for each in self.grammar.values_at(at) if not self._runs_on(each.end)]
        readings = [each for each in readings if not (self.is_plain and each.is_bound) and not self._is_weak(at, each)]
        readings = [each for each in readings if each.value.choices] or readings
        if self.is_plain:
            readings = [each for each in readings if not self._is_list(at, each)]
        end = max((each.end for each in readings), default=0)
        best = next((each for each in readings if each.end == end), None)
        if best and self.tokens[end - 1].text == ".":
            # The full stop may be the sentence's: it is no part of a date that does without it.
            return next((each for each in readings if each.end == end - 1 and each.value == best.value), best)
        return best

    def _is_list(self, at: int, reading: Reading) -> bool:
        """Say whether words name two dates, each by itself: "on Friday and on Sunday", not "on 3 and 4 April"."""
        if not reading.value.is_span or any(edge.kind == "FROM" for edge in self.lattice[at]):
            return False
        first = {each.end for each in self.grammar.values_at(at) if not each.value.is_span and each.value.choices}
        joins = [edge.end for end in first if end < reading.end for edge in self.lattice[end] if edge.kind == "AND"]
        return any(each.end == reading.end for start in joins for each in self.grammar.values_at(start))

    def _runs_on(self, at: int) -> bool:
        if at == len(self.tokens):
            return False
        before, after = self.tokens[at - 1], self.tokens[at]
        return after.is_joined and before.text.isascii() and after.text.isascii() and after.text[0].isalnum()

    def _without_first(self, at: int, reading: Reading) -> Reading | None:
        """Return the same reading without its first token, if that changes nothing: "in" of "in March"."""
        if at + 1 >= reading.end or not any(edge.kind == "FILLER" for edge in self.lattice[at]):
            return None
        later = [each for each in self.grammar.values_at(at + 1) if each.end == reading.end]
        return later[0] if later and later[0].value == reading.value else None

    def _is_weak(self, at: int, reading: Reading) -> bool:
        """Say whether the words may as well be no date.

        A year or a season alone counts after a word such as "in", a year also after "a" or "his"; a short name, after
        such a word, or beside something else; "the first" is no day, and a word in capitals is a name: "Jan Kavan", the
        broadcast "This Week".
        """
        if reading.value.cycle == "month" or (self.lexicon.names and self._is_name(at, reading)):
            return True
        before = {edge.kind for edge in self.lattice[at - 1]} if at else set()
        begun = {edge.kind for edge in self.lattice[at]}
        if ("MORE" in before and begun & {"NUMBER", "COUNT"}) or self._counts_things(at, reading.end):
            return True
        if any(self._counts_else(start, reading.end) for start in (at, at + 1)):
            return True
        edges = [edge for edge in self.lattice[at] if edge.end == reading.end]
        kinds = {edge.kind for edge in edges}
        if reading.cost > 11 or kinds & {"DECADE", "FIGURES", "YMD"}:
            return False
        if "YEAR" in kinds and "DETERMINER" in before:
            return not 1800 <= reading.value.first.year <= self.as_of.year + 20
        if "YEAR" in kinds and reading.end > at + 1:
            return False
        return bool(kinds & _WEAK) and not before & _BEFORE_WEAK

    def _counts_else(self, at: int, end: int) -> bool:
        """Say whether a number before words such as “last year” counts something else: “fell to 208 last year”."""
        if not self.lexicon.has_plurals or end - at < 3 or all(edge.kind != "NUMBER" for edge in self.lattice[at]):
            return False
        kinds = [{edge.kind for edge in here} for here in self.lattice[at:end]]
        return "WHICH" in kinds[-2] and "UNIT" in kinds[-1] and "MANY" not in kinds[-1]

    def _counts_things(self, at: int, end: int) -> bool:
        """Say whether a number after "about" is one of things: "some 2011 men"."""
        year = end - 1
        if year not in (at, at + 1) or year == 0:
            return False
        is_about = any(edge.kind == "ABOUT" for edge in self.lattice[year - 1])
        is_number = is_about and any(edge.kind == "YEAR" for edge in self.lattice[year])
        return is_number and end < len(self.tokens) and self.tokens[end].text.isalpha()

    def _is_name(self, at: int, reading: Reading) -> bool:
        """Say whether a capital letter inside a sentence makes words a name, where those for dates have none."""
        tokens, last = self.tokens, reading.end - 1
        before = {edge.kind for edge in self.lattice[at - 1]} if at else set()
        if last == at and tokens[at].text in self.lexicon.short_names:
            after = tokens[reading.end] if reading.end < len(tokens) else None
            if (at and not before & _BEFORE_WEAK) or (after and after.is_capital):
                return True
        if at == 0 or tokens[at - 1].text in ".!?:":
            return False
        if last == at and not tokens[at - 1].text[-1].isalnum():
            return False
        edges = [edge for here in self.lattice[at : reading.end] for edge in here if edge.end == reading.end]
        kinds = {edge.kind for edge in edges}
        return tokens[last].is_capital and bool(_SMALL & kinds) and "FEAST" not in kinds


_NO_BEGINNING = SKIPPED | {"COMMA", "STOP", "DASH", "SLASH", "AND", "TO", "CLOCK", "DETERMINER", "COMPARED", "MORE"}
_NO_BEGINNING |= {"MANY", "ENDING", "PRESENT", "PAST", "COMING", "FUTURE", "RANGE_END", "ORDINAL_ENDING"}
_WEAK = frozenset({"YEAR", "SHORT_YEAR", "SEASON", "ORDINAL", "NUMBER"})
_SMALL = frozenset({"UNIT", "DAYS", "SEASON"})
_BEFORE_WEAK = frozenset({"FILLER", "IN", "FROM", "SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "ABOUT", "TO", "AND"})
