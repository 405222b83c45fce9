"""Numbers of which another one is a part: 260 of their 900, a third of the 90, one in three.

`find_parts("260 von 900 Leuten", "de")` has the 900 as the whole of which the 260 are a part.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.patterns import compile_late
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.numbers.bounds import FILLERS, words_of_bounds
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.lexicon import read_table
from newsbrief.reading.numbers.number_text import as_fraction
from newsbrief.reading.numbers.number_words import FRACTION, ORDINAL, NumberWords

_WORD = compile_late(r"[^\W\d_]+")
_TOKEN = compile_late(r"[^\W_]+")
_ENDS = compile_late(r"[.;:!?](?=\s|$)")
_MOST_BETWEEN = 3
_FAR = 90


class WholeNumber(NamedTuple):
    """A number that is a whole, and its part: a number too, or in other words (most of them)."""

    whole: NumberWords
    part: NumberWords | None


class _PartWords(Struct, frozen=True):
    of: frozenset[str]
    ratios: frozenset[str]
    owners: frozenset[str]
    genitives: frozenset[str]
    quantities: frozenset[str]
    fronted: frozenset[str]
    having: frozenset[str]
    existing: frozenset[str]
    auxiliaries: frozenset[str]
    participle: re.Pattern[str]
    passed: frozenset[str]
    to: frozenset[str]
    is_verb_last: bool


@lru_cache(maxsize=512)
def find_parts(text: str, language: str) -> tuple[WholeNumber, ...]:
    """Return the wholes among the numbers of a text, each with its part."""
    words = _words_of(language)
    numbers = find_numbers(text, language) if words is not None else ()
    return tuple(_find(text.lower(), numbers, words)) if words is not None and numbers else ()


def _find(plain: str, numbers: Sequence[NumberWords], words: _PartWords) -> Iterator[WholeNumber]:
    for at, number in enumerate(numbers):
        before = numbers[at - 1] if at else None
        start = max(before.span.end if before else 0, number.span.start - _FAR)
        between = _ENDS.split(plain[start : number.span.start])
        every = _WORD.findall(between[-1])
        stem, is_owned = _cut([*every], words)
        if stem is None or number.units <= {ORDINAL, "percent", FRACTION}:
            continue
        is_beside = before is not None and len(between) == 1 and start == before.span.end
        is_loose = number.bare and (not before or not before.weak or every[-1] in words.ratios)
        if is_beside and before and (not stem or (len(stem) < _MOST_BETWEEN and (is_owned or is_loose))):
            is_share = FRACTION in before.units or "percent" in before.units or every[-1] in words.ratios
            if is_share or before.units & number.units:
                yield WholeNumber(number, before)
        elif not words.quantities.isdisjoint(stem[-_MOST_BETWEEN:]):
            yield WholeNumber(number, None)
        elif not stem and (part := _part_after(plain, number, numbers[at + 1 :], words)):
            yield WholeNumber(number, part)


def _cut(between: list[str], words: _PartWords) -> tuple[list[str] | None, bool]:
    """Return the words before those of a whole ("of their"), None where it has none; and if an owner is among them."""
    is_owned = is_genitive = False
    while between and (between[-1] in words.owners or between[-1] in words.passed) and between[-1] not in words.of:
        word = between.pop()
        is_owned = is_owned or word in words.owners
        is_genitive = is_genitive or word in words.genitives
    is_of = bool(between) and between[-1] in words.of
    while between and between[-1] in words.of:
        between.pop()
    # “In der 40. Minute” is of no 40.
    is_genitive = is_genitive and not (between and between[-1] in ALL_FUNCTION_WORDS)
    return (between, is_owned) if is_of or is_genitive else (None, False)


def _part_after(
    plain: str, number: NumberWords, following: Sequence[NumberWords], words: _PartWords
) -> NumberWords | None:
    """Return the part of a whole that opens its sentence: `von den 40 Booten sanken 12`."""
    opening = _WORD.findall(_ENDS.split(plain[: number.span.start])[-1])[:1]
    if not following or not opening or opening[0] not in words.fronted or len(number.words) == len("2019"):
        return None
    after = plain[number.span.end : following[0].span.start]
    is_far = len(after) > _FAR or _ENDS.search(after)
    return None if is_far or not words.to.isdisjoint(_WORD.findall(after)) else following[0]


def find_numbers_and_shares(text: str, language: str) -> tuple[NumberWords, ...]:
    """Return the numbers of a text, parts of others with their shares: two of five are 40 percent as well."""
    shares: dict[NumberWords, Fraction] = {}
    for whole, part in find_parts(text, language):
        of = list({value for _, value in whole.readings if isinstance(value, Fraction) and value})
        own = [value for value in part.values_in(frozenset({""})) if isinstance(value, Fraction)] if part else []
        if part and len(of) == len(own) == 1 and own[0] < of[0]:
            shares[part] = own[0] / of[0]
    numbers = find_numbers(text, language)
    if not shares:
        return numbers
    return tuple(
        number._replace(readings=number.readings | set(as_fraction(shares[number]))) if number in shares else number
        for number in numbers
    )


def stands_as_whole(text: str, number: NumberWords, language: str) -> bool:
    """Say whether a sentence has a number as a whole, or as what there is: of the 40, there were 40."""
    words = _words_of(language)
    if words is None:
        return True
    plain = text.lower()
    every, before = _TOKEN.findall(plain), _TOKEN.findall(plain[: number.span.start])
    if _cut([*before], words)[0] is not None or not (words.existing | words.quantities).isdisjoint(every):
        return True
    verbs = [at for at in range(len(every)) if at < len(before) or at == len(every) - 1]
    if any(every[at] in words.having for at in verbs):
        return True
    return any(every[at] in words.auxiliaries and not _is_perfect(every, at, words) for at in verbs)


def _is_perfect(every: Sequence[str], at: int, words: _PartWords) -> bool:
    """Say whether a word such as "has" belongs to a participle: has dismissed 900."""
    following = every[at + 1 : at + 3]
    others = every if words.is_verb_last else following[: 1 + (not following[:1] or not following[0].isdigit())]
    return any(map(words.participle.fullmatch, others))


@cache
def _words_of(language: str) -> _PartWords | None:
    table = read_table(language)
    if table is None or not table.parts:
        return None
    keys = ("of", "ratios", "owners", "genitives", "quantities", "fronted", "having", "existing", "auxiliaries")
    sets = {key: frozenset(split_phrases(table.parts.get(key, ""))) for key in keys}
    return _PartWords(
        **sets,
        participle=re.compile(table.parts.get("participle", "(?!)")),
        passed=words_of_bounds(language) | FILLERS - sets["of"],
        to=frozenset(split_phrases(table.changes.get("to", ""))),
        is_verb_last="verb last" in table.changes.get("order", ""),
    )
