"""Nouns that stand in another place of a clause than in the words cited: who does it, to whom, from whom.

`find_misplaced(stated, cited, lexicon)` of “The police freed the crew” and “Pirates freed the crew; the police left” is
the police.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import permutations, takewhile

from msgspec import Struct

from newsbrief.reading.statements.clauses import AGENT, PATIENT, SAYING, SUBORDINATE, Clause, Filler
from newsbrief.reading.statements.converse import NOBODY, PARTNER, canonical
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR

_UNCROSSED = SUBORDINATE | {"with", "among", "between", "in", "like", "per", "during", "about"}
"""Prepositions before one who may do it as well: Aske met with Dorn."""

_CROSSED = ({PATIENT, "from"}, {PATIENT, PARTNER}, {"from", "to"}, {"from", PARTNER})
_SOMEBODY = Filler(frozenset(), is_open=True)


class Misplacement(Struct, frozen=True):
    """A head in a place of a clause where the clause cited has another one, or has it in another place."""

    head: str
    stated: Clause
    cited: Clause


def find_misplaced(stated: Sequence[Clause], cited: Sequence[Clause], lexicon: StatementLexicon) -> Misplacement | None:
    """Return the first noun of a sentence that stands in another place in the words cited."""
    theirs = [canonical(clause, lexicon) for clause in cited]
    scene = _Scene(theirs, lexicon)
    for clause in (canonical(each, lexicon) for each in stated if not (each.is_now or _remains(each, lexicon))):
        is_plain = clause.verb not in lexicon.mutual and not lexicon.has_stem("auxiliaries", clause.verb)
        is_plain &= not _speaks(clause, lexicon) or PATIENT in clause.places
        same = [each for each in theirs if is_plain and each.verb == clause.verb]
        if clause.is_denied:
            # What is denied of one may be so of another.
            same = [each for each in same if each.is_denied]
        for place, filler in clause.places.items() if same and not _is_light(clause, same, lexicon) else ():
            for head in filler.heads - clause.loose:
                if _is_party(head, lexicon) and (instead := scene.judge(head, place, clause, same)):
                    return Misplacement(head, clause, instead)
            if found := _find_owner(place, filler, clause, same):
                return found
    return _find_speaker(stated, cited, scene, lexicon)


def _remains(clause: Clause, lexicon: StatementLexicon) -> bool:
    """Say whether a clause says of nobody that he left something: “Two bidders are left”."""
    return lexicon.has_stem("remaining", clause.verb) and clause.places.keys() <= {PATIENT, "in"}


def _is_party(head: str, lexicon: StatementLexicon) -> bool:
    """Say whether a head is one whose place counts; each of two is the opponent of the other."""
    if lexicon.has_stem("counterparts", head):
        return False
    is_small = head in lexicon.small or lexicon.has("pronouns", head) or lexicon.has_stem("numbers", head)
    return head.startswith(ACTOR) or not is_small


def _all_fillers(clause: Clause) -> Iterator[frozenset[str]]:
    for filler in clause.places.values():
        yield filler.heads
        yield filler.owners
    yield from clause.excluded.values()


class _Scene:
    """The clauses of the words cited, and which of their nouns cannot be one and the same."""

    def __init__(self, clauses: Sequence[Clause], lexicon: StatementLexicon) -> None:
        self.clauses, self.lexicon = clauses, lexicon

    @cached_property
    def known(self) -> frozenset[str]:
        """The heads of all nouns of the clauses."""
        return frozenset(head for clause in self.clauses for heads in _all_fillers(clause) for head in heads)

    @cached_property
    def groups(self) -> frozenset[frozenset[str]]:
        """The heads of each noun that has several."""
        return frozenset(heads for clause in self.clauses for heads in _all_fillers(clause) if len(heads) > 1)

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
        for head in (head for heads in _all_fillers(clause) for head in heads if head.startswith(ACTOR)):
            its = places.setdefault(head, {})
            its[clause.sentence] = min(clause.span.start, its.get(clause.sentence, clause.span.start))
    return {head: frozenset(its.items()) for head, its in places.items()}


def _find_owner(place: str, filler: Filler, clause: Clause, same: Sequence[Clause]) -> Misplacement | None:
    """Return the actor to whom what stands in a place belongs, where it belongs to another one in the words cited."""
    there = [(each, each.places.get(place, NOBODY)) for each in same]
    alike = [(each, their) for each, their in there if their.heads & filler.heads]
    for owner in filler.owners if alike else ():
        if owner.startswith(ACTOR) and all(_belongs_to_another(owner, each, their) for each, their in alike):
            return Misplacement(owner, clause, alike[0][0])
    return None


def _belongs_to_another(owner: str, clause: Clause, their: Filler) -> bool:
    is_there = owner in their.owners or owner in clause.heads() or owner in clause.loose
    return not is_there and any(other.startswith(ACTOR) for other in their.owners)


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
    words = frozenset(head for heads in _all_fillers(cited) for head in heads)
    theirs = ((filler, cited.places.get(key, NOBODY)) for key, filler in others.items())
    return any(ours.heads & words or their.is_pronoun for ours, their in theirs)


def _is_light(clause: Clause, same: Sequence[Clause], lexicon: StatementLexicon) -> bool:
    """Say whether a verb says little by itself, such as “made”, and is not said of the same in the words cited."""
    if not lexicon.has_stem("light verbs", clause.verb):
        return False
    heads, patient = clause.heads(), clause.places.get(PATIENT, NOBODY).heads
    agent = clause.places.get(AGENT, NOBODY).heads
    if any(agent & each.places.get(AGENT, NOBODY).heads and PATIENT in each.places for each in same):
        return False
    return not any(patient & each.places.get(PATIENT, NOBODY).heads or len(heads & each.heads()) > 1 for each in same)


def _find_speaker(
    stated: Sequence[Clause], cited: Sequence[Clause], scene: _Scene, lexicon: StatementLexicon
) -> Misplacement | None:
    """Return the one to whom a sentence gives what the words cited have another one say."""
    said = [(each, _said(number, cited, lexicon)) for number, each in enumerate(cited) if _speaks(each, lexicon)]
    for number, clause in enumerate(stated):
        if not said or clause.is_denied or not _speaks(clause, lexicon):
            continue
        heads = clause.places.get(AGENT, NOBODY).heads
        names = frozenset(head for head in heads if head.startswith(ACTOR) or head in scene.known)
        words = _said(number, stated, lexicon)
        same = [each for each, theirs in said if words & theirs]
        there = [each.places.get(AGENT, _SOMEBODY) for each in same]
        if names and there and not any(names & each.heads or scene.may_speak(names, each) for each in there):
            return Misplacement(min(names), clause, same[0])
    return None


def _said(number: int, clauses: Sequence[Clause], lexicon: StatementLexicon) -> frozenset[str]:
    """Return the verbs of what somebody says: those after the verb of saying up to the next, or before it."""
    after = list(takewhile(lambda each: not _speaks(each, lexicon), clauses[number + 1 :]))
    before = list(takewhile(lambda each: not _speaks(each, lexicon), reversed(clauses[:number])))
    said = (before or after) if clauses[number].is_inverted else (after or before)
    return frozenset(canonical(each, lexicon).verb for each in said)


def is_of_another(clause: Clause, cited: Clause, known: Sequence[Clause], lexicon: StatementLexicon) -> bool:
    """Say whether a verb has another object than in the words cited, which name this one elsewhere."""
    ours, theirs = clause.places.get(PATIENT, NOBODY).heads, cited.places.get(PATIENT, NOBODY).heads
    if any(lexicon.has_stem("everybodies", head) for head in theirs):
        return False
    elsewhere = frozenset(head for each in known for heads in _all_fillers(each) for head in heads) - theirs
    return bool(ours and theirs) and ours.isdisjoint(theirs) and not ours.isdisjoint(elsewhere)


def find_brought_about(stated: Sequence[Clause], cited: Sequence[Clause]) -> Misplacement | None:
    """Return what a sentence says has come about where the words cited leave that open: “40 jobs are at risk”."""
    for clause in stated:
        for each in cited if clause.is_done and not clause.is_denied else ():
            touched = each.subject & (clause.subject | clause.places.get(PATIENT, NOBODY).heads)
            if each.is_open and touched and each.verb != clause.verb:
                return Misplacement(min(touched), clause, each)
    return None


def _is_done(clause: Clause) -> bool:
    """Say whether a clause says what is done and not by whom."""
    return PATIENT in clause.places and AGENT not in clause.places


def _speaks(clause: Clause, lexicon: StatementLexicon) -> bool:
    is_saying = lexicon.has_stem("sayings", clause.verb) or lexicon.has_stem("allegations", clause.verb)
    return clause.verb == SAYING or (is_saying and not _is_done(clause))
