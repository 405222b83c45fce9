"""What a language writes joined to a name: prefixes, particles and the endings of cases.

`is_whole("وحفتر", 1, 5, "ar")` is True: the و before the name means “and”.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsbrief.evidence.name_words import (
    AFTER_CONSONANT,
    AFTER_VOWEL,
    CONSONANT_ENDINGS,
    PAIR_ENDINGS,
    PARTICLES,
    PREFIXED,
    VOWEL_ENDINGS,
)
from newsbrief.evidence.slavic_cases import cases_of
from newsbrief.evidence.whole_words import is_word_character
from newsbrief.model.scripts import HANGUL, UNSPACED

_MOST_LETTERS = 5
_SHORTEST_INFLECTED = 5
"""The fewest letters of the first word of a German name that takes the ending of a case."""

_VOWELS = tuple("aeiouyаяоеуіїюєиыэ")


def attaches(language: str) -> bool:
    """Say whether a language writes other words joined to a name."""
    return language == "ko" or bool(PREFIXED.get(language)) or bool(CONSONANT_ENDINGS.get(language))


def is_whole(text: str, start: int, end: int, language: str) -> bool:
    """Say whether the name at these places is not part of a longer word in a script with spaces."""
    before = is_spaced_letter(text[start - 1 : start]) and _begins_word(text[start])
    after = is_spaced_letter(text[end : end + 1]) and _begins_word(text[end - 1])
    if not (before or after):
        return True
    return (not before or _is_prefixed(text, start, end, language)) and (
        not after or _goes_on(text, start, end, language)
    )


def spellings_of(name: str, language: str) -> Iterator[str]:
    """Yield a name in the cases that change its last letter or its other words, and joined to the Arabic article."""
    if language == "ar" and name.startswith("ال") and len(name) > 4:
        yield "لل" + name[2:]
    if language in VOWEL_ENDINGS and name[-1:] in "aаяa" and len(name) > 3:
        yield from (name[:-1] + ending for ending in VOWEL_ENDINGS[language].split("|"))
    yield from cases_of(name, language)
    words = name.split()
    if language == "de" and len(words) > 1:
        yield from _german_spellings(words)
    if language in PAIR_ENDINGS and len(words) == 2 and not any(word.lower().endswith(_VOWELS) for word in words):
        yield from (f"{words[0]}{first} {words[1]}{last}" for first, last in PAIR_ENDINGS[language])


def _german_spellings(words: list[str]) -> Iterator[str]:
    """Yield a German name of several words in its cases: `den Stadtwerken Lunden`, `des Deutschen Bundes`."""
    first, rest = words[0], words[1:]
    if len(first) < _SHORTEST_INFLECTED or not first[-1].islower():
        return
    if first.endswith("e"):
        yield " ".join((first + "n", *rest))
        yield " ".join(word + "n" if word.endswith(("e", "el", "er")) else word for word in words)
    elif first.endswith(("er", "el", "es")):
        yield " ".join((first + "n", *rest))
        yield from (" ".join((first[:-1] + ending, *rest)) for ending in ("n", "m"))
    if first[-1] not in "aeiousxzß":
        yield from (" ".join((first + ending, *rest)) for ending in ("s", "es"))


def _is_prefixed(text: str, start: int, end: int, language: str) -> bool:
    if not PREFIXED.get(language) or end - start < 3:
        return False
    first = start
    while first and is_word_character(text[first - 1]):
        first -= 1
    return start - first <= _MOST_LETTERS and bool(_prefix_of(language).fullmatch(text, first, start))


def _goes_on(text: str, start: int, end: int, language: str) -> bool:
    """Say whether the letters after a name are a particle or the ending of a case."""
    last = end
    while last < len(text) and is_word_character(text[last]):
        last += 1
    rest = text[end:last]
    if language == "ko":
        return text[end - 1] in HANGUL and bool(_particles().fullmatch(rest)) and _fits(text[end - 1], rest)
    pattern = _ending_of(language)
    return bool(
        pattern
        and end - start > 2
        and text[start].isupper()
        and not text[end - 1].isupper()
        and pattern.fullmatch(rest)
    )


def _fits(letter: str, particle: str) -> bool:
    """Say whether a particle may follow a syllable: some follow only a final consonant, some only a vowel."""
    has_final = (ord(letter) - 0xAC00) % 28 > 0
    return not particle.startswith(AFTER_VOWEL if has_final else AFTER_CONSONANT) or particle.startswith(
        ("로", "가지", "이")
    )


@cache
def _particles() -> re.Pattern[str]:
    return re.compile(PARTICLES)


@cache
def _prefix_of(language: str) -> re.Pattern[str]:
    return re.compile(PREFIXED[language])


@cache
def _ending_of(language: str) -> re.Pattern[str] | None:
    endings = CONSONANT_ENDINGS.get(language)
    return re.compile(endings) if endings else None


def _begins_word(char: str) -> bool:
    return is_word_character(char) and char not in UNSPACED


def is_spaced_letter(char: str) -> bool:
    """Say whether `char` is a letter, a digit or an underscore in a script that sets spaces between words."""
    return (char.isalnum() or char == "_") and char not in UNSPACED
