"""The English words that state a relation, kind by kind.

`shipped_cues().verbs["backed"]` are the senses of a form. They stand in `lexicons/english_cues.yaml`; each key has
entries by the kinds that they state. A `<` after words says that they name the two in the other order: who works for a
firm is its employee. Words after a verb's first are its particles.

- `verbs`, and `mutual verbs` of two that act together: `Aske and Vane met`.
- `nouns` with the preposition before the party: `held talks with Marland`, `is part of the Front`.
- `between`: nouns of two: `talks between Sorland and Marland`, `the Sorland and Marland merger`.
- `given`: nouns of a thing that somebody gets from another: `has the support of Sorland`.
- `roles`: offices, whose holder stands before or after: `Vane, commander of the Navy`, `the Navy’s commander, Vane`.
- `under`: prepositions between the party and who acts: `the government under Vane`.
- `blame`: words by which what somebody is called is criticism: `calls Aske’s plan “absurd”`. `by telephone`, behind
  whom somebody tells something: the two talked.
- `irregular`: verbs with their past, and the participle where it is another. `holding` state ownership only of a share:
  `holds 51 percent of Brandt`; `ending` are those that end what they state.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.paths import PACKAGE
from newsbrief.reading.sentence_words import Word

_TABLE: Mapping[str, Any] = read_own_table(PACKAGE / "reading" / "relations" / "lexicons" / "english_cues.yaml")
_IRREGULAR: Mapping[str, list[str]] = {
    lemma: pasts for lemma, *pasts in (each.split() for each in split_phrases(_TABLE["irregular"]))
}
_VOWELS = "aeiou"

Forms = tuple[str, str, str, str, str]
"""Of a verb: its base, the third person, the past, the participle and the -ing form."""


class Sense(Struct, frozen=True):
    """One reading of a word: the kinds that it states, if in the other order, and what must follow."""

    kinds: frozenset[str]
    is_swapped: bool
    particles: tuple[str, ...] = ()


class Verb(Struct, frozen=True):
    """A sense of a form of a verb: `is_participle` if it may be passive, `is_finite` if it may be active."""

    sense: Sense
    is_participle: bool
    is_finite: bool
    is_gerund: bool


def forms_of(lemma: str) -> Forms:
    """Return the base, the third person, the past, the participle and the -ing form of an English verb."""
    ending = lemma.endswith(("s", "sh", "ch", "x", "z", "o"))
    third = lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + ("es" if ending else "s")
    regular = lemma + "d" if lemma.endswith("e") else (lemma[:-1] + "ied" if _ends_in_y(lemma) else lemma + "ed")
    pasts = _IRREGULAR.get(lemma, [regular])
    past, participle = pasts[0], pasts[-1]
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "be")) else lemma
    doubled = stem + stem[-1] if past.endswith(stem[-1] * 2 + "ed") or lemma in ("run", "hit") else stem
    return lemma, third, past, participle, doubled + "ing"


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in _VOWELS


BLAME = frozenset(split_phrases(_TABLE["blame"]))
BY_TELEPHONE = tuple(split_phrases(_TABLE["by telephone"]))
HOLDING = frozenset(form for lemma in split_phrases(_TABLE["holding"]) for form in forms_of(lemma))
ENDING = frozenset(form for lemma in split_phrases(_TABLE["ending"]) for form in forms_of(lemma))


class CueTable(Struct, frozen=True, dict=True):
    """The senses of words, by the first word of each: forms of verbs, of those of two who act together, and phrases.

    `phrases` are by the key of their table.
    """

    verbs: Mapping[str, tuple[Verb, ...]]
    mutual_verbs: Mapping[str, tuple[Sense, ...]]
    phrases: Mapping[str, Mapping[str, tuple[Sense, ...]]]

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words with which a cue begins."""
        return frozenset(self.verbs).union(self.mutual_verbs, *self.phrases.values())


PHRASES = ("nouns", "between", "given", "roles", "under")


def _senses(key: str) -> Iterator[tuple[str, Sense]]:
    """Yield the first word of each entry under a key of the table, with its sense."""
    for kinds, entries in _TABLE[key].items():
        for entry in split_phrases(entries):
            first, *particles = entry.rstrip("<").split()
            yield first, Sense(frozenset(kinds.split()), entry.endswith("<"), tuple(particles))


@cache
def shipped_cues() -> CueTable:
    """Return the cues of the built-in relations."""
    verbs = ((forms_of(lemma), sense) for lemma, sense in _senses("verbs"))
    mutual = ((forms_of(lemma), sense) for lemma, sense in _senses("mutual verbs"))
    return make_table(verbs, mutual, {key: _senses(key) for key in PHRASES})


def make_table(
    verbs: Iterable[tuple[Forms, Sense]],
    mutual: Iterable[tuple[Forms, Sense]],
    phrases: Mapping[str, Iterable[tuple[str, Sense]]],
) -> CueTable:
    """Return a table of verbs, each with its five forms, and of phrases with their first words."""
    return CueTable(
        _by_form(verbs),
        _by_word((form, sense) for forms, sense in mutual for form in set(forms)),
        {key: _by_word(pairs) for key, pairs in phrases.items()},
    )


def _by_form(pairs: Iterable[tuple[Forms, Sense]]) -> Mapping[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for (base, third, past, participle, gerund), sense in pairs:
        for form in dict.fromkeys((base, third, past, participle, gerund)):
            is_finite = form in (base, third, past)
            verb = Verb(sense, form == participle, is_finite, form == gerund)
            found.setdefault(form, []).append(verb)
    # Of two senses the one with more words is meant: "talk to" and not "talk".
    return {form: tuple(sorted(verbs, key=lambda verb: -len(verb.sense.particles))) for form, verbs in found.items()}


def is_verb(word: Word) -> bool:
    """Say whether a word is a form of a verb that states a relation."""
    return word.is_own_cue or word.lower in shipped_cues().verbs


def _by_word(pairs: Iterable[tuple[str, Sense]]) -> Mapping[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    for word, sense in pairs:
        found.setdefault(word, []).append(sense)
    return {word: tuple(sorted(each, key=lambda sense: -len(sense.particles))) for word, each in found.items()}
