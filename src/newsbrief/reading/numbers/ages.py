"""Numbers that are somebody's age: aged 40, a 40-year-old, Vane, 40, and “she opened her first shop at 40”.

`mark_ages(plain, numbers, "en")` has them with `is_age`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.patterns import compile_late
from newsbrief.reading.numbers.lexicon import read_table
from newsbrief.reading.numbers.number_words import NumberWords

_OLDEST = 120
_YOUNGEST_AT = 5
_NEAR = 80
_APPOSITION = compile_late(r"[^\W\d_][^\W_a-z]*[a-z'-]+, $")
_NEVER = compile_late("(?!)")
_NAME = compile_late(r"\s[^\W\d_a-z]")
_LETTERS = compile_late(r"[^\W\d_]+")


class _AgePhrases(Struct, frozen=True):
    before: re.Pattern[str]
    after: re.Pattern[str]
    at: re.Pattern[str]
    be: re.Pattern[str]
    when: re.Pattern[str]
    persons: frozenset[str]
    valuing: frozenset[str]


def mark_ages(text: str, plain: str, numbers: Iterable[NumberWords], language: str) -> Iterator[NumberWords]:
    """Yield the numbers, those that are ages as such; `plain` is the text in small letters."""
    phrases = _phrases_of(language)
    for number in numbers:
        is_age = phrases is not None and _may_be_age(number) and _is_age(text, plain, number, phrases)
        yield number._replace(is_age=True) if is_age else number


def _may_be_age(number: NumberWords) -> bool:
    values = [value for unit, value in number.readings if unit in ("", "year")]
    return bool(values) and not number.is_vague and all(isinstance(v, int) or _is_whole(v) for v in values)


def _is_whole(value: object) -> bool:
    return getattr(value, "denominator", 0) == 1 and 0 < value <= _OLDEST  # type: ignore[operator]


def _is_age(text: str, plain: str, number: NumberWords, phrases: _AgePhrases) -> bool:
    start, end = number.span
    before = plain[max(0, start - _NEAR) : start]
    if phrases.before.search(before) or phrases.after.match(plain[start : end + _NEAR]):
        return True
    if "" not in number.units or text[end : end + 1] == ":":
        return False
    words = set(_LETTERS.findall(before + plain[end : end + _NEAR]))
    if phrases.at.fullmatch(before) and (number.bare or _NAME.match(text, end)) and not words & phrases.valuing:
        return True
    if _APPOSITION.search(text[max(0, start - _NEAR) : start]) and text[end : end + 1] in (",", "."):
        name = _LETTERS.findall(text[max(0, start - _NEAR) : start])[-1]
        return name[0].isupper() and number.words.isdecimal()
    is_at = number.bare and phrases.at.search(before)
    is_when = phrases.when.match(plain, end) and phrases.be.search(before)
    if not (is_at or is_when):
        return False
    return bool(words & phrases.persons) and not words & phrases.valuing


@cache
def _phrases_of(language: str) -> _AgePhrases | None:
    table = read_table(language)
    if table is None or not table.ages:
        return None
    each = split_phrases(table.ages["phrases"])
    before = "|".join(re.escape(phrase) for phrase in each if not phrase.startswith("…"))
    after = "|".join(re.escape(phrase.removeprefix("…")).replace(r"\ ", "[ -]") for phrase in each if phrase[0] == "…")
    at, be, when = ("|".join(map(re.escape, split_phrases(table.ages.get(key, "")))) for key in ("at", "be", "when"))
    return _AgePhrases(
        re.compile(rf"(?<!\w)(?:{before}) $") if before else _NEVER,
        re.compile(rf"[^\s]+?(?:{after})(?!\w)") if after else _NEVER,
        re.compile(rf"(?<!\w)(?:{at}) $") if at else _NEVER,
        re.compile(rf"(?<!\w)(?:{be}) $") if be else _NEVER,
        re.compile(rf" (?:{when})(?!\w)") if when else _NEVER,
        frozenset(split_phrases(table.ages.get("persons", ""))),
        frozenset(split_phrases(table.ages.get("valuing", ""))),
    )
