"""The places of a paragraph where somebody says something: each with who does, and how the article keeps its distance.

`find_sayings(grammar)` of `Ms Vane never said` is one saying of Ms Vane's that is denied.
"""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.reading.speech.chains import Chain, read_chain
from newsbrief.reading.speech.inflection import VerbForm
from newsbrief.reading.speech.phrases import Grammar, Phrase, base_left, read_left, read_right
from newsbrief.reading.speech.tokens import Token

_ROLES = ("quote", "call", "say", "manner")


class Saying(Struct, frozen=True):
    """Tokens that say who speaks: from `first` to `end`, with the verb or noun at `at`.

    `role` is the role of the verb, or "source" (according to), "noun" (her verdict), "label" (ASKE:).
    """

    at: int
    first: int
    end: int
    subjects: tuple[Phrase, ...]
    role: str
    hedges: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    is_denied: bool = False
    is_unsaid: bool = False
    is_sure: bool = True
    is_inverted: bool = False


class Sentences(Struct, frozen=True):
    """A paragraph's grammar with the first token of the sentence of each token."""

    grammar: Grammar
    starts: list[int]

    def end(self, at: int) -> int:
        """Return the token after the last one of the sentence that holds `at`."""
        following = at + 1
        while following < len(self.starts) and self.starts[following] == self.starts[at]:
            following += 1
        return following


def divide(grammar: Grammar) -> Sentences:
    """Find where the sentences of a paragraph begin: after a full stop, and after marks that hold one."""
    starts: list[int] = []
    start = 0
    tokens = grammar.tokens
    for at, token in enumerate(tokens):
        if at and tokens[at - 1].kind == "end":
            start = at
        elif at and tokens[at - 1].kind == "passage" and tokens[at - 1].word in (".", "。", "।", "۔"):
            start = start if token.kind == "sign" or not _begins(token) else at
        starts.append(start)
    return Sentences(grammar, starts)


def _begins(token: Token) -> bool:
    return token.kind in ("passage", "name") or token.is_capital


def find_sayings(sentences: Sentences) -> list[Saying]:
    """Return the sayings of a paragraph, in order."""
    grammar = sentences.grammar
    found: list[Saying] = []
    for at, token in enumerate(grammar.tokens):
        if token.kind != "word":
            continue
        if grammar.is_(at, "sources"):
            found += _read_source(grammar, at)
        elif role_form := _role_at(grammar, at, sentences.starts[at]):
            found += _read_verb(sentences, at, *role_form, found)
        elif grammar.is_(at, "nouns", "texts"):
            found += _read_noun(grammar, at)
    return found


def _read_source(grammar: Grammar, at: int) -> Iterator[Saying]:
    if subjects := read_right(grammar, at + 1):
        yield Saying(at, at, subjects[-1].end, subjects, "source")


def _read_noun(grammar: Grammar, at: int) -> Iterator[Saying]:
    """Yield "her verdict" or "the answer of Ms Vane": what is said, with whose it is."""
    phrase = base_left(grammar, at + 1, 0)
    if phrase is not None and phrase.owner is not None:
        first = phrase.first
        if grammar.is_(first - 1, "words in"):
            first -= 1
        yield Saying(at, first, at + 1, (phrase,), "noun")
    elif grammar.is_(at + 1, "authors") and grammar.is_opened_by(at - 1) and (authors := read_right(grammar, at + 2)):
        yield Saying(at, at - 1, authors[-1].end, authors, "noun")


def _role_at(grammar: Grammar, at: int, start: int) -> tuple[str, VerbForm] | None:
    """Return the role and the form of a word that can be a verb of saying here, and is no noun."""
    forms = grammar.lexicon.verbs.get(grammar.word(at))
    if not forms or (grammar.tokens[at].is_capital and at != start):
        return None
    role = next((role for role in _ROLES if role in forms), None)
    if role is None:
        return None
    form = forms[role]
    is_noun = grammar.is_opened_by(at - 1) or grammar.kind(at - 1) == "possessive"
    if is_noun and not (grammar.kind(at - 1) == "possessive" and grammar.is_pronoun(at - 2)):
        return None
    if form.shape == "base" and not _takes_base(grammar, at):
        return None
    return role, form


def _takes_base(grammar: Grammar, at: int) -> bool:
    """Say whether a form like "call" is a verb: after "to", "did" or somebody in the plural."""
    before = at - 1
    while grammar.is_adverb(before) or grammar.is_(before, "negations"):
        before -= 1
    if grammar.is_(before, "to", "auxiliaries", "negations") or grammar.is_pronoun(before):
        return True
    return grammar.word(before).endswith("s") and grammar.kind(before) == "word"


def _read_verb(sentences: Sentences, at: int, role: str, form: VerbForm, found: list[Saying]) -> Iterator[Saying]:
    grammar, start = sentences.grammar, sentences.starts[at]
    chain = read_chain(grammar, at, start, form)
    make = partial(_make, chain, role, at)
    quoted = read_right(grammar, at + 1) if role == "quote" and not chain.is_passive and form.shape != "base" else ()
    if quoted and grammar.kind(quoted[-1].end) != "end":
        yield make(chain.before + 1, quoted[-1].end, quoted)
        return
    if role != "quote" and (agent := _find_agent(sentences, at, chain, form)):
        yield make(chain.before + 1, agent[-1].end, agent)
        return
    if role != "quote" and chain.is_passive and form.shape in ("past", "participle"):
        yield make(chain.before + 1, at + 1, ())
        return
    subjects, is_sure = _find_subject(grammar, chain, start, found)
    if subjects:
        yield _hedge_by_outer(grammar, make(subjects[0].first, at + 1, subjects, is_sure=is_sure))
    elif not chain.inherits and form.shape not in ("base", "gerund") and not grammar.is_(at, "never first"):
        yield from _read_inverted(grammar, at, chain, make)


