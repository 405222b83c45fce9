"""The operators of the words cited that a sentence leaves out: “closed the mill”, for “instead of closing the mill”.

`find_unanswered(stated, cited, lexicon)` has the word of the sentence, and those of the words cited that take it back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsbrief.model.document import Span
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.operator_table import (
    ALONE,
    BOUNDED,
    CEASED,
    CLAIMED,
    CONDITIONAL,
    DOUBTED,
    EXCEPTED,
    NEARLY,
    UNDONE,
)
from newsbrief.reading.statements.operators import Operator, find_operators
from newsbrief.reading.statements.opposite_places import stems_of
from newsbrief.reading.statements.verb_groups import find_verb

_DENYING = ("negations", "negative subjects", "denials")
_LEAVING_OPEN = ("possible", "open questions", "allegations")
_ANSWERS: Mapping[str, tuple[str, ...]] = {
    UNDONE: (*_DENYING, "possible", "answers of undone"),
    NEARLY: (*_DENYING, "possible", "answers of undone"),
    CLAIMED: (*_LEAVING_OPEN, "denials", "sayings", "reported", "answers of claimed"),
    DOUBTED: (*_DENYING, *_LEAVING_OPEN, "answers of doubted"),
    EXCEPTED: (*_DENYING, "exceptions", "possible", "answers of undone"),
    CEASED: (*_DENYING, "answers of ceased"),
    ALONE: (*_DENYING, "answers of alone"),
    CONDITIONAL: ("possible", "open questions", "answers of conditional"),
}
_ENDINGS = ("nes", "ness", "ment", "ion", "ation", "al", "ure", "ance", "er", "or", "y", "ery")
_SHORTEST = 3
_STOPS = frozenset(".,;:!?()–—")

Cited = Sequence[tuple[Sequence[Word], Span, Sequence[Operator]]]
"""Sentences of the article, each with the stretch of it that is cited and its operators."""


def find_unanswered(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> tuple[Word, Word] | None:
    """Return a word that a sentence states, and what takes it back in the words cited, with the word there."""
    return (
        _find_head(stated, cited, lexicon)
        or _find_excepted(stated, cited, lexicon)
        or _find_bound(stated, cited, lexicon)
    )


def _find_head(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> tuple[Word, Word] | None:
    """Return a word that a sentence states, and the operator with the word in the words cited."""
    ours = free = None
    for words, span, operators in cited:
        for operator in operators:
            if operator.kind == ALONE and not _is_of_others(stated, lexicon):
                continue
            if operator.kind in (EXCEPTED, BOUNDED) or not any(span.holds(words[head].span) for head in operator.heads):
                continue
            ours = _places(stated, lexicon) if ours is None else ours
            if operator.kind == UNDONE and not _is_of_act(stated, words, span, operator, lexicon):
                continue
            for head in operator.heads:
                stem = lexicon.stem_of_meaning(words[head].lower)
                own = _same(stem, ours)
                if own is None or _is_noun_of(words, head, stated[own], lexicon):
                    continue
                free = _free_stems(cited, lexicon) if free is None else free
                if stem not in free and not _is_answered(stated, own, operator.kind, lexicon, words):
                    return stated[own], _show(words, operator.start, head)
    return None


def _is_of_act(
    stated: Sequence[Word], words: Sequence[Word], span: Span, operator: Operator, lexicon: StatementLexicon
) -> bool:
    """Say whether a sentence is of what was done instead; of “rather than the earthquake” alone it may name that."""
    if span.holds(words[operator.start].span):
        return True
    return not stems_of([word for word in words if not span.holds(word.span)], lexicon).isdisjoint(
        stems_of(stated, lexicon)
    )


def _is_noun_of(words: Sequence[Word], head: int, own: Word, lexicon: StatementLexicon) -> bool:
    """Say whether a noun after an article has the meaning of a verb of the sentence, not its stem: a fault, blamed."""
    is_noun = head > 0 and lexicon.has("articles", words[head - 1].lower)
    return is_noun and lexicon.is_past(own.lower) and lexicon.stem(words[head].lower) != lexicon.stem(own.lower)


def _is_of_others(stated: Sequence[Word], lexicon: StatementLexicon) -> bool:
    return any(lexicon.has("company", word.lower) for word in stated)


def _find_excepted(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> tuple[Word, Word] | None:
    """Return the verb that a sentence states of what is left out in the words cited: all but the poorest."""
    for words, operator, noun in _exceptions(stated, cited, lexicon):
        verb = _verb_beside(words, operator.start, lexicon)
        own = next((at for at, word in enumerate(stated) if lexicon.stem(word.lower) == verb), None)
        if own is not None and not _is_answered(stated, own, EXCEPTED, lexicon):
            return stated[own], _show(words, operator.start, max(noun))
    return None


def is_of_exception(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> bool:
    """Say whether a sentence names what the words cited leave out: everyone except Aske."""
    return any(True for _ in _exceptions(stated, cited, lexicon))


def _exceptions(
    stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon
) -> Iterator[tuple[Sequence[Word], Operator, list[int]]]:
    """Yield what the words cited leave out and a sentence names, with the numbers of its words."""
    ours: frozenset[str] | None = None
    for words, span, operators in cited:
        for operator in operators:
            if operator.kind == EXCEPTED and span.holds(words[operator.start].span):
                noun = _noun(words, operator.end, lexicon)
                ours = _stems(stated, range(len(stated)), lexicon) if ours is None else ours
                if noun and _stems(words, noun, lexicon) <= ours:
                    yield words, operator, noun


def _noun(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> list[int]:
    """Return the numbers of the words of content of the noun that begins at a word."""
    found: list[int] = []
    for number in range(start, len(words)):
        word = words[number]
        is_small = word.lower in lexicon.small or lexicon.has("prepositions", word.lower)
        if word.text in _STOPS or (found and is_small):
            break
        if not is_small:
            found.append(number)
    return found


def _stems(words: Sequence[Word], numbers: Iterable[int], lexicon: StatementLexicon) -> frozenset[str]:
    return frozenset(words[at].actor or lexicon.stem(words[at].lower) for at in numbers)


def _verb_beside(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> str | None:
    """Return the stem of the last verb before a word, or of the first one after it."""
    for number in (*range(at - 1, -1, -1), *range(at + 1, len(words))):
        group = find_verb(words, number, lexicon)
        if group is None:
            continue
        if words[group.at].lower not in lexicon.small:
            return group.stem
        if lexicon.has("be", words[group.at].lower) and group.end < len(words):
            # “Is open every day”.
            return lexicon.stem(words[group.end].lower)
    return None


def _find_bound(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> tuple[Word, Word] | None:
    """Return a time that is bounded in the words cited and not in a sentence: in 2031 at the earliest."""
    ours = {word.lower for word in stated}
    is_not_before = "before" in ours and not lexicon.words_of(("negations",)).isdisjoint(ours)
    for words, span, operators in cited:
        for operator in operators:
            if operator.kind != BOUNDED or not span.holds(words[operator.end - 1].span):
                continue
            time = words[operator.heads[0]].lower
            own = next((word for word in stated if word.lower == time), None)
            answers = lexicon.bounds_of_time[words[operator.end - 1].lower]
            if own is not None and not is_not_before and ours.isdisjoint(answers):
                return own, _show(words, operator.heads[0], operator.end - 1)
    return None


def _places(words: Sequence[Word], lexicon: StatementLexicon) -> Mapping[str, list[int]]:
    """Return where the words of content of a sentence stand, by their stems."""
    places: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        if word.actor is None and len(word.lower) >= _SHORTEST and word.lower.isalpha():
            places.setdefault(lexicon.stem_of_meaning(word.lower), []).append(number)
    return places


def _same(stem: str, places: Mapping[str, list[int]]) -> int | None:
    """Return where a word stands that has a stem, or one made from it: ill, illness."""
    for each in (stem, *(stem + ending for ending in _ENDINGS), *(_cut(stem, ending) for ending in _ENDINGS)):
        if each in places and (each == stem or len(each) >= _SHORTEST):
            return places[each][0]
    return None


def _cut(stem: str, ending: str) -> str:
    return stem.removesuffix(ending) if stem.endswith(ending) else ""


def _free_stems(cited: Cited, lexicon: StatementLexicon) -> frozenset[str]:
    """Return the stems of the words cited that nothing takes back."""
    free: set[str] = set()
    for words, span, operators in cited:
        taken = {number for operator in operators for number in operator.heads}
        free.update(
            lexicon.stem_of_meaning(word.lower)
            for number, word in enumerate(words)
            if number not in taken and span.holds(word.span)
        )
    return frozenset(free)


def names_undone(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> bool:
    """Say whether a sentence has a word that the words cited have only as undone: not for `drinking`."""
    ours = frozenset(lexicon.stem(word.lower) for word in stated)
    return any(
        lexicon.stem(words[head].lower) in ours
        for words, _, operators in cited
        for operator in operators
        if operator.kind == UNDONE
        for head in operator.heads
    )


def _is_answered(
    stated: Sequence[Word], own: int, kind: str, lexicon: StatementLexicon, cited: Sequence[Word] = ()
) -> bool:
    """Say whether another word of a sentence answers an operator of a kind; a preposition that both have does not."""
    prepositions = lexicon.words_of(("prepositions",))
    answers = lexicon.words_of(_ANSWERS[kind]) - prepositions.intersection(word.lower for word in cited)
    for at, word in enumerate(stated):
        # “May” may be the month.
        if at != own and word.text != "May" and (word.lower in answers or lexicon.denies(word.lower)):
            return True
    return any(operator.kind in (kind, EXCEPTED) for operator in find_operators(stated, lexicon))


def _show(words: Sequence[Word], start: int, end: int) -> Word:
    """Return the operator with its head, as one word."""
    text = " ".join(word.text for word in words[start : end + 1])
    return Word(text, text.lower(), Span(words[start].span.start, words[end].span.end), None)
