"""Words that say the opposite of each other of the same thing: profits rose, profits fell; the left wing, the right.

`find_opposite(split_words("Profits rose", …), [(split_words("Profits fell", …), span)], lexicon)` are the two verbs.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_places import (
    ACTOR,
    EVERYBODY,
    UNNAMED,
    AttributePlace,
    Things,
    place_of,
    stems_of,
    subject_near,
    things_near,
)
from newsbrief.reading.statements.opposite_table import DOERS, VERBS
from newsbrief.reading.statements.opposite_words import OppositeWord, find_words, may_meet

_FAR = 8

Cited = Sequence[tuple[Sequence[Word], Span]]
"""Sentences of the article, each with the stretch of it that is cited."""


class Opposite(NamedTuple):
    """A word of a sentence and the one of the words cited that says the opposite."""

    ours: Word
    theirs: Word


class _Meeting(NamedTuple):
    """A word of a sentence, and those of the same entry in the words cited, with the sentences in which they stand."""

    words: Sequence[Word]
    own: OppositeWord
    theirs: Sequence[tuple[Sequence[Word], OppositeWord]]
    has_both: bool


def find_opposite(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> Opposite | None:
    """Return a word whose opposite the words cited say of the same thing, in the same place, and not the word itself.

    Verbs are said of what stands near them, on either side; attributes of their nouns, and of what is compared.
    """
    turned: set[int] = set()
    for meeting in _meetings(stated, cited, lexicon):
        own = meeting.own
        ends_in_article = lexicon.has("determiners", stated[own.end - 1].lower)
        if ends_in_article and _has_stem(cited, lexicon.stem(stated[own.start].lower), lexicon):
            # “Passed the bill” may be told of “the bill that it had passed”.
            continue
        clash = _find_verb(meeting, lexicon) if own.sort in VERBS else _find_attribute(meeting, lexicon)
        # Of “opened a bank and closed a school”, both must be turned round.
        if clash and (not meeting.has_both or own.entry in turned):
            words, their = clash
            return Opposite(_show(stated, own), _show(words, their))
        turned |= {own.entry} if clash else set()
    return None


def _has_stem(cited: Cited, stem: str, lexicon: StatementLexicon) -> bool:
    return any(lexicon.stem(word.lower) == stem for words, span in cited for word in words if span.holds(word.span))


def _meetings(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> list[_Meeting]:
    if not any(may_meet(stated, words, lexicon) for words, _ in cited):
        return []
    ours = list(find_words(stated, lexicon))
    entries = {each.entry for each in ours}
    theirs = [
        (words, each)
        for words, span in (cited if entries else ())
        for each in find_words(words, lexicon, entries)
        if span.holds(words[each.start].span)
    ]
    sides = {(each.entry, each.side) for each in ours}
    found: list[_Meeting] = []
    for own in ours:
        same = [(words, each) for words, each in theirs if each.entry == own.entry]
        has_both = own.sort in VERBS and len([side for entry, side in sides if entry == own.entry]) > 1
        if any(each.side != own.side for _, each in same):
            found.append(_Meeting(stated, own, same, has_both))
    return found


def _show(words: Sequence[Word], found: OppositeWord) -> Word:
    """Return a word, or a phrase as one word."""
    first, last = words[found.start], words[found.end - 1]
    text = " ".join(word.text for word in words[found.start : found.end])
    return Word(text, text.lower(), Span(first.span.start, last.span.end), None)


def _find_verb(meeting: _Meeting, lexicon: StatementLexicon) -> tuple[Sequence[Word], OppositeWord] | None:
    """Return the verb that says the opposite of the same things, of more of them than the verb itself is said of."""
    ours = things_near(meeting.words, meeting.own, lexicon)
    near = [(each, things_near(*each, lexicon)) for each in meeting.theirs]
    same = [things for (_, each), things in near if each.side == meeting.own.side]
    if any(UNNAMED in things for things in same):
        return None
    has_contrast = any(_plain(ours & things) and _are_of_others(ours, things) for things in same)
    subject = subject_near(meeting.words, meeting.own, lexicon)
    known = [
        ours & things
        for (words, each), things in near
        if each.side == meeting.own.side
        and not _are_of_others(ours, things)
        and not _have_other_subjects(subject, subject_near(words, each, lexicon))
    ]
    for (words, each), things in near:
        if each.side == meeting.own.side or _are_of_others(ours, things):
            continue
        if meeting.own.sort == DOERS:
            doer = _doer(meeting.words, meeting.own)
            if not doer and not _doer(words, each) and not known and _have_one_object(meeting, words, each, lexicon):
                return words, each
            if doer and doer == _doer(words, each) and not known:
                return words, each
            continue
        shared = _shared_by_verbs(ours, things)
        if (_plain(shared) or (shared and has_contrast)) and all(one < shared for one in known):
            return words, each
    return None


def _have_other_subjects(ours: Things, theirs: Things) -> bool:
    """Say whether two verbs have nouns before them that are no names, and none of them is shared."""
    is_named = any(thing.startswith(ACTOR) for thing in (*ours, *theirs))
    return bool(ours and theirs) and not is_named and ours.isdisjoint(theirs)


def _have_one_object(meeting: _Meeting, words: Sequence[Word], their: OppositeWord, lexicon: StatementLexicon) -> bool:
    """Say whether two verbs are done by the same, as far as is said, and to the same."""
    subject, other = subject_near(meeting.words, meeting.own, lexicon), subject_near(words, their, lexicon)
    objects = things_near(meeting.words, meeting.own, lexicon) - subject
    others = things_near(words, their, lexicon) - other
    is_passive = any(_is_passive(*each) for each in ((meeting.words, meeting.own), (words, their)))
    return not is_passive and not _have_other_subjects(subject, other) and bool(_shared_by_verbs(objects, others))


def _is_passive(words: Sequence[Word], found: OppositeWord) -> bool:
    before = {word.lower for word in words[max(0, found.start - 3) : found.start]}
    return (
        not before.isdisjoint({"is", "are", "was", "were", "be", "been", "being"})
        and words[found.start].lower[-3:] != "ing"
    )


def _doer(words: Sequence[Word], found: OppositeWord) -> str | None:
    """Return the actor named last before a verb in its part of the sentence."""
    for word in reversed(words[max(0, found.start - _FAR) : found.start]):
        if word.actor or word.text in ".;:":
            return word.actor
    return None


def _shared_by_verbs(ours: Things, theirs: Things) -> Things:
    """Return the things of which both verbs are said; what is said of nobody is said of everybody."""
    if EVERYBODY in ours:
        return theirs - {EVERYBODY, UNNAMED}
    return ours - {UNNAMED} if EVERYBODY in theirs else (ours & theirs) - {UNNAMED}


def _plain(things: Things) -> bool:
    """Say whether there are things that are no names."""
    return any(not thing.startswith((ACTOR, UNNAMED)) for thing in things)


def _are_of_others(ours: Things, theirs: Things) -> bool:
    """Say whether two verbs stand beside the names of different actors."""
    one, other = ({thing for thing in things if thing.startswith(ACTOR)} for things in (ours, theirs))
    return bool(one and other) and one.isdisjoint(other)


def _find_attribute(meeting: _Meeting, lexicon: StatementLexicon) -> tuple[Sequence[Word], OppositeWord] | None:
    """Return the attribute that says the opposite of what the attribute itself is not said of."""
    shared = [(each, _shared(meeting, *each, lexicon)) for each in meeting.theirs]
    same = [things for (_, each), things in shared if each.side == meeting.own.side]
    if any(_is_bare(words, each, lexicon) for words, each in meeting.theirs if each.side == meeting.own.side):
        return None
    for (words, each), things in shared:
        if each.side != meeting.own.side and things and all(known < things for known in same):
            return words, each
    return None


def _is_bare(words: Sequence[Word], found: OppositeWord, lexicon: StatementLexicon) -> bool:
    """Say whether an attribute leaves out of what it is said: “fewer ships in May and more in June”."""
    if found.sort == "opposites of people":
        return False
    place = place_of(words, found, lexicon)
    return not place.things and not place.predicative


def _shared(meeting: _Meeting, words: Sequence[Word], their: OppositeWord, lexicon: StatementLexicon) -> Things:
    """Return the things of which both attributes are said."""
    ours, theirs = place_of(meeting.words, meeting.own, lexicon), place_of(words, their, lexicon)
    if meeting.own.sort == "opposites of people":
        if ours.modifiers and theirs.modifiers:
            return ours.modifiers & theirs.modifiers
        return ours.predicate & theirs.predicate
    if ours.compares != theirs.compares:
        compared, other = (ours, words) if ours.compares else (theirs, meeting.words)
        # “The board had expected a lower price” is said of “higher than the board had expected”, too.
        if compared.complement & stems_of(other, lexicon):
            return Things()
        return ours.without_complement & theirs.without_complement
    if ours.complement and theirs.complement:
        return _shared_by_both(ours, theirs)
    return ours.head & theirs.head if ours.head and theirs.head else ours.things & theirs.things


def _shared_by_both(ours: AttributePlace, theirs: AttributePlace) -> Things:
    """Return the things with which both compare, unless what the one compares is that with which the other does."""
    shared = ours.complement & theirs.complement
    straight = len(shared) + len(ours.subject & theirs.subject)
    crossed = len(ours.complement & theirs.subject) + len(ours.subject & theirs.complement)
    has_head = not (ours.head and theirs.head) or ours.head & theirs.head
    return shared if has_head and straight > crossed else Things()


def has_opposite(stated: Sequence[Word], cited: Sequence[Sequence[Word]], lexicon: StatementLexicon) -> bool:
    """Say whether a sentence has a verb whose opposite the words cited have: “does not stay”, of “leaves”."""
    table = lexicon.opposites
    ours = {(form.entry, form.side) for word in stated for form in table.stems.get(lexicon.stem(word.lower), ())}
    theirs = {
        (form.entry, form.side)
        for words in (cited if ours else ())
        for word in words
        for form in table.stems.get(lexicon.stem(word.lower), ())
    }
    entries = {entry for entry, _ in theirs}
    return any(entry in entries and (entry, side) not in theirs for entry, side in ours)


def is_turned(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> bool:
    """Say whether a sentence compares two the other way round than the words cited, in opposite words."""
    for meeting in _meetings(stated, cited, lexicon):
        ours = place_of(stated, meeting.own, lexicon)
        for words, each in meeting.theirs:
            theirs = place_of(words, each, lexicon)
            if each.side != meeting.own.side and ours.complement and theirs.complement:
                crossed = (ours.complement & theirs.subject) | (ours.subject & theirs.complement)
                if len(crossed) > len(ours.complement & theirs.complement):
                    return True
    return False


def says_the_same(stated: Sequence[Word], span: Span, cited: Cited, lexicon: StatementLexicon) -> bool:
    """Say whether a phrase at `span` of a sentence stands on one side with one of the words cited: `first half`."""
    ours = [each for each in find_words(stated, lexicon) if _show(stated, each).span.meets(span)]
    theirs = [
        (each.entry, each.side)
        for words, their in (cited if ours else ())
        for each in find_words(words, lexicon, {own.entry for own in ours})
        if their.holds(words[each.start].span)
    ]
    return any((own.entry, own.side) in theirs for own in ours)
