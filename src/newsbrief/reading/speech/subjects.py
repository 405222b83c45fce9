"""The subject of a verb of saying, wherever in its sentence it stands, and what the words around it make of it.

In `Mr Aske, who had not slept, said` and in `Mr Aske rose and said` it is Mr Aske.
"""

from msgspec.structs import replace

from newsbrief.reading.speech.chains import Chain
from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.phrases import Phrase, base_left, read_left
from newsbrief.reading.speech.phrases_after import read_right
from newsbrief.reading.speech.sentences import Saying

_LONGEST_CLAUSE = 10
"""The most words between the small word that opens a clause and the verb that ends it."""

_MOST_ADVERBIALS = 3
"""The most clauses and words of time before the subject of a sentence that are passed over."""

_LONGEST_ASIDE = 60
"""The most words between commas after which the subject is still looked for."""


def find_subject(grammar: Grammar, chain: Chain, start: int, found: list[Saying]) -> tuple[tuple[Phrase, ...], bool]:
    """Return the subject of the verb of a chain, and whether every word on the way to it was understood."""
    at = chain.before
    if chain.inherits:
        if accused := _accused(grammar, at, chain):
            return accused, chain.is_sure
        if blamed := _blamed(grammar, at, start):
            return blamed, False
        return subject_of_clause(grammar, at, start, found), chain.is_sure
    if at < start:
        return (), True
    if grammar.word(at) in (",", ")", "—", "–", "-"):
        subjects = _subject_before_aside(grammar, at, start)
        if not subjects and grammar.is_(at + 1, "conjunctions"):
            subjects = subject_of_clause(grammar, at, start, found)
        if subjects:
            chain.hedges |= _hedges_between(grammar, subjects[-1].end, at)
        return subjects, True
    if grammar.lexicon.verb_last and (opening := _opening(grammar, at, start)) is not None:
        return read_right(grammar, opening + 1), chain.is_sure
    subjects = read_left(grammar, at + 1, start)
    if subjects and grammar.is_(subjects[0].first, "object articles"):
        return (), chain.is_sure
    if subjects and subjects[-1].kind == "pronoun" and subjects[-1].gender == "r":
        end = subjects[-1].first - (grammar.word(subjects[-1].first - 1) == ",")
        antecedents = (read_left(grammar, end, start) or _one(base_left(grammar, end, start)))[-1:]
        if antecedents and grammar.is_(antecedents[0].first - 1, "negations"):
            antecedents = read_left(grammar, antecedents[0].first - 2, start)[-1:]
        is_sure = bool(antecedents) and not antecedents[-1].related
        return tuple(replace(each, end=subjects[-1].end) for each in antecedents), is_sure
    return subjects, chain.is_sure


def _opening(grammar: Grammar, at: int, start: int) -> int | None:
    """Return the small word that opens a clause which a verb ends: `wie Frau Ortiz der Zeitung sagte`."""
    ends = grammar.kind(at + 2) in ("sign", "end", "passage") or grammar.is_(at + 2, "auxiliaries")
    for each in range(at, max(start - 1, at - _LONGEST_CLAUSE), -1) if ends else ():
        if grammar.is_(each, "subordinators"):
            return each
        if grammar.kind(each) not in ("word", "name", "possessive"):
            return None
    return None


def _one(phrase: Phrase | None) -> tuple[Phrase, ...]:
    return () if phrase is None else (phrase,)


def _hedges_between(grammar: Grammar, first: int, end: int) -> frozenset[str]:
    """Return the hedges of words between commas: `Ms Vane, it is alleged, said`."""
    for at in range(first, end):
        form = grammar.lexicon.form("hedged verbs", grammar.word(at)) if grammar.is_(at - 1, "be") else None
        if form is not None:
            return grammar.lexicon.hedge_of.get(form.base, frozenset())
    return frozenset()


def _accused(grammar: Grammar, at: int, chain: Chain) -> tuple[Phrase, ...]:
    """Return who is said to do it in `accused Ms Vane of saying`."""
    accused = read_left(grammar, at) if grammar.is_(at, "prepositions") else ()
    verb = grammar.lexicon.verbs.get(grammar.word(accused[0].first - 1), {}) if accused else {}
    for form in verb.values():
        if hedges := grammar.lexicon.hedge_of.get(f"{form.base} {grammar.word(at)}"):
            chain.hedges |= hedges
            return accused
    return ()


