"""How many of them a noun is said of: all savers, most of them, five of the six banks, one driver in nine.

`read_scopes(split_words("Half of the savers paid", …), lexicon)` has the half of the noun `savers`.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word, read_once
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.shares import read_share

ALL, MOST, MANY, HALF, SOME, FEW, NONE, PART = "all", "most", "many", "half", "some", "few", "none", "part"
LESS, MORE = "less than half", "more than half"
"""The scopes; a part is a number or a share of a whole, of which only this is known."""

_WORDS = (ALL, MOST, MANY, HALF, SOME, FEW, NONE, PART)
"""The scopes that have words of their own."""

FARTHEST = 6
"""The most words between what says how many and the noun."""


class Extent(NamedTuple):
    """A noun with the words that say how many it is said of; `number` is the number among them, if there is one."""

    scope: str
    number: str
    noun: Word
    words: Sequence[Word]
    is_of: bool

    def show(self) -> Word:
        """Return the words as one."""
        text = " ".join(word.text for word in self.words)
        return Word(text, text.lower(), Span(self.words[0].span.start, self.words[-1].span.end), None)


def read_scopes(words: Sequence[Word], lexicon: StatementLexicon) -> list[Extent]:
    """Return the nouns of a sentence with what says how many they are."""
    return read_once(_read_scopes, words, lexicon)


def _read_scopes(words: Sequence[Word], lexicon: StatementLexicon) -> list[Extent]:
    counting = lexicon.counting
    counts = (at for at, word in enumerate(words) if word.lower in counting or word.text[0].isdigit())
    return [found for at in counts if (found := _read_scope(words, at, lexicon))]


def _read_scope(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> Extent | None:
    word = words[at]
    number = word.lower.replace(",", "") if _is_number(word, lexicon) else ""
    scope = _scope_at(words, at, lexicon)
    if not scope and not number:
        return None
    end = at + 1
    while end < len(words) and lexicon.has("shares", words[end].lower):
        end += 1
    is_of = end < len(words) and (lexicon.has("part of", words[end].lower) or _is_ratio(words, end, lexicon))
    end += is_of
    end += _is_all_but(words, at, lexicon)
    while end < len(words) and end - at <= FARTHEST and _is_between(words, end, lexicon):
        end += 1
    share = read_share(words, at, lexicon)
    if share is not None and end == at + 1 and end < len(words) and _is_ratio_after(words, end + 1, lexicon):
        # “One driver in six”.
        is_of = True
    if end >= len(words) or not is_noun(words[end], lexicon):
        return None
    is_plural = words[end].lower.endswith("s") or lexicon.has("plurals", words[end].lower)
    if scope in (MOST, MANY, SOME, FEW) and not is_of and not is_plural:
        return None
    if scope == PART and not is_of and _is_all_but(words, at, lexicon):
        # “All but the oldest houses”.
        last = next((n for n in range(end, len(words)) if not is_noun(words[n], lexicon)), len(words)) - 1
        while last > end and lexicon.is_past(words[last].lower):
            last -= 1
        return Extent(PART, "", words[last], words[at : last + 1], True)
    if scope == ALL and end + 1 < len(words) and lexicon.has("exceptions", words[end + 1].lower):
        scope = PART
    elif scope == PART or (number and is_of):
        scope = PART if is_of else ""
    if share is not None and is_of and scope in (PART, HALF, ""):
        scope = scope if scope == HALF else _scope_of(share)
    return Extent(scope, number, words[end], words[at : end + 1], is_of) if scope or number else None


def _is_all_but(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    is_all = lexicon.has(ALL, words[at].lower) and at + 1 < len(words)
    return is_all and lexicon.has("exceptions", words[at + 1].lower)


def _scope_of(share: Fraction) -> str:
    half = Fraction(1, 2)
    return HALF if share == half else LESS if share < half else MORE


def _is_ratio_after(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    return at + 1 < len(words) and lexicon.has("ratios", words[at].lower) and _is_number(words[at + 1], lexicon)


def _scope_at(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> str:
    """Return the scope that a word gives to what follows; “not all” are a part, “a few” are some."""
    lower = words[at].lower
    before = words[at - 1].lower if at else ""
    scope = next((each for each in _WORDS if lexicon.has(each, lower)), "")
    if scope in (ALL, MANY, MOST) and lexicon.has("negative subjects", before):
        return PART
    if scope == ALL and lexicon.has("nearly", before):
        return MOST
    if scope == ALL and at + 1 < len(words) and lexicon.has("exceptions", words[at + 1].lower):
        return PART
    if scope == FEW and before in lexicon.words.get("articles", ()) and lexicon.has("some after articles", lower):
        return SOME
    if scope == HALF and before == "than":
        is_more = at > 1 and words[at - 2].lower == "more"
        return MOST if is_more else PART
    return scope


def _is_number(word: Word, lexicon: StatementLexicon) -> bool:
    return word.text[0].isdigit() or lexicon.has("numbers", word.lower)


def _is_ratio(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word stands between the two numbers of “six in ten drivers”."""
    is_in = lexicon.has("ratios", words[at].lower) and _is_number(words[at - 1], lexicon)
    return is_in and at + 1 < len(words) and _is_number(words[at + 1], lexicon)


def _is_between(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word may stand between “all” or a number and its noun: all of `Orchid’s` 14 plants."""
    word = words[at]
    is_small = any(lexicon.has(key, word.lower) for key in ("part of", "determiners", "pronouns of wholes"))
    is_owner = word.lower == "'s" or (at + 1 < len(words) and (word.actor is not None or words[at + 1].lower == "'s"))
    return is_small or is_owner or _is_number(word, lexicon)


def is_noun(word: Word, lexicon: StatementLexicon) -> bool:
    """Say whether a word may be a noun: a word of content that names no actor."""
    is_small = word.lower in lexicon.small or lexicon.has("prepositions", word.lower)
    return word.actor is None and word.lower[0].isalpha() and len(word.lower) > 2 and not is_small
