"""The verbs of an English sentence in the present, which may look like nouns: “Aske rejects it”, “they own a mill”.

`find_present(words, 1, before, after, lexicon)` is the verb of this number, or nothing where it is none.
"""

from collections.abc import Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.verb_group import VerbGroup, with_particle


def find_present(
    words: Sequence[Word], at: int, before: Word | None, after: Word | None, lexicon: StatementLexicon
) -> VerbGroup | None:
    """Return a verb in the present: “Aske rejects it”, “they own a mill”."""
    lower = words[at].lower
    if before is None or before.text in ".;:(“" or lexicon.has("prepositions", before.lower):
        return None
    is_subject = before.actor is not None or lexicon.has("pronouns", before.lower) or before.lower in ("who", "which")
    if not lexicon.is_verb(lower) or not (is_subject or before.text in ",)" or before.lower.isalpha()):
        return None
    is_plan = after is not None and after.lower == "to" and lexicon.has("plans", lower) and _ends_in_s(lower)
    if before.text in ",)" and not is_plan and (after is None or not _begins_object(after, lexicon)):
        return None
    if lexicon.has("joining", before.lower) and _ends_in_s(lower) and after is not None:
        # “The firm denied it and blames the architect.”
        is_verb = _begins_object(after, lexicon) and not lexicon.has("small words", after.lower)
        return with_particle(words, at, "finite", lexicon, is_weak=True) if is_verb else None
    if is_subject:
        return with_particle(words, at, "finite", lexicon)
    goes_on = after is not None and (
        after.actor is not None
        or lexicon.has("determiners", after.lower)
        or after.lower in ("that", "to", "whether", "it", "him", "them", "not", "how", "what")
        or not (
            lexicon.is_no_verb(after.lower) or lexicon.has("auxiliaries", after.lower) or lexicon.is_past(after.lower)
        )
    )
    if after is not None and not after.lower[0].isalnum():
        goes_on = any(lexicon.has(key, lower) for key in ("sayings", "allegations", "denials"))
    is_plural = lexicon.has("bare plurals", before.lower) or _ends_in_s(before.lower)
    is_third = _ends_in_s(lower)
    is_unlike = before.lower.isalpha() and is_plural == is_third
    if not goes_on or is_unlike or lexicon.has("joining", before.lower):
        return None
    if _is_object(words, at - 1, lexicon):
        return None
    return with_particle(words, at, "finite", lexicon, is_weak=True)


def _is_object(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether bare nouns that end at a word follow a verb or a preposition: “made surprise advances”."""
    while at >= 0 and words[at].actor is None and words[at].lower.isalpha() and not _is_grammar(words[at], lexicon):
        at -= 1
    if at < 0 or words[at].actor or not words[at].lower[0].isalnum():
        return False
    lower = words[at].lower
    return lexicon.is_past(lower) or any(lexicon.has(key, lower) for key in ("prepositions", "auxiliaries"))


def _is_grammar(word: Word, lexicon: StatementLexicon) -> bool:
    return lexicon.is_no_verb(word.lower) or lexicon.is_past(word.lower) or lexicon.has("auxiliaries", word.lower)


def _ends_in_s(lower: str) -> bool:
    return lower.endswith("s") and not lower.endswith("ss")


def _begins_object(word: Word, lexicon: StatementLexicon) -> bool:
    return word.actor is not None or lexicon.has("determiners", word.lower) or word.lower in ("it", "him", "them")
