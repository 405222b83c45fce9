"""Who does it and to whom: the names that belong to a word of relation in an English sentence.

`find_subject(words, 3)` of “The Navy has backed Aske” is the Navy.
"""

from collections.abc import Sequence

from msgspec import Struct

from newsbrief.reading.relations import grammar
from newsbrief.reading.sentence_words import Word

REPORTED = frozenset({"alleged", "reported"})


class Argument(Struct, frozen=True):
    """Actors joined by “and”, from the word `start` to before the word `end`, and the hedges on the way to them.

    `pronoun` stands for them in a clause of its own.
    """

    actors: tuple[str, ...]
    start: int
    hedges: frozenset[str] = frozenset()
    end: int = 0
    pronoun: str = ""


def has_words(words: Sequence[Word], at: int, expected: Sequence[str]) -> bool:
    """Say whether the words `expected` stand from the word `at` on."""
    return [word.lower for word in words[at : at + len(expected)]] == list(expected)


def pass_over(words: Sequence[Word], at: int, passed: frozenset[str]) -> int:
    """Return the number of the first word from `at` on that is not among `passed`."""
    while at < len(words) and (words[at].lower in passed or words[at].lower.endswith("ly")):
        at += 1
    return at


def hedges_of(word: str) -> frozenset[str]:
    """Return the hedges that a word puts on what follows it; “not” for a negation."""
    hedges: set[str] = set()
    if word in grammar.NEGATIONS:
        hedges |= {"not", "denied"}
    if word in grammar.DENIALS:
        hedges.add("denied")
    if word in grammar.ALLEGATIONS:
        hedges |= REPORTED
    if word in grammar.PLANS:
        hedges.add("planned")
    if word in grammar.PASTS:
        hedges.add("past")
    return frozenset(hedges)


def word_is_plain(lower: str) -> bool:
    """Say whether a word can be a noun: no small word, and no sign."""
    return lower.isalpha() and lower not in grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.AUXILIARIES


def before_determiners(words: Sequence[Word], at: int) -> int:
    """Return the number of the word before the determiners, adjectives and titles that end right before `at`."""
    at -= 1
    steps = 0
    while at >= 0 and words[at].actor is None and steps < 5:
        word = words[at]
        plain = word.text[0].isalpha() or word.text == "."
        if not plain or word.lower in grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.SAYING:
            break
        if (
            word.lower not in grammar.DETERMINERS
            and not word.is_capitalised
            and word.text != "."
            and word.lower not in grammar.ADJECTIVES
        ):
            break
        at, steps = at - 1, steps + 1
    return at
