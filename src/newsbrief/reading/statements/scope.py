"""How many of them: all of the savers, most of them, five of the six; 35 civilians, most of them children.

`find_scope(split_words("All savers paid", …), [split_words("Half of the savers paid", …)], lexicon)` are `All savers`
and `Half of the savers`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.extents import (
    ALL,
    FARTHEST,
    FEW,
    HALF,
    LESS,
    MANY,
    MORE,
    MOST,
    NONE,
    PART,
    SOME,
    Extent,
    is_noun,
    read_scopes,
)
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_places import Things, stems_of

_MAY_SAY: Mapping[str, frozenset[str]] = {
    ALL: frozenset({ALL, MANY, PART, LESS, MORE}),
    MOST: frozenset({MOST, MANY, SOME, PART, LESS, MORE}),
    MANY: frozenset({MANY, SOME, PART, MOST, LESS, MORE}),
    HALF: frozenset({HALF, MANY, SOME, PART, LESS, MORE}),
    SOME: frozenset({SOME, PART, LESS, MORE}),
    FEW: frozenset({FEW, SOME, PART, LESS, MORE}),
    NONE: frozenset({NONE}),
    LESS: frozenset({LESS, PART, SOME, FEW, MANY}),
    MORE: frozenset({MORE, PART, SOME, MANY, MOST}),
    PART: frozenset({LESS, MORE, PART, SOME, FEW, MANY, MOST, HALF}),
}
"""The scopes that may be said of what the words cited say with another one."""

_SCOPES = (ALL, MOST, MANY, HALF, SOME, FEW, NONE)
_LITTLE = ("auxiliaries", "adverbs", "determiners", "prepositions", "modals")
_ENDS = frozenset(".,;:")


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
        if own.scope and scoped and _is_left_out(own, stated, cited, lexicon):
            # “Some villages have power, but most have none.”
            continue
        if (
            own.scope
            and not (own.number and own.scope in (LESS, MORE))
            and scoped
            and not any(own.scope in _MAY_SAY[each.scope] for each in scoped)
        ):
            if own.scope == ALL and _denies(stated, lexicon) and all(each.scope == NONE for each in scoped):
                # “Both were without fault”, of “neither had a fault”.
                continue
            if are_complements(stated, cited, lexicon) or (own.scope == NONE and _are_barred(cited, lexicon)):
                continue
            is_part = own.scope == ALL and all(each.scope != NONE for each in scoped)
            if is_part or _say_the_same(stated, cited, stem, lexicon):
                return own.show(), scoped[0].show()
        same = [each for each in same if each.is_of or not own.is_of]
        if own.number and same and all(each.number != own.number for each in same):
            counted = [each for each in theirs if each.number == own.number and each.is_of == own.is_of]
            if counted:
                return own.show(), counted[0].show()
        if whole := _find_whole(own, stated, theirs, cited, lexicon):
            return own.show(), whole.show()
    return None


def _are_barred(cited: Sequence[Sequence[Word]], lexicon: StatementLexicon) -> bool:
    """Say whether words cited keep all from something: there are no flights where it is closed to all of them."""
    return any(lexicon.has("barring", word.lower) for words in cited for word in words)


def _is_left_out(
    own: Extent, stated: Sequence[Word], cited: Sequence[Sequence[Word]], lexicon: StatementLexicon
) -> bool:
    """Say whether the words cited say so of a noun that they leave out: “most had left”, “all of those died”."""
    ours = stems_of(stated, lexicon) - {lexicon.stem(own.noun.lower)}
    for words in cited:
        for at, word in enumerate(words):
            scope = next((key for key in _SCOPES if lexicon.has(key, word.lower)), "")
            # Of whom all died, none lived.
            may_say = own.scope in _MAY_SAY[scope] or (scope == ALL and own.scope == NONE) if scope else False
            if not may_say:
                continue
            after = words[at + 1 : at + 4]
            if not after or after[0].text in _ENDS:
                if not word.lower.endswith("thing") and _is_said_by_same_verbs(ours, words[:at], lexicon):
                    return True
                continue
            is_of = after[0].lower == "of" and any(lexicon.has("pronouns of wholes", each.lower) for each in after)
            keys = () if after[0].actor else lexicon.keys_of(after[0].lower)
            rest = list(takewhile(lambda each: each.text not in _ENDS, words[at + 1 :]))
            if (is_of or "auxiliaries" in keys or "modals" in keys) and ours & stems_of(rest, lexicon):
                return True
    return False


def _is_said_by_same_verbs(ours: Things, before: Sequence[Word], lexicon: StatementLexicon) -> bool:
    """Say whether a sentence has all verbs of a clause that ends in a scope: “they want it to pay the whole”."""
    clause = list(takewhile(lambda word: word.text not in _ENDS, reversed(before)))
    verbs = {lexicon.stem(word.lower) for word in clause if word.actor is None and lexicon.may_be_verb(word.lower)}
    return bool(verbs) and verbs <= ours


def _find_whole(
    own: Extent,
    stated: Sequence[Word],
    theirs: Sequence[Extent],
    cited: Sequence[Sequence[Word]],
    lexicon: StatementLexicon,
) -> Extent | None:
    """Return the part of a whole of which the words cited say what is stated of the whole: one of its three mines."""
    if not own.number or own.is_of or _is_part_itself(own, stated, lexicon):
        return None
    ours = frozenset(
        lexicon.stem(word.lower) for word in stated if is_noun(word, lexicon) or lexicon.may_be_verb(word.lower)
    )
    ours -= {lexicon.stem(own.noun.lower)}
    counts = {word.lower for word in stated}
    for each in theirs:
        inside = [word.lower.replace(",", "") for word in each.words[1:-1]]
        if not (each.is_of and each.number and own.number in inside and each.number not in counts):
            continue
        if lexicon.stem(each.noun.lower) != lexicon.stem(own.noun.lower):
            continue
        for words in cited:
            if each.noun in words and _said_of(words, each, lexicon) & ours:
                return each
    return None


def _is_part_itself(own: Extent, words: Sequence[Word], lexicon: StatementLexicon) -> bool:
    """Say whether a number and its noun are a whole in the sentence as well: “12 of the 40 mines”, “the 40 but two”."""
    at = words.index(own.words[0]) - 1
    while at >= 0 and lexicon.has("determiners", words[at].lower) and words[at].lower != "of":
        at -= 1
    is_of = at >= 0 and lexicon.has("part of", words[at].lower)
    return is_of or any(lexicon.has("exceptions", word.lower) for word in words)


def _said_of(words: Sequence[Word], extent: Extent, lexicon: StatementLexicon) -> Things:
    """Return the verb before a noun with a number, and the words of content after it."""
    first, last = words.index(extent.words[0]), words.index(extent.noun)
    before = [at for at in range(max(0, first - FARTHEST), first) if lexicon.may_be_verb(words[at].lower)]
    after = list(takewhile(lambda word: word.text not in _ENDS, words[last + 1 : last + 2 * FARTHEST]))
    verbs = [word for word in after if word.actor is None and lexicon.may_be_verb(word.lower)]
    its = [*(words[at] for at in before[-1:]), *(verbs or [word for word in after if word.actor is None])]
    return frozenset(lexicon.stem(word.lower) for word in its if word.lower not in lexicon.words_of(_LITTLE))


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
    lowers = {word.lower for word in words}
    if lexicon.words.get(NONE, frozenset()).isdisjoint(lowers) and "nor" not in lowers:
        return frozenset()
    ends = [0, *(word.span.start for word, before in zip(words[1:], words, strict=False) if before.text in _ENDS)]
    return frozenset(
        each.noun.span.end
        for each in read_scopes(words, lexicon)
        if each.scope == NONE and (each.is_of or each.words[0].span.start in ends or each.words[0] == words[0])
    ) | frozenset(_nouns_of_neither(words, lexicon))


def _nouns_of_neither(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[int]:
    """Yield where the words end of nouns of which something is denied: neither the school nor the town hall."""
    for at, word in enumerate(words[:-1]):
        if word.lower not in ("neither", "nor"):
            continue
        if lexicon.has("determiners", words[at + 1].lower):
            for noun in takewhile(lambda each: is_noun(each, lexicon) and each.text not in _ENDS, words[at + 2 :]):
                yield noun.span.end
        elif is_noun(words[at + 1], lexicon) and not lexicon.may_be_verb(words[at + 1].lower):
            # “Neither meat nor milk poses a risk.”
            yield words[at + 1].span.end


def are_complements(stated: Sequence[Word], cited: Sequence[Sequence[Word]], lexicon: StatementLexicon) -> bool:
    """Say whether a sentence denies of most of them what the words cited state of few, or the other way round."""
    theirs = [word for words in cited for word in words]
    if _denies(stated, lexicon) == _denies(theirs, lexicon):
        return False
    few, most = (FEW, LESS), (MOST, MORE)
    known = [(lexicon.stem(each.noun.lower), each.scope) for words in cited for each in read_scopes(words, lexicon)]
    return any(
        lexicon.stem(own.noun.lower) == noun
        and ((own.scope in few and scope in most) or (own.scope in most and scope in few))
        for own in read_scopes(stated, lexicon)
        for noun, scope in known
    )


def _denies(words: Sequence[Word], lexicon: StatementLexicon) -> bool:
    return any(lexicon.denies(word.lower) for word in words) or any(
        lexicon.has("negations", word.lower)
        and not (lexicon.has("bounding negations", word.lower) and after.lower in lexicon.counting)
        and not any(lexicon.has(key, each.lower) for key, each in ((NONE, word), (ALL, after), (MANY, after)))
        for word, after in zip(words, (*words[1:], words[-1]), strict=True)
    )
