"""The reason why words were not found in an article, and the words there that an editor may have meant.

`explain_absence(words, "the Bridge")` is `Missing("case", …)` with the place of "the bridge".
"""

import re
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.evidence.typography import FoldedText, fold_words
from newsbrief.evidence.whole_words import find_whole
from newsbrief.model.document import Span

_WORD = re.compile(r"\w+(?:'\w+)*")
# These bound the work for any article; they are enough to suggest something for any quotation.
_MOST_WORDS_COMPARED = 60
_MOST_WORDS_GUESSED = 40
_MOST_ANCHORS = 6
_LEAST_ALIKE = 0.65

Reason = Literal["absent", "case", "punctuation", "part of a word", "apart", "repeated", "elsewhere", "empty"]


class Missing(Struct, frozen=True):
    """The reason why words were not found exactly once.

    `places` are those of the words, of their parts, or of the words most like them.
    """

    reason: Reason
    places: tuple[Span, ...] = ()


class FoldedWords(Struct, frozen=True, dict=True):
    """The words of a folded text, in order."""

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

    def span(self, first: int, end: int) -> tuple[Span, ...]:
        """Return the place of the words with the numbers from `first` to `end`, excluded, if the text has it whole."""
        span = self.folded.original(self.matches[first].start(), self.matches[end - 1].end())
        return (span,) if span else ()


def explain_absence(text: FoldedWords, exact: str) -> Missing:
    """Return the reason why `exact` does not stand in the text, with the words that stand there instead."""
    needle = fold_words(exact)
    if not needle:
        return Missing("empty")
    if places := _find_in_other_case(text, needle):
        return Missing("case", places)
    words = _WORD.findall(needle)
    if places := _find_same_words(text, words):
        return Missing("punctuation", places)
    if places := _find_inside_words(text, needle):
        return Missing("part of a word", places)
    if places := _find_pieces(text, words):
        return Missing("apart", places)
    return Missing("absent", _find_nearest(text, words))


def _find_in_other_case(text: FoldedWords, needle: str) -> tuple[Span, ...]:
    lowered, wanted = text.folded.text.lower(), needle.lower()
    if len(lowered) != len(text.folded.text):
        return ()
    return find_whole(replace(text.folded, text=lowered), wanted)[:1]


def _find_same_words(text: FoldedWords, words: list[str]) -> tuple[Span, ...]:
    """Find the same run of words, in any case and with anything between them."""
    wanted, have = [word.lower() for word in words], text.lowered
    for at in range(len(have) - len(wanted) + 1) if wanted else ():
        if have[at] == wanted[0] and have[at : at + len(wanted)] == wanted:
            return text.span(at, at + len(wanted))
    return ()


def _find_inside_words(text: FoldedWords, needle: str) -> tuple[Span, ...]:
    """Find the whole words of which `needle` cuts off a part."""
    at = text.folded.text.find(needle)
    if at < 0:
        return ()
    whole = [match for match in text.matches if match.start() < at + len(needle) and at < match.end()]
    span = text.folded.original(whole[0].start(), whole[-1].end()) if whole else None
    return (span,) if span else ()


def _find_pieces(text: FoldedWords, words: list[str]) -> tuple[Span, ...]:
    """Find the words in two runs that stand apart, the second after the first."""
    have = text.written
    starts = [at for at in range(len(have) - 1) if have[at : at + 2] == words[:2]]
    for start in starts[:_MOST_ANCHORS]:
        run = _length_of_common_run(words, have, start)
        rest = words[run:]
        for at in range(start + run, len(have) - len(rest) + 1) if len(rest) > 1 else ():
            if have[at] == rest[0] and have[at : at + len(rest)] == rest:
                return (*text.span(start, start + run), *text.span(at, at + len(rest)))
    return ()


def _length_of_common_run(words: list[str], have: list[str], start: int) -> int:
    run = 0
    while run < len(words) and start + run < len(have) and have[start + run] == words[run]:
        run += 1
    return run


def _find_nearest(text: FoldedWords, words: list[str]) -> tuple[Span, ...]:
    """Find the run of words most like these; nothing where little is alike."""
    wanted, have = [word.lower() for word in words[:_MOST_WORDS_COMPARED]], text.lowered
    best, best_ratio = None, _LEAST_ALIKE
    for at in _likely_starts(wanted, have):
        window = have[at : at + len(wanted)]
        ratio = SequenceMatcher(None, " ".join(wanted), " ".join(window), autojunk=False).ratio()
        if ratio > best_ratio:
            best, best_ratio = (at, at + len(window)), ratio
    return text.span(*best) if best else ()


def _likely_starts(wanted: list[str], have: list[str]) -> list[int]:
    """Return where a run could begin that has one of the rarest wanted words, or one spelt like it, in its place."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(have):
        places.setdefault(word, []).append(at)
    spelt_alike = {
        (near, place)
        for place, word in enumerate(wanted[:_MOST_WORDS_GUESSED])
        for near in ([word] if word in places else get_close_matches(word, places, n=1, cutoff=0.75))
    }
    rarest = sorted(spelt_alike, key=lambda pair: (len(places[pair[0]]), pair))[:_MOST_ANCHORS]
    return sorted({max(0, at - place) for word, place in rarest for at in places[word][:_MOST_ANCHORS]})
