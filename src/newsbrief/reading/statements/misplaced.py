"""Nouns that stand in another place of a clause than in the words cited: who does it, to whom, from whom.

`find_misplaced(stated, cited, lexicon)` of “The police freed the crew” and “Pirates freed the crew; the police left” is
the police.
"""

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from newsbrief.reading.statements.clauses import AGENT, PATIENT, SAYING, Clause, Filler
from newsbrief.reading.statements.converse import NOBODY, canonical
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR
from newsbrief.reading.statements.scene import Scene, all_fillers

_SOMEBODY = Filler(frozenset(), is_open=True)


class Misplacement(Struct, frozen=True):
    """A head in a place of a clause where the clause cited has another one, or has it in another place."""

    head: str
    stated: Clause
    cited: Clause


def find_misplaced(stated: Sequence[Clause], cited: Sequence[Clause], lexicon: StatementLexicon) -> Misplacement | None:
    """Return the first noun of a sentence that stands in another place in the words cited."""
    theirs = [canonical(clause, lexicon) for clause in cited]
    scene = Scene(theirs, lexicon)
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
    stated: Sequence[Clause], cited: Sequence[Clause], scene: Scene, lexicon: StatementLexicon
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
    elsewhere = frozenset(head for each in known for heads in all_fillers(each) for head in heads) - theirs
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
