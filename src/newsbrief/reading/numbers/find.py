"""The numbers of a text, each with the values and units that its words may have.

`find_numbers("12 percent of them", "en")[0].readings` is `{("percent", Fraction(12))}`.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from unicodedata import is_normalized

from newsbrief.evidence.typography import compose
from newsbrief.model.scripts import HAN_OR_KANA
from newsbrief.reading.numbers.ages import mark_ages
from newsbrief.reading.numbers.clock import CLOCK
from newsbrief.reading.numbers.figure_numbers import read_code, read_figure_number, read_time
from newsbrief.reading.numbers.figures import FIGURES, plain_digits, read_vulgar
from newsbrief.reading.numbers.ideographs import IDEOGRAPHS, read_ideographs
from newsbrief.reading.numbers.number_text import NumberText, as_fraction, with_unit
from newsbrief.reading.numbers.number_words import ORDINAL, NumberWords
from newsbrief.reading.numbers.numerals import Numerals, numerals_of
from newsbrief.reading.numbers.ranges import share_units
from newsbrief.reading.numbers.word_numbers import read_word

_ATOM = (
    rf"(?P<code>(?<![^\W_])[a-z]{{1,7}}-?\d+[^\W_]*)|(?P<clock>(?<![\d.,]){CLOCK})"
    rf"|(?P<figures>{FIGURES})(?P<vulgar>[¼-¾⅐-⅞])?|(?P<sign>[¼-¾⅐-⅞])"
)
_IN_IDEOGRAPHS = rf"{_ATOM}|(?P<ideographs>{IDEOGRAPHS})|(?P<word>[^\W\d_\u3040-\u30ff\u3400-\u9fff]+)"
_IN_LETTERS = rf"{_ATOM}|(?P<word>[^\W\d_]+)"
"""The same for a text without ideographs, which costs less to compile."""

_SIGNS = re.compile(r"\d|[¼-¾⅐-⅞]")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=512)
def find_numbers(text: str, language: str) -> tuple[NumberWords, ...]:
    """Return the numbers of a text in order; words for numbers are those of its language, units those of many."""
    if text.isascii() or is_normalized("NFC", text):
        return tuple(_find(text, language))
    composed = compose(text)
    found = ((each, composed.original(*each.span)) for each in _find(composed.text, language))
    return tuple(each._replace(span=span, words=text[span.start : span.end]) for each, span in found if span)


def _find(text: str, language: str) -> Iterable[NumberWords]:
    plain = plain_digits(text)
    numerals = numerals_of(language)
    if not _may_hold_numbers(plain, numerals):
        return ()
    found: list[NumberWords] = []
    at = 0
    source = NumberText(text, plain, language, numerals)
    pattern = re.compile(_IN_IDEOGRAPHS if HAN_OR_KANA.stand_in(plain) else _IN_LETTERS)
    while match := pattern.search(plain, at):
        if match.lastgroup == "word" and not numerals.may_begin(match[0]):
            at = match.end()
            continue
        number, at = _read_atom(source, match)
        if number:
            found.append(number)
        at = max(at, match.start() + 1)
    return tuple(mark_ages(text, plain, share_units(text, plain, found, numerals), language))


def _may_hold_numbers(plain: str, numerals: Numerals) -> bool:
    """Say whether a text has figures or a word for a number, at little cost: most sentences have none."""
    if (
        _SIGNS.search(plain)
        or HAN_OR_KANA.stand_in(plain)
        or numerals.prefixes
        or (numerals.thousand and numerals.thousand in plain)
    ):
        return True
    return not numerals.every_word.isdisjoint(_LETTERS.findall(plain))


def _read_atom(source: NumberText, match: re.Match[str]) -> tuple[NumberWords | None, int]:
    """Return the number that begins at a match, if there is one, and where to read on."""
    start, end = match.span()
    sort = match.lastgroup if match.lastgroup != "vulgar" else "figures"
    if sort == "word":
        return read_word(source, match)
    if sort == "code":
        return read_code(source, match)
    if match["clock"] and (number := read_time(source, start, end)):
        return number, number.span.end
    if match["clock"]:
        found = re.compile(FIGURES).match(source.plain, start)
        assert found is not None
        return read_figure_number(source, start, found.end(), found[0], "")
    if match["figures"]:
        return read_figure_number(source, start, match.end("figures"), match["figures"], match["vulgar"] or "")
    if match["sign"]:
        value = read_vulgar(match["sign"]) or Fraction(0)
        return source.number(start, end, as_fraction(value)), end
    return _read_ideographs(source, start, end)


def _read_ideographs(source: NumberText, start: int, end: int) -> tuple[NumberWords | None, int]:
    value, is_ordinal = read_ideographs(source.plain, start, end)
    if value is None:
        return None, end
    if is_ordinal:
        return source.number(start, end, [(ORDINAL, value)], value == 1), end
    return with_unit(source, start, end, [value], [], is_spelled=True)
