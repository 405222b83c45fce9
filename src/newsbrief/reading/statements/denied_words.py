"""The words that a sentence denies, in languages whose negations alone are known: the one right after each negation.

`find_denied("Он не подписал договор", read_lexicon("ru"))` has the stem of `подписал`, with its place.
"""

from collections.abc import Mapping

from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.relations.lexicon import RelationLexicon

_WORD = compile_late(r"[^\W\d_]+")
_SHORTEST, _LONGEST_STEM, _ENDING = 4, 7, 2
_NEAR = 40
_SIGN = compile_late("[,;:]")
_AMID = compile_late(
    r"(?<!\w)(?:ne\s|n['’])(?!(?:sera|seront|étai(?:en)?t|avai(?:en)?t|aura|auront|serai(?:en)?t|aurai(?:en)?t)\s)"
    r"([^\W\d_]{4,})\s$"
)
_ARABIC = compile_late(r"[وف]?[اأيتنس]?([\u0620-\u064a]{3,}?)(?:وا|ون|ين|ات|ت|ة|ها|ه)?")


def stem_of(word: str) -> str:
    """Return the beginning of a word, without what its forms may change; Arabic verbs change theirs at both ends."""
    bare = _ARABIC.fullmatch(word)
    if bare:
        return bare[1]
    return word.lower()[: min(_LONGEST_STEM, max(_SHORTEST, len(word) - _ENDING))]


def list_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text."""
    return frozenset(stem_of(word) for word in _WORD.findall(text) if len(word) >= _SHORTEST)


def has_negation(text: str, lexicon: RelationLexicon) -> bool:
    """Say whether a text denies something."""
    pattern = lexicon.pattern("negation")
    return bool(pattern and pattern.search(text))


def find_denied(text: str, lexicon: RelationLexicon) -> Mapping[str, Span]:
    """Return the stems of the words right after the negations of a text, each with the place of both."""
    negation, half, only = (lexicon.pattern(key) for key in ("negation", "half negations", "not only"))
    found: dict[str, Span] = {}
    for each in negation.finditer(text) if negation else ():
        if half and half.fullmatch(each[0]):
            continue
        if verb := _AMID.search(text, max(0, each.start() - _NEAR), each.start()):
            # “Ne jouera pas samedi” denies that he plays.
            found.setdefault(stem_of(verb[1]), Span(verb.start(), each.end()))
            continue
        for word in _WORD.finditer(text, each.end(), min(len(text), each.end() + _NEAR)):
            if (only and only.fullmatch(word[0])) or _SIGN.search(text, each.end(), word.start()):
                break
            if len(word[0]) >= _SHORTEST and word[0].lower() not in ALL_FUNCTION_WORDS:
                found.setdefault(stem_of(word[0]), Span(each.start(), word.end()))
                break
    return found
