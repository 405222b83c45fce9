"""The words between a subject and its verb of saying: they deny it, keep their distance, or put it off.

In `Ms Vane is alleged to have called him “a clown”` the chain of *called* reaches back to *is*.
"""

from msgspec import Struct

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.inflection import VerbForm

SECOND_HAND = frozenset({"reported"})


class Chain(Struct):
    """A verb with the words that lead up to it. `before` is the last token before the chain.

    `inherits` says that the subject is that of the clause, `is_sure` that every word on the way was understood.
    `allowed` are hedges that may be given, `hedges` those of which one must be.
    """

    before: int
    hedges: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    is_denied: bool = False
    is_unsaid: bool = False
    is_passive: bool = False
    is_infinitive: bool = False
    is_gerund: bool = False
    is_linked: bool = False
    is_perfect: bool = False
    is_softened: bool = False
    inherits: bool = False
    is_sure: bool = True


def read_chain(grammar: Grammar, at: int, start: int, form: VerbForm) -> Chain:
    """Return the chain of the verb at the token `at`, no further back than `start`."""
    chain = Chain(at - 1)
    is_gerund = form.shape == "gerund"
    while chain.before >= start and (
        _read_adverb(grammar, chain)
        or _read_auxiliary(grammar, chain)
        or (_can_link(chain, is_gerund) and _read_link(grammar, chain))
    ):
        pass
    if is_gerund and not chain.is_linked and grammar.word(chain.before) == "," and not chain.inherits:
        chain.inherits = True
    if grammar.is_(chain.before, "conjunctions") or (chain.is_infinitive and not chain.is_linked):
        chain.inherits = True
        chain.is_sure = chain.is_sure and not chain.is_infinitive
    return chain


def _read_adverb(grammar: Grammar, chain: Chain) -> bool:
    at, word = chain.before, grammar.word(chain.before)
    if grammar.kind(at) != "word":
        return False
    if grammar.is_(at, "clitics"):
        pass
    elif word in grammar.lexicon.hedges:
        chain.hedges |= grammar.lexicon.hedges[word]
    elif grammar.is_(at, "softened"):
        chain.is_softened = True
    elif grammar.is_(at, "negations"):
        if grammar.denies(at):
            agrees = grammar.lexicon.negations_agree and not chain.is_softened
            chain.is_denied = agrees or chain.is_denied ^ (not chain.is_softened)
        chain.is_softened = False
    elif not grammar.is_adverb(at):
        return False
    chain.before -= 1
    return True


def _read_auxiliary(grammar: Grammar, chain: Chain) -> bool:
    at = chain.before
    if grammar.kind(at) == "possessive" and grammar.is_pronoun(at - 1):
        chain.before -= 1
        return True
    if grammar.is_(at, "to"):
        chain.is_infinitive = True
    elif grammar.is_(at, "auxiliaries"):
        is_first = not chain.is_infinitive and not chain.is_linked
        chain.is_passive |= is_first and grammar.is_(at, "be")
        chain.is_perfect |= not chain.is_linked and grammar.is_(at, "perfect")
        chain.is_gerund |= is_first and grammar.is_(at, "gerund auxiliaries")
        chain.is_unsaid |= grammar.is_(at, "future")
    else:
        return False
    chain.before -= 1
    return True


def _can_link(chain: Chain, is_gerund: bool) -> bool:
    chain.is_gerund |= is_gerund
    return chain.is_infinitive or chain.is_gerund or chain.is_linked


def _read_link(grammar: Grammar, chain: Chain) -> bool:
    at, lexicon = chain.before, grammar.lexicon
    word = grammar.word(at)
    forms = lexicon.verbs.get(word, {}) if grammar.kind(at) == "word" else {}
    if grammar.is_(at, "without"):
        chain.is_denied, chain.inherits = True, True
        chain.before -= 1
        return False
    if grammar.is_(at, "as") and chain.is_gerund and not chain.is_linked:
        quoted = lexicon.form("quote", grammar.word(at - 1))
        chain.is_linked = True
        chain.before -= 1
        if quoted is None or not _has_be(grammar, at - 1):
            return False
        chain.allowed = SECOND_HAND
        chain.hedges |= SECOND_HAND if chain.is_perfect else frozenset()
        chain.before -= 1
        return True
    if "denials" in forms:
        chain.is_denied = not chain.is_denied
    elif "hedged verbs" in forms and _has_be(grammar, at):
        chain.hedges |= lexicon.hedge_of.get(forms["hedged verbs"].base, SECOND_HAND)
    elif "goes on to" in forms or grammar.is_(at, "ready to"):
        pass
    elif chain.is_infinitive and ("plans" in forms or grammar.is_(at, "due to")):
        chain.is_unsaid = True
    else:
        if chain.is_gerund and grammar.is_(at, "prepositions") and not chain.is_linked:
            chain.inherits = True
        return False
    chain.is_linked = True
    chain.before -= 1
    return True


def _has_be(grammar: Grammar, at: int) -> bool:
    """Say whether a form of "be" makes the verb at this token passive."""
    at -= 1
    while grammar.is_adverb(at) or grammar.is_(at, "negations"):
        at -= 1
    return grammar.is_(at, "be")
