"""What pronouns say of persons, where it is plain whose they are: `Ms Ortiz and her barrister`, `Vane sat. She left`.

`read_genders(sentences, is_person, known)["vane"]` is `f`.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from newsbrief.model.document import Span
from newsbrief.reading.speech.lexicon import Lexicon
from newsbrief.reading.speech.names_in_sentences import NamesInSentences

_WORD_OR_SIGN = re.compile(r"[^\W\d_]+|[,.;:!?“”\"]")
_NO_NOUNS = (
    "articles",
    "indefinite",
    "prepositions",
    "conjunctions",
    "adverbs",
    "auxiliaries",
    "subordinators",
    "numbers",
)
_PERSONS = ("men", "women", "roles", "titles")


def read_genders(
    names: NamesInSentences, is_person: Callable[[str], bool], known: Mapping[str, str]
) -> Mapping[str, str]:
    """Return what pronouns say of persons: those in the sentence of which one is the subject, and right after it.

    They count where the two sentences name nobody else, and nobody by a noun that can be a person; words such as "his"
    do up to the next name.
    """
    if not names.lexicon.pronouns_say_gender:
        return {}
    found: dict[str, set[str]] = {}
    for number, place in enumerate(names.places):
        if place.actor in known or not is_person(place.actor) or names.quoted.meets(place.span):
            continue
        start, end = names.start(place.span.start), names.end(place.span.end)
        if names.is_governed(place) or (number and names.places[number - 1].span.start >= start):
            continue
        leading = names.leading_pronoun(Span(start, end), "n")
        if leading is not None and leading < place.span.start:
            # In “there she met Samuel Okoro, whom she married”, she is somebody else.
            continue
        nearby = names.places_in(Span(names.start(max(0, start - 1)), end))
        others = [each for each in nearby if is_person(each.actor) and each.actor != place.actor]
        if others:
            following = next((each.span.start for each in others if each.span.start > place.span.end), end)
            genders = set(_genders_in(names, Span(place.span.end, min(end, following)), only_owners=True))
            if len(genders) == 1:
                found.setdefault(place.actor, set()).update(genders)
            continue
        genders = set(_genders_in(names, Span(place.span.end, end)))
        follows = names.places_in(Span(end, names.end(end)))
        if not genders and not any(is_person(each.actor) for each in follows):
            code = names.leading_pronoun(Span(end, names.end(end)), "n")
            genders = set() if code is None else set(_genders_in(names, Span(code, code + 4)))
        if len(genders) == 1:
            found.setdefault(place.actor, set()).update(genders)
    return {actor: next(iter(genders)) for actor, genders in found.items() if len(genders) == 1}


def _genders_in(names: NamesInSentences, span: Span, *, only_owners: bool = False) -> Iterator[str]:
    """Yield the gender that each pronoun of a stretch says; nothing where a noun there can be another person.

    With `only_owners`, words such as "his" alone count.
    """
    lexicon = names.lexicon
    words = [match[0].lower() for match in _WORD_OR_SIGN.finditer(names.text, span.start, span.end)]
    if any(lexicon.has_any(_PERSONS, word) for word in words):
        return
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        code = "" if only_owners else lexicon.pronouns.get(word, "")
        if not code and word in lexicon.possessives and _is_possessive(lexicon, before, word, after):
            code = lexicon.possessives[word]
        if code in ("m", "f"):
            yield code


def _is_possessive(lexicon: Lexicon, before: str, word: str, after: str) -> bool:
    """Say whether a word such as "her" is no object: `Ms Vane and her barrister`, but not `called her a liar`."""
    if lexicon.possessives[word] == "m" or word in lexicon.pronouns:
        return True
    is_apart = before in ("", ",") or lexicon.has("joining", before) or lexicon.has("prepositions", before)
    return is_apart and after.isalpha() and not any(lexicon.has(key, after) for key in _NO_NOUNS)
