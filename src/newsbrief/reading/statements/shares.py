"""The share that words give of a whole: one in six, a third of, four of the nine, 40 percent.

`read_share(split_words("one in six drivers", …), 0, lexicon)` is 1/6.
"""

from collections.abc import Sequence
from fractions import Fraction

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_NEAR = 3


def read_share(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> Fraction | None:
    """Return the share that begins with the number or the fraction at `at`, if it is one."""
    number = read_number(words[at], lexicon)
    after = [word.lower for word in words[at + 1 : at + 2 + _NEAR]]
    if number is None or number == 0:
        part = _denominator(words[at], lexicon)
        times = read_number(words[at - 1], lexicon) if part and at else None
        return _within(times * part, Fraction(1)) if part and times else part
    if not after:
        return None
    if lexicon.has("shares", after[0]):
        return _within(number, Fraction(100))
    if at + 1 < len(words) and (part := _denominator(words[at + 1], lexicon)):
        return _within(number * part, Fraction(1))
    joint = next((n for n, lower in enumerate(after) if lexicon.has("ratios", lower)), None)
    if joint is not None and joint < 2:
        # “One in six drivers”, “one driver in six”.
        whole = read_number(words[at + 2 + joint], lexicon) if at + 2 + joint < len(words) else None
        return _within(number, whole) if whole else None
    if lexicon.has("part of", after[0]):
        for word in words[at + 2 : at + 2 + _NEAR]:
            if whole := read_number(word, lexicon):
                return _within(number, whole)
            if not (lexicon.has("part of", word.lower) or lexicon.has("determiners", word.lower)):
                return None
    return None


def _within(number: Fraction, whole: Fraction) -> Fraction | None:
    return number / whole if number < whole else None


def read_number(word: Word, lexicon: StatementLexicon) -> Fraction | None:
    """Return the value of a small number in a word, or of one in figures."""
    plain = word.lower.replace(",", "")
    if plain.replace(".", "", 1).isdecimal():
        return Fraction(plain)
    return _place(word.lower, "numbers in order", lexicon)


def _denominator(word: Word, lexicon: StatementLexicon) -> Fraction | None:
    place = _place(word.lower.removesuffix("s"), "fractions in order", lexicon)
    return 1 / (place + 1) if place is not None else None


def _place(lower: str, key: str, lexicon: StatementLexicon) -> Fraction | None:
    for row in lexicon.words.get(key, ()):
        if lower in (order := row.split()):
            return Fraction(order.index(lower) + 1)
    return None
