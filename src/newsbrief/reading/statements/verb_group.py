"""A verb of an English sentence with its auxiliaries and its particle: “had been sold”, “rules out”.

`with_particle(words, 1, "finite", lexicon).stem` of “Vane rules out” is `rul out`.
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

Form = Literal["finite", "infinitive", "gerund", "participle"]


class VerbGroup(Struct, frozen=True):
    """A verb from its first auxiliary to before `end`; `at` is the verb itself, with its particle in `stem`.

    It `is_weak` where its form may be that of a noun as well.
    """

    at: int
    end: int
    stem: str
    form: Form
    is_passive: bool = False
    is_weak: bool = False


def with_particle(
    words: Sequence[Word],
    at: int,
    form: Form,
    lexicon: StatementLexicon,
    *,
    is_passive: bool = False,
    is_weak: bool = False,
) -> VerbGroup:
    """Return the verb of this number, with the particle after it."""
    stem, end = lexicon.stem(words[at].lower), at + 1
    if end < len(words) and lexicon.has("particles", words[end].lower) and words[end].actor is None:
        following = words[end + 1].lower if end + 1 < len(words) else ""
        is_place = end + 1 < len(words) and (words[end + 1].is_capitalised or words[end + 1].actor is not None)
        if following != "of" and not is_place:
            stem, end = f"{stem} {words[end].lower}", end + 1
    return VerbGroup(at, end, stem, form, is_passive, is_weak)
