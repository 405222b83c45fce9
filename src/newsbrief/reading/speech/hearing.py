"""Sayings told by the one who hears them: who learns something from somebody does not say it.

`read_hearing(sentences, at)` of `Ms Vane learned from Mr Aske that` is a saying of Mr Aske's.
"""

from newsbrief.reading.speech.chains import SECOND_HAND, Chain, read_chain
from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.inflection import VerbForm
from newsbrief.reading.speech.phrases import Phrase, base_left, read_left
from newsbrief.reading.speech.phrases_after import read_right
from newsbrief.reading.speech.sentences import Saying, TokenSentences

_MOST_STEPS = 3
"""The most small words between a passive verb and what stands before the one who does it."""


def read_hearing(sentences: TokenSentences, at: int) -> Saying | None:
    """Return what the one says from whom somebody hears it, by the verb at a token."""
    grammar, start = sentences.grammar, sentences.starts[at]
    is_hearing = grammar.is_(at, "hearing")
    if not is_hearing and not grammar.is_(at, "told by"):
        return None
    is_name = grammar.tokens[at].is_capital and at != start
    if is_name or (grammar.is_opened_by(at - 1) and not grammar.is_(at - 1, "clitics")):
        return None
    chain = read_chain(grammar, at, start, VerbForm(grammar.word(at), "any"))
    if is_hearing:
        source, first, end = _find_source(sentences, at, start, chain)
    else:
        source, first, end = _find_teller(grammar, at, start)
    if not source:
        return None
    return Saying(at, first, end, source, "say", chain.hedges, SECOND_HAND, chain.is_denied, chain.is_unsaid)


def _find_source(sentences: TokenSentences, at: int, start: int, chain: Chain) -> tuple[tuple[Phrase, ...], int, int]:
    """Return from whom it is heard, and from where to where the words reach that say so."""
    grammar = sentences.grammar
    first = first_of_clause(grammar, chain, start)
    following = at + 1
    while grammar.is_adverb(following) and sentences.goes_on(at, following):
        following += 1
    if not grammar.lexicon.inverts_apart and (hearers := read_right(grammar, following)):
        # “…», a appris Mme Vane de M. Aske”
        following = hearers[-1].end if grammar.is_(hearers[-1].end, "heard from") else following
    following = _past_time(grammar, following)
    if grammar.is_(following, "heard from") and (source := _as_speakers(grammar, read_right(grammar, following + 1))):
        return source, first, source[-1].end
    before = _before(grammar, at, start)
    if before and grammar.is_(before[0].first - 1, "heard from") and (source := _as_speakers(grammar, before)):
        # “Hat von Frau Vane erfahren”
        return source, source[0].first - 1, at + 1
    if grammar.is_(start, "heard from") and (source := _as_speakers(grammar, read_right(grammar, start + 1))):
        # “From Ms Vane, Mr Aske learned”
        if grammar.word(source[-1].end) == "," or grammar.is_(source[-1].end, "auxiliaries"):
            return source, start, at + 1
        return (source, start, at + 1) if source[-1].end == at else ((), at, at)
    return (), at, at


def _past_time(grammar: Grammar, at: int) -> int:
    """Return the token after words of time before a source that is named: `se enteró el viernes por Vane`."""
    for following in range(at, at + _MOST_STEPS + 1):
        if grammar.is_(following, "heard from") and grammar.kind(following + 1) == "name":
            return following
        is_plain = grammar.kind(following) == "word" and grammar.word(following) not in grammar.lexicon.verbs
        if not is_plain or grammar.is_(following, "prepositions", "that", "subordinators", "conjunctions"):
            break
    return at


def _find_teller(grammar: Grammar, at: int, start: int) -> tuple[tuple[Phrase, ...], int, int]:
    """Return who tells it, where it stands before a passive verb, as in `wurde von Frau Vane gewarnt`, or after it."""
    before = _before(grammar, at, start)
    if before and grammar.is_(before[0].first - 1, "by"):
        be = before[0].first - 2
        if any(grammar.is_(each, "be") for each in range(max(start, be - _MOST_STEPS), be + 1)):
            return _as_speakers(grammar, before), before[0].first - 1, at + 1
    is_passive = any(grammar.is_(each, "be") for each in range(max(start, at - _MOST_STEPS), at))
    if is_passive and grammar.is_(at + 1, "by"):
        source = _as_speakers(grammar, read_right(grammar, at + 2))
        return source, at, source[-1].end if source else at
    return (), at, at


def _as_speakers(grammar: Grammar, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Return phrases that name somebody, or describe somebody who can speak; nobody speaks in “from experience”."""
    for phrase in phrases:
        head = phrase.head
        is_person = any(grammar.names_person(at) for at in range(phrase.first, phrase.end))
        is_body = grammar.lexicon.has("bodies", head.word)
        if not (phrase.kind != "noun" or phrase.is_named or is_person or is_body):
            return ()
    return phrases


def first_of_clause(grammar: Grammar, chain: Chain, start: int) -> int:
    """Return the first token of the subject of a verb, of whom nothing else is asked than that it stands there."""
    subjects = read_left(grammar, chain.before + 1, start) if chain.before >= start else ()
    return subjects[0].first if subjects else chain.before + 1


def _before(grammar: Grammar, at: int, start: int) -> tuple[Phrase, ...]:
    phrase = base_left(grammar, at, start)
    return () if phrase is None else (phrase,)
