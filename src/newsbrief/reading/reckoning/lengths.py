"""How long something lasts: from 2010 to 2016, since 1987, from 7pm to 10.30pm, from an age of 22 to one of 31.

`reckon_lengths(text, numbers, 2019, words)` of “from 2010 to 2016” has six years.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newsbrief.model.document import Span
from newsbrief.reading.numbers.number_words import TIME, NumberWords, is_year_in
from newsbrief.reading.reckoning.lexicon import ReckoningWords, has_phrase, tokens_of
from newsbrief.reading.reckoning.reckonings import Reckoning, Way, reckon

_AGES = frozenset({"", "year"})
_NEAR = 70
_SIGN = re.compile(r"[.,;:()]\s")


def reckon_lengths(
    text: str, numbers: Sequence[NumberWords], this_year: int, words: ReckoningWords
) -> Iterator[Reckoning]:
    """Yield the time between the only two years, times of day or ages, and to now from when something began."""
    years = [each for each in numbers if is_year_in(text, each)]
    values = [Fraction(each.words) for each in years]
    if len(years) == 2:
        between = tokens_of(text[years[0].span.end : years[1].span.start])
        is_joined = bool(between) and words.up_to.issuperset(between)
        yield _length("year", abs(values[1] - values[0]), "length" if is_joined else "later", years)
    end = 0
    for value, year in zip(values, years, strict=True):
        clause = _SIGN.split(text[max(end, year.span.start - _NEAR) : year.span.start])[-1]
        if value < this_year and has_phrase(tokens_of(clause), words.beginning):
            yield _length("year", this_year - value, "until now", [year])
        end = year.span.end
    times = [each for each in numbers if each.units == {TIME} and len(each.readings) == 1]
    if len(times) == 2:
        first, last = (_only_value(each) for each in times)
        yield _length("minute", (last - first) % 1440, "length", times)
    ages = [each for each in numbers if each.is_age]
    if len(ages) == 2:
        first, last = (_only_value(each) for each in ages)
        yield _length("year", abs(last - first), "length", ages)


def _only_value(number: NumberWords) -> Fraction:
    """Return the value of a time of day or an age; of “22”, that of an age."""
    units = _AGES if number.is_age else number.units
    return min(value for value in number.values_in(units) if isinstance(value, Fraction))


def _length(unit: str, value: Fraction, way: Way, numbers: Sequence[NumberWords]) -> Reckoning:
    return reckon([(unit, value)], way, Span(numbers[0].span.start, numbers[-1].span.end))
