"""The places of two numbers among their words, in any language: 16 against 11, and never 11 against 16.

`find_swapped(stated, cited, lexicon)` of “mit 11 gegen 16 Stimmen” and “mit 16 gegen 11 Stimmen” are the two numbers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from newsbrief.reading.function_words import ALL_FUNCTION_WORDS
from newsbrief.reading.plain_claims.lexicon import PlainLexicon
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.roles import NUMBER, Exchange, sort_of

Stem = Callable[[str], str]

_BEFORE, _AFTER = 2, 4
_FEWEST = 2
_SMALL = 4
"""The most letters of the words that stand between a part and its whole: of the, de cada."""

_SHORTEST = 3
_ENDS = frozenset(".,;:!?()[]–—،؛؟。，；：、")


class NumberPlace(NamedTuple):
    """The words right before a number, and those after it up to the next one; `noun` is the first of content.

    `whole` is the next number, where nothing but small words stands before it: two of the five.
    """

    before: frozenset[str]
    after: frozenset[str]
    content: frozenset[str]
    noun: str
    whole: str


def read_places(words: Sequence[Word], stem: Stem) -> Mapping[str, NumberPlace]:
    """Return the place of each number of a sentence; of a number that stands twice, nothing."""
    numbers = [at for at, word in enumerate(words) if sort_of(word.actor or "") == NUMBER]
    found: dict[str, NumberPlace] = {}
    twice: set[str] = set()
    for each, at in enumerate(numbers):
        start = numbers[each - 1] + 1 if each else 0
        end = numbers[each + 1] if each + 1 < len(numbers) else len(words)
        before = _until_sign(words[max(start, at - _BEFORE) : at][::-1])
        after = _until_sign(words[at + 1 : min(end, at + 1 + _AFTER)])
        content = [stem(word.lower) for word in after if _is_of_content(word)]
        key = words[at].actor or ""
        twice |= {key} & found.keys()
        found[key] = NumberPlace(
            frozenset(_key(word, stem) for word in before),
            frozenset(_key(word, stem) for word in after),
            frozenset(content),
            content[0] if content else "",
            _whole_of(words, at, end) if end < len(words) else "",
        )
    return {key: place for key, place in found.items() if key not in twice}


def _whole_of(words: Sequence[Word], at: int, end: int) -> str:
    """Return the number at `end`, if nothing but small words stands between the one at `at` and it."""
    between = words[at + 1 : end]
    is_small = len(between) <= _AFTER and all(word.text[0].isalpha() and len(word.text) <= _SMALL for word in between)
    return (words[end].actor or "") if is_small else ""


def _until_sign(words: Sequence[Word]) -> list[Word]:
    found: list[Word] = []
    for word in words:
        if word.actor is None and word.text in _ENDS:
            break
        found.append(word)
    return found


def _key(word: Word, stem: Stem) -> str:
    return word.actor or stem(word.lower) or word.lower


def _is_of_content(word: Word) -> bool:
    lower = word.lower
    return word.actor is None and lower[0].isalpha() and len(lower) >= _SHORTEST and lower not in ALL_FUNCTION_WORDS


def find_swapped(
    stated_words: Sequence[Sequence[Word]], cited_words: Sequence[Sequence[Word]], lexicon: PlainLexicon
) -> Exchange | None:
    """Return two numbers that stand each in the place of the other one, or one that counts what another one does."""
    if _sides_in(stated_words, lexicon) == 2 > _sides_in(cited_words, lexicon):
        # “For it 11, against it 16” is no exchange of “16 votes against 11”.
        return None
    stated, cited = (_join(each, lexicon.stem) for each in (stated_words, cited_words))
    both = [key for key in stated if key in cited]
    for one, other in combinations(both, 2):
        if _are_swapped(stated[one], stated[other], cited[one], cited[other]):
            return Exchange(one, other)
    for one in both:
        for other, its in cited.items():
            is_part = other in (cited[one].whole, stated[one].whole)
            if other != one and not is_part and other not in stated and _counts_what(stated[one], cited[one], its):
                return Exchange(one, other)
    return None


def _sides_in(sentences: Sequence[Sequence[Word]], lexicon: PlainLexicon) -> int:
    """Return of how many sides of a vote some sentences speak."""
    found = {each.sign.key for words in sentences for each in lexicon.find(words)}
    return len(found & {"for", "against"})


def _join(sentences: Iterable[Sequence[Word]], stem: Stem) -> Mapping[str, NumberPlace]:
    """Return the places of the numbers of some sentences, those left out that stand in several."""
    found = [read_places(words, stem) for words in sentences]
    times = Counter(key for places in found for key in places)
    return {key: place for places in found for key, place in places.items() if times[key] == 1}


def _are_swapped(ours: NumberPlace, our_other: NumberPlace, theirs: NumberPlace, their_other: NumberPlace) -> bool:
    """Say whether two numbers have the words of each other beside them, and none of their own."""
    alike = _Overlap(theirs, their_other)
    crossed = alike.count(ours, their_other), alike.count(our_other, theirs)
    straight = alike.count(ours, theirs) + alike.count(our_other, their_other)
    return all(crossed) and not straight


class _Overlap:
    """What two places of the words cited share tells nothing of which is which."""

    def __init__(self, one: NumberPlace, other: NumberPlace) -> None:
        self.before, self.after = one.before & other.before, one.after & other.after

    def count(self, one: NumberPlace, other: NumberPlace) -> int:
        """Return how many words two places share besides."""
        return len((one.before & other.before) - self.before) + len((one.after & other.after) - self.after)


def _counts_what(ours: NumberPlace, theirs: NumberPlace, other: NumberPlace) -> bool:
    """Say whether a number counts what another one does in the words cited, in the same words: 11 members abstained."""
    shared = ours.content & other.content
    return len(shared) >= _FEWEST and ours.noun == other.noun and not ours.content & theirs.content
