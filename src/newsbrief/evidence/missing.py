"""The reason why words were not found in an article, and the words there that an editor may have meant.

`explain_absence(words, "the Bridge")` is `Missing("case", …)` with the place of "the bridge".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content.similar_words import Vocabulary
from newsbrief.evidence.typography import FoldedText, fold_words
from newsbrief.evidence.whole_words import find_whole
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late

_WORD = compile_late(r"\w+(?:'\w+)*")
# These bound the work for any article; they are enough to suggest something for any quotation.
_MOST_PLACES_TRIED = 500
_MOST_WORDS_COMPARED = 60
_MOST_WORDS_SOUGHT = 40
_MOST_WORDS_GUESSED = 12
_MOST_ANCHORS = 6
_MOST_RUNS_COMPARED = 12
_LEAST_ALIKE = 0.65

Reason = Literal["absent", "case", "punctuation", "part of a word", "apart", "repeated", "elsewhere", "empty"]


class Missing(Struct, frozen=True):
    """The reason why words were not found exactly once.

    `places` are those of the words, of their parts, or of the words most like them.
    """

    reason: Reason
    places: tuple[Span, ...] = ()


class FoldedWords(Struct, frozen=True, dict=True):
    """The words of a folded text, in order, and where each of them stands. All is found when it is first needed."""

    folded: FoldedText

    @cached_property
    def matches(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.folded.text))

    @cached_property
    def written(self) -> list[str]:
        return [match[0] for match in self.matches]

    @cached_property
    def lowered(self) -> list[str]:
        return [match[0].lower() for match in self.matches]

    @cached_property
    def lowered_text(self) -> FoldedText | None:
        """The text in small letters; None where these take more room than the capitals."""
        lowered = self.folded.text.lower()
        return replace(self.folded, text=lowered) if len(lowered) == len(self.folded.text) else None

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """The numbers of the places of each word, which is in small letters."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.lowered):
            places.setdefault(word, []).append(at)
        return places

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(tuple(self.places))

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in self.matches]

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in self.matches]

    def span(self, first: int, end: int) -> tuple[Span, ...]:
        """Return the place of the words with the numbers from `first` to `end`, excluded, if the text has it whole."""
        span = self.folded.original(self._starts[first], self._ends[end - 1])
        return (span,) if span else ()

    def around(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the place of the words that `text[start:end]` holds or cuts."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return self.span(first, last) if first < last else ()

    def runs(self, have: list[str], wanted: list[str], at: int = 0) -> Iterator[int]:
        """Yield the numbers from `at` on at which the words `wanted` follow each other in `have`, one of the lists."""
        if not wanted:
            return
        everywhere = [self.places.get(word.lower(), []) for word in wanted]
        offset = min(range(len(wanted)), key=lambda number: len(everywhere[number]))
        places = everywhere[offset]
        first = bisect_left(places, at + offset)
        for place in places[first : first + _MOST_PLACES_TRIED]:
            start = place - offset
            if have[start : start + len(wanted)] == wanted:
                yield start


def explain_absence(text: FoldedWords, exact: str, *, is_guessing: bool = True) -> Missing:
    """Return the reason why `exact` does not stand in the text, with the words that stand there instead.

    Words that are only alike are looked for where `is_guessing`; that takes longest.
    """
    needle = fold_words(exact)
    if not needle:
        return Missing("empty")
    if places := find_in_other_case(text, needle):
        return Missing("case", places)
    words = _WORD.findall(needle)
    if places := _find_same_words(text, words):
        return Missing("punctuation", places)
    if places := _find_inside_words(text, needle):
        return Missing("part of a word", places)
    if places := _find_pieces(text, words):
        return Missing("apart", places)
    return Missing("absent", _find_nearest(text, words) if is_guessing else ())


def find_in_other_case(text: FoldedWords, needle: str) -> tuple[Span, ...]:
    """Find the first place of the folded `needle` with other capitals."""
    return find_whole(text.lowered_text, needle.lower(), most=1) if text.lowered_text else ()


def _find_same_words(text: FoldedWords, words: list[str]) -> tuple[Span, ...]:
    """Find the same run of words, in any case and with anything between them."""
    at = next(text.runs(text.lowered, [word.lower() for word in words]), None)
    return () if at is None else text.span(at, at + len(words))


def _find_inside_words(text: FoldedWords, needle: str) -> tuple[Span, ...]:
    """Find the whole words of which `needle` cuts off a part."""
    at = next(text.folded.words.starts_of(needle, may_cut=True), None)
    return () if at is None else text.around(at, at + len(needle))


def _find_pieces(text: FoldedWords, words: list[str]) -> tuple[Span, ...]:
    """Find the words in two runs that stand apart, the second after the first."""
    have = text.written
    for start in islice(text.runs(have, words[:2]), _MOST_ANCHORS if len(words) > 1 else 0):
        run = _length_of_common_run(words, have, start)
        rest = words[run:]
        at = next(text.runs(have, rest, start + run), None) if len(rest) > 1 else None
        if at is not None:
            return (*text.span(start, start + run), *text.span(at, at + len(rest)))
    return ()


def _length_of_common_run(words: list[str], have: list[str], start: int) -> int:
    run = 0
    while run < len(words) and start + run < len(have) and have[start + run] == words[run]:
        run += 1
    return run


def _find_nearest(text: FoldedWords, words: list[str]) -> tuple[Span, ...]:
    """Find the run of words most like these; nothing where little is alike."""
    wanted = [word.lower() for word in words[:_MOST_WORDS_COMPARED]]
    known = frozenset(wanted)

    def count_shared(at: int) -> int:
        return sum(map(len, known.intersection(text.lowered[at : at + len(wanted)])))

    likely = sorted(_likely_starts(text, wanted), key=count_shared, reverse=True)[:_MOST_RUNS_COMPARED]
    from difflib import SequenceMatcher

    sought = " ".join(wanted)
    matcher = SequenceMatcher(None, "", sought, autojunk=False)
    best, best_ratio = None, _LEAST_ALIKE
    for at in likely:
        run = text.lowered[at : at + len(wanted)]
        matcher.set_seq1(" ".join(run))
        if matcher.quick_ratio() > best_ratio and (ratio := _compare(sought, " ".join(run))) > best_ratio:
            best, best_ratio = (at, at + len(run)), ratio
    return text.span(*best) if best else ()


def _compare(one: str, other: str) -> float:
    """Return how much of two texts is alike, from 0 to 1; most of what an editor copies is alike at both ends."""
    from difflib import SequenceMatcher

    most = min(len(one), len(other))
    start = next((at for at in range(most) if one[at] != other[at]), most)
    most -= start
    end = next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)
    rest = SequenceMatcher(None, one[start : len(one) - end], other[start : len(other) - end], autojunk=False)
    alike = start + end + sum(block.size for block in rest.get_matching_blocks())
    return 2 * alike / (len(one) + len(other))


def _likely_starts(text: FoldedWords, wanted: list[str]) -> set[int]:
    """Return where a run could begin that has one of the rarest wanted words, or one spelt like it, in its place."""
    sought = list(enumerate(wanted[:_MOST_WORDS_SOUGHT]))
    anchors = {(word, place) for place, word in sought if word in text.places}
    if sum(len(text.places[word]) <= _MOST_ANCHORS for word, _ in anchors) < _MOST_ANCHORS:
        unknown = sorted((pair for pair in sought if pair[1] not in text.places), key=lambda pair: -len(pair[1]))
        for place, word in unknown[:_MOST_WORDS_GUESSED]:
            if near := text.vocabulary.nearest(word, 0.75):
                anchors.add((near, place))
    rarest = sorted(anchors, key=lambda pair: (len(text.places[pair[0]]), pair))[:_MOST_ANCHORS]
    return {max(0, at - place) for word, place in rarest for at in text.places[word][:_MOST_ANCHORS]}
