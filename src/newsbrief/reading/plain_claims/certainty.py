"""What the words cited deny, leave to others or put off, and a sentence states: denied, alleged, planned.

`find_surer(stated, cited, spans, lexicon)` of “Harms hat gezahlt” and “Harms bestritt, gezahlt zu haben” is `bestritt`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.plain_claims.clauses import PlainClause, thing_of
from newsbrief.reading.plain_claims.lexicon import PlainLexicon
from newsbrief.reading.sentence_words import Word

_DOES = {
    "denying": "deny",
    "negations": "deny",
    "accusing": "leave to others",
    "hearsay": "leave to others",
    "planning": "put off",
    "open": "leave open",
}
_HEDGES = ("denying", "negations", "denials", "accusing", "hearsay", "open", "saying")
_FEWEST = 2
_LEAST_SHARE = 0.5
_FEW_AFTER = 3
_SHORTEST = 3
_FEW_WORDS = 2
"""The words of an aside such as “, возможно,”."""

_NEAR, _FAR = 2, 4
"""The words behind “and” of which one is the verb of what is added: after a clause of another word, and else."""


class Hedge(NamedTuple):
    """What the words cited do to something, and the word by which they do so."""

    does: str
    word: Word


def find_surer(
    stated: Sequence[PlainClause],
    cited: Sequence[Sequence[PlainClause]],
    spans: Sequence[Span],
    lexicon: PlainLexicon,
) -> Hedge | None:
    """Return the word of the words cited by which they are less sure than a sentence of what it states.

    `cited` are the clauses of each sentence of the article, `spans` what of it is cited.
    """
    if any(clause.has(*_HEDGES) for clause in stated):
        return None
    things = frozenset(thing for clause in stated for thing in clause.things)
    for clauses, span in zip(cited, spans, strict=True):
        free = frozenset(
            thing for clause in clauses if not clause.has(*_DOES) and _is_cited(clause, span) for thing in clause.things
        )
        for number, clause in enumerate(clauses):
            for found in clause.signs:
                if found.sign.key in _DOES and not _joined(stated, found.sign.key):
                    governed = list(_governed(clauses, number, found.at, found.sign.key, span, lexicon))
                    if _is_stated(things, free, governed, stated, found.sign.key, lexicon) or (
                        found.sign.key == "negations" and not governed and things and things <= clause.things
                    ):
                        # “Pol speelt zaterdag niet” denies all that stands before.
                        return Hedge(_DOES[found.sign.key], clause.words[found.at])
    return None


def _joined(stated: Sequence[PlainClause], key: str) -> bool:
    """Say whether a sentence puts off what the words cited put off."""
    return key in ("planning", "hearsay", "negations") and any(clause.has("planning") for clause in stated)


def _is_cited(clause: PlainClause, span: Span) -> bool:
    return any(span.meets(word.span) for word in clause.words)


def _governed(
    clauses: Sequence[PlainClause], number: int, at: int, key: str, span: Span, lexicon: PlainLexicon
) -> Iterator[Word]:
    """Yield the words cited that a word hedges: those of its clause, or what follows it."""
    clause = clauses[number]
    end = next((at for at, each in enumerate(clauses) if at >= number and each.is_last), len(clauses))
    after = [word for each in clauses[number + 1 : end + 1] for word in each.words]
    if key in ("hearsay", "open"):
        is_aside = len(clause.words) <= _FEW_WORDS
        beside = clauses[max(0, number - 1) : number + 2] if is_aside else (clause,)
        words: Sequence[Word] = [word for each in beside for word in each.words]
    elif key == "negations":
        words = clause.words[at + 1 :]
    elif key == "planning":
        is_last = len(clause.words) - at <= _FEW_AFTER
        words = [*clause.words, *(clauses[number + 1].words if is_last and number + 1 < len(clauses) else ())]
    else:
        words = _until_added([*clause.words[at + 1 :], *after], lexicon)
        if len(words) <= _FEW_AFTER and number:
            words = [*clauses[number - 1].words, *clause.words]
    return (word for word in words if word is not clause.words[at] and span.meets(word.span))


def _until_added(words: Sequence[Word], lexicon: PlainLexicon) -> Sequence[Word]:
    """Return words up to what is added to them with a verb of its own: “wirft ihm Lügen vor und will ihn verklagen”."""
    far = _FAR
    for at, word in enumerate(words):
        if word.actor is None and word.lower in lexicon.adding:
            if _begins_with_verb(words[at + 1 :], far, lexicon):
                return words[:at]
        elif word.actor is None and word.lower in lexicon.joining:
            # “Что скрыл и уничтожил” are both what he is accused of.
            far = _NEAR
    return words


def _begins_with_verb(words: Sequence[Word], far: int, lexicon: PlainLexicon) -> bool:
    first = [word.lower for word in words[:far] if word.actor is None]
    is_done = any(lower in lexicon.perfect or lexicon.fits("past", lower) for lower in first)
    return is_done or any(found.at < far and found.sign.key in _DOES for found in lexicon.find(words))


def _is_stated(
    things: frozenset[str],
    free: frozenset[str],
    governed: Sequence[Word],
    stated: Sequence[PlainClause],
    key: str,
    lexicon: PlainLexicon,
) -> bool:
    """Say whether a sentence states most of what is hedged, and little of what is not."""
    stems = {thing: word for word in reversed(governed) if (thing := thing_of(word, lexicon))}
    if key == "negations":
        first = next((thing for word in governed if (thing := thing_of(word, lexicon))), "")
        # Three Latin letters tell too little: “jogará” and “jogo”.
        return (len(first) > _SHORTEST or not first.isascii()) and first in things
    shared = things & stems.keys()
    fewest = 1 if key == "planning" else min(_FEWEST, len(things))
    if len(shared) < fewest or not shared or len(shared) < _LEAST_SHARE * len(things):
        return False
    if key != "planning" and len(things & free - shared) >= len(shared):
        return False
    return key != "planning" or _is_done(shared, stems, stated, lexicon)


def _is_done(
    shared: frozenset[str], governed: Mapping[str, Word], stated: Sequence[PlainClause], lexicon: PlainLexicon
) -> bool:
    """Say whether a sentence says of a planned verb that it is done."""
    for clause in stated:
        is_perfect = any(word.lower in lexicon.perfect for word in clause.words)
        for word in clause.words:
            thing = thing_of(word, lexicon)
            if thing not in shared or not lexicon.fits("planned", governed[thing].lower):
                continue
            if word.lower != governed[thing].lower and (
                lexicon.fits("past", word.lower) or (is_perfect and lexicon.fits("participle", word.lower))
            ):
                return True
    return False