def _blamed(grammar: Grammar, at: int, start: int) -> tuple[Phrase, ...]:
    """Return to whom something is done for what it says: `sent off the captain, Lea Voss, for calling her “blind”`."""
    if not grammar.is_(at, "for what is done"):
        return ()
    names = [
        each for each in range(start, at) if grammar.kind(each) == "name" and grammar.kind(each + 1) != "possessive"
    ]
    if len(names) < 2:
        return ()
    before = names[-1] - 1
    while before > start and (grammar.tokens[before].is_capital or grammar.word(before) in grammar.lexicon.titles):
        before -= 1
    if grammar.is_(before, "prepositions", "joining", "by"):
        return ()
    return _one(base_left(grammar, names[-1] + 1, start))


def subject_of_clause(grammar: Grammar, at: int, start: int, found: list[Saying]) -> tuple[Phrase, ...]:
    """Return the subject that a further verb of a sentence shares: that of the saying before, or the first noun.

    After a comma, a saying that another verb reports is passed over: `Ms Vane says that he lied, calling him`.
    """
    is_set_off = grammar.word(at) == ","
    for saying in reversed(found):
        if saying.first < start:
            break
        is_own = saying.role in ("call", "say", "manner") and saying.subjects and saying.at < at + 1
        if is_own and not (is_set_off and grammar.is_(saying.first - 1, "that")):
            return saying.subjects
    first = _after_dateline(grammar, start)
    for _ in range(_MOST_ADVERBIALS):
        while first < at and (grammar.is_(first, "conjunctions", "adverbs") or grammar.kind(first) == "passage"):
            first += 1
        subjects: tuple[Phrase, ...] = ()
        if not grammar.is_(first, "prepositions", "subordinators") and grammar.word(first) not in grammar.lexicon.verbs:
            subjects = read_right(grammar, first) if first <= at else ()
            if not (subjects and _is_adverbial(grammar, subjects[-1])):
                return subjects
        comma = next((each for each in range(first, at) if grammar.word(each) == ","), at)
        if comma == at:
            return subjects
        first = comma + 1
    return ()


def _after_dateline(grammar: Grammar, start: int) -> int:
    """Return the first token after the place that opens a report: `BRACKLEY — Ms Vane left, saying`."""
    for at in range(start + 1, start + 6):
        if grammar.word(at) in ("–", "—", "-") and at + 1 < len(grammar.tokens) and grammar.tokens[at + 1].is_capital:
            return at + 1
        if grammar.kind(at) not in ("name", "word", "sign"):
            break
    return start


def _is_adverbial(grammar: Grammar, phrase: Phrase) -> bool:
    """Say whether a noun only gives the time before a comma: `A few days later, Ms Vane left, saying`."""
    end = phrase.end
    while grammar.is_adverb(end):
        end += 1
    return phrase.kind == "noun" and grammar.word(end) == "," and end > phrase.end


def _subject_before_aside(grammar: Grammar, at: int, start: int) -> tuple[Phrase, ...]:
    """Return whom words between commas explain: `Mr Aske, who had not slept, said`."""
    opening = {")": "("}.get(grammar.word(at), grammar.word(at))
    before = at - 1
    governed: tuple[Phrase, ...] = ()
    while before >= max(start, at - _LONGEST_ASIDE):
        if grammar.word(before) == opening:
            subjects = read_left(grammar, before, start)
            named = read_left(grammar, at, before + 1)
            is_described = bool(subjects) and subjects[-1].kind == "noun" and not subjects[-1].is_named
            if is_described and named and named[-1].kind == "name" and named[-1].first <= before + 1:
                return (replace(named[-1], first=subjects[0].first),)
            if subjects and not grammar.is_(subjects[0].first - 1, "prepositions"):
                return subjects
            governed = governed or subjects
        before -= 1
    return governed


def hedge_by_outer(grammar: Grammar, saying: Saying) -> Saying:
    """Return a saying with what is said of it: `claims that Ms Vane said`, `denied that she said`, `nor did she`."""
    before = saying.subjects[0].first - 1
    if grammar.is_(before, "negations"):
        return replace(saying, is_denied=not saying.is_denied)
    if grammar.is_(before, "questions"):
        return replace(saying, is_unsaid=True)
    if grammar.is_(before, "that"):
        before -= 1
    if grammar.kind(before) == "word" and (said := grammar.lexicon.hedges.get(grammar.word(before))):
        return replace(saying, hedges=saying.hedges | said, allowed=saying.allowed | said)
    forms = grammar.lexicon.verbs.get(grammar.word(before), {}) if grammar.kind(before) == "word" else {}
    if "denials" in forms:
        return replace(saying, is_denied=not saying.is_denied)
    if "claims" in forms:
        hedges = grammar.lexicon.hedge_of.get(forms["claims"].base, frozenset({"alleged", "reported"}))
        return replace(saying, hedges=saying.hedges | hedges, allowed=saying.allowed | hedges)
    return saying
