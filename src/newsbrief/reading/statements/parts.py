"""What words say of a part only, or of everybody but some: most of the savers, neither Aske nor Dorn.

`find_whole(split_words("All savers paid", …), [split_words("Half of the savers paid", …)], lexicon)` is `savers`.
"""

from collections.abc import Iterator, Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_MOST_STEPS = 4


def find_whole(stated: Sequence[Word], cited: Sequence[Sequence[Word]], lexicon: StatementLexicon) -> Word | None:
    """Return the noun of which a sentence says everything, and the words cited a part."""
    for noun in _counted(stated, "wholes", lexicon):
        stem = lexicon.stem(noun.lower)
        in_part = [each for words in cited for each in _counted(words, "parts", lexicon)]
        whole = [each for words in cited for each in _counted(words, "wholes", lexicon)]
        if any(lexicon.stem(each.lower) == stem for each in in_part) and not any(
            lexicon.stem(each.lower) == stem for each in whole
        ):
            return noun
    return None


def _counted(words: Sequence[Word], key: str, lexicon: StatementLexicon) -> Iterator[Word]:
    """Yield the nouns right after words for a part or the whole: `most of the savers`, `all savers`."""
    for number, word in enumerate(words):
        if not lexicon.has(key, word.lower):
            continue
        at = number + 1
        has_of = at < len(words) and words[at].lower == "of"
        at += has_of
        while at < len(words) and (lexicon.has("determiners", words[at].lower) or _is_owner(words, at)):
            at += 1
        is_noun = at < len(words) and words[at].lower.isalpha() and words[at].actor is None
        if is_noun and (has_of or key == "wholes"):
            yield words[at]


def _is_owner(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a part of an owner, as in `half of Orchid’s plants`."""
    return words[at].lower == "'s" or (words[at].actor is not None and words[at + 1 : at + 2] != [])


def find_excluded(cited: Sequence[Word], lexicon: StatementLexicon) -> dict[str, Word]:
    """Return the actors whom words exclude, each with the word that does: `neither for Aske nor for Dorn`."""
    excluded: dict[str, Word] = {}
    named: dict[str, int] = {}
    for number, word in enumerate(cited):
        if word.actor is None:
            continue
        named[word.actor] = named.get(word.actor, 0) + 1
        at = number - 1
        while at >= 0 and number - at <= _MOST_STEPS and _is_between(cited[at], lexicon):
            at -= 1
        if at > 0 and lexicon.has("excluding", cited[at].lower) and cited[at - 1].text not in ".;:":
            excluded.setdefault(word.actor, cited[at])
    return {actor: word for actor, word in excluded.items() if named[actor] == 1}


def _is_between(word: Word, lexicon: StatementLexicon) -> bool:
    is_small = lexicon.has("prepositions", word.lower) or lexicon.has("determiners", word.lower)
    return word.actor is None and (is_small or word.is_capitalised)
