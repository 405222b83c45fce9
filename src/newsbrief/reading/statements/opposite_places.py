"""The places in which words such as “larger” and “rose” stand: of what they are said, and with what they compare it.

`place_of(words, found, lexicon)` of “a larger crowd than last year” has the head `crowd`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.opposite_words import OppositeWord

Things = frozenset[str]
"""The stems of words of content, and the ids of actors after a sign."""

ACTOR, EVERYBODY, UNNAMED = "@", "*", "?"
"""The sign before the id of an actor, the thing of a verb that is said of nobody, and a subject that is not named."""

_NEAR = 4
"""The most words between such a word and what it is said of."""

_OF_TIMES = frozenset(["on", "in"])
_STOPS = frozenset(".,;:!?()–—")
_CLAUSES = ("clauses", "after", "before")
_MOST_THINGS = 6
_NONE: Things = frozenset()


class AttributePlace(NamedTuple):
    """The words beside an attribute.

    `modifiers` stand right before it, `head` right after it, `complement` after its “than” or its preposition,
    `subject` before it, `predicate` after a form of “be”. It is `predicative` after one.
    """

    modifiers: Things
    head: Things
    complement: Things
    subject: Things
    predicate: Things
    compares: bool
    predicative: bool

    @property
    def without_complement(self) -> Things:
        return self.head or (self.subject if self.predicative else _NONE)

    @property
    def things(self) -> Things:
        return self.head or self.complement or (self.subject if self.predicative else _NONE)


_NOWHERE = AttributePlace(_NONE, _NONE, _NONE, _NONE, _NONE, False, False)


def place_of(words: Sequence[Word], found: OppositeWord, lexicon: StatementLexicon) -> AttributePlace:
    """Return what stands beside a word."""
    start, end = found.start, found.end
    head = list(_head(words, end, lexicon))
    after = head[-1] + 1 if head else end
    if not head and end + 1 < len(words) and words[end].lower in _OF_TIMES:
        # “Late on Tuesday”, “early in May”.
        head = list(_head(words, end + 1, lexicon))
    if _is_bound(words, end, lexicon):
        return _NOWHERE
    is_preposition = lexicon.has("prepositions", words[end - 1].lower) and not _is_last(words, end)
    complement = _NONE
    compares = after < len(words) and words[after].lower == "than"
    if is_preposition:
        head, complement = [], frozenset(_content(_with_name(words[end:]), lexicon))
    elif after < len(words) and lexicon.has("complements of qualities", words[after].lower):
        complement = frozenset(_content(words[after + 1 :], lexicon))
    before = start - 1
    while before >= 0 and lexicon.has("adverbs", words[before].lower):
        before -= 1
    if not head and before > 0 and lexicon.has("articles", words[before].lower):
        # “Was the heaviest since May”.
        before -= 1
    is_predicative = before >= 0 and lexicon.has("linking", words[before].lower)
    modifiers = frozenset(_modifiers(words, start, lexicon))
    predicate = frozenset(_content(words[end + 1 :], lexicon)) if _is_linked(words, end, lexicon) else _NONE
    subject = frozenset(_content(reversed(words[:start]), lexicon))
    stems = frozenset(_stem(words[at], lexicon) for at in head)
    return AttributePlace(modifiers, stems, complement, subject, predicate, compares, is_predicative)


def _is_bound(words: Sequence[Word], end: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word bounds a number: “more than 300 shops”."""
    than = words[end : end + 2]
    return len(than) == 2 and than[0].lower == "than" and _is_number(than[1], lexicon)


def _is_number(word: Word, lexicon: StatementLexicon) -> bool:
    return word.text[0].isdigit() or lexicon.has("numbers", word.lower)


def _is_last(words: Sequence[Word], end: int) -> bool:
    """Say whether nothing comes after a preposition: “stayed behind.”"""
    return end == len(words) or words[end].text in _STOPS


