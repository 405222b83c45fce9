"""The clauses of the words cited, and which of their nouns may be those of a clause of the sentence.

`Scene(clauses, lexicon).judge("police", "agent", clause, same)` is the clause in which others have the place of the
police.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import permutations

from newsbrief.reading.statements.clauses import AGENT, PATIENT, SUBORDINATE, Clause, Filler
from newsbrief.reading.statements.converse import NOBODY, PARTNER
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR

_UNCROSSED = SUBORDINATE | {"with", "among", "between", "in", "like", "per", "during", "about"}
"""Prepositions before one who may do it as well: Aske met with Dorn."""

_CROSSED = ({PATIENT, "from"}, {PATIENT, PARTNER}, {"from", "to"}, {"from", PARTNER})


def all_fillers(clause: Clause) -> Iterator[frozenset[str]]:
    """Yield the heads and the owners of every noun of a clause, and those whom it leaves out."""
    for filler in clause.places.values():
        yield filler.heads
        yield filler.owners
    yield from clause.excluded.values()


class Scene:
    """The clauses of the words cited, and which of their nouns cannot be one and the same."""

    def __init__(self, clauses: Sequence[Clause], lexicon: StatementLexicon) -> None:
        self.clauses, self.lexicon = clauses, lexicon

    @cached_property
    def known(self) -> frozenset[str]:
        """The heads of all nouns of the clauses."""
        return frozenset(head for clause in self.clauses for heads in all_fillers(clause) for head in heads)

    @cached_property
    def groups(self) -> frozenset[frozenset[str]]:
        """The heads of each noun that has several."""
        return frozenset(heads for clause in self.clauses for heads in all_fillers(clause) if len(heads) > 1)

    @cached_property
    def named(self) -> Mapping[str, frozenset[tuple[int, int]]]:
        """Where each actor first stands in a clause of a sentence, with where that sentence begins."""
        return _first_places(self.clauses)

    @cached_property
    def apart(self) -> frozenset[tuple[str, str]]:
        """The heads that stand in two places of one clause."""
        return frozenset(
            (one, other)
            for clause in self.clauses
            for ours, theirs in permutations(clause.places.values(), 2)
            for one in ours.heads
            for other in theirs.heads
        )

    def judge(self, head: str, place: str, clause: Clause, same: Sequence[Clause]) -> Clause | None:
        """Return the clause cited in which another noun has the place that a head has in a clause of the sentence."""
        if any(head in each.places.get(place, NOBODY).heads for each in same):
            return None
        for each in same:
            if head in each.excluded.get(place, ()):
                return each
        if any(self._may_have(head, place, clause, each) for each in same):
            return None
        crossed = [each for each in same if _is_crossed(head, place, clause, each)]
        if len(crossed) == len(same):
            return crossed[0]
        if not (head in self.known or head.startswith(ACTOR)):
            return None
        others = [each for each in same if _is_anothers(head, place, clause, each)]
        return others[0] if others and len(others) + len(crossed) == len(same) else None

    def _may_have(self, head: str, place: str, clause: Clause, cited: Clause) -> bool:
        """Say whether a clause cited may have a head in a place, where it has a pronoun, a description or nothing."""
        there = cited.places.get(place)
        if head in cited.loose or (there and self._is_number(there)):
            return True
        if there and there.is_owned and not there.heads.isdisjoint(clause.places[place].heads):
            # “Vane's officials” are “her officials”.
            return True
        if any(head in filler.heads for key, filler in cited.places.items() if key not in SUBORDINATE):
            return not _is_crossed(head, place, clause, cited)
        if there is None or there.is_pronoun or self._does_so(head, place):
            return True
        is_noun = not head.startswith(ACTOR)
        if is_noun and any({head, other} <= heads for other in there.heads for heads in self.groups):
            # “Ministers Vane and Reyes, who fled”: the ministers are those who fled.
            return True
        is_named_after = any(
            start == cited.sentence and cited.span.start < first for start, first in self.named.get(head, ())
        )
        return not is_named_after and self._may_be(head, there, _is_name(head, place, clause))

    def _is_number(self, there: Filler) -> bool:
        """Say whether only a number stands in a place: six in ten drivers."""
        return bool(there.heads) and all(self.lexicon.has_stem("quantities", head) for head in there.heads)

    def _does_so(self, head: str, place: str) -> bool:
        """Say whether a clause leaves out its verb and says it of a head: “and all of the unions did”."""
        short = (each for each in self.clauses if self.lexicon.has_stem("pro-verbs", each.verb))
        return any(head in each.places.get(place, NOBODY).heads for each in short)

    def may_speak(self, names: frozenset[str], there: Filler) -> bool:
        """Say whether somebody without a name who speaks may be one of these."""
        return (
            there.is_pronoun
            or not there.heads
            or self._is_number(there)
            or any(self._may_be(head, there, True) for head in names)
        )

    def _may_be(self, head: str, there: Filler, is_name: bool) -> bool:
        """Say whether a description such as “the company” can be of what a head names."""
        if not there.is_open or head in there.owners or (there.is_owned and head in self.known):
            return False
        if any((head, other) in self.apart for other in there.heads):
            return False
        return is_name or any(self.lexicon.has_stem("generic nouns", other) for other in there.heads)


def _first_places(clauses: Sequence[Clause]) -> Mapping[str, frozenset[tuple[int, int]]]:
    """Return where each actor first stands in a clause of a sentence, with where that sentence begins."""
    places: dict[str, dict[int, int]] = {}
    for clause in clauses:
        for head in (head for heads in all_fillers(clause) for head in heads if head.startswith(ACTOR)):
            its = places.setdefault(head, {})
            its[clause.sentence] = min(clause.span.start, its.get(clause.sentence, clause.span.start))
    return {head: frozenset(its.items()) for head, its in places.items()}


def _is_name(head: str, place: str, clause: Clause) -> bool:
    return head.startswith(ACTOR) or clause.places[place].is_name


def _is_crossed(head: str, place: str, clause: Clause, cited: Clause) -> bool:
    """Say whether a head stands in a place of the clause cited that is none of its own."""
    others = [each for each, filler in cited.places.items() if head in filler.heads]
    if not others or not all(_are_crossed(place, other) for other in others):
        return False
    if place == AGENT and PATIENT not in clause.places and others == [PATIENT]:
        # “The boat sank” where somebody sank it.
        return False
    return not (place == PATIENT and AGENT not in clause.places and PATIENT not in cited.places)


def _are_crossed(one: str, other: str) -> bool:
    """Say whether one and the same cannot stand in both places."""
    if AGENT in (one, other):
        return not {one, other} & _UNCROSSED
    return {one, other} in _CROSSED


def _is_anothers(head: str, place: str, clause: Clause, cited: Clause) -> bool:
    """Say whether the clause cited has another noun in a place, and is of the same event."""
    there = cited.places.get(place)
    if there is None or there.is_pronoun or (head in there.owners and place not in (AGENT, PATIENT)):
        return False
    others = {key: filler for key, filler in clause.places.items() if key != place and filler.heads}
    if not others:
        return True
    words = frozenset(head for heads in all_fillers(cited) for head in heads)
    theirs = ((filler, cited.places.get(key, NOBODY)) for key, filler in others.items())
    return any(ours.heads & words or their.is_pronoun for ours, their in theirs)
