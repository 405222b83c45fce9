"""The one whom a pronoun means: the subject of the sentence before it, or the nearest who fits.

`find_antecedents(cast, "m", offset)` of `Mr Aske told Ms Vane that Mr Ito had left. “…,” he said` has Mr Aske first.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span

if TYPE_CHECKING:
    from newsbrief.reading.speech.lexicon import Lexicon
    from newsbrief.reading.speech.persons import Cast

_MOST_PLACES = 40
"""The most names before a pronoun among which the one it means is looked for."""

_DEEPEST = 4
"""The most pronouns of which each means what the one before it means."""

_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_SIGN = re.compile(r"[^\W\d_]+|[,.;:!?“”\"]")
_NO_NOUNS = ("articles", "indefinite", "prepositions", "conjunctions", "adverbs", "auxiliaries", "subordinators", "numbers")
_PERSONS = ("men", "women", "roles", "titles")

_OPENING_WORDS = 4
"""The most words at the head of a sentence among which a pronoun is its subject."""


class Antecedents(NamedTuple):
    """Those whom a pronoun can mean, the likeliest first; `is_doubtful` where none is likelier than another."""

    actors: tuple[str, ...] = ()
    is_doubtful: bool = False


def find_antecedents(
    cast: "Cast", code: str, offset: int, excluded: frozenset[str] = frozenset(), depth: int = 0
) -> Antecedents:
    """Return whom a pronoun of this code at `offset` can mean, of the nearest sentence that names one who fits."""
    fitting = _fitting(cast, code, offset, excluded)
    actors = tuple(dict.fromkeys(place.actor for place in fitting))
    if not fitting or (code in ("m", "f") and cast.names_stranger(code, fitting[0].span.end, offset)):
        return Antecedents()
    if code in ("p", "b"):
        return Antecedents(actors if code == "p" else tuple(dict.fromkeys((actors[0], actors[-1]))))
    start = cast.sentence_start(fitting[0].span.start)
    sentence = Span(start, min(offset, cast.sentence_end(fitting[0].span.end)))
    if len(actors) == 1 and actors[0] not in excluded and depth:
        return Antecedents(actors)
    known = [actor for actor in actors if cast.genders.get(actor) == code]
    if len(known) == 1:
        return Antecedents(_first(known, actors))
    pronoun = _leading_pronoun(cast, sentence, code) if depth < _DEEPEST else None
    if pronoun is not None and pronoun < offset:
        before = find_antecedents(cast, code, pronoun, excluded, depth + 1)
        if before.actors:
            return Antecedents(_first(before.actors, actors), before.is_doubtful)
    subjects = [actor for actor in find_subjects(cast, sentence) if actor in actors]
    if len(subjects) == 1:
        return Antecedents(_first(subjects, actors))
    return Antecedents(_first(subjects, actors), len(actors) > 1)


def _first(some: list[str] | tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *actors)))


def _fitting(cast: "Cast", code: str, offset: int, excluded: frozenset[str]) -> list[NamePlace]:
    """Return the names before a place of those who fit, the nearest first, of the nearest sentence that has one."""
    number = bisect_left(cast.places, offset, key=lambda place: place.span.start)
    fitting: list[NamePlace] = []
    for place in reversed(cast.places[max(0, number - _MOST_PLACES) : number]):
        if cast.quoted.meets(place.span) or place.actor in excluded or not cast.fits(code, place.actor):
            continue
        if fitting and code != "p" and cast.is_divided(place.span.end, fitting[-1].span.start):
            break
        fitting.append(place)
    return fitting


def _leading_pronoun(cast: "Cast", sentence: Span, code: str) -> int | None:
    """Return the place of a pronoun that is the subject of a sentence and can mean the same as one of this code."""
    words = cast.words_of(sentence)[:_OPENING_WORDS]
    for word, at in words:
        if any(place.span.start == at for place in cast.places_in(Span(at, at + 1))):
            return None
        found = cast.lexicon.pronouns.get(word.lower(), "")
        if found in ("m", "f") and found in (code, *(("m", "f") if code in ("x", "n") else ())):
            return at
    return None


def find_subjects(cast: "Cast", sentence: Span) -> list[str]:
    """Return the actors who are the subject of a sentence's main clause, as far as names say so."""
    places = [place for place in cast.places_in(sentence) if not cast.quoted.meets(place.span)]
    opening = cast.words_of(sentence)[:1]
    if opening and any(cast.lexicon.has(key, opening[0][0].lower()) for key in ("subordinators", "prepositions")):
        comma = cast.text.find(",", sentence.start, sentence.end)
        places = [place for place in places if place.span.start > comma] if comma >= 0 else places
    subjects: list[NamePlace] = []
    for place in places:
        if subjects:
            between = cast.text[subjects[-1].span.end : place.span.start].strip(" ,").lower()
            if between and not cast.lexicon.has("joining", between.split()[0]):
                break
            if len(between.split()) > 1 and not _is_titled(cast, between.split()[1:]):
                break
        elif cast.is_governed(place) or cast.owns(place):
            continue
        subjects.append(place)
    return list(dict.fromkeys(place.actor for place in subjects))


