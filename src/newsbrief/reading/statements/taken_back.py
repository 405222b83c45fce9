"""Words that take back what others say: ruled out, wrongly reported, could have been but was not.

`is_said_wrongly(split_words("a paper wrongly said that Vane left", …), 3, lexicon)` is true.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_MOST_BEFORE_THAT = 5
"""The most words from “wrongly” to what was “wrongly reported on Monday that”."""

_SAYING = ("sayings", "reported", "allegations", "calling", "suggestions", "denials")
"""The keys of what may be said wrongly; who “wrongly excluded a statement” excluded it."""

_MOST_BEFORE_NOUN = 3
"""The most words from “rejected” to the noun of what is rejected."""


def is_ruled_out(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word is the last of two that deny what follows: `ruled out`."""
    return at > 0 and lexicon.has("ruling out", f"{words[at - 1].lower} {words[at].lower}")


def is_said_wrongly(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word, or one shortly before “that”, stands after one that calls what it says wrong."""
    first = max(1, at - _MOST_BEFORE_THAT) if words[at].lower == "that" else max(1, at)
    return any(
        lexicon.has("wrongly", words[number - 1].lower) and words[number].lower in lexicon.words_of(_SAYING)
        for number in range(first, at + 1)
    )


def is_taken_back(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether “but” follows in the same clause: `could have refused to sign but did not`."""
    after = takewhile(lambda word: word.text not in ".;:", words[at + 1 :])
    return any(lexicon.has("taking back", word.lower) for word in after)


def direction_after(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> str:
    """Return the word right after a verb by which it may be turned: switched `on`, voted `against`."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    return after if after in lexicon.directions else ""


def is_noun(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word whose past has no form of its own stands after an article: the cost, her cut."""
    is_alike = words[at].lower in lexicon.irregular_bases
    return is_alike and at > 0 and lexicon.has("determiners", words[at - 1].lower)


def is_rejected(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word such as “suggestion” is the object of one such as “rejected”."""
    if not lexicon.has("suggestions", words[at].lower):
        return False
    for word in reversed(words[max(0, at - _MOST_BEFORE_NOUN) : at]):
        if lexicon.has("rejecting", word.lower):
            return True
        if word.actor or not word.text[0].isalpha():
            return False
    return False


def possibility_at(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> str:
    """Return whether a word such as “possible” before “that” or “of” says that what follows is so, or is not."""
    after = words[at + 1].lower if at + 1 < len(words) else ""
    if after not in ("that", "of", "for"):
        return ""
    before = [word.lower for word in words[max(0, at - 2 * _MOST_BEFORE_NOUN) : at]]
    pairs = [f"{one} {other}" for one, other in pairwise(before)]
    is_denied = not lexicon.words_of(("negations", "negative subjects")).isdisjoint(before)
    is_out = any(lexicon.has("ruling out", pair) for pair in pairs) or any(
        lexicon.has("rejecting", word) for word in before[-_MOST_BEFORE_NOUN:]
    )
    return "possible" if is_denied == is_out else "denied"


def is_outstanding(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether “still” stands beside a word such as “must”: `still has to sign`, `must still sign`."""
    if not lexicon.has("still", words[at].lower):
        return False
    beside = words[max(0, at - 1) : at + 2]
    return any(lexicon.has("outstanding", word.lower) for word in beside)
