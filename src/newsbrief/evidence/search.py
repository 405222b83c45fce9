"""Finding words in an article, exactly, and telling why they were not found.

The selector is the W3C's TextQuoteSelector: the words themselves (`exact`) and, where they occur more than once,
what stands right before (`prefix`) or after (`suffix`) them. https://www.w3.org/TR/annotation-model/#text-quote-selector
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.evidence.quotation_marks import FAMILIES, Marks, pair_quotation_marks
from newsbrief.evidence.typography import Folded, fold, fold_words
from newsbrief.model.document import Document, Span

_MARKS = "".join(FAMILIES)
_WORD = re.compile(r"\w+(?:'\w+)*")
# Chinese, Japanese, Thai, Lao, Khmer and Burmese set no space between words; there a match may begin and end anywhere.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_CONTRACTED = re.compile(r"'(?!s(?!\w))\w", re.IGNORECASE)
# Suggestions only: enough for any quotation, and bounded for any article.
_MOST_WORDS_COMPARED = 60
_MOST_WORDS_GUESSED = 40
_MOST_ANCHORS = 6
_LEAST_ALIKE = 0.65
# White space and marks that may stand between words and their neighbours.
_SPARE = 8

Reason = Literal["absent", "case", "punctuation", "part of a word", "apart", "repeated", "elsewhere", "empty"]


class Missing(Struct, frozen=True):
    """Why words were not found exactly once.

    `places` are where they, or the words nearest to them, stand; `pieces` are the parts in which they stand apart.
    """

    reason: Reason
    places: tuple[Span, ...] = ()


class Evidence(Struct, frozen=True, dict=True):
    """An article's canonical text, made ready to be searched."""

    document: Document

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def marks(self) -> Marks:
        return pair_quotation_marks(self.text, self.document.paragraphs)

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text, self.marks.reopening)

    @cached_property
    def _folded_with_every_mark(self) -> Folded:
        return fold(self.text)

    @cached_property
    def _words(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.folded.text))

    def block_of(self, offset: int) -> int:
        """Return the number of the top-level block (a paragraph, a whole list or table) that holds `offset`."""
        return max(0, bisect_right(self._block_starts, offset) - 1)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [element.at for element in self.document.tree]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.document.paragraphs]

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def paragraph_of(self, offset: int) -> int:
        """Return the number of the paragraph that holds `offset`, or of the last one before it."""
        starts = self._paragraph_starts
        return max(0, bisect_right(starts, offset) - 1)

    def occurrences(self, exact: str, prefix: str = "", suffix: str = "") -> tuple[Span, ...]:
        """Return every place, in order, where the words stand whole between the given neighbours."""
        needle, before, after = fold_words(exact), fold_words(prefix), fold_words(suffix)
        found = _places(self.folded, needle, before, after)
        if not found and self.marks.reopening:
            # The words may have been copied with a mark that opens a quotation anew in its next paragraph.
            found = _places(self._folded_with_every_mark, needle, before, after)
        return found

    def find(self, exact: str, prefix: str = "", suffix: str = "") -> Span | Missing:
        """Return the one place where the words stand, or why there is no such place."""
        found = self.occurrences(exact, prefix, suffix)
        if len(found) == 1:
            return found[0]
        if found:
            return Missing("repeated", found)
        if (prefix or suffix) and (places := self.occurrences(exact)):
            return Missing("elsewhere", places)
        return self.explain_absence(exact)

    def explain_absence(self, exact: str) -> Missing:
        """Return what the article has instead of words that it does not have."""
        needle = fold_words(exact)
        if not needle:
            return Missing("empty")
        if places := self._other_case(needle):
            return Missing("case", places)
        words = [match[0] for match in _WORD.finditer(needle)]
        if places := self._same_words(words):
            return Missing("punctuation", places)
        if span := self._inside_word(needle):
            return Missing("part of a word", (span,))
        if pieces := self._pieces(words):
            return Missing("apart", pieces)
        return Missing("absent", self._nearest(words))

    def _other_case(self, needle: str) -> tuple[Span, ...]:
        text, wanted = self.folded.text.lower(), needle.lower()
        if len(text) != len(self.folded.text):
            return ()
        return _places(replace(self.folded, text=text), wanted)[:1]

    def _same_words(self, words: list[str]) -> tuple[Span, ...]:
        """Find the same run of words, whatever stands between them and in whatever case."""
        if not words:
            return ()
        wanted = [word.lower() for word in words]
        have = [match[0].lower() for match in self._words]
        for at in range(len(have) - len(wanted) + 1):
            if have[at] == wanted[0] and have[at : at + len(wanted)] == wanted:
                return self._span_of_words(at, at + len(wanted))
        return ()

    def _inside_word(self, needle: str) -> Span | None:
        at = self.folded.text.find(needle)
        if at < 0:
            return None
        whole = [match for match in self._words if match.start() < at + len(needle) and at < match.end()]
        return self.folded.original(whole[0].start(), whole[-1].end()) if whole else None

    def _pieces(self, words: list[str]) -> tuple[Span, ...]:
        """Find the words in two runs that stand apart, the second after the first."""
        have = [match[0] for match in self._words]
        starts = [at for at in range(len(have) - 1) if have[at : at + 2] == words[:2]]
        for start in starts[:_MOST_ANCHORS]:
            run = _length_of_common_run(words, have, start)
            rest = words[run:]
            for at in range(start + run, len(have) - len(rest) + 1) if len(rest) > 1 else ():
                if have[at] == rest[0] and have[at : at + len(rest)] == rest:
                    return (
                        *self._span_of_words(start, start + run),
                        *self._span_of_words(at, at + len(rest)),
                    )
        return ()

    def _nearest(self, words: list[str]) -> tuple[Span, ...]:
        """Find the run of words most like these, for a suggestion; nothing where little is alike."""
        wanted = [word.lower() for word in words[:_MOST_WORDS_COMPARED]]
        have = [match[0].lower() for match in self._words]
        best, best_ratio = None, _LEAST_ALIKE
        for at in _likely_starts(wanted, have):
            window = have[at : at + len(wanted)]
            ratio = SequenceMatcher(None, " ".join(wanted), " ".join(window), autojunk=False).ratio()
            if ratio > best_ratio:
                best, best_ratio = (at, at + len(window)), ratio
        return self._span_of_words(*best) if best else ()

    def _span_of_words(self, first: int, end: int) -> tuple[Span, ...]:
        span = self.folded.original(self._words[first].start(), self._words[end - 1].end())
        return (span,) if span else ()


