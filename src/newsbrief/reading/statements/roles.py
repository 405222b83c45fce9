"""Who does it to whom, and which number is which: the words among which each name and each number stands.

`read_roles(words, lexicon)` of “Sorland sued Marland” has for `marland` the role of an object of “sued”. Two that have
exchanged their places have exchanged their roles: `find_exchange(stated, cited)`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

NUMBER = "#"
"""The sign with which the keys of numbers begin."""

_FARTHEST = 6
_LONGEST_ASIDE = 14
_STOPS = frozenset(".;:!?()[]“”„«»\"")
_PAIRS = {",": ",", "–": "–", "—": "—", "(": ")"}


class Role(NamedTuple):
    """A place beside a word: before it (`does`), after it (`done to`), or right after or before a preposition.

    A name is also `left of` or `right of` a number, and a number of a name: its key is the stem then.
    """

    place: Literal["does", "done to", "after", "before", "left of", "right of"]
    stem: str
    preposition: str = ""


Roles = Mapping[str, frozenset[Role]]
"""The roles of each name and number, by its key."""


class Exchange(NamedTuple):
    """Two of which one stands in the other's place: `is_plain` if both do, and neither stands in its own."""

    one: str
    other: str
    is_plain: bool = False


def find_exchange(stated: Roles, cited: Roles) -> Exchange | None:
    """Return the first of those stated that has a role which the words cited give to another one."""
    both = [key for key in stated if key in cited]
    for one, other in combinations(both, 2):
        same = (cited[one] & cited[other]) | (stated[one] & stated[other])
        theirs, its = cited[one] - same, cited[other] - same
        straight = (stated[one] & theirs) | (stated[other] & its)
        first, second = stated[one] & its, stated[other] & theirs
        if first and second and len(first) + len(second) > len(straight):
            return Exchange(one, other, not straight)
    for one in both:
        for other in cited:
            if other != one and _is_in_place_of(one, other, stated, cited):
                return Exchange(one, other)
    return None


def _is_in_place_of(one: str, other: str, stated: Roles, cited: Roles) -> bool:
    """Say whether one has a role that the words cited give to another, and to itself another role than this."""
    same = cited[one] & cited[other] | (stated[one] & stated.get(other, frozenset()))
    theirs, its = cited[one] - same, cited[other] - same
    taken = stated[one] & its
    if not taken or not theirs or stated[one] & theirs:
        return False
    if is_number(one) != is_number(other):
        return False
    places = {role.place for role in theirs}
    return any(
        role.place in places
        if role.place in ("left of", "right of")
        else is_number(one) or (role.place == "done to" and Role("does", role.stem) in theirs)
        for role in taken
    )


def is_number(key: str) -> bool:
    """Say whether a key is that of a number and not of a name."""
    return key.startswith(NUMBER)


def join_roles(each: Iterator[Roles]) -> Roles:
    """Return the roles of all sentences together."""
    joined: dict[str, frozenset[Role]] = {}
    for roles in each:
        for key, its in roles.items():
            joined[key] = joined.get(key, frozenset()) | its
    return joined


def read_roles(words: Sequence[Word], lexicon: StatementLexicon) -> Roles:
    """Return the roles of the names and numbers of one sentence; the `actor` of their words is their key."""
    words = _without_asides(words)
    groups = list(_groups(words, lexicon))
    found: dict[str, frozenset[Role]] = {}
    last: frozenset[Role] = frozenset()
    for number, (start, end) in enumerate(groups):
        before = frozenset(_before(words, start, lexicon))
        if not before and _goes_on(words, start, lexicon):
            # “Paid 3 dollars to Aske and 5 to Vane”: what is said of the first is said of the second.
            before = last
        after = set(_after(words, end, lexicon))
        if number + 1 < len(groups) and _is_part(words, end, groups[number + 1][0], lexicon):
            after.update(_after(words, groups[number + 1][1], lexicon))
        for word in words[start:end]:
            if word.actor is not None:
                found[word.actor] = found.get(word.actor, frozenset()) | before | after
        last = before
    return found


