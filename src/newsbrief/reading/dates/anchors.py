"""The dates of a text from which later words of it count: "that day", "a week later", "the year-ago quarter".

A text about the figures of a quarter compares them with "a year ago", which is the same quarter then.
"""

from datetime import date

import msgspec

from newsbrief.reading.dates.find import DateFinder, DateWords
from newsbrief.reading.dates.grammar import DateGrammar, Reading
from newsbrief.reading.dates.parts import Setting
from newsbrief.reading.dates.periods import GRAINS, Period, months_from
from newsbrief.reading.dates.values import DateValue

_NEAR = 600
"""The letters of text over which words count from a date; from a quarter they do through the whole text."""


class Anchors:
    """The last date of a text so far, and the last quarter."""

    def __init__(self, as_of: date):
        self.as_of = as_of
        self.last: DateWords | None = None
        self.quarter: DateWords | None = None

    def add(self, words: DateWords) -> None:
        """Let later words count from a date; one that itself counts from another moves the anchor only if finer."""
        self.last = words
        if words.value.precision == "quarter" and words.anchor is None and words.value.last <= self.as_of:
            self.quarter = words

    def resolve(self, finder: DateFinder, at: int, reading: Reading, words: DateWords) -> DateWords | None:
        """Return the date with a value; None where it counts from a day that the text does not name."""
        if not words.value.choices:
            return None
        if words.value.basis != "elsewhere":
            if self.quarter is not None and _is_year_ago(finder, at, reading) and _is_compared(finder, at):
                return self._same_quarter(self.quarter, words, words.value.first.year - self.as_of.year)
            return words
        if self.quarter is not None and words.value.precision in ("year", "quarter"):
            base = self._read_again(finder, at, reading, self.quarter.value.first)
            if base is not None and (base.precision == "quarter" or _counts_years(finder, at, reading)):
                years = base.first.year - self.quarter.value.first.year
                return self._same_quarter(self.quarter, words, years)
        near = self.last if self.last and words.span.start - self.last.span.end < _NEAR else None
        if near is None or words.value.precision == "quarter" or finder.counts_from_after(reading.end):
            return None
        value = self._read_again(finder, at, reading, near.value.first)
        if value is None or GRAINS.index(near.value.precision) > GRAINS.index(value.precision):
            return None
        return msgspec.structs.replace(words, value=value, anchor=near.span)

    def _same_quarter(self, quarter: DateWords, words: DateWords, years: int) -> DateWords:
        start = quarter.value.first
        period: Period = months_from(start.year + years, start.month, 3, "quarter")
        return msgspec.structs.replace(words, value=DateValue((period,), "counted"), anchor=quarter.span)

    def _read_again(self, finder: DateFinder, at: int, reading: Reading, day: date) -> DateValue | None:
        """Return the value of words that count from another day."""
        grammar = DateGrammar(finder.lattice, Setting(day, finder.custom))
        again = [each.value for each in grammar.values_at(at) if each.end == reading.end and each.value.choices]
        found = next((value for value in again if value.basis == "elsewhere"), None)
        return found and msgspec.structs.replace(found, basis="counted")


def _kinds(finder: DateFinder, first: int, end: int) -> list[set[str]]:
    return [{edge.kind for edge in finder.lattice[at]} for at in range(first, end)]


def _counts_years(finder: DateFinder, at: int, reading: Reading) -> bool:
    """Say whether words count years from a date: "a year earlier", not "that year"."""
    return not any("THERE" in kinds for kinds in _kinds(finder, at, reading.end))


def _is_year_ago(finder: DateFinder, at: int, reading: Reading) -> bool:
    value = reading.value
    return value.precision == "year" and any("AGO" in kinds for kinds in _kinds(finder, at, reading.end))


def _is_compared(finder: DateFinder, at: int) -> bool:
    """Say whether the words before a date in its sentence compare figures: "up from", "than", "compared with"."""
    return any("COMPARED" in kinds for kinds in _kinds(finder, 0, at))
