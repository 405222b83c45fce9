"""Words that stand whole in a folded text: a match may not begin or end inside a word.

`cuts_word("the bridges", 4, 10)` is True: "bridge" is only a part of "bridges".
"""

import re
from collections.abc import Iterable
from itertools import islice

from newsbrief.evidence.apostrophes import attaches, is_indic
from newsbrief.evidence.mark_families import SIGNS
from newsbrief.evidence.typography import FoldedText
from newsbrief.model.document import Span
from newsbrief.model.scripts import UNSPACED

_COMBINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f]"
)
_CONTRACTED = re.compile(r"'(?!s(?!\w))\w", re.IGNORECASE)
_MARKS = "".join(sorted(SIGNS))
_FEW = 4
"""Places of a neighbour beside which words are looked for, rather than at all their own places."""

_SPARE = 8
"""How many characters of white space and quotation marks may stand between words and their neighbours."""


MOST_PLACES = 2000
"""The most places of the same words that are found: an article of 200,000 words has fewer of any that are cited."""


def find_whole(
    folded: FoldedText, needle: str, before: str = "", after: str = "", most: int = MOST_PLACES
) -> tuple[Span, ...]:
    """Return every place in a folded text, up to `most`, where the folded `needle` stands whole, between neighbours."""
    found: list[Span] = []
    text = folded.text
    for at in _candidates(folded, needle, before, after) if needle else ():
        end = at + len(needle)
        if (
            not cuts_word(text, at, end)
            and (not before or any(left.endswith(before) for left in _left_of(text, at, len(before))))
            and (not after or any(right.startswith(after) for right in _right_of(text, end, len(after))))
            and (span := folded.original(at, end))
        ):
            found.append(span)
            if len(found) == most:
                break
    return tuple(found)


def _candidates(folded: FoldedText, needle: str, before: str, after: str) -> Iterable[int]:
    """Return places where `needle` stands, in order: all, or those beside a longer or a rare neighbour."""
    for neighbour in sorted(filter(None, (before, after)), key=len, reverse=True):
        beside = list(islice(folded.words.starts_of(neighbour, may_cut=True), _FEW + 1))
        if len(beside) > _FEW:
            if len(neighbour) <= len(needle):
                continue
            beside = list(folded.words.starts_of(neighbour, may_cut=True))
        step = len(neighbour) if neighbour == before else -len(needle)
        gaps = range(_SPARE + 1) if neighbour == before else range(-_SPARE, 1)
        starts = {at + step + gap for at in beside for gap in gaps}
        return sorted(at for at in starts if at >= 0 and folded.text.startswith(needle, at))
    return folded.words.starts_of(needle)


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
    # What stands between two single marks is whole, whatever ending is added behind them.
    may_go_on = is_word_character(last) and before != "'" and not attaches(last) and not is_indic(last)
    return may_go_on and bool(_CONTRACTED.match(text, end))


def _joined(left: str, right: str) -> bool:
    return is_word_character(left) and is_word_character(right) and not (left in UNSPACED or right in UNSPACED)


def is_word_character(char: str) -> bool:
    """Say whether `char` is a letter, a digit, an underscore or a combining mark."""
    return char.isalnum() or char == "_" or (char >= "\u0300" and bool(_COMBINING.match(char)))
