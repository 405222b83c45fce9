"""How many of them: all of the savers, most of them, five of the six; 35 civilians, most of them children.

`find_scope(split_words("All savers paid", …), [split_words("Half of the savers paid", …)], lexicon)` are `All savers`
and `Half of the savers`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_places import stems_of

ALL, MOST, MANY, HALF, SOME, FEW, NONE, PART = "all", "most", "many", "half", "some", "few", "none", "part"
"""The scopes; a part is a number or a share of a whole, of which only this is known."""

_MAY_SAY: Mapping[str, frozenset[str]] = {
    ALL: frozenset({ALL, MANY, SOME, PART}),
    MOST: frozenset({MOST, MANY, SOME, PART}),
    MANY: frozenset({MANY, SOME, PART, MOST}),
    HALF: frozenset({HALF, MANY, SOME, PART}),
    SOME: frozenset({SOME, PART}),
    FEW: frozenset({FEW, SOME, PART}),
    NONE: frozenset({NONE}),
    PART: frozenset({PART, SOME, FEW, MANY, MOST, HALF}),
}
"""The scopes that may be said of what the words cited say with another one."""

_FARTHEST = 6
_ENDS = frozenset(".,;:")


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


def find_scope(
    stated: Sequence[Word], cited: Sequence[Sequence[Word]], lexicon: StatementLexicon
) -> tuple[Word, Word] | None:
    """Return words that say of more or fewer than the words cited what these say, and the words that do so there."""
    ours = list(read_scopes(stated, lexicon))
    theirs = [each for words in cited for each in read_scopes(words, lexicon)] if ours else []
    for own in ours:
        stem = lexicon.stem(own.noun.lower)
        same = [each for each in theirs if lexicon.stem(each.noun.lower) == stem]
        scoped = [each for each in same if each.scope]
        if own.scope and scoped and not any(own.scope in _MAY_SAY[each.scope] for each in scoped):
            is_part = own.scope == ALL and all(each.scope != NONE for each in scoped)
            if is_part or _say_the_same(stated, cited, stem, lexicon):
                return own.show(), scoped[0].show()
        same = [each for each in same if each.is_of or not own.is_of]
        if own.number and same and all(each.number != own.number for each in same):
            counted = [each for each in theirs if each.number == own.number and each.is_of == own.is_of]
            if counted:
                return own.show(), counted[0].show()
    return None


def _say_the_same(
    stated: Sequence[Word], cited: Sequence[Sequence[Word]], noun: str, lexicon: StatementLexicon
) -> bool:
    """Say whether both have another word of content than the noun, and both or neither deny something."""
    theirs = [word for words in cited for word in words]
    if _denies(stated, lexicon) != _denies(theirs, lexicon):
        return False
    shared = stems_of(stated, lexicon) & stems_of(theirs, lexicon)
    return any(not thing.startswith("@") for thing in shared - {noun})


def denies_no_noun(words: Sequence[Word], lexicon: StatementLexicon) -> frozenset[int]:
    """Return where nouns end of which something is denied, and not they: “none of the passengers was hurt”."""
    if lexicon.words.get(NONE, frozenset()).isdisjoint(word.lower for word in words):
        return frozenset()
    ends = [0, *(word.span.start for word, before in zip(words[1:], words, strict=False) if before.text in _ENDS)]
    return frozenset(
        each.noun.span.end
        for each in read_scopes(words, lexicon)
        if each.scope == NONE and (each.is_of or each.words[0].span.start in ends or each.words[0] == words[0])
    )


def _denies(words: Sequence[Word], lexicon: StatementLexicon) -> bool:
    return any(
        lexicon.has("negations", word.lower)
        and not any(lexicon.has(key, each.lower) for key, each in ((NONE, word), (ALL, after), (MANY, after)))
        for word, after in zip(words, (*words[1:], words[-1]), strict=True)
    )


def read_scopes(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[Extent]:
    """Yield the nouns of a sentence with what says how many they are."""
    counting = lexicon.counting
    for at, word in enumerate(words):
        if word.lower in counting or word.text[0].isdigit():
            found = _read_scope(words, at, lexicon)
            if found:
                yield found


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
    while end < len(words) and end - at <= _FARTHEST and _is_between(words, end, lexicon):
        end += 1
    if end >= len(words) or not _is_noun(words[end], lexicon):
        return None
    is_plural = words[end].lower.endswith("s") or lexicon.has("plurals", words[end].lower)
    if scope in (MOST, MANY, SOME, FEW) and not is_of and not is_plural:
        return None
    if scope == ALL and end + 1 < len(words) and lexicon.has("exceptions", words[end + 1].lower):
        scope = PART
    elif scope == PART or (number and is_of):
        scope = PART if is_of else ""
    return Extent(scope, number, words[end], words[at : end + 1], is_of) if scope or number else None


def _scope_at(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> str:
    """Return the scope that a word gives to what follows; “not all” are a part, “a few” are some."""
    lower = words[at].lower
    before = words[at - 1].lower if at else ""
    scope = next((each for each in _MAY_SAY if lexicon.has(each, lower)), "")
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


def _is_noun(word: Word, lexicon: StatementLexicon) -> bool:
    is_small = word.lower in lexicon.small or lexicon.has("prepositions", word.lower)
    return word.actor is None and word.lower[0].isalpha() and len(word.lower) > 2 and not is_small
