"""The nouns that numbers count, in languages that are read by the order of their words.

`read_counts(split_words("7 Schulen und 12 Kinos", …), lexicon)` has a noun for each of the two numbers.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.plain_order import cut_clauses, stem_of
from newsbrief.reading.statements.roles import NUMBER, YEAR, Exchange, sort_of

_NEAR = 3
"""The most words after a number among which the noun is that it counts."""


class NounCount(NamedTuple):
    """The noun that a number counts, and the stems around it.

    `way` is `from` or `to` where something moves, and `part` or `whole` where one number is of the other.
    """

    noun: str
    around: frozenset[str]
    way: str


def read_counts(words: Sequence[Word], lexicon: StatementLexicon) -> Mapping[str, NounCount]:
    """Return what each number of a sentence counts; of a number that stands twice, nothing."""
    found: dict[str, NounCount] = {}
    twice: set[str] = set()
    for clause in cut_clauses(words, lexicon):
        numbers = [at for at, word in enumerate(clause) if sort_of(word.actor or "") == NUMBER]
        noun, around, following = "", frozenset[str](), len(clause)
        for place in reversed(range(len(numbers))):
            at, start = numbers[place], numbers[place - 1] + 1 if place else 0
            each = _count_at(clause, Span(start, following), at, lexicon)
            # “12 of the 40 schools” counts schools twice.
            is_bare = not any(stem_of(word, lexicon) for word in clause[at + 1 : following])
            noun = each.noun or (noun if is_bare else "")
            around = each.around | (around if is_bare else frozenset())
            is_whole = bool(place) and _is_whole(clause, numbers[place - 1], at, lexicon)
            is_part = following < len(clause) and _is_whole(clause, at, following, lexicon)
            # “Sur 27 élus, 16 …”
            is_first = at == 1 and lexicon.has("part of", clause[0].lower) and not each.way
            way = "whole" if is_whole or is_first else "part" if is_part else each.way
            key = clause[at].actor or ""
            twice |= {key} & found.keys()
            found[key] = NounCount(noun, around, way)
            following = at
    return {key: each for key, each in found.items() if key not in twice}


def _is_whole(clause: Sequence[Word], part: int, at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a number is the whole of which the one before it is a part: 12 of the 40, 12 schools of 40."""
    between = [word.lower for word in clause[part + 1 : at]]
    if between and lexicon.has("joining", between[0]):
        return False
    while between and (lexicon.has("articles", between[-1]) or lexicon.has("owners", between[-1])):
        between.pop()
    return len(between) <= _NEAR and bool(between) and lexicon.has("part of", between[-1])


def _count_at(clause: Sequence[Word], own: Span, at: int, lexicon: StatementLexicon) -> NounCount:
    """Return what the number at `at` counts; words at `own` are its own, up to those that join."""
    joints = [number for number in range(own.start, own.end) if lexicon.has("joining", clause[number].lower)]
    start = max((number + 1 for number in joints if number < at), default=own.start)
    end = min((number for number in joints if number > at), default=own.end)
    after = [stem for word in clause[at + 1 : min(end, at + 1 + _NEAR)] if (stem := stem_of(word, lexicon))]
    around = {stem for word in clause[start:end] if (stem := stem_of(word, lexicon))}
    # A year beside a number says of when it is.
    around |= {word.actor for word in clause[start:end] if word.actor and sort_of(word.actor) == YEAR}
    before = clause[at - 1].lower if at else ""
    way = next((key for key in ("from", "to") if lexicon.has(key, before)), "")
    return NounCount(after[0] if after else "", frozenset(around), way)


def find_exchanged_numbers(stated: Mapping[str, NounCount], cited: Mapping[str, NounCount]) -> Exchange | None:
    """Return two numbers of which each counts what the other does in the words cited, or one that does so."""
    both = [key for key in stated if key in cited]
    for one, other in combinations(both, 2):
        if _are_exchanged(stated[one], stated[other], cited[one], cited[other]):
            return Exchange(one, other)
    for one in both:
        ours, theirs = stated[one], cited[one]
        if not ours.noun or ours.noun == theirs.noun or theirs.noun in ours.around:
            continue
        for other, its in cited.items():
            if its.way == "whole" and (theirs.way == "part" or stated.get(other, its).way == "whole"):
                # “One of every three voters”, “a third part of the 90 ships”: both count the same.
                continue
            if other != one and ours.noun == its.noun and (theirs.noun or not ours.around & theirs.around):
                return Exchange(one, other)
    return None


_TURNS = (("from", "to"), ("to", "from"), ("part", "whole"), ("whole", "part"))


def _are_exchanged(ours: NounCount, our_other: NounCount, theirs: NounCount, their_other: NounCount) -> bool:
    stated, cited = (ours.way, our_other.way), (theirs.way, their_other.way)
    if "whole" in (*{ours.way} & {theirs.way}, *{our_other.way} & {their_other.way}):
        return False
    if stated in _TURNS and cited in _TURNS:
        return stated == cited[::-1]
    if theirs.noun != their_other.noun and (ours.noun, our_other.noun) == (their_other.noun, theirs.noun):
        return True
    same = theirs.around & their_other.around | ours.around & our_other.around
    crossed = (ours.around & their_other.around) - same, (our_other.around & theirs.around) - same
    straight = (ours.around & theirs.around | our_other.around & their_other.around) - same
    return all(crossed) and not straight
