"""The table of operators of a language, by the words with which they begin.

`compile_operators(words, stem).senses_of("instead", stem)` has the phrase `instead of`, of the kind `undone`.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

UNDONE, CLAIMED, DOUBTED, CONDITIONAL, EXCEPTED = "undone", "claimed", "doubted", "conditional", "excepted"
BOUNDED, ALONE, CEASED, NEARLY = "bounded", "alone", "ceased", "nearly"
"""What becomes of the words beside an operator: not so, said by somebody only, doubted, so perhaps, or left out.

A time is bounded: in 2031 at the earliest. What one does alone, others do not: only Aske signed. What is
no longer has ceased, and what nearly was is not.
"""

KINDS = (UNDONE, CLAIMED, DOUBTED, CONDITIONAL, EXCEPTED, CEASED, NEARLY)
Place = Literal["after", "across", "excess", "opposing", "bounds of time", "alone", "inverted"]
"""Where the words to which it does something stand: after it, after its preposition, or as `_PLACES` of its reader."""


class OperatorPhrase(NamedTuple):
    """The words of an operator, its kind and its place."""

    words: tuple[str, ...]
    kind: str
    place: Place


_BESIDE: tuple[tuple[Place, str], ...] = (
    ("excess", UNDONE),
    ("opposing", UNDONE),
    ("bounds of time", BOUNDED),
    ("alone", ALONE),
    ("inverted", UNDONE),
)


class OperatorTable(Struct, frozen=True, dict=True):
    """The operators by their first word, and by the stem of their verb those with other words before a preposition."""

    first: Mapping[str, tuple[OperatorPhrase, ...]]
    across: Mapping[str, tuple[OperatorPhrase, ...]]

    def senses_of(self, word: str, stem: Callable[[str], str]) -> Sequence[OperatorPhrase]:
        """Return the operators that a word in small letters may begin."""
        senses = self.known.get(word)
        if senses is None:
            self.known[word] = senses = (*self.first.get(word, ()), *self.across.get(stem(word), ()))
        return senses

    @cached_property
    def known(self) -> dict[str, tuple[OperatorPhrase, ...]]:
        """The operators that each word may begin which was looked up."""
        return {}

    def may_stand_among(self, words: Set[str], stem: Callable[[str], str]) -> bool:
        """Say whether one of some words in small letters may begin an operator."""
        look_up = self.known.get
        for word in words:
            senses = look_up(word)
            for phrase in self.senses_of(word, stem) if senses is None else senses:
                if phrase.place != "after" or all(each in words for each in phrase.words if each not in ("ing", "ed")):
                    return True
        return False


def compile_operators(words: Mapping[str, Set[str]], stem: Callable[[str], str]) -> OperatorTable:
    """Return the table of the words under the keys for operators, the longest phrases first."""
    first: dict[str, tuple[OperatorPhrase, ...]] = {}
    across: dict[str, tuple[OperatorPhrase, ...]] = {}
    for kind in KINDS:
        for text in words.get(f"{kind} after", ()):
            phrase = OperatorPhrase(tuple(text.split()), kind, "after")
            first[phrase.words[0]] = (*first.get(phrase.words[0], ()), phrase)
        for text in words.get(f"{kind} across", ()):
            phrase = OperatorPhrase(tuple(text.split()), kind, "across")
            across[stem(phrase.words[0])] = (*across.get(stem(phrase.words[0]), ()), phrase)
    for place, kind in _BESIDE:
        for text in words.get(place, ()):
            word = text.partition("/")[0]
            first[word] = (*first.get(word, ()), OperatorPhrase((word,), kind, place))
    longest = {word: tuple(sorted(each, key=lambda one: -len(one.words))) for word, each in first.items()}
    return OperatorTable(longest, across)
