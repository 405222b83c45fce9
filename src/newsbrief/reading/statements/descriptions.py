"""The nouns set beside the names of a sentence, and the adjectives of its nouns: “the captain, Reyes”, “a Dutch aunt”.

`read_descriptions(phrases)` of “Their coach, Marta Quint” has `coach` for Marta Quint.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR, WordGroup

Words = Mapping[str, frozenset[str]]
UNSURE = "?"
"""The noun of a name beside which one stands that may be another's."""


class Descriptions(Struct, frozen=True):
    """What a sentence calls each of its actors, and the adjectives that it gives each of its nouns, by their stems."""

    roles: Words
    adjectives: Words


class OtherWord(Struct, frozen=True):
    """A word that a sentence puts beside another one than the words cited do; `instead` is what they put there."""

    word: str
    beside: str
    instead: str


def read_descriptions(
    phrases: Sequence[WordGroup], equal: Iterable[tuple[frozenset[str], frozenset[str]]] = ()
) -> Descriptions:
    """Return what the phrases of a sentence call its actors, and how they describe its nouns.

    `equal` are those of whom it says that the one is the other.
    """
    roles: dict[str, frozenset[str]] = {}
    adjectives: dict[str, frozenset[str]] = {}
    for number, phrase in enumerate(phrases):
        for head in phrase.heads if phrase.sort == "noun" else ():
            if not head.startswith(ACTOR):
                adjectives[head] = adjectives.get(head, frozenset()) | phrase.modifiers
                continue
            beside = _nouns(phrase) | _set_beside(phrases, number)
            if not beside and _has_noun_of_another(phrases, number):
                beside = frozenset({UNSURE})
            roles[head] = roles.get(head, frozenset()) | beside
    for ones, others in equal:
        for actor in (head for head in ones if head.startswith(ACTOR)):
            roles[actor] = roles.get(actor, frozenset()) | {head for head in others if not head.startswith(ACTOR)}
    return Descriptions(roles, adjectives)


def _nouns(phrase: WordGroup) -> frozenset[str]:
    return frozenset(head for head in phrase.heads if not head.startswith(ACTOR))


def _set_beside(phrases: Sequence[WordGroup], number: int) -> frozenset[str]:
    """Return the nouns that a comma sets beside a name: before it where another follows it, or after it."""
    before, after = phrases[max(0, number - 2) : number], phrases[number + 1 : number + 4]
    found: frozenset[str] = frozenset()
    closes = not after or after[0].sort in ("sign", "joint")
    is_beside = len(before) == 2 and before[1].lower == "," and before[0].sort == "noun" and closes
    if is_beside and before[0].owners:
        # “The sister of the director, Vane”: Vane may be either.
        return found
    if is_beside and _is_plain(before[0]):
        found |= before[0].heads
    elif len(after) > 1 and after[0].lower == "," and after[1].sort == "noun" and _is_plain(after[1]):
        is_whole = len(after) == 2 or after[2].sort in ("sign", "preposition")
        found |= after[1].heads if is_whole else frozenset()
    return found


def _has_noun_of_another(phrases: Sequence[WordGroup], number: int) -> bool:
    """Say whether a noun with an owner stands before a name and a comma: the tanker's captain, Reyes."""
    before = phrases[max(0, number - 2) : number]
    return len(before) == 2 and before[1].lower == "," and before[0].sort == "noun" and bool(before[0].owners)


def _is_plain(noun: WordGroup) -> bool:
    return bool(noun.heads) and not any(head.startswith(ACTOR) for head in noun.heads)


def join(each: Iterator[Descriptions]) -> Descriptions:
    """Return the descriptions of several sentences together."""
    roles: dict[str, frozenset[str]] = {}
    adjectives: dict[str, frozenset[str]] = {}
    for one in each:
        for into, words in ((roles, one.roles), (adjectives, one.adjectives)):
            for key, found in words.items():
                into[key] = into.get(key, frozenset()) | found
    return Descriptions(roles, adjectives)


