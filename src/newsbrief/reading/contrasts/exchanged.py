"""One noun in the place of another one, among words that are the same: showed their tickets, for their passports.

`find_exchanged(stated, cited, lexicon)` of these two are the two nouns.
"""

from collections.abc import Sequence

from newsbrief.reading.contrasts.contrast import Cited, Contrast, is_of_content
from newsbrief.reading.sentence_words import Word, lowers_of
from newsbrief.reading.statements.lexicon import StatementLexicon

_BEFORE = 3


def find_exchanged(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> Contrast | None:
    """Return a noun that the words cited lack, where they have another one between the same words."""
    known = frozenset[str]().union(*(lowers_of(words) for words, _ in cited))
    candidates = [at for at in range(_BEFORE, len(stated)) if stated[at].lower not in known]
    candidates = [at for at in candidates if stated[at - 1].lower in known and _is_noun(stated, at, lexicon)]
    if not candidates:
        return None
    stems = {lexicon.stem_of_meaning(lower) for lower in known}
    ours = {lexicon.stem_of_meaning(word.lower) for word in stated}
    for at in candidates:
        own = stated[at]
        if lexicon.stem_of_meaning(own.lower) in stems:
            continue
        before = [word.lower for word in stated[at - _BEFORE : at]]
        for words, span in cited:
            for number in range(_BEFORE, len(words)):
                their = words[number]
                if not span.holds(their.span) or words[number - 1].lower != before[-1]:
                    continue
                is_alike = [word.lower for word in words[number - _BEFORE : number]] == before
                is_left_out = lexicon.stem_of_meaning(their.lower) not in ours
                if is_alike and is_left_out and _is_noun(words, number, lexicon) and _go_on(stated, at, words, number):
                    return Contrast(own, their)
    return None


def _is_noun(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word is a noun after an article or an owner."""
    before, word = words[at - 1].lower, words[at]
    is_noun = lexicon.has("determiners", before) or before == "'s"
    is_small = any(
        lexicon.has_stem(key, lexicon.stem(word.lower)) for key in ("generic nouns", "quantities", "numbers")
    )
    return is_noun and is_of_content(word, lexicon) and not is_small and not word.lower.endswith(("ly", "est"))


def _go_on(stated: Sequence[Word], at: int, cited: Sequence[Word], number: int) -> bool:
    """Say whether two nouns are the last of their phrases, and a word of the same follows both."""
    after, following = stated[at + 1 : at + 2], cited[number + 1 : number + 2]
    if not after or not after[0].text[0].isalnum():
        return not following or not following[0].text[0].isalnum()
    return bool(following) and after[0].lower == following[0].lower
