"""Sayings inside each other: whose words they are at last, and whom a pronoun inside another's saying means.

`find_outermost(grammar, sayings, inner)` of `Ms Vane says she believes` is the saying of Ms Vane.
"""

from bisect import bisect_right
from collections.abc import Sequence

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.sentences import Saying

MOST_TRIED = 8
"""The most sayings before or after a passage that are tried."""


def place_of(saying: Saying) -> int:
    """Return the token of a saying’s verb, by which sayings stand in order."""
    return saying.at


def find_innermost(grammar: Grammar, sayings: Sequence[Saying], outer: Saying) -> Saying:
    """Return whose words they are at last: in `Ms Vane said Mr Aske had told her`, Mr Aske’s."""
    number = bisect_right(sayings, outer.at, key=place_of)
    for saying in sayings[number : number + MOST_TRIED]:
        if saying.role in ("say", "call", "quote") and saying.subjects:
            is_relative = any(
                grammar.lexicon.pronouns.get(grammar.word(each)) == "r" for each in range(saying.first, saying.at)
            )
            if is_relative or saying.subjects[0].first < outer.at or saying.subjects[:1] == outer.subjects[:1]:
                return outer
            gap = range(outer.at + 1, saying.first)
            if saying.first > outer.at and all(grammar.is_(each, "that", "adverbs") for each in gap):
                return saying if saying.subjects[0].kind != "pronoun" or saying.at else outer
            return outer
    return outer


def find_outermost(grammar: Grammar, near: Sequence[Saying], inner: Saying) -> Saying:
    """Return the saying whose speaker a pronoun right inside it means: of `Ms Vane says she believes`, the first."""
    for outer in reversed(near):
        if outer.at >= inner.first or outer.role not in ("say", "manner"):
            continue
        if inner.role not in ("say", "manner", "call") or [each.kind for each in inner.subjects] != ["pronoun"]:
            return inner
        if inner.hedges or inner.is_denied or inner.is_unsaid or outer.is_denied or outer.is_unsaid or outer.hedges:
            return inner
        if inner.subjects[0].gender in ("r", "s") or not outer.subjects or not _is_led(grammar, outer, inner.first):
            return inner
        return outer if _fits(inner.subjects[0].gender, outer.subjects[0].gender) else inner
    return inner


def _fits(code: str, gender: str) -> bool:
    """Say whether a pronoun can go on with a speaker of whom a pronoun or a title has said more."""
    return not (code in ("m", "f") and gender in ("m", "f") and code != gender) and (code != "p" or gender == "p")


def _is_led(grammar: Grammar, outer: Saying, first: int) -> bool:
    """Say whether a clause begins right after a verb of saying, past words about time and the one spoken to."""
    gap = range(outer.end, first)
    if any(grammar.word(each) == "," for each in gap) and not grammar.is_(first - 1, "that"):
        return False
    return (
        len(gap) < 8
        and all(
            (grammar.kind(each) in ("word", "name") and not grammar.is_(each, "conjunctions", "auxiliaries"))
            or grammar.word(each) == ","
            for each in gap
        )
        and (not gap or grammar.is_(first - 1, "that", "adverbs") or grammar.word(first - 1) == "," or len(gap) < 6)
    )
