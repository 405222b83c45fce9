"""The relations that a sentence of a language with a table of plain forms states, in the plainest words alone.

`read_plain_ties(words, "de")` of `Nora Vane leitet die Stadtwerke` is one tie, from Vane to the works. The words of a
kind stand between the two, and nothing else does but an article or an office; or the second explains the first:
`Nora Vane, Chefin der Stadtwerke,`. English has a grammar of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from newsbrief.content.own_tables import split_phrases
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.reading.actors.lexicon import read_words
from newsbrief.reading.relations.lexicon import read_lexicon
from newsbrief.reading.relations.tie import Tie
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.speech.lexicon import read_lexicon as read_speech_lexicon

_MOST_BETWEEN = 3
"""The most articles and offices between the words of a kind and a name."""

_MOST_BEFORE = 5
_HEDGES = ("negation", "allegation", "denial")
_SIGNS = frozenset(',.;:!?()—–"“”„«»')
_APOSTROPHES = frozenset("'’")

Phrase = tuple[str, ...]


class PlainForms(Struct, frozen=True):
    """The plain forms of one language: phrases with their kinds, by their first words; words that are passed over."""

    verbs: Mapping[str, Sequence[tuple[Phrase, str]]]
    participles: Mapping[str, str]
    auxiliaries: frozenset[str]
    offices: Mapping[str, str]
    links: frozenset[str]
    passed: frozenset[str]


def read_plain_ties(words: Sequence[Word], language: str, own: OwnKinds = NO_OWN_KINDS) -> tuple[Tie, ...]:
    """Return the ties of one sentence, by built-in relations and a site's `own`; none in a language without forms."""
    forms = _read_forms(language, own)
    if forms is None:
        return ()
    if _is_taken_back(words, language):
        return ()
    found: list[Tie] = []
    for number, word in enumerate(words):
        if word.actor is not None:
            if _is_subject(words, number, forms):
                found += _of_verb(words, number, forms)
            found += _of_office(words, number, forms)
    return tuple(dict.fromkeys(found))


def _is_taken_back(words: Sequence[Word], language: str) -> bool:
    """Say whether a word of a sentence denies it, or leaves it to somebody: plain forms state a thing as a fact."""
    lexicon = read_lexicon(language)
    patterns = [lexicon.pattern(key) for key in _HEDGES] if lexicon is not None else []
    kinds = [lexicon.kind(kind) for kind in ("accuses", "criticises")] if lexicon is not None else []
    for word in words:
        hedging = [pattern for pattern in patterns if pattern and pattern.fullmatch(word.lower)]
        # “Accuses” both states an accusation and leaves to somebody what follows.
        if hedging and not any(kind and kind.fullmatch(word.lower) for kind in kinds):
            return True
    return False


def _is_subject(words: Sequence[Word], name: int, forms: PlainForms) -> bool:
    """Say whether nothing but articles and offices stands before a name in its clause."""
    at = name - 1
    while at >= 0 and name - at <= _MOST_BEFORE:
        if words[at].lower in _SIGNS:
            return at == 0 or words[at].lower in ";:—–"
        if words[at].actor is not None or not _is_passed(words[at], forms):
            return False
        at -= 1
    return at < 0


def _is_passed(word: Word, forms: PlainForms) -> bool:
    return word.lower in forms.passed or word.lower in _APOSTROPHES


def _of_verb(words: Sequence[Word], name: int, forms: PlainForms) -> Iterator[Tie]:
    """Yield what follows a name: `Vane leitet die Stadtwerke`, `Vane hat die Stadtwerke kritisiert`."""
    after = name + 1
    if after >= len(words):
        return
    for phrase, kind in forms.verbs.get(words[after].lower, ()):
        end = after + len(phrase)
        if tuple(word.lower for word in words[after:end]) == phrase and (other := _next_name(words, end, forms)):
            yield _tie(words, name, other, kind)
    if words[after].lower in forms.auxiliaries and (other := _next_name(words, after + 1, forms)):
        last = words[other + 1] if other + 1 < len(words) else None
        if last is not None and (found := forms.participles.get(last.lower)):
            yield _tie(words, name, other, found, end=other + 1)


def _next_name(words: Sequence[Word], at: int, forms: PlainForms) -> int:
    """Return the number of the name that follows past articles and offices; 0 for none, or for an owner's."""
    first = at
    while at < len(words) and at - first < _MOST_BETWEEN and words[at].actor is None and _is_passed(words[at], forms):
        at += 1
    is_name = at < len(words) and words[at].actor is not None
    is_owner = is_name and at + 1 < len(words) and words[at + 1].lower in ("'s", "-")
    return at if is_name and not is_owner else 0


def _of_office(words: Sequence[Word], name: int, forms: PlainForms) -> Iterator[Tie]:
    """Yield what an office behind a name says: `Vane, Chefin der Stadtwerke, sagte`."""
    at = name + 1
    if at + 1 >= len(words) or words[at].lower != ",":
        return
    at += 1
    while at < len(words) and words[at].lower in forms.passed and words[at].lower not in forms.offices:
        at += 1
    kind = forms.offices.get(words[at].lower) if at < len(words) else None
    if kind is None:
        return
    first = at + 1
    at = first
    while at < len(words) and at - first < _MOST_BETWEEN and words[at].lower in forms.links | _APOSTROPHES:
        at += 1
    if at == first or at >= len(words) or words[at].actor is None:
        return
    if at + 1 == len(words) or words[at + 1].lower in _SIGNS:
        yield _tie(words, name, at, kind)


def _tie(words: Sequence[Word], subject: int, object: int, kind: str, end: int = 0) -> Tie:
    span = Span(words[subject].span.start, words[max(object, end)].span.end)
    one, other = words[subject].actor or "", words[object].actor or ""
    return Tie(one, other, frozenset({kind}), frozenset(), False, span)


@lru_cache(maxsize=64)
def _read_forms(language: str, own: OwnKinds) -> PlainForms | None:
    lexicon = read_lexicon(language)
    table = lexicon.table if lexicon is not None else {}
    if "plain" not in table:
        return None
    verbs: dict[str, list[tuple[Phrase, str]]] = {}
    for kind, phrases in table["plain"].items():
        for phrase in split_phrases(phrases):
            verbs.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), kind))
    for relation in own.relations:
        for cue in relation.cues.in_language(primary_language(language)):
            if "~" not in cue:
                verbs.setdefault(cue.split()[0], []).append((tuple(cue.split()), relation.name))
    named, speech = read_words(language), read_speech_lexicon(language)
    titles = {*named.lists.get("titles", ()), *named.lists.get("role nouns", ()), *speech.titles}
    roles = {word for key in ("roles", "spokespeople") for word in speech.words.get(key, ())}
    links = frozenset(split_phrases(table.get("plain links")))
    return PlainForms(
        verbs,
        {word: kind for kind, words in table.get("plain participles", {}).items() for word in split_phrases(words)},
        frozenset(split_phrases(table.get("plain auxiliaries"))),
        {word: kind for kind, words in table["plain offices"].items() for word in split_phrases(words)},
        links,
        frozenset({*split_phrases(table["passed over"]), *titles, *roles}),
    )
