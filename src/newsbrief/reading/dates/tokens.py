"""The tokens of words for dates: figures, words and signs, each with its place.

`[token.text for token in cut_tokens("Le 1er d’avril")]` is `["le", "1", "er", "d", "'", "avril"]`.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = "'’ʼ‘`´′＇ʹ՚׳"
_HYPHENS = "-‐‑‒–—―−־﹣－~〜～"
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
_UNSEEN = "\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


class Token(NamedTuple):
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


@lru_cache(maxsize=256)
def cut_tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; those of scripts without spaces are single letters."""
    tokens: list[Token] = []
    at, end, length = 0, -1, len(text)
    while at < length:
        start, sort = at, _sort_of(text[at])
        at += 1
        if sort in "wn":
            while at < length and _sort_of(text[at]) in (sort, "m"):
                at += 1
        elif sort == "u":
            while at < length and _sort_of(text[at]) == "m":
                at += 1
        if sort in " m":
            continue
        tokens.append(_make_token(text[start:at], start, sort, is_joined=start == end))
        end = at
    return tuple(tokens)


def _make_token(written: str, start: int, sort: str, is_joined: bool) -> Token:
    end = start + len(written)
    if sort == "n":
        digits = "".join(str(unicodedata.digit(letter)) for letter in written if letter.isdigit())
        return Token(digits, start, end, int(digits) if len(digits) < 9 else None, is_joined)
    return Token(fold(written), start, end, None, is_joined, written[0].isupper())


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Return a word in small letters, without points and joiners; apostrophes and hyphens have one form."""
    if word in _APOSTROPHES:
        return "'"
    if word in _HYPHENS:
        return "-" if word in "-‐‑－﹣" else "–"
    if word.isascii():
        return word.lower()
    kept = "".join(letter for letter in word if letter not in _UNSEEN and not _is_point(letter))
    return unicodedata.normalize("NFC", kept.lower()).replace("i\u0307", "i")


def _is_point(letter: str) -> bool:
    return "\u0591" <= letter <= "\u05c7" or "\u064b" <= letter <= "\u0652" or letter == "\u0670"


@lru_cache(maxsize=4096)
def _sort_of(letter: str) -> str:
    """Return "n" for a figure, "w" for a letter ("u" in a script without spaces), "m" for a mark joined to one.

    Other signs are "s", spaces " ".
    """
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
