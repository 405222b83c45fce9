"""The one whom a pronoun means: the subject of the sentence before it, or the nearest who fits.

`find_antecedents(cast, "m", offset)` of `Mr Aske told Ms Vane that Mr Ito had left. “…,” he said` has Mr Aske first.
"""

from bisect import bisect_left

from msgspec import Struct

from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.reading.speech.persons import Cast

_MOST_PLACES = 40
"""The most names before a pronoun among which the one it means is looked for."""

_DEEPEST = 4
"""The most pronouns of which each means what the one before it means."""


class Antecedents(Struct, frozen=True):
    """Those whom a pronoun can mean, the likeliest first; `is_doubtful` where none is likelier than another."""

    actors: tuple[str, ...] = ()
    is_doubtful: bool = False


def find_antecedents(
    cast: Cast, code: str, offset: int, excluded: frozenset[str] = frozenset(), depth: int = 0
) -> Antecedents:
    """Return whom a pronoun of this code at `offset` can mean, of the nearest sentence that names one who fits."""
    fitting = _fitting(cast, code, offset, excluded)
    actors = tuple(dict.fromkeys(place.actor for place in fitting))
    if not fitting or (code in ("m", "f") and cast.names_stranger(code, fitting[0].span.end, offset)):
        return Antecedents()
    if code in ("p", "b"):
        return Antecedents(actors if code == "p" else tuple(dict.fromkeys((actors[0], actors[-1]))))
    start = cast.sentences.start(fitting[0].span.start)
    sentence = Span(start, min(offset, cast.sentences.end(fitting[0].span.end)))
    if len(actors) == 1 and depth < _DEEPEST:
        owner = cast.sentences.owner_before(fitting[0], code)
        if owner is not None and "\n" in cast.text[fitting[0].span.end : offset]:
            # In a new paragraph, “she” after “her daughter Ida said” is the one whose daughter Ida is.
            before = find_antecedents(cast, code, owner, excluded, depth + 1)
            return Antecedents(_first(before.actors, actors), before.is_doubtful)
    if len(actors) == 1 and actors[0] not in excluded and depth:
        return Antecedents(actors)
    known = [actor for actor in actors if cast.genders.get(actor) == code]
    if len(known) == 1:
        return Antecedents(_first(known, actors))
    pronoun = cast.sentences.leading_pronoun(sentence, code) if depth < _DEEPEST else None
    if pronoun is not None and pronoun < offset:
        before = find_antecedents(cast, code, pronoun, excluded, depth + 1)
        if before.actors:
            return Antecedents(_first(before.actors, actors), before.is_doubtful)
    subjects = [actor for actor in cast.sentences.find_subjects(sentence) if actor in actors]
    if len(subjects) == 1:
        return Antecedents(_first(subjects, actors))
    return Antecedents(_first(subjects, actors), len(actors) > 1)


def _first(some: list[str] | tuple[str, ...], actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *actors)))


def _fitting(cast: Cast, code: str, offset: int, excluded: frozenset[str]) -> list[NamePlace]:
    """Return the names before a place of those who fit, the nearest first, of the nearest sentence that has one."""
    number = bisect_left(cast.places, offset, key=lambda place: place.span.start)
    fitting: list[NamePlace] = []
    for place in reversed(cast.places[max(0, number - _MOST_PLACES) : number]):
        if cast.quoted.meets(place.span) or place.actor in excluded or not cast.fits(code, place.actor):
            continue
        if fitting and code != "p" and cast.sentences.is_divided(place.span.end, fitting[-1].span.start):
            break
        fitting.append(place)
    return fitting
