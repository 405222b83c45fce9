"""The tokens of words for dates: figures, words and signs, each with its place.

`[token.text for token in cut_tokens("Le 1er d’avril")]` is `["le", "1", "er", "d", "'", "avril"]`.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

_APOSTROPHES = "'’ʼ‘`´′＇ʹ՚׳"
_HYPHENS = "-‐‑‒–—―−־﹣－~〜～"
_NUMERALS = {letter: number for number, letter in enumerate("〇一二三四五六七八九十")} | {"零": 0, "百": 100}
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
_UNSEEN = "\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


class DateToken(NamedTuple):
    """A token in small letters, its marks folded, at `start` to `end` of the text.

    `number` is the value of figures of any script; `is_joined` says that nothing stands between it and the token
    before; `is_capital`, that it begins with a capital letter.
    """

    text: str
    start: int
    end: int
    number: int | None = None
    is_joined: bool = False
    is_capital: bool = False


class Edge(NamedTuple):
    """A reading of the tokens up to `end` (not included)."""

    kind: str
    value: Any
    end: int


@lru_cache(maxsize=256)
def cut_tokens(text: str) -> tuple[DateToken, ...]:
    """Return the tokens of a text; those of scripts without spaces are single letters."""
    tokens: list[DateToken] = []
    at, end, length = 0, -1, len(text)
    while at < length:
        start, sort = at, _sort_of(text[at])
        at += 1
        if sort in "wn":
            while at < length and _sort_of(text[at]) in (sort, "m"):
                at += 1
        elif sort == "c":
            while at < length and _sort_of(text[at]) == "c":
                at += 1
            tokens += _cut_numerals(text[start:at], start, start == end)
            end = at
            continue
        elif sort == "u":
            while at < length and _sort_of(text[at]) == "m":
                at += 1
        if sort in " m":
            continue
        tokens.append(_make_token(text[start:at], start, sort, is_joined=start == end))
        end = at
    return tuple(tokens)


def _make_token(written: str, start: int, sort: str, is_joined: bool) -> DateToken:
    end = start + len(written)
    if sort == "n":
        digits = "".join(str(unicodedata.digit(letter)) for letter in written if letter.isdigit())
        return DateToken(digits, start, end, int(digits) if len(digits) < 9 else None, is_joined)
    return DateToken(fold(written), start, end, None, is_joined, written[0].isupper())


def _cut_numerals(written: str, start: int, is_joined: bool) -> list[DateToken]:
    """Return Chinese numerals as one number (二十一, 二〇一九), or each by itself where they do not make one."""
    values = [_NUMERALS[letter] for letter in written]
    number = _value_of_numerals(values)
    if number is not None:
        return [DateToken(str(number), start, start + len(written), number, is_joined)]
    places = range(len(written))
    return [DateToken(str(values[at]), start + at, start + at + 1, values[at], is_joined or at > 0) for at in places]


def _value_of_numerals(values: list[int]) -> int | None:
    if len(values) == 1:
        return values[0]
    if max(values) < 10:
        is_year = len(values) == 4
        return int("".join(map(str, values))) if is_year else None
    number, ones = 0, None
    for value in values:
        if value < 10:
            if ones is not None:
                return None
            ones = value or None
        elif (value == 10 and number % 100) or (value == 100 and number):
            return None
        else:
            number, ones = number + (ones or 1) * value, None
    return number + (ones or 0)


def is_part_of_number(tokens: Sequence[DateToken], at: int) -> bool:
    """Say whether figures are a part of a longer number: 2,011 or 3.5 or 20%."""

    def continues(sign: int, figure: int) -> bool:
        return (
            min(sign, figure) >= 0
            and max(sign, figure) < len(tokens)
            and tokens[sign].text in ".,'"
            and tokens[figure].number is not None
            and tokens[max(sign, figure)].is_joined
            and tokens[max(sign, at)].is_joined
        )

    return continues(at + 1, at + 2) or continues(at - 1, at - 2)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in small letters, without points and joiners; apostrophes and hyphens have one form."""
    if word in _APOSTROPHES:
        return "'"
    if word in _HYPHENS:
        return "-" if word in "-‐‑－﹣־" else "–"
    if word.isascii():
        return word.lower()
    kept = "".join(letter for letter in word if letter not in _UNSEEN and not _is_point(letter))
    return unicodedata.normalize("NFC", kept.lower()).replace("i\u0307", "i")


def _is_point(letter: str) -> bool:
    return "\u0591" <= letter <= "\u05c7" or "\u064b" <= letter <= "\u0652" or letter == "\u0670"


@lru_cache(maxsize=4096)
def _sort_of(letter: str) -> str:
    """Return "n" for a figure, "w" for a letter ("u" in a script without spaces), "m" for a mark joined to one.

    A Chinese numeral is "c"; other signs are "s", spaces " ".
    """
    if letter in _NUMERALS:
        return "c"
    if letter in _UNSEEN:
        return "m"
    category = unicodedata.category(letter)
    if letter.isdigit() and category == "Nd":
        return "n"
    if category[0] == "M":
        return "m"
    if letter in _APOSTROPHES:
        return "s"
    if category[0] == "L" or letter in "ªº":
        return "u" if unicodedata.name(letter, "").startswith(_UNSPACED) else "w"
    return " " if category[0] in "ZC" else "s"
