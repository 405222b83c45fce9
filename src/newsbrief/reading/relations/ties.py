"""The relations that an article states in plain English: who does what to whom, and how sure the article is of it.

`read_ties(words)` of “The Navy is backed by Sorland” is one tie, from Sorland to the Navy, of the kind `backs`. A
sentence is read from its words of relation outwards: the nearest name on the left that can be their
subject, the nearest on the right that can be their object. Whatever is not understood gives no tie.
"""

from collections.abc import Iterator, Sequence

from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.reading.relations import grammar
from newsbrief.reading.relations.arguments import Argument, has_words, pass_over
from newsbrief.reading.relations.cues import (
    BLAME,
    BY_TELEPHONE,
    ENDING,
    HOLDING,
    CueTable,
    Sense,
    Verb,
    forms_of,
    shipped_cues,
)
from newsbrief.reading.relations.objects import find_object, object_of_relative
from newsbrief.reading.relations.offices import find_office
from newsbrief.reading.relations.own_cues import mark_own_cues, with_own_cues
from newsbrief.reading.relations.subjects import find_subject
from newsbrief.reading.relations.tie import Tie, tie_all
from newsbrief.reading.sentence_words import Word


def read_ties(words: Sequence[Word], own: OwnKinds = NO_OWN_KINDS) -> tuple[Tie, ...]:
    """Return the ties that the words of one sentence state, by built-in relations and by a site's `own`."""
    ties: list[Tie] = []
    if sum(word.actor is not None for word in words) < 2:
        return ()
    cues = shipped_cues()
    if own.relations:
        cues, words = with_own_cues(own), mark_own_cues(words, own)
    for number, word in enumerate(words):
        if word.actor is None and (word.lower in cues.first_words or word.lower in _SPEAKING):
            ties += _at(words, number, cues)
    return tuple(dict.fromkeys(ties))


def _at(words: Sequence[Word], number: int, cues: CueTable) -> Iterator[Tie]:
    """Yield the ties whose word of relation is the one of this number."""
    form = words[number].lower
    fewest = 0
    for verb in cues.verbs.get(form, ()):
        particles = verb.sense.particles
        if len(particles) >= fewest and has_words(words, number + 1, particles):
            found = list(_of_verb(words, number, verb, cues))
            yield from found
            # “Talk to” and not “talk”: of the senses that fit, those with the most words are meant.
            fewest = len(particles) if found else fewest
    if form in _CALLING:
        yield from _of_call(words, number)
    if form in _TELLING:
        yield from _of_telling(words, number)
    for sense in cues.mutual_verbs.get(form, ()):
        yield from _of_mutual(words, number, sense)
    for table, read in _READERS:
        for sense in cues.phrases[table].get(form, ()):
            if has_words(words, number + 1, sense.particles):
                yield from read(words, number, number + 1 + len(sense.particles), sense)


def _of_verb(words: Sequence[Word], number: int, verb: Verb, cues: CueTable) -> Iterator[Tie]:
    if _is_title(words, number, cues):
        return
    after = number + 1 + len(verb.sense.particles)
    left = words[number - 1].lower if number else ""
    if left == "-" and number > 1 and words[number - 2].actor and verb.is_participle:
        yield from tie_all(
            words,
            Argument((words[number - 2].actor or "",), number - 2),
            find_object(words, after),
            verb.sense,
            number,
            after,
        )
        return
    by = pass_over(words, after, grammar.ADVERBS)
    almost = frozenset({"not", "denied"} if left in _ALMOST else ())
    is_passive = verb.is_participle and (has_words(words, by, ("by",)) or _follows_be(words, number))
    if is_passive:
        if has_words(words, by, ("by",)):
            patient = find_subject(words, number, "participle")
            yield from tie_all(words, find_object(words, by + 1), patient, verb.sense, number, by, almost)
        return
    subject = find_subject(words, number, "verb" if verb.is_finite else "participle")
    parts = grammar.SHARES if "owns" in verb.sense.kinds else grammar.METONYMS
    object = find_object(words, after, parts=parts) or object_of_relative(words, subject)
    if object and words[number].lower in HOLDING and "owns" in verb.sense.kinds:
        # Who holds a share owns it; who holds anything else need not.
        is_share = any(word.lower in grammar.SHARES for word in words[after : object.start])
        object = object if is_share else None
    ended = frozenset({"past"} if words[number].lower in ENDING and "part-of" in verb.sense.kinds else ())
    yield from tie_all(words, subject, object, verb.sense, number, after, ended | almost)


def _is_title(words: Sequence[Word], number: int, cues: CueTable) -> bool:
    """Say whether a word that may be a verb is an office before a name, as in `but coach Aske`, `— captain Vane`."""
    before = words[number - 1] if number else None
    opens = before is None or before.lower in grammar.CONJUNCTIONS or not before.text[0].isalnum()
    following = words[number + 1] if number + 1 < len(words) else None
    is_named = following is not None and (following.actor is not None or following.is_capitalised)
    return opens and is_named and words[number].lower in cues.phrases["roles"]


_ALMOST = ("almost", "nearly")
"""What stands right before a verb of something that was not done after all."""

_CALLING, _TELLING = frozenset(forms_of("call")), frozenset({"tell", "tells", "told", "telling"})
_SPEAKING = _CALLING | _TELLING
_CRITICISM = Sense(frozenset({"criticises", "opposes"}), False)
_TALK = Sense(frozenset({"talks-to"}), False)
_MOST_TO_BLAME = 8


