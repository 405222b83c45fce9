"""All of them, where the words cited leave some out: every group except one, only members who have paid.

`find_unrestricted(stated, cited, lexicon)` of “every group” and “every group except one” are these words.
"""

from collections.abc import Iterator, Sequence

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, is_of_content, join_words
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.extents import ALL
from newsbrief.reading.statements.lexicon import StatementLexicon

_FAR = 5
_EXCEPTIONS = frozenset(["except", "excepting", "barring", "save"])


def find_unrestricted(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> Contrast | None:
    """Return words for all of several in a sentence, and those of the words cited that leave some of them out."""
    lowers = {word.lower for word in stated}
    keys = ("exceptions", "nearly", "most", "only")
    if not lexicon.words_of(keys).isdisjoint(lowers) or "apart" in lowers or "unless" in lowers:
        return None
    for at, stem in _wholes(stated, lexicon):
        for words, span in cited:
            for number, word in enumerate(words[:-1]):
                if not span.holds(word.span):
                    continue
                after = words[number + 1 : number + 1 + _FAR]
                if word.lower in _EXCEPTIONS and stem in _stems(words[max(0, number - _FAR) : number], lexicon):
                    return Contrast(stated[at], join_words(words[max(0, number - 2) : number + 1]))
                is_alone = lexicon.has("only", word.lower) and after and lexicon.stem(after[0].lower) == stem
                if is_alone and not (number and lexicon.has("negations", words[number - 1].lower)):
                    return Contrast(stated[at], join_words(words[number : number + 2]))
    return None


def _wholes(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[tuple[int, str]]:
    """Yield the words for all, each with the stem of its noun."""
    for at, word in enumerate(words[:-1]):
        if lexicon.has(ALL, word.lower) and word.lower not in ("both", "whole", "entire"):
            for noun in words[at + 1 : at + 1 + _FAR]:
                if noun.text in ENDS or lexicon.has("auxiliaries", noun.lower):
                    break
                if is_of_content(noun, lexicon):
                    yield at, lexicon.stem(noun.lower)


def _stems(words: Sequence[Word], lexicon: StatementLexicon) -> frozenset[str]:
    return frozenset(lexicon.stem(word.lower) for word in words if word.text[0].isalpha())
