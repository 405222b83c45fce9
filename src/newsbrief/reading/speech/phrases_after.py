"""Noun phrases read rightwards: who stands right after a verb of saying, "according to" or "by".

`read_right(grammar, at)` of `said the head of Ellory Lines, Tom Aske` is the phrase of Tom Aske.
"""

from msgspec.structs import replace

from newsbrief.reading.speech.grammar import Grammar
from newsbrief.reading.speech.phrases import MOST_WORDS, Phrase, make_phrase

_LONGEST_OFFICE = 4
"""The most small words between the name of a body and that of a person there: `UN special envoy Nora Vane`."""

_LONGEST_ASIDE = 8
"""The most words, with the second comma, of an aside between a verb and its subject."""


def read_right(grammar: Grammar, at: int, stop: int | None = None) -> tuple[Phrase, ...]:
    """Return the phrases that begin with the token `at`: one, or several joined by "and" that end a clause."""
    first = _chain_right(grammar, at)
    if first is None:
        return ()
    phrases = [first]
    while len(phrases) < 10:
        end = phrases[-1].end
        listed = grammar.word(end) == "," and _is_listed(grammar, end)
        following = _chain_right(grammar, end + 1) if grammar.is_(end, "joining") or listed else None
        if following is None or not (_closes(grammar, following.end) or listed):
            break
        phrases.append(following)
    if len(phrases) > 1:
        return tuple(replace(each, joined_by=grammar.word(phrases[-1].first - 1)) for each in phrases)
    return (_apposed(grammar, first),)


def _is_listed(grammar: Grammar, comma: int) -> bool:
    """Say whether a comma divides speakers of a list that "and" closes: `said A, B and C`."""
    following = _chain_right(grammar, comma + 1)
    return following is not None and following.kind == "name" and grammar.is_(following.end, "joining")


def _closes(grammar: Grammar, at: int) -> bool:
    return grammar.kind(at) in ("end", "sign", "passage") or grammar.is_(at, "prepositions", "subordinators", "adverbs")


def _apposed(grammar: Grammar, phrase: Phrase) -> Phrase:
    """Return the name that explains a description: `the head of Ellory Lines, Tom Aske`, `директор «Зари» Орлов`."""
    is_of_body = grammar.lexicon.bodies_in_marks and grammar.kind(phrase.end) == "passage"
    if phrase.kind != "noun" or phrase.is_named or not (is_of_body or grammar.word(phrase.end) == ","):
        return phrase
    name = _base_right(grammar, phrase.end + 1)
    if is_of_body and not grammar.names_person(phrase.first):
        return phrase
    if name is None or not (name.kind == "name" or name.is_named) or grammar.kind(name.end) not in ("sign", "end"):
        return phrase
    return replace(name, first=phrase.first)


def _chain_right(grammar: Grammar, at: int) -> Phrase | None:
    phrase = _base_right(grammar, at)
    if phrase is None or phrase.kind == "pronoun":
        return phrase
    end, related = phrase.end, list(phrase.related)
    while end - at < MOST_WORDS and grammar.is_(end, "prepositions", "genitives"):
        following = _base_right(grammar, end + 1)
        if following is None or following.kind == "pronoun":
            break
        if _names_same_person(grammar, phrase, following):
            return replace(following, first=phrase.first)
        end = following.end
        related += [*following.related, *([following.head.actor] if following.head.actor else [])]
    if phrase.kind == "name":
        return phrase
    return replace(phrase, end=end, related=tuple(dict.fromkeys(related)))


def _names_same_person(grammar: Grammar, phrase: Phrase, following: Phrase) -> bool:
    """Say whether a name follows the body whose office it has: `l’envoyée spéciale de l’ONU Nora Vane`."""
    names = {token.actor for token in grammar.tokens[following.first : following.end] if token.actor}
    is_office = phrase.kind == "noun" and phrase.is_definite and not phrase.is_named
    return is_office and following.kind == "name" and len(names) > 1


def _base_right(grammar: Grammar, at: int) -> Phrase | None:
    """Return the words from `at` on that belong to one noun; a known name ends them unless a noun follows it."""
    end = at
    if grammar.is_pronoun(at) and grammar.word(at) not in grammar.lexicon.possessives:
        if not grammar.opens_phrase(at):
            return Phrase(at, at + 1, "pronoun", grammar.tokens[at], grammar.lexicon.pronouns[grammar.word(at)])
        end += 1
    while end - at < MOST_WORDS and not grammar.ends_phrase(end):
        if end > at and grammar.is_opened_by(end):
            break
        if grammar.kind(end - 1) == "name" and end > at and not _goes_on_after_name(grammar, end):
            break
        end += 1
    if end > at and grammar.kind(end - 1) == "possessive":
        return None
    return make_phrase(grammar, at, end, end)


def _goes_on_after_name(grammar: Grammar, at: int) -> bool:
    if grammar.lexicon.names_apart and grammar.kind(at) == "name":
        return False
    if grammar.kind(at) in ("name", "possessive") or grammar.tokens[at].is_capital:
        return True
    if grammar.names_person(at):
        return True
    end = at
    while end - at < _LONGEST_OFFICE and not grammar.ends_phrase(end) and grammar.kind(end) == "word":
        end += 1
    # “Said EU migration commissioner Pavel Horak”
    return grammar.kind(end) == "name" and any(grammar.names_person(each) for each in range(at, end))


def pass_aside(grammar: Grammar, comma: int) -> int:
    """Return the token behind a few words between commas that name nobody: `a déclaré, mardi 7 mars, Mme Ortiz`."""
    for at in range(comma + 1, comma + _LONGEST_ASIDE):
        if grammar.word(at) == ",":
            return at + 1
        if grammar.kind(at) != "word" or grammar.is_pronoun(at) or grammar.is_finite(at):
            break
    return comma