def _is_titled(cast: "Cast", words: list[str]) -> bool:
    return all(word.rstrip(".") in cast.lexicon.titles for word in words)


def read_genders(cast: "Cast", known: Mapping[str, str]) -> Mapping[str, str]:
    """Return what pronouns say of persons: those in the sentence of which one is the subject, and right after it.

    They count where the two sentences name nobody else, and nobody by a noun that can be a person; words such as "his" do
    up to the next name.
    """
    if not cast.lexicon.pronouns_say_gender:
        return {}
    found: dict[str, set[str]] = {}
    for number, place in enumerate(cast.places):
        if place.actor in known or not cast.is_person(place.actor) or cast.quoted.meets(place.span):
            continue
        start, end = cast.sentence_start(place.span.start), cast.sentence_end(place.span.end)
        if cast.is_governed(place) or (number and cast.places[number - 1].span.start >= start):
            continue
        nearby = cast.places_in(Span(cast.sentence_start(max(0, start - 1)), end))
        others = [each for each in nearby if cast.is_person(each.actor) and each.actor != place.actor]
        if others:
            following = next((each.span.start for each in others if each.span.start > place.span.end), end)
            genders = set(_genders_in(cast, Span(place.span.end, min(end, following)), only_owners=True))
            if len(genders) == 1:
                found.setdefault(place.actor, set()).update(genders)
            continue
        genders = set(_genders_in(cast, Span(place.span.end, end)))
        follows = cast.places_in(Span(end, cast.sentence_end(end)))
        if not genders and not any(cast.is_person(each.actor) for each in follows):
            code = _leading_pronoun(cast, Span(end, cast.sentence_end(end)), "n")
            genders = set() if code is None else set(_genders_in(cast, Span(code, code + 4)))
        if len(genders) == 1:
            found.setdefault(place.actor, set()).update(genders)
    return {actor: next(iter(genders)) for actor, genders in found.items() if len(genders) == 1}


def _genders_in(cast: "Cast", span: Span, *, only_owners: bool = False) -> Iterator[str]:
    """Yield the gender that each pronoun of a stretch says; nothing where a noun there can be another person.

    With `only_owners`, words such as "his" alone count.
    """
    lexicon = cast.lexicon
    words = [match[0].lower() for match in _WORD_OR_SIGN.finditer(cast.text, span.start, span.end)]
    if any(lexicon.has(key, word) for word in words for key in _PERSONS):
        return
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        code = "" if only_owners else lexicon.pronouns.get(word, "")
        if not code and word in lexicon.possessives and _is_possessive(lexicon, before, word, after):
            code = lexicon.possessives[word]
        if code in ("m", "f"):
            yield code


def _is_possessive(lexicon: "Lexicon", before: str, word: str, after: str) -> bool:
    """Say whether a word such as "her" is no object: `Ms Vane and her barrister`, but not `called her a liar`."""
    if lexicon.possessives[word] == "m" or word in lexicon.pronouns:
        return True
    is_apart = before in ("", ",") or lexicon.has("joining", before) or lexicon.has("prepositions", before)
    return is_apart and after.isalpha() and not any(lexicon.has(key, after) for key in _NO_NOUNS)
