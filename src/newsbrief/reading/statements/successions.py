"""Who comes before and after whom in an office: the predecessor, the one who replaces another.

`read_successions(words, lexicon)` of “his predecessor, Vane” has Vane as the earlier one.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.reading.relations.ties import read_ties
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.clauses import AGENT, PATIENT, Clause
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR

EARLIER, LATER = "earlier", "later"
_OTHER = {EARLIER: LATER, LATER: EARLIER}
_NEAR = 4


class Successor(NamedTuple):
    """An actor who is the earlier or the later one of two, and the word that says so."""

    actor: str
    place: str
    word: Word


def read_successions(
    words: Sequence[Word], lexicon: StatementLexicon, clauses: Sequence[Clause] = ()
) -> Iterator[Successor]:
    """Yield those whom a sentence makes the earlier or the later one of two; `clauses` are those of the sentence."""
    for clause in clauses:
        if not clause.is_denied and lexicon.has_stem("succeeding", clause.verb):
            verb = next((word for word in words if word.span == clause.span), None)
            for key, place in ((AGENT, LATER), (PATIENT, EARLIER)):
                heads = clause.places[key].heads if key in clause.places and verb else frozenset()
                yield from (Successor(head[1:], place, verb) for head in heads if verb and head.startswith(ACTOR))
    for at, word in enumerate(words):
        place = EARLIER if lexicon.has("predecessors", word.lower) else LATER
        if word.actor is None and (place == EARLIER or lexicon.has("successors", word.lower)):
            yield from _of_noun(words, at, place, lexicon)
    for tie in read_ties(words):
        if "succeeds" in tie.kinds and not tie.is_negated:
            word = next(each for each in words if tie.words.holds(each.span))
            yield Successor(tie.subject, LATER, word)
            yield Successor(tie.object, EARLIER, word)


def _of_noun(words: Sequence[Word], at: int, place: str, lexicon: StatementLexicon) -> Iterator[Successor]:
    """Yield the one who is a predecessor or successor, and the one of whom: “Aske’s successor, Vane”."""
    owner = words[at - 2].actor if at > 1 and words[at - 1].lower == "'s" else None
    after = at + 1
    if after + 1 < len(words) and words[after].lower == "of" and words[after + 1].actor:
        owner, after = words[after + 1].actor, after + 2
    named = _named_after(words, after) or _named_before(words, at, lexicon)
    if named:
        yield Successor(named, place, words[at])
    if owner and owner != named:
        yield Successor(owner, _OTHER[place], words[at])


def _named_after(words: Sequence[Word], at: int) -> str | None:
    """Return the name right after a noun, after a comma or a title."""
    for word in words[at : at + _NEAR]:
        if word.actor:
            return word.actor
        if word.text != "," and not word.is_capitalised:
            return None
    return None


def _named_before(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> str | None:
    """Return the name before a noun: “Vane is the successor”, “Vane, her successor”."""
    for number in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        word = words[number]
        if word.actor:
            return None if words[number + 1].lower == "'s" else word.actor
        if not (word.text == "," or any(lexicon.has(key, word.lower) for key in ("determiners", "linking", "adverbs"))):
            return None
    return None


def find_turned(stated: Sequence[Successor], cited: Sequence[Successor]) -> tuple[Successor, Successor] | None:
    """Return one whom a sentence makes the later of two and the words cited the earlier, or the other way round."""
    for own in stated:
        theirs = [each for each in cited if each.actor == own.actor]
        if theirs and all(each.place != own.place for each in theirs):
            return own, theirs[0]
    return None
