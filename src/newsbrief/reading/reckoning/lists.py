"""How many are named one after the other: in 2014 and again in 2017; workshops in Biel and Le Locle.

`count_years(text, numbers, words)` of “in 2014 and again in 2017” has two occasions.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from newsbrief.model.document import Span
from newsbrief.reading.numbers.number_words import ORDINAL, NumberWords, is_year
from newsbrief.reading.reckoning.lexicon import ReckoningWords, tokens_of
from newsbrief.reading.reckoning.reckonings import Reckoning, amounts, reckon

_NAME = r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,3}"
_MOST = 12
_NEAR, _FAR = 12, 40


def count_years(text: str, numbers: Sequence[NumberWords], words: ReckoningWords) -> Iterator[Reckoning]:
    """Yield how many years follow each other with nothing but “and again in” and the like between them."""
    row: list[NumberWords] = []
    for number in [*(each for each in numbers if is_year(each)), None]:
        between = tokens_of(text[row[-1].span.end : number.span.start]) if row and number else []
        if row and number and between and all(token == "," or token in words.listing for token in between):
            row.append(number)
            continue
        if len({each.words for each in row}) > 1:
            count = Fraction(len(row))
            yield reckon([("", count), ("time", count)], "occasions", Span(row[0].span.start, row[-1].span.end))
        row = [number] if number else []


def count_ordinals(numbers: Sequence[NumberWords]) -> Iterator[Reckoning]:
    """Yield the numbers of ordinals: with a ninth case there are nine."""
    for number in numbers:
        for value in number.values_in(frozenset({ORDINAL})):
            if isinstance(value, Fraction) and 1 < value <= _MOST:
                yield reckon([("", value)], "ordinal", number.span)


def count_names(
    text: str, spans: Sequence[Span], numbers: Sequence[NumberWords], words: ReckoningWords
) -> Iterator[Reckoning]:
    """Yield how many names follow each other, the last after “and”, and how much they have that have so much each."""
    joint = "|".join(sorted(words.joining))
    pattern = re.compile(rf"{_NAME}(?:, {_NAME}){{0,{_MOST}}},? (?:{joint}) {_NAME}")
    for span in spans:
        for match in pattern.finditer(text, span.start, span.end):
            count = Fraction(match[0].count(", ") + 2 - bool(re.search(rf", (?:{joint}) ", match[0])))
            yield reckon([("", count)], "named", Span(match.start(), match.end()))
            if not words.each.isdisjoint(tokens_of(text[match.end() : match.end() + _NEAR])[:1]):
                following = next((number for number in numbers if number.span.start > match.end()), None)
                if following and following.span.start - match.end() < _FAR and not following.bound:
                    span = Span(match.start(), following.span.end)
                    yield from (
                        reckon([(unit, value * count)], "each", span) for unit, value in amounts(following).items()
                    )