def find_other_word(stated: Descriptions, cited: Descriptions, lexicon: StatementLexicon) -> OtherWord | None:
    """Return a noun or an adjective that a sentence gives to another one than the words cited do."""
    for actor, roles in stated.roles.items():
        theirs = cited.roles.get(actor, frozenset())
        if any(lexicon.has_stem("same offices", role) for role in theirs):
            # The predecessor of a minister was minister.
            continue
        if UNSURE in theirs:
            theirs = theirs - {UNSURE}
        elif not theirs and (other := _is_anothers(actor, roles, cited, lexicon)):
            return other
        for role in roles - theirs if theirs else ():
            owners = [other for other, its in cited.roles.items() if role in its]
            if owners or any(_exclude(role, its, lexicon) for its in theirs):
                return OtherWord(role, actor, min(theirs))
    nouns = frozenset(cited.adjectives) | frozenset(stated.adjectives)
    for noun, adjectives in stated.adjectives.items():
        theirs = cited.adjectives.get(noun, frozenset())
        meanings = frozenset(map(lexicon.meaning, theirs))
        for adjective in adjectives - theirs - nouns if theirs - nouns else ():
            # Numbers are compared by their values.
            is_word = not (lexicon.has_stem("quantities", adjective) or lexicon.has_stem("numbers", adjective))
            is_word &= lexicon.meaning(adjective) not in meanings
            if is_word and any(adjective in its for its in _of_other_nouns(noun, cited.adjectives, lexicon)):
                return OtherWord(adjective, noun, min(theirs))
    return None


def _is_anothers(actor: str, roles: frozenset[str], cited: Descriptions, lexicon: StatementLexicon) -> OtherWord | None:
    """Return what a sentence calls one of whom the words cited tell nothing, and one other one that.

    “Vane is the champion”, of “Vane met the champion Aske”.
    """
    if actor not in cited.roles:
        return None
    # “The lawyer of Vane” stands for Vane and is not Vane.
    for role in sorted(each for each in roles if not lexicon.has_stem("deputies", each)):
        owners = [other for other, its in cited.roles.items() if role in its]
        if len(owners) == 1:
            return OtherWord(role, actor, owners[0])
    return None


def _of_other_nouns(noun: str, adjectives: Words, lexicon: StatementLexicon) -> Iterator[frozenset[str]]:
    """Yield the adjectives of other nouns; those of “electric ones” may be its own."""
    for other, its in adjectives.items():
        if other != noun and not lexicon.has_stem("pro-forms", other):
            yield its


def _exclude(one: str, other: str, lexicon: StatementLexicon) -> bool:
    """Say whether nobody is both in one matter: the judge and the defendant."""
    return any(one in row and other in row for row in lexicon.offices)


def find_later_stage(
    stated: frozenset[str], cited: frozenset[str], lexicon: StatementLexicon, put_off: frozenset[str] = frozenset()
) -> tuple[str, str] | None:
    """Return what a sentence says that the words cited say only the beginning of: convicted, for charged.

    `put_off` are those of its words of which it does not say that they have come about.
    """
    for row in lexicon.stages:
        for (_, first), (later, second) in combinations(enumerate(row), 2):
            reached = (stated - put_off) & second
            if (
                reached
                and cited & first
                and not any(cited & stage for stage in row[later:])
                and stated.isdisjoint(first)
            ):
                return min(reached), min(cited & first)
    return None


def find_other_act(stated: frozenset[str], cited: frozenset[str], lexicon: StatementLexicon) -> tuple[str, str] | None:
    """Return a verb of a sentence, and the one of another act that the words cited have: postponed, for cancelled."""
    for verb in sorted((stated & lexicon.acts_apart.keys()) - cited):
        for same, others in lexicon.acts_apart[verb]:
            if cited & others and cited.isdisjoint(same) and stated.isdisjoint(others):
                return verb, min(cited & others)
    return None