def _goes_on(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> bool:
    at = start - 1
    while at >= 0 and lexicon.has("determiners", words[at].lower):
        at -= 1
    return at >= 0 and (words[at].text == "," or lexicon.has("joining", words[at].lower))


def _is_part(words: Sequence[Word], end: int, start: int, lexicon: StatementLexicon) -> bool:
    """Say whether only “of the” and the like stand between a number and the next one, as in “12 of its 40”."""
    between = words[end:start]
    return bool(between) and all(
        lexicon.has("part of", word.lower) or lexicon.has("determiners", word.lower) for word in between
    )


def _without_asides(words: Sequence[Word]) -> list[Word]:
    """Return the words without what stands between two commas, dashes or brackets after a name, and names nobody."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        closing = _PAIRS.get(words[at].text) if kept and kept[-1].actor else None
        end = at + 1
        while closing and end < len(words) and end - at < _LONGEST_ASIDE:
            if words[end].text == closing or words[end].actor or words[end].text in _STOPS:
                break
            end += 1
        if closing and end < len(words) and words[end].text == closing:
            at = end + 1
        else:
            kept.append(words[at])
            at += 1
    return kept


def _groups(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[tuple[int, int]]:
    """Yield from where to where names or numbers stand that are joined, as by "and": what is said of one is of all."""
    at = 0
    while at < len(words):
        if words[at].actor is None:
            at += 1
            continue
        end = at + 1
        while (following := _joined(words, end, lexicon)) is not None:
            end = following + 1
        yield at, end
        at = end


def _joined(words: Sequence[Word], end: int, lexicon: StatementLexicon) -> int | None:
    """Return the number of the name or number that is joined to the one that ends before `end`, if one is."""
    joint = ""
    at = end
    while at < len(words) and words[at].actor is None:
        lower = words[at].lower
        if lower == "," or lexicon.has("joining", lower):
            joint = lower
        elif not (lexicon.has("determiners", lower) or words[at].is_capitalised):
            return None
        at += 1
    if not joint or at == len(words) or is_number(words[at].actor or "") != is_number(words[end - 1].actor or ""):
        return None
    following = words[at + 1 : at + _LONGEST_ASIDE] if joint == "," else ()
    goes_on = any(lexicon.has("joining", word.lower) and word.lower != "but" for word in following[:_FARTHEST])
    return at if joint != "," or goes_on else None


def _before(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> Iterator[Role]:
    """Yield the roles that the words before a name or a number give it."""
    at = start - 1
    while at >= 0 and (lexicon.has("determiners", words[at].lower) or words[at].is_capitalised) and not words[at].actor:
        at -= 1
    preposition = words[at].lower if at >= 0 and lexicon.has("prepositions", words[at].lower) else ""
    if preposition:
        at -= 1
        if lexicon.has("by", preposition):
            yield from (Role("does", stem) for stem in _verb_before_by(words, at, lexicon))
            return
        if not lexicon.has("even prepositions", preposition):
            yield Role("after", preposition)
    for number in range(at, max(-1, at - _FARTHEST), -1):
        word = words[number]
        if word.actor and is_number(word.actor) != is_number(words[start].actor or ""):
            yield Role("right of", word.actor, preposition)
        if word.actor or word.text in _STOPS or word.text == "," or lexicon.has("joining", word.lower):
            return
        stem = _stem_of(word, lexicon)
        if stem and not lexicon.has("even prepositions", preposition):
            yield Role("done to", stem, preposition)


def _verb_before_by(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> Iterator[str]:
    for number in range(at, max(-1, at - 3), -1):
        stem = _stem_of(words[number], lexicon)
        if words[number].actor or words[number].text in _STOPS:
            return
        if stem:
            yield stem
            return


def _after(words: Sequence[Word], end: int, lexicon: StatementLexicon) -> Iterator[Role]:
    """Yield the roles that the words after a name or a number give it."""
    is_passive, key = False, words[end - 1].actor or ""
    if end + 1 < len(words) and words[end].text == "," and lexicon.has("relatives", words[end + 1].lower):
        end += 2
    for number in range(end, min(len(words), end + _FARTHEST)):
        word = words[number]
        if word.actor and is_number(word.actor) != is_number(key):
            yield Role("left of", word.actor)
        if word.actor or word.text in _STOPS or word.text == "," or lexicon.has("joining", word.lower):
            return
        if number == end and lexicon.has("prepositions", word.lower) and not lexicon.has("even prepositions", word.lower):
            yield Role("before", word.lower)
        if lexicon.has("be", word.lower):
            is_passive = True
        elif stem := _stem_of(word, lexicon):
            by = words[number + 1].lower if number + 1 < len(words) else ""
            if (is_passive and lexicon.is_past(word.lower)) or lexicon.has("by", by):
                yield Role("done to", stem)
            else:
                yield Role("does", stem)
            is_passive = False


def _stem_of(word: Word, lexicon: StatementLexicon) -> str:
    """Return the stem of a word that says what is done, or nothing for a small word or one that both may do alike."""
    if word.actor or len(word.lower) < 3 or not word.lower.isalpha():
        return ""
    if any(lexicon.has(key, word.lower) for key in _SMALL):
        return ""
    stem = lexicon.stem(word.lower)
    return "" if stem in lexicon.mutual else stem


_SMALL = (
    "small words", "auxiliaries", "adverbs", "determiners", "pronouns", "modals", "negations", "sayings",
    "prepositions", "allegations",
)  # fmt: skip
