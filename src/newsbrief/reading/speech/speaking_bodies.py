"""Bodies that speak by their people, whom a plural verb leaves unnamed: `сообщили в «Заре»`, `В «Заре» сообщили`.

`read_speaking_body(grammar, at)` of the verb in either is a saying of the body's. The words are those of a table's keys
`said in`, `speaks in` and `offices in`.
"""

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.phrases import Phrase, make_phrase
from newsbrief.reading.speech.sentences import Saying

_MOST_WORDS = 4
"""The most words between the preposition and the name: `в пресс-службе компании «Заря»`."""

_CLOSING = ("prepositions", "subordinators", "adverbs", "that")


def read_speaking_body(grammar: Grammar, at: int) -> Saying | None:
    """Return the saying of a body whose people the verb at a token has speak, before it or after it."""
    if not grammar.is_(at, "said in") or grammar.is_(at - 1, "negations"):
        return None
    body = _body(grammar, at + 1)
    if body is not None and _closes(grammar, body.end):
        return Saying(at, at, body.end, (body,), "say")
    first = _first_before(grammar, at)
    body = _body(grammar, first) if first is not None else None
    if body is not None and body.end == at and _closes(grammar, at + 1):
        return Saying(at, body.first, at + 1, (body,), "say")
    return None


def _body(grammar: Grammar, at: int) -> Phrase | None:
    """Return the body named after a preposition, by itself or behind nouns such as “press service”."""
    if not grammar.is_(at, "speaks in"):
        return None
    end = at + 1
    if grammar.is_(end, "offices in"):
        while end - at <= _MOST_WORDS and grammar.kind(end) == "word" and not grammar.ends_phrase(end):
            end += 1
    if grammar.kind(end) != "name" or grammar.names_person(end - 1):
        return None
    return make_phrase(grammar, at + 1, end + 1, end + 1)


def _first_before(grammar: Grammar, at: int) -> int | None:
    """Return the preposition that opens a clause and has nothing but a name before the verb behind it."""
    for first in range(at - 2, max(-1, at - 3 - _MOST_WORDS), -1):
        if grammar.is_(first, "speaks in"):
            opens = grammar.kind(first - 1) in ("end", "sign", "passage") or grammar.is_(
                first - 1, "conjunctions", "adverbs", "as"
            )
            return first if opens else None
    return None


def _closes(grammar: Grammar, at: int) -> bool:
    return grammar.kind(at) in ("end", "sign", "passage") or grammar.is_(at, *_CLOSING)
