"""The English words that state a relation of a site's own: those of the built-in ones, with the site's among them.

`with_own_cues(own).verbs["defeated"]` has the sense of `beats`, where the site gives `defeat`, or any form of it, as a
cue. Each cue is read as a verb with its particles; one that ends in a preposition also as a noun: `victory over`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec.structs import replace

from newsbrief.content.own_cues import find_infinitive
from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.own_kinds import OwnKinds, OwnRelation
from newsbrief.model.paths import PACKAGE
from newsbrief.model.patterns import compile_late
from newsbrief.reading.relations.cues import PHRASES, CueTable, Forms, Sense, Verb, make_table, shipped_cues
from newsbrief.reading.relations.grammar import PREPOSITIONS
from newsbrief.reading.sentence_words import Word

_DOUBLED = compile_late(r"([^aeioulsfz])\1$")
_DOUBLING = compile_late(r"^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$")
"""A verb of one syllable that doubles its last letter: rob, robbed."""

_TWO_SOUNDS = compile_late(r"[aeiouy][^aeiouy]+(?:(?<=q)u)?[aeiou][^aeiouwxy]$")
"""A longer verb that may: admit, admitted, and visit, visited."""

_MUTUAL = "with"


@lru_cache(maxsize=8)
def with_own_cues(own: OwnKinds) -> CueTable:
    """Return the built-in cues, with those of a site's own relations."""
    verbs: list[tuple[Forms, Sense]] = []
    mutual: list[tuple[Forms, Sense]] = []
    phrases: dict[str, list[tuple[str, Sense]]] = {key: [] for key in PHRASES}
    for relation in own.relations:
        for cue, is_swapped in _cues_of(relation):
            first, *particles = cue.split()
            sense = Sense(frozenset({relation.name}), is_swapped, tuple(particles))
            verbs += ((forms, sense) for forms in list_forms(first))
            if relation.is_mutual:
                _add_mutual(first, sense, verbs, mutual, phrases)
            elif particles and particles[-1] in PREPOSITIONS:
                phrases["nouns"] += ((noun, sense) for noun in (first, _plural(first)))
        offices = (office.split() for office in relation.offices.in_language("en"))
        phrases["roles"] += ((first, Sense(frozenset({relation.name}), False, tuple(rest))) for first, *rest in offices)
    return _join(shipped_cues(), make_table(verbs, mutual, phrases))


def _cues_of(relation: OwnRelation) -> Iterator[tuple[str, bool]]:
    """Yield each English cue of a relation, and whether it names the two in the other order."""
    yield from ((cue, False) for cue in relation.cues.in_language("en"))
    yield from ((cue, True) for cue in relation.reverse_cues.in_language("en"))


def _add_mutual(
    first: str,
    sense: Sense,
    verbs: list[tuple[Forms, Sense]],
    mutual: list[tuple[Forms, Sense]],
    phrases: Mapping[str, list[tuple[str, Sense]]],
) -> None:
    """Add the ways in which two draw with each other: `A and B drew`, `A drew with B`, `a draw between A and B`."""
    particles = sense.particles or (_MUTUAL,)
    whole = Sense(sense.kinds, sense.is_swapped, particles)
    verbs += ((forms, whole) for forms in list_forms(first))
    bare = Sense(sense.kinds, sense.is_swapped, particles[:-1] if particles[-1] in PREPOSITIONS else particles)
    mutual += ((forms, bare) for forms in list_forms(first))
    for noun in (first, _plural(first)):
        phrases["nouns"].append((noun, whole))
        phrases["between"].append((noun, bare))


def _join(one: CueTable, other: CueTable) -> CueTable:
    return CueTable(
        {form: _by_length(one.verbs.get(form, ()), other.verbs.get(form, ())) for form in {**one.verbs, **other.verbs}},
        _join_senses(one.mutual_verbs, other.mutual_verbs),
        {key: _join_senses(one.phrases[key], other.phrases[key]) for key in PHRASES},
    )


def _by_length(one: Iterable[Verb], other: Iterable[Verb]) -> tuple[Verb, ...]:
    return tuple(sorted((*one, *other), key=lambda verb: -len(verb.sense.particles)))


def _join_senses(
    one: Mapping[str, tuple[Sense, ...]], other: Mapping[str, tuple[Sense, ...]]
) -> Mapping[str, tuple[Sense, ...]]:
    return {word: (*other.get(word, ()), *one.get(word, ())) for word in {**one, **other}}


def mark_own_cues(words: Sequence[Word], own: OwnKinds) -> Sequence[Word]:
    """Return the words of a sentence with those marked by which a site states relations of its own."""
    forms = _own_forms(own)
    return [replace(word, is_own_cue=True) if word.lower in forms else word for word in words]


@lru_cache(maxsize=8)
def _own_forms(own: OwnKinds) -> frozenset[str]:
    firsts = {cue.split()[0] for relation in own.relations for cue, _ in _cues_of(relation)}
    return frozenset(form for first in firsts for forms in (*list_forms(first), (_plural(first),)) for form in forms)


@cache
def _irregular() -> Mapping[str, tuple[str, str]]:
    """Return the past and the participle of each irregular verb."""
    table = read_own_table(PACKAGE / "reading" / "statements" / "lexicons" / "en.yaml")
    found: dict[str, tuple[str, str]] = {}
    for verb in split_phrases(table["irregular"]):
        base, *others = verb.split()
        pasts = [form for form in others if not form.endswith(("ing", "s"))]
        # “Cut” and “beat” are their own past.
        past = base if not pasts or pasts == [f"{base}en"] else pasts[0]
        found[base] = past, pasts[-1] if pasts else base
    return found


def list_forms(verb: str) -> Iterator[Forms]:
    """Yield the forms of an English verb that is given in any of them; those of more than one verb, where it may be."""
    for base in dict.fromkeys((verb, *_bases_of(verb))):
        third = find_third_person(base)
        if base in _irregular():
            past, participle = _irregular()[base]
            yield base, third, past, participle, _add("ing", base, is_doubled=bool(_DOUBLING.search(base)))
            continue
        doubles = [True] if _DOUBLING.search(base) else [False, True] if _TWO_SOUNDS.search(base) else [False]
        for is_doubled in doubles:
            past = _add("ed", base, is_doubled=is_doubled)
            yield base, third, past, past, _add("ing", base, is_doubled=is_doubled)


def find_third_person(base: str) -> str:
    """Return the third person of an English verb: `carries` of `carry`."""
    if _is_consonant_y(base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _plural(noun: str) -> str:
    return find_third_person(noun)


def _is_consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in "aeiou"


def _add(ending: str, base: str, *, is_doubled: bool) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + ending
    if ending == "ed" and base.endswith("e"):
        return base + "d"
    if ending == "ed" and _is_consonant_y(base):
        return base[:-1] + "ied"
    return base + (base[-1] if is_doubled else "") + ending


def _bases_of(form: str) -> Iterator[str]:
    """Yield the verbs of which a word may be a form."""
    yield from (base for base, pasts in _irregular().items() if form in pasts)
    if form.endswith("ied"):
        yield form[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < 2:
            continue
        if _DOUBLED.search(stem):
            yield stem[:-1]
        elif _DOUBLING.search(stem):
            yield stem + "e"
        else:
            yield from (stem, stem + "e")
    if form.endswith("s"):
        yield find_infinitive(form, "en")
