"""The clauses of an English sentence, and how it describes those whom it names.

`read_statement(words, lexicon)` of “The jury cleared Pryke” has one clause: `clear`, its agent the jury, its patient
Pryke.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.clause_subjects import ClauseSubjects
from newsbrief.reading.statements.clauses import AGENT, PATIENT, SAYING, Clause, Filler, filler_of
from newsbrief.reading.statements.complements import Complements
from newsbrief.reading.statements.descriptions import Descriptions, read_descriptions
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import WordGroup, read_phrases
from newsbrief.reading.statements.verb_group import VerbGroup


class Statement(Struct, frozen=True):
    """The clauses of one sentence, and how it describes those whom it names."""

    clauses: tuple[Clause, ...]
    descriptions: Descriptions


def read_statement(words: Sequence[Word], lexicon: StatementLexicon) -> Statement:
    """Return what one sentence states."""
    phrases = read_phrases(words, lexicon)
    clauses = tuple(_read_clauses(words, phrases, lexicon))
    equal = [
        (clause.places[AGENT].heads, clause.places[PATIENT].heads)
        for clause in clauses
        if clause.verb == lexicon.stem("be") and not clause.is_denied and {AGENT, PATIENT} <= set(clause.places)
    ]
    return Statement(clauses, read_descriptions(phrases, equal))


def _read_clauses(words: Sequence[Word], phrases: Sequence[WordGroup], lexicon: StatementLexicon) -> Iterator[Clause]:
    subjects = ClauseSubjects(phrases, lexicon)
    for number, phrase in enumerate(phrases):
        if phrase.verb is not None:
            yield _read_clause(words, phrases, number, phrase.verb, subjects)
        elif _is_act_by(phrases, number, lexicon):
            # “A design by Brandt” says that Brandt designs.
            yield _read_act(words, phrases, number)
        elif phrase.sort == "according" and number + 1 < len(phrases):
            said_by = {AGENT: filler_of(phrases[number + 1])}
            yield Clause(verb=SAYING, span=words[phrase.start].span, places=said_by)


def _is_act_by(phrases: Sequence[WordGroup], number: int, lexicon: StatementLexicon) -> bool:
    """Say whether a noun for what somebody does has “by” and a noun after it: a design by Brandt."""
    act, *after = phrases[number : number + 3]
    if act.sort != "noun" or len(act.heads) != 1 or len(after) < 2 or after[0].lower != "by":
        return False
    (head,) = act.heads
    is_verb = lexicon.is_verb_stem(head) and not (number and phrases[number - 1].sort == "verb" and after[1].is_counted)
    return is_verb and after[1].sort == "noun" and bool(after[1].heads) and not after[1].is_counted


def _read_act(words: Sequence[Word], phrases: Sequence[WordGroup], number: int) -> Clause:
    (head,) = phrases[number].heads
    doer = filler_of(phrases[number + 2])
    span, start = words[phrases[number].end - 1].span, words[0].span.start
    return Clause(verb=head, span=span, places={AGENT: doer}, subject=doer.heads, sentence=start)


def _read_clause(
    words: Sequence[Word], phrases: Sequence[WordGroup], number: int, verb: VerbGroup, subjects: ClauseSubjects
) -> Clause:
    lexicon = subjects.lexicon
    after = Complements(phrases, number, lexicon)
    places, excluded = after.places, after.excluded
    subject = subjects.find(number, verb)
    loose = subjects.loose | after.loose
    is_inverted = False
    is_left_out = subject is None and "by" not in places and verb.form == "finite" and PATIENT in places
    if is_left_out and lexicon.has("sayings", words[verb.at].lower):
        # “…, said Aske.”
        subject = places.pop(PATIENT)
    elif is_inverted := _is_inverted(words, phrases, number, verb, places, lexicon):
        # “The boats leaked, says Aske.”
        subject = places.pop(PATIENT)
    is_aside = subjects.is_aside and verb.at == phrases[number].start and lexicon.is_past(words[verb.at].lower)
    if verb.is_passive or (is_aside and PATIENT not in places):
        _place_of_passive(places, subject, verb, lexicon)
    elif subject:
        places[AGENT] = subject
        if PATIENT not in places and (whom := subjects.object_before(number)):
            places[PATIENT] = whom
        if without := subjects.excluded_before(number):
            excluded[AGENT] = without
    for place, filler in subjects.beside.items():
        places.setdefault(place, filler)
    if subject:
        subjects.subjects[number] = subject
    if PATIENT in places:
        subjects.objects[number] = places[PATIENT]
    # “Chose not to appeal” denies the appeal.
    is_set_off = verb.form == "infinitive" and number > 0 and phrases[number - 1].sort == "not"
    begin = phrases[number - is_set_off].start
    # “Were unable to save it” denies the saving.
    begin -= verb.form == "infinitive" and begin > 0
    own = {word.lower for word in words[begin : verb.at]} | subjects.first_words(words)
    return Clause(
        verb=verb.stem,
        span=words[verb.at].span,
        places=places,
        excluded=excluded,
        loose=frozenset(loose),
        subject=subject.heads if subject else frozenset(),
        is_denied=not lexicon.words_of(("negations", "negative subjects")).isdisjoint(own),
        is_open=_is_open(words, verb, lexicon),
        is_done=lexicon.is_past(words[verb.at].lower),
        sentence=words[0].span.start,
        is_inverted=is_inverted,
        is_now=any(word.lower == "now" for word in words[max(0, verb.at - 2) : verb.end + 1]),
    )


def _is_inverted(
    words: Sequence[Word],
    phrases: Sequence[WordGroup],
    number: int,
    verb: VerbGroup,
    places: dict[str, Filler],
    lexicon: StatementLexicon,
) -> bool:
    """Say whether a verb of saying stands between a comma and the one who says it: `The boats leaked, says Aske`."""
    if number == 0 or phrases[number - 1].lower != "," or not lexicon.has("inverting", words[verb.at].lower):
        return False
    has_said = any(phrase.verb and phrase.verb.form == "finite" for phrase in phrases[: number - 1])
    return has_said and PATIENT in places and all(phrase.sort == "sign" for phrase in phrases[number + 2 : number + 3])


def _place_of_passive(
    places: dict[str, Filler], subject: Filler | None, verb: VerbGroup, lexicon: StatementLexicon
) -> None:
    """Give the subject of a passive verb and the one after “by” their places."""
    by = places.pop("by", None)
    if (
        by
        and by.heads
        and all(lexicon.has_stem("margins", head) or lexicon.has_stem("means", head) for head in by.heads)
    ):
        # “Was rejected by three votes”, “was dug by hand”.
        by = None
    if subject and PATIENT in places and lexicon.has_stem("giving", verb.stem):
        # “Vane was given a medal”: the medal is what is given.
        places["to"] = subject
    elif subject:
        places[PATIENT] = subject
    if by:
        places[AGENT] = by


def _is_open(words: Sequence[Word], verb: VerbGroup, lexicon: StatementLexicon) -> bool:
    """Say whether words such as “at risk” follow a verb."""
    # “Had threatened to strike” leaves nothing open; “is threatened” does.
    start = (
        verb.end - 1
        if verb.is_passive or verb.at < verb.end - 1 or lexicon.has("be", words[verb.at].lower)
        else verb.end
    )
    after = [word.lower for word in words[start : verb.end + 3]]
    both = (*after, *(f"{one} {other}" for one, other in pairwise(after)))
    return not lexicon.words_of(("open predicates",)).isdisjoint(both)
