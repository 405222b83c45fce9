"""The one whom a pronoun means: the subject of the sentence before it, or the nearest who fits.

`find_antecedents(cast, "m", offset)` of `Mr Aske told Ms Vane that Mr Ito had left. “…,” he said` has Mr Aske first.
"""

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span

if TYPE_CHECKING:
    from newsbrief.reading.speech.persons import Cast

_MOST_PLACES = 40
"""The most names before a pronoun among which the one it means is looked for."""

_DEEPEST = 4
"""The most pronouns of which each means what the one before it means."""

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
