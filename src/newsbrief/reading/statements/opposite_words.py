"""The words of a sentence that have an opposite.

`find_words(words, lexicon)` has for “a larger crowd” the word `larger`, on the first side of its entry.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.reading.sentence_words import Word, read_once
from newsbrief.reading.statements.certainty import read_words
from newsbrief.reading.statements.hedges import NOT, OPEN, PLANNED
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_table import VERBS, OppositeTable, Sort


class OppositeWord(NamedTuple):
    """A word of an entry, from the word number `start` up to `end`; the other sides of it say the opposite."""

    start: int
    end: int
    entry: int
    side: int
    sort: Sort


def find_words(
    words: Sequence[Word], lexicon: StatementLexicon, wanted: Collection[int] | None = None
) -> Iterator[OppositeWord]:
    """Yield the words of the table in a sentence, of `wanted` entries only; a longer phrase hides a shorter one."""
    found = read_once(_all_words, words, lexicon)
    if wanted is not None:
        found = [each for each in found if each.entry in wanted]
    longest = {each.start: each.end for each in sorted(found, key=lambda each: each.end)}
    found = [each for each in found if each.end == longest[each.start]]
    yield from _turn_denied(words, found, lexicon)


def may_meet(ours: Sequence[Word], theirs: Sequence[Word], lexicon: StatementLexicon) -> bool:
    """Say whether two sentences may have words on different sides of one entry: a denial turns complements alone."""
    sides = read_once(_sides, theirs, lexicon)
    return any(
        each.sort == "complements" or sides[each.entry] != {each.side}
        for each in read_once(_all_words, ours, lexicon)
        if each.entry in sides
    )


def _sides(words: Sequence[Word], lexicon: StatementLexicon) -> Mapping[int, set[int]]:
    """Return the sides on which the words of a sentence stand, by their entries, whatever denies them."""
    sides: dict[int, set[int]] = {}
    for each in read_once(_all_words, words, lexicon):
        sides.setdefault(each.entry, set()).add(each.side)
    return sides


def _all_words(words: Sequence[Word], lexicon: StatementLexicon) -> list[OppositeWord]:
    """Return the words of the table in a sentence, whatever denies them."""
    table = lexicon.opposites
    return [
        each
        for at, word in enumerate(words)
        if word.lower in table.words or lexicon.stem(word.lower) in table.stems
        for each in _words_at(words, at, table, lexicon)
    ]


def _words_at(
    words: Sequence[Word], at: int, table: OppositeTable, lexicon: StatementLexicon
) -> Iterator[OppositeWord]:
    word = words[at]
    if word.actor is not None or not word.text[0].isalpha():
        return
    for form in (*table.words.get(word.lower, ()), *table.stems.get(lexicon.stem(word.lower), ())):
        end = at + 1 + len(form.rest)
        if not form.rest and table.sorts[form.entry] in VERBS and _compares(words, at, table, lexicon):
            continue
        if not form.rest or tuple(each.lower for each in words[at + 1 : end]) == form.rest:
            yield OppositeWord(at, end, form.entry, form.side, table.sorts[form.entry])


def _compares(words: Sequence[Word], at: int, table: OppositeTable, lexicon: StatementLexicon) -> bool:
    """Say whether a word that could be a verb is none: `was lower`, `two metres lower`, `lower than`."""
    if not any(table.sorts[form.entry] not in VERBS for form in table.words.get(words[at].lower, ())):
        return False
    before = words[max(0, at - 2) : at]
    is_after = bool(before) and any(lexicon.has(key, before[-1].lower) for key in ("linking", "articles", "adverbs"))
    is_after &= not (before and before[-1].lower == "to")
    is_measured = len(before) == 2 and (before[0].text[0].isdigit() or lexicon.has("numbers", before[0].lower))
    return is_after or is_measured or (at + 1 < len(words) and words[at + 1].lower == "than")


def _turn_denied(
    words: Sequence[Word], found: Sequence[OppositeWord], lexicon: StatementLexicon
) -> Iterator[OppositeWord]:
    """Yield the words that nothing denies, and of complements, the denied ones on the other side."""
    verbs = {_meaning(words[each.start].lower, lexicon) for each in found if each.sort in VERBS}
    sure = {each.span.end: each.hedges for each in read_words(words, lexicon, verbs)} if verbs else {}
    for each in found:
        if each.sort not in VERBS:
            before = words[max(0, each.start - 2) : each.start]
            if not any(lexicon.has("negations", word.lower) for word in before):
                yield each
            continue
        if each.start and lexicon.has("nearly", words[each.start - 1].lower):
            # What almost hit it missed it.
            continue
        hedges = sure.get(words[each.start].span.end, frozenset[str]())
        if any(lexicon.has("sparing", word.lower) for word in words[max(0, each.start - 2) : each.start]):
            hedges |= {NOT}
        if each.sort == "complements" and (NOT in hedges or lexicon.denies(words[each.start].lower)):
            # “Unhurt” is denied by itself.
            is_turned = (NOT in hedges) != lexicon.denies(words[each.start].lower)
            yield each._replace(side=1 - each.side) if is_turned else each
        elif not hedges & {NOT, OPEN} and not (each.sort == "complements" and PLANNED in hedges):
            # Who “still has to be paid” is unpaid.
            yield each


def _meaning(word: str, lexicon: StatementLexicon) -> str:
    return lexicon.denying.get(word) or lexicon.stem_of_meaning(word)
