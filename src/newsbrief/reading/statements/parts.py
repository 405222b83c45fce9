"""Those of whom words do not say something: neither Aske nor Dorn.

`find_excluded(split_words("It voted for Vane, not for Aske", …), lexicon)` has `aske`.
"""

from collections.abc import Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_MOST_STEPS = 4


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
