"""Noun phrases beside a verb, read leftwards: who is its subject.

In `a spokesman for Ms Vane said` the subject is the spokesman; Ms Vane is only related to him.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.tokens import Token

MOST_WORDS = 40
"""The most words of a noun phrase, with all that hangs on it."""


class Phrase(Struct, frozen=True):
    """A noun phrase: the tokens from `first` to `end`, and its head, which is a known name, a pronoun or a noun.

    `gender` is the code of a pronoun or a title; `owner` stands before a possessive ("her" or "Ms Vane’s"), `related`
    are the known names that hang on the head by prepositions. `is_named` says that the head is a name not known.
    """

    first: int
    end: int
    kind: Literal["name", "pronoun", "noun"]
    head: Token
    gender: str = ""
    owner: Token | None = None
    related: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_definite: bool = False
    is_named: bool = False
    joined_by: str = ""


def read_left(grammar: Grammar, end: int, start: int = 0) -> tuple[Phrase, ...]:
    """Return the phrases that end right before the token `end`, in order: one, or several joined by "and"."""
    last = _chain_left(grammar, end, start)
    if last is None:
        return ()
    phrases = [last]
    at = last.first
    while len(phrases) < 10 and at - 1 > start:
        is_joined = grammar.is_(at - 1, "joining") or (len(phrases) > 1 and grammar.word(at - 1) == ",")
        before = _chain_left(grammar, at - 1, start) if is_joined else None
        if before is None:
            break
        phrases.insert(0, before)
        at = before.first
    if len(phrases) > 1 and not _is_bare(grammar, phrases[0].first, start):
        return (last,)
    if len(phrases) > 1:
        word = grammar.word(phrases[-1].first - 1)
        phrases = [replace(each, joined_by=word) for each in phrases]
    return tuple(phrases)


def _is_bare(grammar: Grammar, first: int, start: int) -> bool:
    """Say whether nothing before a phrase can make it an object: only a beginning, a sign or a subordinator."""
    before = first - 1
    if before < start or grammar.kind(before) in ("end", "passage", "sign"):
        return True
    if grammar.is_(before, "subordinators", "conjunctions", "negations", "adverbs", "indefinite"):
        return True
    word = grammar.lexicon.verbs.get(grammar.word(before))
    return bool(word)


def _chain_left(grammar: Grammar, end: int, start: int) -> Phrase | None:
    """Return the phrase before `end` with what hangs on it: of `a friend of Ms Vane`, the friend."""
    base = base_left(grammar, end, start)
    if base is None:
        return None
    phrase, related = base, [token.actor for token in grammar.tokens[base.first : end] if token.actor]
    is_governed = False
    while end - phrase.first < MOST_WORDS and _hangs(grammar, phrase.first - 1) and phrase.first - 1 > start - 1:
        if grammar.is_(phrase.first - 1, "articles") and grammar.kind(phrase.first - 2) in ("end", "sign", "passage"):
            # A word that is an article as well (Portuguese "a") opens its clause with a noun.
            phrase = replace(phrase, first=phrase.first - 1)
            break
        is_governed = True
        before = base_left(grammar, phrase.first - 1, start)
        if before is None or grammar.is_finite(phrase.first - 2):
            return _trailing_name(grammar, base, phrase.first - 1)
        if _is_same_person(grammar, before, base):
            return replace(base, first=before.first)
        related += [token.actor for token in grammar.tokens[before.first : phrase.first] if token.actor]
        phrase = replace(before, end=end)
        is_governed = False
    if phrase.first != base.first and _is_verbal(grammar, phrase.first):
        return _trailing_name(grammar, base, 0)
    others = tuple(actor for actor in dict.fromkeys(related) if actor != phrase.head.actor)
    return None if is_governed else replace(phrase, related=others)


def _is_verbal(grammar: Grammar, first: int) -> bool:
    """Say whether what looks like a phrase is a verb or its object: `After meeting Sir Colin`, `had gone by then`."""
    if grammar.is_finite(first - 1) or grammar.is_(first - 1, "auxiliaries"):
        return True
    endings = tuple(grammar.lexicon.words.get("gerund endings", ()))
    return any(grammar.word(at).endswith(endings) and grammar.is_(at - 1, "prepositions") for at in (first - 1, first))


def _hangs(grammar: Grammar, at: int) -> bool:
    """Say whether a token is a preposition here; one that can begin a clause does so before a subject."""
    return grammar.is_(at, "prepositions") and not grammar.is_(at, "subordinators")


def _trailing_name(grammar: Grammar, base: Phrase, first: int) -> Phrase | None:
    """Return the name after words about time or place that open a sentence: `In a letter on Sunday Mr Aske`."""
    if base.kind == "pronoun":
        return base
    inside = [at for at in range(base.first, base.end) if grammar.kind(at) == "name"]
    if base.kind != "name" or (base.first == inside[-1] and first >= 0):
        return None
    begin = inside[-1]
    while begin - 1 > base.first and grammar.word(begin - 1).rstrip(".") in grammar.lexicon.titles:
        begin -= 1
    if begin == base.first or (begin - 1 == base.first and grammar.word(base.first) in grammar.lexicon.titles):
        return None
    return replace(base, first=begin)


def _is_same_person(grammar: Grammar, before: Phrase, base: Phrase) -> bool:
    """Say whether a name follows what its owner heads: `The head of Ellory Lines Tom Aske`."""
    names = [token.actor for token in grammar.tokens[base.first : base.end] if token.actor]
    return before.is_definite and base.kind == "name" and len(set(names)) > 1


def base_left(grammar: Grammar, end: int, start: int) -> Phrase | None:
    """Return the words right before `end` that belong to one noun."""
    at = end - 1
    while at > start and grammar.is_adverb(at) and not grammar.tokens[at].is_capital:
        at -= 1
    last = at
    if grammar.is_pronoun(last) and last >= start:
        gender = grammar.lexicon.pronouns[grammar.word(last)]
        return Phrase(last, end, "pronoun", grammar.tokens[last], gender)
    if last >= start and grammar.is_(last, "negations") and not grammar.is_(last, "auxiliaries"):
        return None
    while at >= start and last - at < MOST_WORDS and not grammar.ends_phrase(at):
        if grammar.is_opened_by(at) or _is_apart(grammar, at):
            at -= 1
            break
        is_small = grammar.kind(at) == "word" and not grammar.tokens[at].is_capital and at < last
        if is_small and (grammar.kind(at - 1) == "name" or grammar.is_pronoun(at - 1)) and not grammar.names_person(at):
            before = at - 2 - grammar.is_(at - 2, "articles")
            opens = grammar.kind(before) in ("passage", "sign", "end")
            if not (opens and any(grammar.names_person(each) for each in range(at, last))):
                break
        at -= 1
    return make_phrase(grammar, at + 1, last + 1, end)


def _is_apart(grammar: Grammar, at: int) -> bool:
    """Say whether a name belongs to nobody whose name stands right before it: `На вопрос Орлова Белова ответила`."""
    return grammar.lexicon.names_apart and grammar.kind(at) == "name" == grammar.kind(at - 1)


def possessed_left(grammar: Grammar, at: int) -> Phrase | None:
    """Return the noun at a token with its owner, past words that only colour it: `his first and only answer`."""
    for first in range(at - 1, max(-1, at - 6), -1):
        if grammar.word(first) in grammar.lexicon.possessives:
            return make_phrase(grammar, first, at + 1, at + 1)
        if grammar.kind(first) == "possessive":
            return make_phrase(grammar, first - 1, at + 1, at + 1)
        if grammar.kind(first) != "word" or grammar.is_finite(first) or grammar.is_(first, "prepositions"):
            return None
    return None


def make_phrase(grammar: Grammar, first: int, last: int, end: int) -> Phrase | None:
    """Return the phrase of the tokens from `first` to `last`, which belong to one noun."""
    if first >= last or grammar.kind(last - 1) == "possessive":
        return None
    head = grammar.tokens[last - 1]
    endings = tuple(grammar.lexicon.words.get("gerund endings", ("\n",)))
    if last - first == 1 and not head.is_capital and head.word.endswith(endings):
        return None
    lexicon = grammar.lexicon
    words = tuple(token.word for token in grammar.tokens[first:last] if token.kind in ("word", "name"))
    possessive = max((at for at in range(first, last) if grammar.kind(at) == "possessive"), default=None)
    owner = grammar.tokens[possessive - 1] if possessive and possessive > first else None
    if owner is None and grammar.word(first) in lexicon.possessives and last - first > 1:
        owner = grammar.tokens[first]
    genders = [lexicon.titles[word] for word in (each.rstrip(".") for each in words) if word in lexicon.titles]
    gender = next((each for each in genders if each in "mf"), "n" if genders else "")
    is_definite = grammar.is_(first, "articles") or owner is not None
    if head.kind == "name":
        return Phrase(first, end, "name", head, gender, owner, words=words, is_definite=is_definite)
    if grammar.is_(last - 1, "articles", "indefinite") or head.word in lexicon.possessives:
        return None
    named = head.is_capital and not grammar.is_(first, "articles", "indefinite") and owner is None
    related = tuple(dict.fromkeys(token.actor for token in grammar.tokens[first:last] if token.actor))
    return Phrase(first, end, "noun", head, gender, owner, related, words, is_definite, named)