def _of_call(words: Sequence[Word], number: int) -> Iterator[Tie]:
    """Yield the tie of “Vane called Aske’s plan ‘absurd’”: who says such a word criticises."""
    whom = next((at for at in range(number + 1, min(number + 5, len(words))) if words[at].actor), None)
    if whom is None or any(each.lower in grammar.PREPOSITIONS for each in words[number + 1 : whom]):
        return
    for at in range(whom + 1, min(whom + 1 + _MOST_TO_BLAME, len(words))):
        if words[at].text in ".,;:" or words[at].lower in grammar.CONJUNCTIONS | grammar.NEGATIONS:
            return
        if words[at].lower in BLAME:
            object = Argument((words[whom].actor or "",), whom, frozenset(), at + 1)
            yield from tie_all(words, find_subject(words, number), object, _CRITICISM, number, at + 1)
            return


def _of_telling(words: Sequence[Word], number: int) -> Iterator[Tie]:
    """Yield the tie of “Vane told Aske by telephone”."""
    whom = find_object(words, number + 1)
    if whom and any(has_words(words, whom.end, phrase.split()) for phrase in BY_TELEPHONE):
        yield from tie_all(words, find_subject(words, number), whom, _TALK, number, whom.end)


def _follows_be(words: Sequence[Word], number: int) -> bool:
    at = number - 1
    while at >= 0 and (
        words[at].lower in grammar.ADVERBS
        or words[at].lower.endswith("ly")
        or words[at].lower in ("not", "being", "been")
    ):
        at -= 1
    had = words[number - 1].lower if number else ""
    return at >= 0 and (words[at].lower in grammar.BE or had in ("being", "been"))


def _of_mutual(words: Sequence[Word], number: int, sense: Sense) -> Iterator[Tie]:
    """Yield the ties of two that act together: “Sorland and Marland met”."""
    group = find_subject(words, number)
    if group and len(group.actors) > 1 and not find_object(words, number + 1):
        yield from _pairs(words, group, sense, number, number + 1)


def _of_noun(words: Sequence[Word], number: int, after: int, sense: Sense) -> Iterator[Tie]:
    object = find_object(words, after)
    subject = find_subject(words, number, "noun") if object else None
    yield from tie_all(words, subject, object, sense, number, after)


def _of_between(words: Sequence[Word], number: int, after: int, sense: Sense) -> Iterator[Tie]:
    between = pass_over(words, after, grammar.ADVERBS)
    if has_words(words, between, ("between",)):
        if (group := find_object(words, between + 1, is_group=True)) and len(group.actors) > 1:
            yield from _pairs(words, group, sense, number, between)
        return
    group = find_subject(words, number, "noun")
    if group and len(group.actors) > 1 and not has_words(words, after, ("with",)):
        yield from _pairs(words, group, sense, number, after)


def _of_gift(words: Sequence[Word], number: int, after: int, sense: Sense) -> Iterator[Tie]:
    """Yield the tie of “the Navy has the support of Sorland”, and of “the Navy won Sorland’s support”."""
    verb = pass_back(words, number - 1)
    if after < len(words) and words[after].lower in ("of", "from"):
        giver = find_object(words, after + 1)
    elif number > 1 and words[number - 1].lower == "'s" and words[number - 2].actor:
        giver = Argument((words[number - 2].actor or "",), number - 2)
        verb = pass_back(words, number - 3)
        if has_words(words, after, ("for",)) or has_words(words, after, ("to",)):
            return
    else:
        return
    if verb >= 0 and words[verb].lower in grammar.GETTING:
        yield from tie_all(words, giver, find_subject(words, verb), sense, number, after)
    elif giver:
        for_whom = giver.end if giver.end else after
        if has_words(words, for_whom, ("for",)) or has_words(words, for_whom, ("to",)):
            yield from tie_all(words, giver, find_object(words, for_whom + 1), sense, number, after)


def pass_back(words: Sequence[Word], number: int) -> int:
    """Return the number of the word before the determiners and adjectives that end at `number`."""
    steps = 0
    while number >= 0 and words[number].actor is None and words[number].lower not in grammar.GETTING and steps < 4:
        if not words[number].text[0].isalpha() or words[number].lower in grammar.PREPOSITIONS - {"with", "under"}:
            return -1
        number, steps = number - 1, steps + 1
    return number


def _of_under(words: Sequence[Word], number: int, after: int, sense: Sense) -> Iterator[Tie]:
    if number and (owner := words[number - 1].actor):
        at = after
        if (
            has_words(words, at, ("the",))
            and at + 2 < len(words)
            and words[at + 1].lower in ("leadership", "command", "rule")
        ):
            at += 3
        yield from tie_all(words, find_object(words, at), Argument((owner,), number - 1), sense, number, after)


def _of_role(words: Sequence[Word], number: int, after: int, sense: Sense) -> Iterator[Tie]:
    """Yield the tie of an office: its holder stands before or after it, and so does what it is an office of."""
    office = find_office(words, number, after)
    if office:
        yield from tie_all(words, office.holder, office.body, sense, number, after, office.hedges, is_apart=True)


_READERS = (
    ("nouns", _of_noun),
    ("between", _of_between),
    ("given", _of_gift),
    ("under", _of_under),
    ("roles", _of_role),
)


def _pairs(words: Sequence[Word], group: Argument, sense: Sense, number: int, after: int) -> Iterator[Tie]:
    for at, one in enumerate(group.actors):
        for other in group.actors[at + 1 :]:
            first, second = Argument((one,), group.start, group.hedges), Argument((other,), group.start)
            yield from tie_all(words, first, second, sense, number, after)
            yield from tie_all(words, second, first, sense, number, after)