def _is_linked(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> bool:
    return at < len(words) and lexicon.has("linking", words[at].lower)


def _head(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> Iterator[int]:
    """Yield the numbers of the words of a noun that begins at `at`: left `rear engine`, first three `games`."""
    for number in range(at, min(len(words), at + _NEAR)):
        word = words[number]
        if lexicon.has("pro-forms", word.lower) and number == at:
            return
        if _is_number(word, lexicon):
            continue
        if not _is_content(word, lexicon):
            return
        yield number
        if word.actor:
            return


def _modifiers(words: Sequence[Word], start: int, lexicon: StatementLexicon) -> Iterator[str]:
    """Yield the words right before a noun, and its owner: “two Polish sisters”, “Aske's sister”."""
    for word in reversed(words[max(0, start - _NEAR) : start]):
        if word.lower == "'s" or word.text == "-":
            continue
        if lexicon.has("numbers", word.lower):
            yield word.lower
        elif _is_content(word, lexicon) and not lexicon.is_past(word.lower):
            yield _stem(word, lexicon)
        else:
            return


def _with_name(words: Sequence[Word]) -> Sequence[Word]:
    """Return words without the comma before a name that is set beside a noun: “behind the leaders, Aske”."""
    comma = next((at for at, word in enumerate(words[:_NEAR]) if word.text == ","), None)
    if comma is None or comma + 1 == len(words) or not (words[comma + 1].actor or words[comma + 1].is_capitalised):
        return words
    return [*words[:comma], *words[comma + 1 :]]


def _content(words: Iterable[Word], lexicon: StatementLexicon) -> Iterator[str]:
    """Yield the words of content up to the end of a clause."""
    found = 0
    for word in words:
        if word.text in _STOPS or lexicon.has("joining", word.lower) or lexicon.has("clauses", word.lower):
            return
        if _is_content(word, lexicon) or (word.text.isdigit() and len(word.text) == 4):
            yield _stem(word, lexicon)
            found += 1
            if found == _MOST_THINGS:
                return


def _is_content(word: Word, lexicon: StatementLexicon) -> bool:
    if word.actor is not None:
        return True
    lower = word.lower
    return (
        lower[0].isalpha() and len(lower) > 2 and lower not in lexicon.small and not lexicon.has("prepositions", lower)
    )


def _stem(word: Word, lexicon: StatementLexicon) -> str:
    return f"{ACTOR}{word.actor}" if word.actor else lexicon.stem(word.lower)


def stems_of(words: Sequence[Word], lexicon: StatementLexicon) -> Things:
    """Return all words of content of a sentence."""
    return frozenset(_stem(word, lexicon) for word in words if _is_content(word, lexicon))


def subject_near(words: Sequence[Word], found: OppositeWord, lexicon: StatementLexicon) -> Things:
    """Return the words of content right before a verb, within its clause."""
    return frozenset(_walk(words, found.start - 1, -1, lexicon)[0])


def things_near(words: Sequence[Word], found: OppositeWord, lexicon: StatementLexicon) -> Things:
    """Return the words of content beside a verb, within its clause; it may have the subject of the one before it."""
    before, joint = _walk(words, found.start - 1, -1, lexicon)
    after, _ = _walk(words, found.end, 1, lexicon)
    if not before and joint is not None:
        between = words[joint + 1 : found.start]
        is_left_out = not any(lexicon.has("pronouns", word.lower) for word in between)
        before = _first_subject(words, found.start, lexicon) if is_left_out else []
    elif joint is None:
        # “A gala with the soprano Aske on 27 May will go ahead.”
        before += _first_subject(words, found.start, lexicon)[:1]
    return frozenset((*before, *after)) if before else frozenset((*after, UNNAMED))


def _walk(words: Sequence[Word], at: int, step: int, lexicon: StatementLexicon) -> tuple[list[str], int | None]:
    """Return the words of content in one direction, and the number of the word such as “and” that ends them."""
    things: list[str] = []
    passed = 0
    while 0 <= at < len(words) and passed < _NEAR:
        word = words[at]
        if word.text in _STOPS:
            break
        if step < 0 and lexicon.has("joining", word.lower):
            return things, at
        if things and word.actor is None and word.lower in lexicon.words_of(_CLAUSES):
            break
        if lexicon.has("nobodies", word.lower):
            things.append(EVERYBODY)
        elif lexicon.has("pro-forms", word.lower) and at and words[at - 1].lower in lexicon.opposites.words:
            # “Its newest one” is a thing named elsewhere.
            things.append(UNNAMED)
        elif _is_content(word, lexicon) or lexicon.has("qualities", word.lower):
            things.append(_stem(word, lexicon))
        # Signs and numbers are no words: “rejected a $900 million bid”.
        passed += word.text[0].isalpha() and not lexicon.has("determiners", word.lower)
        at += step
    return things, None


def _first_subject(words: Sequence[Word], before: int, lexicon: StatementLexicon) -> list[str]:
    """Return what the first verb of a clause is said of, up to it: “Sales in Aske rose and fell”."""
    start = before
    while start > 0 and words[start - 1].text not in ".;:":
        start -= 1
    things: list[str] = []
    for word in words[start:before]:
        if lexicon.is_past(word.lower) or lexicon.has("auxiliaries", word.lower):
            break
        if _is_content(word, lexicon):
            things.append(_stem(word, lexicon))
    return things
