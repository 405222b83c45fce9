"""Numbers in figures: their digits, in any script, and the signs between them.

`read_figures("1,450", "en")` is `(Fraction(1450),)`.
"""

import re
import unicodedata
from fractions import Fraction

from newsbrief.model.languages import primary_language
from newsbrief.model.patterns import compile_late

_COMMAS = (
    "de fr es it pt nl ru uk be pl cs sk sl hr sr bs mk bg sv da no nb nn fi is et lv lt ro hu el tr id vi ca gl eu sq"
    " az kk ky uz hy ka"
)
_COMMA_IS_DECIMAL = frozenset(_COMMAS.split())
_BOTH_ARE_USED = frozenset({"es", "pt", "ar", "id", "af"})
"""Languages whose countries differ in the sign between whole numbers and decimals."""

FIGURES = r"\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*"
_SEPARATORS = compile_late(r"[ \u00a0\u2009\u202f'’]")
_GROUPED = compile_late(r"\d{1,3}(?:([.,])\d{2,3})*(?:[.,]\d{3})")
_VULGAR = compile_late("[¼-¾⅐-⅞]")


def plain_digits(text: str) -> str:
    """Return `text` in small letters and with digits from 0 to 9, character by character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(each if len(each) == 1 else char for char in text for each in [char.lower()])
    if lowered.isascii():
        return lowered
    return "".join(_plain(char) for char in lowered)


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return {"٫": ".", "٬": ",", "’": "'", "ʼ": "'", "，": ",", "．": ".", "−": "-"}.get(char, char)


def read_figures(figures: str, language: str) -> tuple[Fraction, ...]:
    """Return the values that plain digits with signs between them may have; none if they are no one number."""
    digits = _SEPARATORS.sub("", figures)
    signs = [char for char in digits if char in ".,"]
    if not signs:
        return (Fraction(int(digits)),)
    if len(set(signs)) == 2:
        return _with_decimals(digits, signs)
    if len(signs) > 1:
        return (Fraction(int(re.sub("[.,]", "", digits))),) if _GROUPED.fullmatch(digits) else ()
    whole, _, rest = digits.partition(signs[0])
    decimal = Fraction(f"{whole}.{rest}")
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0") or digits != figures:
        return (decimal,)
    grouped = Fraction(int(whole + rest))
    spoken = primary_language(language)
    if spoken in _BOTH_ARE_USED:
        return (grouped, decimal)
    return (decimal,) if (signs[0] == ",") == (spoken in _COMMA_IS_DECIMAL) else (grouped,)


def _with_decimals(digits: str, signs: list[str]) -> tuple[Fraction, ...]:
    """Return the value of figures with both signs: the last one stands before the decimals."""
    if signs.count(signs[-1]) > 1:
        return ()
    whole, _, rest = digits.rpartition(signs[-1])
    grouped = _GROUPED.fullmatch(whole)
    return (Fraction(f"{re.sub('[.,]', '', whole)}.{rest}"),) if grouped else ()


def read_vulgar(char: str) -> Fraction | None:
    """Return the value of a sign such as ½."""
    if not _VULGAR.fullmatch(char):
        return None
    return Fraction(unicodedata.numeric(char)).limit_denominator(10)
