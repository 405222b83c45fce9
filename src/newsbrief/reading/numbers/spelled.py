"""Numbers in words, put together: two hundred and twelve, trois quarts, zwei Millionen.

`read_spelled("two hundred and twelve men", 0, numerals_of("en"))` has the value 212 and the end 22.
"""

from fractions import Fraction

from msgspec import Struct

from newsbrief.model.patterns import compile_late
from newsbrief.reading.numbers.numerals import Numeral, Numerals

_WORD = compile_late(r"[^\W\d_]+(?:'[^\W\d_]+)?\.?")
_GAP = compile_late(r"[ \u00a0]?[-‐‑]?")
_AND_A_HALF = compile_late(
    r" (?:and a half|y medi[oa]|e mezz[oa]|et demie?|e mei[oa]|en een half|i pół|с половиной|ونصف)(?![^\W_])"
    r"|einhalb(?![^\W_])"
)


class NumberInWords(Struct, frozen=True):
    """A number in words that ends at `end`: whole (or with a half), ordinal, a fraction, or vague ("dozens")."""

    end: int
    value: Fraction
    is_ordinal: bool = False
    fraction: Fraction | None = None
    is_vague: bool = False


class _Sum:
    """The value of the words of one number so far."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.total = Fraction(0)
        self.part = Fraction(0)
        self.least_scale = Fraction(0)
        self.is_begun = False

    @property
    def value(self) -> Fraction:
        return self.total + self.part

    def takes(self, word: Numeral, joined: bool) -> bool:
        """Add a word to the number, if it can belong to it."""
        if not self.is_begun or word.sort in ("hundred", "scale", "dozen"):
            return self._multiply(word) if word.sort in ("hundred", "scale", "dozen") else self._begin(word)
        value, low = word.value, self.part % 100
        if self.part == 0 and self.total and value < 1000:
            self.part = value
        elif value < 10 and low % 10 == 0 and (low != 10 or (self.language == "fr" and value >= 7)):
            self.part += value
        elif self.language == "fr" and self.part == 4 and value == 20:
            self.part = Fraction(80)
        elif 10 <= value < 100 and self._takes_ten(value, low, joined):
            self.part += value
        else:
            return False
        return True

    def _begin(self, word: Numeral) -> bool:
        self.part = word.value
        self.is_begun = True
        return True

    def _takes_ten(self, value: Fraction, low: Fraction, joined: bool) -> bool:
        if low == 0:
            return True
        if self.language == "fr":
            return low in (60, 80) and value < 20
        if self.language in ("ar", "he"):
            return low < 10 and (joined if value >= 20 else value == 10 and not joined)
        return False

    def _multiply(self, word: Numeral) -> bool:
        self.is_begun = True
        if word.sort == "dozen" or (word.sort == "hundred" and self.part < 100):
            self.part = (self.part or 1) * word.value
        elif word.sort == "hundred":
            return False
        elif self.total and word.value > self.least_scale:
            self.total = self.value * word.value
            self.part = Fraction(0)
        else:
            self.total += (self.part or 1) * word.value
            self.part = Fraction(0)
            self.least_scale = word.value
        return True

    def add_half(self) -> None:
        if self.part:
            self.part += Fraction(1, 2)
        else:
            self.total += self.least_scale / 2


_ABBREVIATED = compile_late(r"[b-df-hj-np-tv-z]{1,3}")
"""Words such as *k*, *bn* and *mrd*, which say nothing without a figure before them."""


def read_spelled(text: str, start: int, numerals: Numerals) -> NumberInWords | None:
    """Return the longest number in words that begins at `start` of a text in small letters."""
    sum_ = _Sum(numerals.language)
    end, at, is_joined, has_article = start, start, False, False
    while match := _WORD.match(text, at):
        word = match[0].rstrip(".")
        numeral = numerals.read(word)
        if not sum_.is_begun and _ABBREVIATED.fullmatch(word):
            break
        if word in numerals.articles and not sum_.is_begun and _leads_on(text, match.end(), numerals):
            numeral, has_article = None, True
        elif numeral is None and not (sum_.is_begun and word in numerals.joints and not is_joined):
            break
        if numeral is not None:
            if numeral.sort in ("ordinal", "fraction", "vague"):
                return _end(text, sum_, numeral, match.start() + len(word), end, numerals, has_article)
            if not sum_.takes(numeral, is_joined or numeral.joined):
                break
            end = match.start() + len(word)
            if half := _AND_A_HALF.match(text, end):
                sum_.add_half()
                end = half.end()
        is_joined = numeral is None and not has_article
        at = end if numeral is not None and end > match.end() else match.end()
        at = _GAP.match(text, at).end()  # type: ignore[union-attr]
    return NumberInWords(end, sum_.value) if sum_.is_begun else None


def _leads_on(text: str, at: int, numerals: Numerals) -> bool:
    """Say whether a word by which an article counts as one comes next: a million, a third."""
    following = _WORD.match(text, _GAP.match(text, at).end())  # type: ignore[union-attr]
    numeral = numerals.read(following[0].rstrip(".")) if following else None
    return numeral is not None and numeral.sort in ("hundred", "scale", "dozen", "fraction", "ordinal")


def _end(
    text: str, sum_: _Sum, last: Numeral, end: int, before: int, numerals: Numerals, has_article: bool
) -> NumberInWords | None:
    """Return the number that an ordinal, a fraction or a vague word ends."""
    if last.sort == "vague":
        return NumberInWords(before, sum_.value) if sum_.is_begun else NumberInWords(end, last.value, is_vague=True)
    if last.sort == "fraction":
        if sum_.is_begun and sum_.value >= 10:
            return NumberInWords(before, sum_.value)
        return _read_part(text, end, (sum_.value if sum_.is_begun else 1) * last.value, numerals)
    if not sum_.is_begun:
        fraction = 1 / last.value if has_article and last.value > 2 else None
        return NumberInWords(end, last.value, is_ordinal=True, fraction=fraction)
    if sum_.value < 10 and last.value > 2:
        return NumberInWords(end, sum_.value, fraction=sum_.value / last.value)
    return (
        NumberInWords(end, sum_.value, is_ordinal=True)
        if sum_.takes(last, joined=False)
        else NumberInWords(before, sum_.value)
    )


def _read_part(text: str, end: int, part: Fraction, numerals: Numerals) -> NumberInWords:
    """Return a fraction, or the number that it is a part of, as in "half a million"."""
    at = _GAP.match(text, end).end()  # type: ignore[union-attr]
    for _ in range(2):
        word = _WORD.match(text, at)
        numeral = numerals.read(word[0].rstrip(".")) if word else None
        if word and numeral and numeral.sort in ("scale", "dozen", "hundred"):
            return NumberInWords(word.start() + len(word[0].rstrip(".")), part * numeral.value)
        if not word or word[0] not in numerals.articles:
            break
        at = _GAP.match(text, word.end()).end()  # type: ignore[union-attr]
    return NumberInWords(end, part, fraction=part)
