"""The places of a paragraph where somebody says something: each with who does, and how the article keeps its distance.

`find_sayings(grammar)` of `Ms Vane never said` is one saying of Ms Vane's that is denied.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from newsbrief.reading.speech.chains import Chain, read_chain
from newsbrief.reading.speech.far_verbs import read_far_verb
from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.hearing import first_of_clause, read_hearing
from newsbrief.reading.speech.inflection import VerbForm
from newsbrief.reading.speech.phrases import Phrase, base_left, possessed_left, read_left
from newsbrief.reading.speech.phrases_after import pass_aside, read_right
from newsbrief.reading.speech.sentences import Saying, TokenSentences
from newsbrief.reading.speech.speaking_bodies import read_speaking_body
from newsbrief.reading.speech.subjects import find_subject, hedge_by_outer, subject_of_clause

_LONGEST_JOINED = 6
"""The most words between "and" and the name that ends a list."""

_ROLES = ("quote", "call", "say", "manner")

_SOURCES = frozenset(
    ["sources", "sources first", "sources after", "hearing", "told by", "said in", "nouns", "texts"],
)
"""The keys of the words, other than verbs of saying, by which somebody may say something."""


def find_sayings(sentences: TokenSentences) -> list[Saying]:
    """Return the sayings of a paragraph, in order."""
    grammar, verbs = sentences.grammar, sentences.grammar.lexicon.verbs
    found: list[Saying] = []
    for at, token in enumerate(grammar.tokens):
        if token.kind == "word" and (not grammar.keys[at].isdisjoint(_SOURCES) or token.word in verbs):
            found += _read_at(sentences, at, found)
    return sorted(found, key=lambda saying: saying.at)


def _read_at(sentences: TokenSentences, at: int, found: list[Saying]) -> Iterable[Saying]:
    """Return the sayings by the word at a token; `found` are those before it."""
    grammar, start = sentences.grammar, sentences.starts[at]
    if grammar.is_(at, "sources") or (grammar.is_(at, "sources first") and at == start):
        return _read_source(grammar, at)
    if grammar.is_(at, "sources after"):
        subjects = read_left(grammar, at, start)
        return [Saying(at, subjects[0].first, at + 1, subjects, "source")] if subjects else []
    if hearing := read_hearing(sentences, at) or read_speaking_body(grammar, at):
        return [hearing]
    if role_form := _role_at(grammar, at, start):
        return list(_read_verb(sentences, at, *role_form, found))
    if grammar.is_(at, "nouns", "texts"):
        return [noun for noun in _read_noun(grammar, at) if not _is_object(found, noun)]
    return []


def _is_object(found: list[Saying], noun: Saying) -> bool:
    """Say whether what is said is what somebody else puts words on: `Ms Vane dismissed Mr Aske’s promise as`."""
    return bool(found) and found[-1].role == "call" and found[-1].end == noun.first


def _read_source(grammar: Grammar, at: int) -> Iterator[Saying]:
    following = at + 1
    while grammar.is_adverb(following) and not grammar.tokens[following].is_capital:
        following += 1
    if subjects := read_right(grammar, following) or _read_genitive(grammar, at + 1):
        yield Saying(at, at, subjects[-1].end, subjects, "source")


def _read_genitive(grammar: Grammar, at: int) -> tuple[Phrase, ...]:
    """Return the name whose genitive follows words such as "nach Ansicht": `nach Ansicht Steins`."""
    is_genitive = grammar.kind(at) == "name" and grammar.is_genitive_name(at)
    return (Phrase(at, at + 2, "name", grammar.tokens[at]),) if is_genitive else ()


def _read_noun(grammar: Grammar, at: int) -> Iterator[Saying]:
    """Yield "her verdict" or "the answer of Ms Vane": what is said, with whose it is."""
    phrase = base_left(grammar, at + 1, 0)
    if phrase is None or phrase.owner is None:
        phrase = possessed_left(grammar, at)
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
    is_noun = (grammar.is_opened_by(at - 1) and not grammar.is_adverb(at - 1)) or grammar.kind(at - 1) == "possessive"
    if is_noun and grammar.is_(at - 1, "clitics") and grammar.is_(at - 2, "subordinators"):
        is_noun = False
    if is_noun and not (grammar.kind(at - 1) == "possessive" and grammar.is_pronoun(at - 2)):
        return None
    if form.shape == "base" and not _takes_base(grammar, at):
        return None
    return role, form


def _takes_base(grammar: Grammar, at: int) -> bool:
    """Say whether a form like "call" is a verb: after "to", "did" or somebody in the plural."""
    before = at - 1
    while (grammar.is_adverb(before) or grammar.is_(before, "negations")) and not grammar.is_(before, "auxiliaries"):
        before -= 1
    if grammar.is_(before, "to", "auxiliaries") or grammar.is_pronoun(before):
        return True
    if grammar.kind(before) == "name" and _is_joined(grammar, before):
        return True
    is_plural = grammar.word(before).endswith("s") and grammar.kind(before) == "word"
    return is_plural and grammar.word(before) not in grammar.lexicon.possessives


def _is_joined(grammar: Grammar, name: int) -> bool:
    """Say whether a name closes a list of those who act: `Brandt and her co-author Ruiz write`."""
    for at in range(name - 1, max(-1, name - _LONGEST_JOINED), -1):
        if grammar.is_(at, "joining"):
            return grammar.kind(at - 1) in ("name", "possessive") or grammar.tokens[at - 1].is_capital
        if grammar.kind(at) != "word" or grammar.tokens[at].word in grammar.lexicon.verbs:
            return False
    return False


def _read_verb(sentences: TokenSentences, at: int, role: str, form: VerbForm, found: list[Saying]) -> Iterator[Saying]:
    grammar, start = sentences.grammar, sentences.starts[at]
    if grammar.lexicon.far_verbs and role in ("say", "call") and (far := read_far_verb(sentences, at, role)):
        yield far
        return
    chain = read_chain(grammar, at, start, form)
    make = partial(_make, chain, role, at)
    quoted = read_right(grammar, at + 1) if role == "quote" and not chain.is_passive and form.shape != "base" else ()
    if quoted and grammar.kind(quoted[-1].end) != "end" and not grammar.is_(quoted[-1].end, "auxiliaries"):
        yield make(chain.before + 1, quoted[-1].end, quoted)
        return
    if role != "quote" and (agent := _find_agent(sentences, at, chain, form)):
        is_told = grammar.lexicon.form("address", grammar.word(at)) is not None
        # “…,” Ms Vane was told by Mr Aske: the words begin with whom he told.
        yield make(first_of_clause(grammar, chain, start) if is_told else chain.before + 1, agent[-1].end, agent)
        return
    if role != "quote" and chain.is_passive and form.shape in ("past", "participle"):
        yield make(chain.before + 1, at + 1, ())
        return
    subjects, is_sure = find_subject(grammar, chain, start, found)
    if subjects and _is_noun_after(grammar, at, chain, form, subjects[-1]):
        return
    subjects = _author(grammar, form, subjects, start, found)
    if subjects and role == "call" and _only_names(grammar, at, chain, form, subjects):
        yield Saying(at, subjects[0].first, at + 1, subjects, "name")
        return
    if subjects:
        yield hedge_by_outer(grammar, make(subjects[0].first, at + 1, subjects, is_sure=is_sure))
    elif not chain.inherits and form.shape not in ("base", "gerund") and not grammar.is_(at, "never first"):
        yield from _read_inverted(grammar, at, chain, make)


def _is_noun_after(grammar: Grammar, at: int, chain: Chain, form: VerbForm, subject: Phrase) -> bool:
    """Say whether a form in -s or none is a noun after others: `leaked emails`, `rival estimates`, `rural states`."""
    if form.shape != "present" or subject.kind != "noun" or subject.is_named or chain.before != subject.end - 1:
        return False
    is_plural = subject.head.word.endswith("s") and not subject.head.word.endswith(("ss", "us", "is"))
    return is_plural or (grammar.is_(at, "also nouns") and not subject.is_definite)


def _author(
    grammar: Grammar, form: VerbForm, subjects: tuple[Phrase, ...], start: int, found: list[Saying]
) -> tuple[Phrase, ...]:
    """Return whose text it is that says something: of `Ms Vane issued a statement saying`, Ms Vane."""
    if form.shape != "gerund" or len(subjects) != 1 or not grammar.is_(subjects[0].first, "indefinite"):
        return subjects
    first, head = subjects[0].first, grammar.tokens.index(subjects[0].head, subjects[0].first)
    if first == start or grammar.kind(first - 1) != "word" or not grammar.is_(head, "texts"):
        return subjects
    return subject_of_clause(grammar, first - 1, start, found) or subjects


def _only_names(grammar: Grammar, at: int, chain: Chain, form: VerbForm, subjects: tuple[Phrase, ...]) -> bool:
    """Say whether a verb gives a thing its name: `a play called “The Pier”`, but not `what the crew called “home”`."""
    following = at + 1 + grammar.is_(at + 1, "articles", "indefinite")
    is_bare = form.shape in ("past", "participle") and chain.before == subjects[-1].end - 1
    is_thing = all(each.kind == "noun" and not each.is_named for each in subjects)
    before = subjects[0].first - 1
    return (
        is_bare
        and is_thing
        and grammar.kind(following) == "passage"
        and not grammar.is_(before, "subordinators", "that")
    )


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
    if grammar.lexicon.inverts_apart and not _stands_apart(grammar, chain.before):
        return
    right = at + 1
    while grammar.is_adverb(right) and not grammar.tokens[right].is_capital:
        right += 1
    if grammar.word(right) == "," and not grammar.lexicon.drops_subject:
        right = pass_aside(grammar, right)
    if grammar.is_(right, "auxiliaries", "prepositions"):
        return
    subjects = read_right(grammar, right)
    if subjects and grammar.lexicon.inverts_apart and grammar.is_(subjects[-1].end, "auxiliaries"):
        return
    if subjects:
        yield make(chain.before + 1, subjects[-1].end, subjects, is_inverted=True)
    elif grammar.lexicon.drops_subject:
        yield make(chain.before + 1, at + 1, (), is_sure=False)


def _stands_apart(grammar: Grammar, before: int) -> bool:
    """Say whether no noun stands before a verb that could be its subject: `“…,” said Ms Vane`, `so said Ms Vane`."""
    return grammar.kind(before) in ("end", "sign", "passage") or grammar.is_(
        before, "adverbs", "conjunctions", "subordinators"
    )


def _find_agent(sentences: TokenSentences, at: int, chain: Chain, form: VerbForm) -> tuple[Phrase, ...]:
    """Return who does it in the passive: `was called “a sham” by Mr Aske`, `dubbed “a sham” by Mr Aske`."""
    grammar = sentences.grammar
    if form.shape not in ("past", "participle", "any"):
        return ()
    following = at + 1
    if chain.is_passive:
        while sentences.goes_on(at, following) and not grammar.is_(following, "by"):
            following += 1
    elif grammar.kind(following) == "passage" or grammar.is_(following, "as"):
        following += 1 + (grammar.is_(following, "as") and grammar.kind(following + 1) == "passage")
    return read_right(grammar, following + 1) if grammar.is_(following, "by") else ()
