"""Denials that say no more than words which deny nothing: no longer leads it, of who gave it up.

`denies_less(stated, cited, lexicon)` is true of “Vane no longer leads it” and “Vane gave up the post”.
"""

from collections.abc import Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon

_COMPARING = frozenset(["so", "as", "such"])


def denies_less(stated: Sequence[Word], cited: Sequence[Sequence[Word]], lexicon: StatementLexicon) -> bool:
    """Say whether a sentence denies what has ended in the words cited, or that it was ever so much: not so heavily."""
    ours = [word.lower for word in stated]
    is_ended = _has(cited, "ceasing", lexicon) and not _has(cited, "negations", lexicon)
    if is_ended and ("longer" in ours or "since" in ours or "no" in ours):
        return True
    if "since" in ours and any(
        "since" in (lowers := [word.lower for word in words]) and "first" in lowers for words in cited
    ):
        # “No strike since 1991”, of “the first strike since 1991”.
        return True
    if "against" in ours and _has(cited, "barring", lexicon):
        # “Advised against open fires”, of “recommended a ban on open fires”.
        return True
    is_compared = any(lexicon.has("negations", one) for one in ours) and not _COMPARING.isdisjoint(ours)
    return is_compared and any(
        word.lower.endswith("est") or word.lower in ("first", "most", "record", "worst", "best")
        for words in cited
        for word in words
    )


def _has(cited: Sequence[Sequence[Word]], key: str, lexicon: StatementLexicon) -> bool:
    return any(lexicon.has(key, word.lower) for words in cited for word in words)


def are_of_one_noun(
    stated: Sequence[Word], end: int, cited: Sequence[Sequence[Word]], lexicon: StatementLexicon
) -> bool:
    """Say whether a participle that ends at a place follows the same noun in both: the jewels described in it."""
    at = next((number for number, word in enumerate(stated) if word.span.end == end), 0)
    if not at or stated[at - 1].actor or stated[at - 1].lower in lexicon.small:
        return False
    noun, verb = stated[at - 1].lower, stated[at].lower
    following = stated[at + 1].lower if at + 1 < len(stated) else ""
    is_main = not any(lexicon.has("auxiliaries", word.lower) for word in stated[at + 2 :])
    return not is_main and any(
        one.lower == noun and other.lower == verb and third.lower == following
        for words in cited
        for one, other, third in zip(words, words[1:], words[2:], strict=False)
    )
