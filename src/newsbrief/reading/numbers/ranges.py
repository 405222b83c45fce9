"""Numbers that share a unit: what stands after the last one, or after the first one, is the unit of the other as well.

`share_units(text, plain, numbers, numerals)` gives the 8.5 of "from 8.5 to 6.2 million euros" its millions and its
euros, and the 11 of "14 million, up from 11 a year before" its millions.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import zip_longest

from newsbrief.model.patterns import compile_late
from newsbrief.model.scripts import HAN_OR_KANA
from newsbrief.reading.numbers.bounds import words_of_bounds
from newsbrief.reading.numbers.ideographs import SCALE_SIGNS
from newsbrief.reading.numbers.number_words import TIME, NumberWords, Reading
from newsbrief.reading.numbers.numerals import Numerals

_SIGNS = compile_late(r"\s?[-‐-―−/~〜～]\s?|\s?から\s?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_JOINING = _words(
    "to and or against from versus than then bis und oder auf bzw beziehungsweise gegenüber nach von dann à et ou "
    "puis contre de y o a u frente contra hasta desde e al ad dal da ai dai agli dagli contro poi fino para por "
    "ante depois até tot en of naar van tegen dan и до или с против от затем і або й з від проти till och eller "
    "från mot sedan og til fra mod do lub i oraz wobec إلى و من مقابل ثم ve veya compared statt вместо замість zamiast"
)
"""Words between two numbers of which the one may have the other's unit."""

_PASSED = _words(
    "the le la les l los las el i gli il alle delle de den der die das dem os as o a up down only with still now "
    "just mit erst zuletzt dann zuvor noch jetzt jeweils durchschnittlich y ben soli solo sólo seulement slechts "
    "только nur ursprünglich initial pasando well it nu inmiddels hoje ora oggi hoy tan"
)
"""Words that may stand beside those."""

_WORD = compile_late(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
_BETWEEN = compile_late(r"[\s,.'’()]*")
_MOST_BETWEEN = 5
_LONGEST = 48
_SCALES = (10**3, 10**6, 10**9)
_THOUSAND = 1000


def share_units(text: str, plain: str, numbers: Sequence[NumberWords], numerals: Numerals) -> Iterator[NumberWords]:
    """Yield the numbers, each with the units and the thousands that it shares with the next one, or the one before."""
    for each, (number, following) in enumerate(zip_longest(numbers, numbers[1:])):
        before = numbers[each - 1] if each else None
        if before and (century := _century(text, before, number)):
            number = number._replace(readings=number.readings | {("", century)})
        added: set[Reading] = set()
        if following and _are_joined(plain, number, following, numerals, most_others=0):
            added = set(_shared(number, following, _scale_of(following, numerals)))
        elif (
            before
            and number.bare
            and (scale := _scale_of(before, numerals))
            and _are_joined(plain, before, number, numerals, most_others=1)
        ):
            added = set(_shared(number, before, scale))
        yield number._replace(readings=number.readings | added) if added else number


def _are_joined(plain: str, one: NumberWords, other: NumberWords, numerals: Numerals, most_others: int) -> bool:
    """Say whether nothing but small words and one that joins stands between two numbers, and so many other words."""
    start, end = one.span.end, other.span.start
    if end - start > _LONGEST:
        return False
    if _SIGNS.fullmatch(plain, start, end):
        return True
    between = plain[start:end]
    words = [word.rstrip("'’") for word in _WORD.findall(between)]
    if not 0 < len(words) <= _MOST_BETWEEN or not _BETWEEN.fullmatch(_WORD.sub(" ", between)):
        return False
    if re.search(r"[.](?=\s)", between) and words[0] != "bzw":
        return False
    small = _small_words_of(numerals.language)
    others = sum(word not in small for word in words)
    return others <= most_others and not _JOINING.isdisjoint(words) and (not others or words[-1] in small)


@cache
def _small_words_of(language: str) -> frozenset[str]:
    return _JOINING | _PASSED | words_of_bounds(language)


def _scale_of(number: NumberWords, numerals: Numerals) -> int:
    """Return the thousands or millions that the words of a number end with; 0 if there are none."""
    scale = 1
    if HAN_OR_KANA.stand_in(number.words):
        powers = [SCALE_SIGNS[sign] for sign in number.words if sign in SCALE_SIGNS]
        return 10 ** sum(powers) if powers and number.words[0].isdigit() else 0
    for word in _WORD.findall(number.words.lower()):
        numeral = numerals.read(word)
        if numeral is not None and numeral.sort == "scale":
            scale *= int(numeral.value)
    return scale if scale > 1 else 0


def _century(text: str, before: NumberWords, number: NumberWords) -> Fraction | None:
    """Return the whole year that the last two figures of "2016–17" stand for."""
    between = text[before.span.end : number.span.start]
    if not (
        before.words.isdecimal() and len(before.words) == 4 and number.words.isdecimal() and len(number.words) == 2
    ):
        return None
    return Fraction(int(before.words) // 100 * 100 + int(number.words)) if between in tuple("-–/") else None


def _shared(number: NumberWords, following: NumberWords, spelled: int) -> Iterator[Reading]:
    """Yield what a number is with the unit of another one, and with its thousands, which `spelled` are if in words."""
    plain = [value for unit, value in number.readings if unit == ""]
    for unit, last in following.readings:
        for value in plain:
            if not isinstance(value, Fraction) or not isinstance(last, Fraction):
                continue
            if unit == TIME and value.denominator == 1 and 0 <= value <= 12:
                minutes = value % 12 * 60 + (720 if last >= 720 else 0)
                yield TIME, Fraction(minutes)
            elif unit not in ("", TIME):
                yield unit, value
            for scale in (spelled,) if spelled else _SCALES:
                if value < _THOUSAND and last >= scale and (spelled or last % scale == 0) and last < scale * _THOUSAND:
                    yield unit, value * scale
