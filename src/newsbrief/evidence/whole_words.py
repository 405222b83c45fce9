"""Words that stand whole in a folded text: a match may not begin or end inside a word.

`cuts_word("the bridges", 4, 10)` is True: "bridge" is only a part of "bridges".
"""

import re
from collections.abc import Iterator

from newsbrief.evidence.quotation_marks import FAMILIES
from newsbrief.evidence.typography import FoldedText
from newsbrief.model.document import Span

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""A letter of Chinese, Japanese, Thai, Lao, Khmer or Burmese, which set no space between words.

There a match may begin and end anywhere.
"""

_COMBINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f]"
)
_CONTRACTED = re.compile(r"'(?!s(?!\w))\w", re.IGNORECASE)
_MARKS = "".join(FAMILIES)
_SPARE = 8
"""How many characters of white space and quotation marks may stand between words and their neighbours."""


def find_whole(folded: FoldedText, needle: str, before: str = "", after: str = "") -> tuple[Span, ...]:
    """Return every place in a folded text where the folded `needle` stands whole, between folded neighbours."""
    found = []
    text = folded.text
    for at in starts_of(text, needle) if needle else ():
        end = at + len(needle)
        if (
            not cuts_word(text, at, end)
            and (not before or any(left.endswith(before) for left in _left_of(text, at, len(before))))
            and (not after or any(right.startswith(after) for right in _right_of(text, end, len(after))))
            and (span := folded.original(at, end))
        ):
            found.append(span)
    return tuple(found)


def starts_of(text: str, words: str) -> Iterator[int]:
    """Yield every place in `text` where `words` begin, whole or not."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _left_of(text: str, at: int, length: int) -> tuple[str, str]:
    """Return at least `length` characters before `at`, with and without a quotation mark at their end."""
    left = text[max(0, at - length - _SPARE) : at].rstrip()
    return left, left.rstrip(_MARKS).rstrip()


def _right_of(text: str, end: int, length: int) -> tuple[str, str]:
    right = text[end : end + length + _SPARE].lstrip()
    return right, right.lstrip(_MARKS).lstrip()


def cuts_word(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` begins or ends inside a word. The possessive 's may be left off, "n't" may not."""
    before, first = text[start - 1 : start] if start else "", text[start]
    last, after = text[end - 1], text[end : end + 1]
    if _joined(before, first) or _joined(last, after):
        return True
    return is_word_character(last) and bool(_CONTRACTED.match(text, end))


def _joined(left: str, right: str) -> bool:
    return is_word_character(left) and is_word_character(right) and not (UNSPACED.match(left) or UNSPACED.match(right))


def is_word_character(char: str) -> bool:
    """Say whether `char` is a letter, a digit, an underscore or a combining mark."""
    return char.isalnum() or char == "_" or (char >= "\u0300" and bool(_COMBINING.match(char)))
