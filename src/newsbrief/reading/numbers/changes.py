"""What a number is to a rise or a fall: by how much, to what, or from what.

`change_of("Visitors fell by a quarter, to 310,000.", Span(32, 39), "en")` is `to`.
"""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.document import Span
from newsbrief.reading.numbers.bounds import FILLERS, plain_words
from newsbrief.reading.numbers.lexicon import read_table

_NEAR = 90
_CLAUSE = re.compile(r"[.;:!?](?:\s|$)")
_STOPS = tuple(",;:—–")
_LETTERS = re.compile(r"[^\W\d_]+|\d")


class _ChangeWords(Struct, frozen=True):
    changes: frozenset[str]
    prepositions: Mapping[str, str]
    passed: frozenset[str]


def change_of(text: str, span: Span, language: str) -> str:
    """Return `by`, `to` or `from` for a number at `span` that a change goes by, to or from; nothing for another one."""
    words = _words_of(language)
    if words is None:
        return ""
    near = plain_words(text[max(0, span.start - _NEAR) : span.start])
    before = _LETTERS.findall(_CLAUSE.split(near)[-1])
    if words.changes.isdisjoint(before):
        after = _LETTERS.findall(plain_words(text[span.end : span.end + _NEAR]))[:1]
        # “5 percent up” is a rise by 5 percent; “210,000, up from 140,000” is one to 210,000.
        is_apart = text[span.end : span.end + 1] in _STOPS
        return "by" if after and after[0] in words.changes and not is_apart else ""
    for number, word in enumerate(reversed(before)):
        if word in words.prepositions:
            change = words.prepositions[word]
            following = before[len(before) - number - 2] if number + 1 < len(before) else ""
            # “A rise of 7 percent” is one by 7 percent; of “one of 7” nothing is known.
            return change if change != "of" else "by" if following in words.changes else ""
        if word in words.changes:
            return "by"
        if word not in words.passed:
            return ""
    return ""


@cache
def _words_of(language: str) -> _ChangeWords | None:
    table = read_table(language)
    if table is None or not table.changes:
        return None
    changes = frozenset(split_phrases(table.changes.get("changes", "")))
    prepositions = {
        word: key for key in ("by", "to", "from", "of") for word in split_phrases(table.changes.get(key, ""))
    }
    bounding = {
        word for phrases in table.bounds.values() for phrase in split_phrases(phrases) for word in phrase.split()
    }
    passed = (bounding | set(split_phrases(table.changes.get("passed", ""))) | FILLERS) - prepositions.keys() - changes
    return _ChangeWords(changes, prepositions, frozenset(passed))
