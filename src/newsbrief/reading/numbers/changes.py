"""What a number is to a rise or a fall: by how much, to what, or from what.

`change_of("Visitors fell by a quarter, to 310,000.", Span(32, 39), "en")` is `to`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.reading.numbers.bounds import FILLERS, plain_words
from newsbrief.reading.numbers.lexicon import read_table

_NEAR = 90
_CLAUSE = compile_late(r"[.;:!?](?:\s|$)")
_PART = compile_late(r"[.;:!?,](?:\s|$)")
_STOPS = tuple(",;:—–")
_LETTERS = compile_late(r"[^\W\d_]+|\d")
_SHARE = compile_late(r"[%٪]|cent|cien|prozent|procent|процент|відсот|بالمئة|بالمائة", re.IGNORECASE)
_MOST_TO_TURN = 4
"""The most words between a number from which something changes and the word before that to which it does."""


class _ChangeWords(Struct, frozen=True):
    changes: frozenset[str]
    prepositions: Mapping[str, str]
    passed: frozenset[str]
    bounds: frozenset[str]
    turning: frozenset[str]
    nouns: frozenset[str]
    comparing: frozenset[str]
    is_verb_last: bool


def change_of(text: str, span: Span, language: str) -> str:
    """Return `by`, `to` or `from` for a number at `span` that a change goes by, to or from; nothing for another one."""
    words = _words_of(language)
    if words is None:
        return ""
    near = plain_words(text[max(0, span.start - _NEAR) : span.start])
    before = _LETTERS.findall(_CLAUSE.split(near)[-1])
    following = text[span.end : span.end + _NEAR]
    if words.changes.isdisjoint(before):
        after = _LETTERS.findall(plain_words(_PART.split(following)[0]))
        # “5 percent up” is a rise by 5 percent; “210,000, up from 140,000” is one to 210,000.
        is_beside = bool(after) and after[0] in words.changes and following[:1] not in _STOPS
        found = ""
        if words.is_verb_last and not words.changes.isdisjoint(after):
            # “Um 2 Prozent gestiegen”: the verb stands last.
            found = _change_before(before, text[span.start : span.end], following, words)
        return found or ("by" if is_beside else "")
    return _change_before(before, text[span.start : span.end], following, words)


def _change_before(before: Sequence[str], own: str, following: str, words: _ChangeWords) -> str:
    """Return what the words before a number make it, the nearest first."""
    if " ".join(before[-2:]) in words.bounds and words.prepositions.get("".join(before[-3:-2])) == "by":
        # “By up to 7 percent”.
        return "by"
    for number, word in enumerate(reversed(before)):
        earlier = before[len(before) - number - 2] if number + 1 < len(before) else ""
        if word in words.turning and _turns(own, following, words):
            # “Passé de 11 à 14” goes from 11; “une hausse de 2 à 3 %” may be one by 2 percent.
            return "" if earlier in words.nouns else "from"
        if word in words.prepositions and earlier in words.comparing:
            return ""
        if word in words.prepositions:
            return _read_of(earlier, words) if words.prepositions[word] == "of" else words.prepositions[word]
        if word in words.changes:
            return "by"
        if word not in words.passed:
            return ""
    return ""


def _read_of(earlier: str, words: _ChangeWords) -> str:
    """Return what a number is after such a word: “a rise of 7 percent” is one by 7; of “one of 7” nothing is known."""
    if words.nouns:
        return "by" if earlier in words.nouns else "from"
    return "by" if earlier in words.changes else ""


def _turns(number: str, following: str, words: _ChangeWords) -> bool:
    """Say whether right after a number something changes to another one, which is a share where this one is."""
    if _SHARE.search(number) and not _SHARE.search(following):
        return False
    after = _LETTERS.findall(plain_words(_CLAUSE.split(following)[0]))[: _MOST_TO_TURN + 1]
    return any(words.prepositions.get(word) == "to" for word in after)


@cache
def _words_of(language: str) -> _ChangeWords | None:
    table = read_table(language)
    if table is None or not table.changes:
        return None
    changes = frozenset(split_phrases(table.changes.get("changes", "")))
    prepositions = {
        word: key for key in ("by", "to", "from", "of") for word in split_phrases(table.changes.get(key, ""))
    }
    bounds = frozenset(phrase for phrases in table.bounds.values() for phrase in split_phrases(phrases))
    bounding = {word for phrase in bounds for word in phrase.split()}
    passed = (bounding | set(split_phrases(table.changes.get("passed", ""))) | FILLERS) - prepositions.keys() - changes
    keys = ("turning", "nouns", "comparing")
    turning, nouns, comparing = (frozenset(split_phrases(table.changes.get(key, ""))) for key in keys)
    is_verb_last = "verb last" in table.changes.get("order", "")
    return _ChangeWords(changes, prepositions, frozenset(passed), bounds, turning, nouns, comparing, is_verb_last)
