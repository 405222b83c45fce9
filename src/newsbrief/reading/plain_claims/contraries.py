"""Words of a sentence that say the opposite of the words cited, of the same thing: welcomes, for rejects.

`find_contrary(stated, cited, lexicon)` of “Der Rat billigt den Plan” and “Der Rat lehnt den Plan ab” are the two verbs.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.reading.plain_claims.clauses import PlainClause, thing_of
from newsbrief.reading.plain_claims.lexicon import (
    BESIDE_NOUNS,
    CONTRARIES,
    DOERS,
    PROMISES,
    ROWS,
    FoundSign,
    PlainLexicon,
)
from newsbrief.reading.sentence_words import Word

_NEAR = 4
"""The most words between such a word and its noun."""


class Contrary(NamedTuple):
    """A word of a sentence, and the one of the words cited that says the opposite."""

    ours: Word
    theirs: Word


class _SignPlace(NamedTuple):
    clause: PlainClause
    found: FoundSign

    @property
    def word(self) -> Word:
        return self.clause.words[self.found.at]


def find_contrary(
    stated: Sequence[PlainClause], cited: Sequence[PlainClause], lexicon: PlainLexicon
) -> Contrary | None:
    """Return a word of a sentence whose opposite the words cited say of the same thing, and not the word itself."""
    ours = list(_places_in(stated))
    theirs = list(_places_in(cited)) if ours else []
    for own in ours:
        row = [each for each in theirs if _are_of_one_row(own, each)]
        same = [each for each in row if each.found.sign.side == own.found.sign.side]
        others = [each for each in row if each.found.sign.side != own.found.sign.side]
        if turned := next((each for each in same if _are_turned(own, each, lexicon)), None):
            return Contrary(own.word, turned.word)
        if not others or any(each.clause.has("negations", "denials") for each in (own, *row)) or _has_both(own):
            continue
        for other in others:
            if _JUDGES.get(own.found.sign.key, _have_one_noun)(own, other, same, lexicon):
                return Contrary(own.word, other.word)
    return None


def _places_in(clauses: Sequence[PlainClause]) -> Iterator[_SignPlace]:
    for clause in clauses:
        for found in clause.signs:
            if found.sign.key in ROWS:
                yield _SignPlace(clause, found)


def _are_of_one_row(one: _SignPlace, other: _SignPlace) -> bool:
    return (one.found.sign.key, one.found.sign.row) == (other.found.sign.key, other.found.sign.row)


def _has_both(own: _SignPlace) -> bool:
    """Say whether a clause has both sides of a row: after the rise of last year, sales fell."""
    sides = {
        each.sign.side
        for each in own.clause.signs
        if (each.sign.key, each.sign.row) == (own.found.sign.key, own.found.sign.row)
    }
    return len(sides) > 1


def _are_of_one_thing(own: _SignPlace, other: _SignPlace, same: Sequence[_SignPlace], lexicon: PlainLexicon) -> bool:
    """Say whether two words are said of the same things, and of more of them than the word itself is said of."""
    ours, theirs = own.clause, other.clause
    itself = {lexicon.stem(own.word.lower), lexicon.stem(other.word.lower)}
    things = (ours.things & theirs.things) - itself
    if not things and (not ours.actors & theirs.actors or theirs.has("turning") or ours.has("turning")):
        return False
    if ours.has("turning") != theirs.has("turning"):
        return False
    shared = (ours.all & theirs.all) - itself
    if not theirs.actors:
        # It may go without its subject: “genehmigte den Anbau, lehnte aber den Parkplatz ab”.
        return all((ours.things & each.clause.things) - itself < things for each in same)
    return all(_says_less(ours, shared, each.clause, itself) for each in same)


def _says_less(ours: PlainClause, shared: frozenset[str], same: PlainClause, itself: set[str]) -> bool:
    """Say whether the clause of a word itself has less of what the sentence says than that of its opposite."""
    if ours.actors & shared and same.actors and not ours.actors & same.actors:
        return True
    return (ours.all & same.all) - itself < shared


def _have_one_noun(own: _SignPlace, other: _SignPlace, same: Sequence[_SignPlace], lexicon: PlainLexicon) -> bool:
    """Say whether two words stand beside the same noun, and the word itself beside it nowhere."""
    ours, theirs = (_nouns(each, lexicon) for each in (own, other))
    return bool(ours & theirs) and not same


def _nouns(each: _SignPlace, lexicon: PlainLexicon) -> frozenset[str]:
    """Return the words of content right after a word, and right before it where either may be meant."""
    words, at = each.clause.words, each.found.at
    after = _first(words[at + 1 : at + 1 + _NEAR], lexicon)
    before = _first(words[max(0, at - _NEAR) : at][::-1], lexicon) if each.found.sign.key == BESIDE_NOUNS else ""
    return frozenset((after, before)) - {""}


def _first(words: Sequence[Word], lexicon: PlainLexicon) -> str:
    return next((word.actor or thing for word in words if (thing := thing_of(word, lexicon)) or word.actor), "")


def _are_turned(own: _SignPlace, same: _SignPlace, lexicon: PlainLexicon) -> bool:
    """Say whether two have changed places beside the same verb of two: Brod beats Holt, for Holt beats Brod."""
    if own.found.sign.key != DOERS or not lexicon.order:
        return False
    (one, other), (first, second) = (_two_in(each.clause.words, lexicon) for each in (own, same))
    if one is None or other is None or first is None or second is None:
        return False
    if (one.actor, other.actor) != (second.actor, first.actor):
        return False
    return "forms" not in lexicon.order or (one.lower != second.lower and other.lower != first.lower)


def _two_in(words: Sequence[Word], lexicon: PlainLexicon) -> tuple[Word | None, Word | None]:
    """Return the only two named in a clause, in their order; nobody where it may be in the passive."""
    named = [word for word in words if word.actor]
    is_plain = len(named) == 2 and not any(word.lower in lexicon.passive for word in words)
    return (named[0], named[1]) if is_plain else (None, None)


def _have_one_doer(own: _SignPlace, other: _SignPlace, same: Sequence[_SignPlace], _: PlainLexicon) -> bool:
    """Say whether the same one is named first beside two verbs of two."""
    ours, theirs = (next((word.actor for word in each.clause.words if word.actor), None) for each in (own, other))
    return ours is not None and ours == theirs and not same


def _is_kept(own: _SignPlace, other: _SignPlace, same: Sequence[_SignPlace], lexicon: PlainLexicon) -> bool:
    """Say whether a sentence states that it was done what the words cited have as a promise."""
    if own.found.sign.side == 0 or own.clause.has("planning", "open", "denying"):
        return False
    return _are_of_one_thing(own, other, same, lexicon)


_JUDGES = {CONTRARIES: _are_of_one_thing, DOERS: _have_one_doer, PROMISES: _is_kept}
