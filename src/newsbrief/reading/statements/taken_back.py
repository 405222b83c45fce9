"""Words that take back what others say: ruled out, wrongly reported, could have been but was not.

`is_said_wrongly(split_words("a paper wrongly said that Vane left", …), 3, lexicon)` is true.
"""

from collections.abc import Sequence
from itertools import takewhile

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_MOST_BEFORE_THAT = 5
"""The most words from “wrongly” to what was “wrongly reported on Monday that”."""


def is_ruled_out(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word is the last of two that deny what follows: `ruled out`."""
    return at > 0 and lexicon.has("ruling out", f"{words[at - 1].lower} {words[at].lower}")


def is_said_wrongly(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word, or one shortly before “that”, stands after one that calls what it says wrong."""
    first = max(1, at - _MOST_BEFORE_THAT) if words[at].lower == "that" else max(1, at)
    return any(lexicon.has("wrongly", words[number - 1].lower) for number in range(first, at + 1))


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
