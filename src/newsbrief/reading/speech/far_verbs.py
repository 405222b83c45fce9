"""Verbs on the other side of the marks, and denials of what a later verb says, in languages whose tables allow it.

`Ms Vane hat nie „nein“ gesagt` is a saying of Ms Vane's that is denied, and so is `Ms Vane negó haber dicho «no»`.
"""

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.phrases import Phrase, read_left
from newsbrief.reading.speech.phrases_after import read_right
from newsbrief.reading.speech.sentences import Saying, TokenSentences

_FARTHEST = 14
"""The most words between a verb and what its subject stands beside."""

_SMALL = ("that", "to", "adverbs", "clitics", "softened", "gerund auxiliaries")


def read_far_verb(sentences: TokenSentences, at: int, role: str) -> Saying | None:
    """Return the saying of a verb whose subject stands before the marks, or before a verb that denies it."""
    grammar, start = sentences.grammar, sentences.starts[at]
    hedges: frozenset[str] = frozenset()
    is_denied = is_over = False
    first = at
    while grammar.is_(first - 1, "auxiliaries", "clitics"):
        first -= 1
    if grammar.word(first - 1) == "," and grammar.kind(first - 2) == "passage":
        return None
    for before in range(at - 1, max(start, at - _FARTHEST) - 1, -1):
        word, kind = grammar.word(before), grammar.kind(before)
        if kind == "passage" and not is_over:
            is_over = True
            continue
        forms = grammar.lexicon.verbs.get(word, {}) if kind == "word" else {}
        is_leading = is_over and grammar.is_(before, "auxiliaries")
        if "denials" in forms or is_leading:
            hedges |= grammar.lexicon.hedges.get(word, frozenset())
            subjects = _find_subject(grammar, before, start)
            is_denied |= "denials" in forms
            return (
                _make(subjects, before if is_over else at, at, role, hedges, is_denied=is_denied) if subjects else None
            )
        if _begins_clause(grammar, before):
            return None
        if kind == "word" and word in grammar.lexicon.hedges:
            hedges |= grammar.lexicon.hedges[word]
        elif grammar.is_(before, "negations"):
            is_denied |= grammar.denies(before)
        elif not (kind == "name" or word == "," or _is_small(grammar, before)):
            return None
    return None


def _begins_clause(grammar: Grammar, at: int) -> bool:
    """Say whether a name opens a clause of its own, past a verb further back: `Reed nega, Vane dice`."""
    is_name = grammar.kind(at) == "name" or grammar.word(at).rstrip(".") in grammar.lexicon.titles
    return is_name and (grammar.word(at - 1) == "," or grammar.is_(at - 1, "that", "conjunctions"))


def _is_small(grammar: Grammar, at: int) -> bool:
    """Say whether a word between a verb and its subject says nothing of who speaks."""
    is_title = grammar.word(at).rstrip(".") in grammar.lexicon.titles
    return is_title or grammar.is_pronoun(at) or grammar.is_(at, "auxiliaries", *_SMALL)


def _find_subject(grammar: Grammar, verb: int, start: int) -> tuple[Phrase, ...]:
    before = verb
    while before > start and grammar.is_(before - 1, "negations", "clitics"):
        before -= 1
    return read_left(grammar, before, start) or read_right(grammar, verb + 1)


def _make(
    subjects: tuple[Phrase, ...], at: int, verb: int, role: str, hedges: frozenset[str], *, is_denied: bool
) -> Saying:
    return Saying(at, min(subjects[0].first, at), verb + 1, subjects, role, hedges, hedges, is_denied)
