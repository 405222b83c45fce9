"""The whole of which a sentence speaks where the words cited speak of a part: the homes, for some of the homes.

`find_whole(stated, cited, lexicon)` of “The homes lost power” and “Some of the homes lost power” are these two nouns.
"""

from collections.abc import Iterator, Sequence

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, is_of_content, join_words
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.extents import (
    FEW,
    HALF,
    LESS,
    MANY,
    MORE,
    MOST,
    PART,
    SOME,
    read_scopes,
)
from newsbrief.reading.statements.lexicon import StatementLexicon

_PARTS = frozenset({SOME, FEW, HALF, LESS, PART, MORE, MOST, MANY})
_LEAVING_OUT = (SOME, FEW, HALF, MOST, MANY)
_OWNING = frozenset(["the", "these", "its", "their", "his", "her"])
_FAR = 12


def find_whole(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> Contrast | None:
    """Return a noun of which a sentence says something without saying of how many, and its part in the words cited."""
    parts = [
        (words, each)
        for words, span in cited
        for each in (read_scopes(words, lexicon) if _may_be_part(words, lexicon) else ())
        if each.is_of and each.scope in _PARTS and span.holds(each.noun.span)
    ]
    verbs = frozenset(verb for words, _ in cited for verb in _verbs_of_left_out(words, lexicon))
    if not (parts or verbs) or any(word.lower in lexicon.counting for word in stated):
        return None
    for at, own in _wholes(stated, lexicon):
        stem = lexicon.stem(own.lower)
        same = [(words, each) for words, each in parts if lexicon.stem(each.noun.lower) == stem]
        for noun in _nouns_like(cited, stem, lexicon) if verbs else ():
            if _verbs_after(stated, own, lexicon) & verbs:
                return Contrast(join_words(stated[at : at + 2]), noun)
        for words, each in same:
            others = [word for word in words if lexicon.stem(word.lower) == stem and word is not each.noun]
            if not others and _verbs_after(stated, own, lexicon) & _verbs_after(words, each.noun, lexicon):
                return Contrast(join_words(stated[at : at + 2]), each.show())
    return None


def _verbs_of_left_out(words: Sequence[Word], lexicon: StatementLexicon) -> frozenset[str]:
    """Return the stems of what is said of a part whose noun is left out: “and some are selling land”."""
    parts = lexicon.words_of(_LEAVING_OUT)
    for at, word in enumerate(words[:-1]):
        if word.lower in parts and words[at + 1].actor is None and lexicon.has("be", words[at + 1].lower):
            return _verbs_after(words, word, lexicon)
    return frozenset()


def _nouns_like(cited: Cited, stem: str, lexicon: StatementLexicon) -> Iterator[Word]:
    return (word for words, _ in cited for word in words if lexicon.stem(word.lower) == stem)


def _may_be_part(words: Sequence[Word], lexicon: StatementLexicon) -> bool:
    return any(word.lower in lexicon.counting or word.text[0].isdigit() for word in words)


def _wholes(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[tuple[int, Word]]:
    """Yield the nouns in the plural right after “the”, with the number of that."""
    for at, word in enumerate(words[:-1]):
        noun = words[at + 1]
        is_plural = noun.lower.endswith("s") or lexicon.has("plurals", noun.lower)
        # “Of its workers, 12% have left.”
        is_part = at > 0 and lexicon.has("part of", words[at - 1].lower)
        if not is_part and word.lower in _OWNING and noun.actor is None and is_plural:
            yield at, noun


def _verbs_after(words: Sequence[Word], noun: Word, lexicon: StatementLexicon) -> frozenset[str]:
    """Return the stems of the verbs after a noun, up to the end of the clause."""
    at = next(number for number, word in enumerate(words) if word is noun)
    found: set[str] = set()
    for word in words[at + 1 : at + 1 + _FAR]:
        if word.text in ENDS or word.lower in ("but", "while"):
            break
        if is_of_content(word, lexicon) and lexicon.may_be_verb(word.lower):
            found.add(lexicon.stem_of_meaning(word.lower))
    return frozenset(found)