def _places(folded: Folded, needle: str, before: str = "", after: str = "") -> tuple[Span, ...]:
    """Return every place in a folded text where folded words stand whole, between folded neighbours."""
    found = []
    text = folded.text
    for at in _starts(text, needle) if needle else ():
        end = at + len(needle)
        if (
            not cuts_word(text, at, end)
            and (not before or any(left.endswith(before) for left in _left_of(text, at, len(before))))
            and (not after or any(right.startswith(after) for right in _right_of(text, end, len(after))))
            and (span := folded.original(at, end))
        ):
            found.append(span)
    return tuple(found)


def _starts(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _left_of(text: str, at: int, length: int) -> tuple[str, str]:
    """Return the `length` or so characters before `at`, with and without the quotation mark right there."""
    left = text[max(0, at - length - _SPARE) : at].rstrip()
    return left, left.rstrip(_MARKS).rstrip()


def _right_of(text: str, end: int, length: int) -> tuple[str, str]:
    right = text[end : end + length + _SPARE].lstrip()
    return right, right.lstrip(_MARKS).lstrip()


def _length_of_common_run(words: list[str], have: list[str], start: int) -> int:
    run = 0
    while run < len(words) and start + run < len(have) and have[start + run] == words[run]:
        run += 1
    return run


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


def cuts_word(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` begins or ends inside a word. The possessive 's may be left off, "n't" may not."""
    before, first, last, after = (
        text[start - 1 : start] if start else "",
        text[start],
        text[end - 1],
        text[end : end + 1],
    )
    if _joined(before, first) or _joined(last, after):
        return True
    return _is_word(last) and bool(_CONTRACTED.match(text, end))


def _joined(left: str, right: str) -> bool:
    return _is_word(left) and _is_word(right) and not (UNSPACED.match(left) or UNSPACED.match(right))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_" or (char >= "\u0300" and bool(_COMBINING.match(char)))


_COMBINING = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f]"
)


class NamePlace(NamedTuple):
    """Where a name stands, and whose it is."""

    span: Span
    actor: str


def find_names(evidence: Evidence, names: Mapping[str, str]) -> tuple[NamePlace, ...]:
    """Return every place where one of `names` (name → actor) stands as words of its own, longest match first.

    Case counts; a possessive ("Haftar's") is found without its ending.
    """
    owners = {fold_words(name): actor for name, actor in names.items() if fold_words(name)}
    text = evidence.folded.text
    longest_first = sorted((start, -len(name), name) for name in owners for start in _starts(text, name))
    found = []
    at = 0
    for start, _, name in longest_first:
        if start >= at and _stands_alone(text, start, name):
            at = start + len(name)
            if span := evidence.folded.original(start, at):
                found.append(NamePlace(span, owners[name]))
    return tuple(found)


def _stands_alone(text: str, start: int, name: str) -> bool:
    """Say whether no letter of a script with spaces joins on to `name`, which stands at `start`, on either side."""
    end = start + len(name)
    joins_before = start and _is_spaced_letter(text[start - 1]) and _begins_word(name[0])
    return not joins_before and not (_is_spaced_letter(text[end : end + 1]) and _begins_word(name[-1]))


def _begins_word(char: str) -> bool:
    return _is_word(char) and not UNSPACED.match(char)


def _is_spaced_letter(char: str) -> bool:
    return (char.isalnum() or char == "_") and not UNSPACED.match(char)


def uncovered(spans: Iterable[Span], inside: Span, text: str) -> tuple[Span, ...]:
    """Return the stretches of `inside` that hold letters or digits and lie in none of `spans`."""
    left = []
    at = inside.start
    for span in sorted((span for span in spans if span.meets(inside)), key=lambda span: span.start):
        left.append(Span(at, span.start))
        at = max(at, span.end)
    left.append(Span(at, inside.end))
    return tuple(
        gap for gap in left if gap.start < gap.end and any(char.isalnum() for char in text[gap.start : gap.end])
    )