def _make(
    chain: Chain,
    role: str,
    at: int,
    first: int,
    end: int,
    subjects: tuple[Phrase, ...],
    *,
    is_sure: bool = True,
    is_inverted: bool = False,
) -> Saying:
    return Saying(
        at,
        first,
        end,
        subjects,
        role,
        chain.hedges,
        chain.allowed | chain.hedges,
        chain.is_denied,
        chain.is_unsaid,
        is_sure,
        is_inverted,
    )


def _read_inverted(grammar: Grammar, at: int, chain: Chain, make: "partial[Saying]") -> Iterator[Saying]:
    right = at + 1
    while grammar.is_adverb(right) and not grammar.tokens[right].is_capital:
        right += 1
    if grammar.is_(right, "auxiliaries", "prepositions"):
        return
    if subjects := read_right(grammar, right):
        yield make(chain.before + 1, subjects[-1].end, subjects, is_inverted=True)
    elif grammar.lexicon.drops_subject:
        yield make(chain.before + 1, at + 1, (), is_sure=False)


def _find_agent(sentences: Sentences, at: int, chain: Chain, form: VerbForm) -> tuple[Phrase, ...]:
    """Return who does it in the passive: `was called “a sham” by Mr Aske`, `dubbed “a sham” by Mr Aske`."""
    grammar = sentences.grammar
    if form.shape not in ("past", "participle", "any"):
        return ()
    following = at + 1
    if chain.is_passive:
        end = sentences.end(at)
        while following < end and not grammar.is_(following, "by"):
            following += 1
    elif grammar.kind(following) == "passage" or grammar.is_(following, "as"):
        following += 1 + (grammar.is_(following, "as") and grammar.kind(following + 1) == "passage")
    return read_right(grammar, following + 1) if grammar.is_(following, "by") else ()


def _find_subject(grammar: Grammar, chain: Chain, start: int, found: list[Saying]) -> tuple[tuple[Phrase, ...], bool]:
    at = chain.before
    if chain.inherits:
        return _accused(grammar, at, chain) or _subject_of_clause(grammar, at, start, found), chain.is_sure
    if at < start:
        return (), True
    if grammar.word(at) in (",", ")", "—", "–", "-"):
        return _subject_before_aside(grammar, at, start), True
    subjects = read_left(grammar, at + 1, start)
    if subjects and subjects[-1].kind == "pronoun" and subjects[-1].gender == "r":
        end = subjects[-1].first - (grammar.word(subjects[-1].first - 1) == ",")
        antecedents = read_left(grammar, end, start)[-1:]
        return antecedents, bool(antecedents) and not antecedents[-1].related
    return subjects, chain.is_sure


def _accused(grammar: Grammar, at: int, chain: Chain) -> tuple[Phrase, ...]:
    """Return who is said to do it in `accused Ms Vane of saying`."""
    accused = read_left(grammar, at) if grammar.is_(at, "prepositions") else ()
    verb = grammar.lexicon.verbs.get(grammar.word(accused[0].first - 1), {}) if accused else {}
    for form in verb.values():
        if hedges := grammar.lexicon.hedge_of.get(f"{form.base} {grammar.word(at)}"):
            chain.hedges |= hedges
            return accused
    return ()


def _subject_of_clause(grammar: Grammar, at: int, start: int, found: list[Saying]) -> tuple[Phrase, ...]:
    """Return the subject that a further verb of a sentence shares: that of the saying before, or the first noun."""
    for saying in reversed(found):
        if saying.first < start:
            break
        if saying.role in _ROLES and saying.subjects and saying.at < at + 1:
            return saying.subjects
    first = start
    while first < at and (grammar.is_(first, "conjunctions", "adverbs") or grammar.kind(first) == "passage"):
        first += 1
    if grammar.is_(first, "prepositions", "subordinators") or grammar.word(first) in grammar.lexicon.verbs:
        while first < at and grammar.word(first) != ",":
            first += 1
        first += 1
    return read_right(grammar, first) if first <= at else ()


def _subject_before_aside(grammar: Grammar, at: int, start: int) -> tuple[Phrase, ...]:
    """Return whom words between commas explain: `Mr Aske, who had not slept, said`."""
    opening = {")": "("}.get(grammar.word(at), grammar.word(at))
    before = at - 1
    while before >= start:
        if grammar.word(before) == opening:
            subjects = read_left(grammar, before, start)
            named = read_left(grammar, at, before + 1)
            is_described = bool(subjects) and subjects[-1].kind == "noun" and not subjects[-1].is_named
            if is_described and named and named[-1].kind == "name" and named[-1].first <= before + 1:
                return named
            if subjects:
                return subjects
        before -= 1
    return ()


def _hedge_by_outer(grammar: Grammar, saying: Saying) -> Saying:
    """Return a saying with what is said of it: `claims that Ms Vane said`, `denied that she said`, `nor did she`."""
    before = saying.subjects[0].first - 1
    if grammar.is_(before, "negations"):
        return replace(saying, is_denied=not saying.is_denied)
    if grammar.is_(before, "that"):
        before -= 1
    forms = grammar.lexicon.verbs.get(grammar.word(before), {}) if grammar.kind(before) == "word" else {}
    if "denials" in forms:
        return replace(saying, is_denied=not saying.is_denied)
    if "claims" in forms:
        hedges = grammar.lexicon.hedge_of.get(forms["claims"].base, frozenset({"alleged", "reported"}))
        return replace(saying, hedges=saying.hedges | hedges, allowed=saying.allowed | hedges)
    return saying
