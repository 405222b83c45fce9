"""How long something lasts: from 2010 to 2016, since 1987, from 7pm to 10.30pm, from an age of 22 to one of 31.

`reckon_lengths(numbers, 2019)` of “from 2010 to 2016” has six years.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from newsbrief.model.document import Span
from newsbrief.reading.numbers.number_words import TIME, NumberWords, is_year
from newsbrief.reading.reckoning.reckonings import Reckoning, reckon

_UNITS = ("", "year")


def reckon_lengths(numbers: Sequence[NumberWords], this_year: int) -> Iterator[Reckoning]:
    """Yield the time between the only two years, times of day or ages of some words, and from the only year to now."""
    years = sorted({int(each.words): each for each in numbers if is_year(each)}.items())
    if len(years) == 2:
        yield _length("year", Fraction(years[1][0] - years[0][0]), "length", [each for _, each in years])
    elif len(years) == 1 and years[0][0] < this_year:
        yield _length("year", Fraction(this_year - years[0][0]), "until now", [years[0][1]])
    times = [each for each in numbers if each.units == {TIME}]
    if len(times) == 2:
        first, last = (list(each.values_in(frozenset({TIME}))) for each in times)
        if len(first) == len(last) == 1 and isinstance(first[0], Fraction) and isinstance(last[0], Fraction):
            minutes = (last[0] - first[0]) % 1440
            yield _length("minute", minutes, "length", times)
    ages = [each for each in numbers if each.is_age]
    if len(ages) == 2:
        values = [min(v for v in each.values_in(frozenset(_UNITS)) if isinstance(v, Fraction)) for each in ages]
        yield _length("year", abs(values[1] - values[0]), "length", ages)


def _length(unit: str, value: Fraction, way: str, numbers: Sequence[NumberWords]) -> Reckoning:
    starts = [each.span.start for each in numbers]
    span = Span(min(starts), max(each.span.end for each in numbers))
    return reckon([(unit, value)], "length" if way == "length" else "until now", span)
