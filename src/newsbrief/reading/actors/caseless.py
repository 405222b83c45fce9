"""The people whom an article in a script without capitals names: by a given name, with an office or alone.

`read_caseless(text, paragraphs, words, "ar")` finds `أحمد سالم` in `قال وزير الصحة أحمد سالم`, with its office.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.evidence.coverage import Coverage
from newsbrief.model.document import Span
from newsbrief.reading.actors.lexicon import NamingWords
from newsbrief.reading.actors.mentions import NameContext, NameMention
from newsbrief.reading.speech.lexicon import read_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = "ال"
_PREFIXES = ("و", "ف", "ل", "ب")
_MOST_NAMES = 4
_FARTHEST_OFFICE = 7
_SHORTEST = 3


class _SpacedWord(NamedTuple):
    """A word at its place; `is_apart` says that a sign or a new paragraph stands before it."""

    text: str
    start: int
    end: int
    is_apart: bool


def is_caseless(words: NamingWords) -> bool:
    """Say whether a language has given names in a table of its own, since capitals do not show them."""
    return "given" in words.lists


def read_caseless(text: str, paragraphs: Sequence[Span], words: NamingWords, language: str) -> list[NameMention]:
    """Return the mentions of people, and of those among them who are named by their last name alone."""
    reader = _CaselessReader(words, language)
    cut = list(_cut(text, paragraphs))
    found = list(reader.persons(text, cut))
    lasts = {each.name.split()[-1] for each in found}
    taken = Coverage(each.span for each in found)
    alone = [each for each in reader.surnames(cut, lasts) if not taken.meets(each.span)]
    return sorted([*found, *alone], key=lambda mention: mention.span)


def _cut(text: str, paragraphs: Sequence[Span]) -> Iterator[_SpacedWord]:
    for paragraph in paragraphs:
        before = -1
        for match in _WORD.finditer(text, *paragraph):
            is_apart = before < 0 or bool(text[before : match.start()].strip())
            yield _SpacedWord(match[0], match.start(), match.end(), is_apart)
            before = match.end()


class _CaselessReader:
    def __init__(self, words: NamingWords, language: str) -> None:
        self.words, self.speech = words, read_lexicon(language)

    def persons(self, text: str, cut: Sequence[_SpacedWord]) -> Iterator[NameMention]:
        """Yield a given name with the names behind it, and the office before it."""
        at = 0
        while at < len(cut):
            lead = self._prefix(cut[at].text)
            end = self._end_of_name(cut, at) if self._is_given(cut[at].text[lead:]) else at
            if end - at < 2:
                at += 1
                continue
            start = cut[at].start + lead
            title = "" if lead else self._office(text, cut, at)
            span = Span(start, cut[end - 1].end)
            if end - at > 2 and text.count(cut[end - 1].text) == 1 and not self._is_given(cut[end - 1].text):
                # In “Ahmad Salem announced the war”, whose verb stands before him, the war is no name.
                end -= 1
                span = Span(start, cut[end - 1].end)
            yield NameMention("person", span, text[span.start : span.end], NameContext(), title=title)
            at = end

    def surnames(self, cut: Sequence[_SpacedWord], lasts: set[str]) -> Iterator[NameMention]:
        """Yield the last names of people that stand alone behind a verb of saying or an office."""
        for number, word in enumerate(cut):
            before = cut[number - 1].text if number and not word.is_apart else ""
            if word.text in lasts and before and (self._speaks(before) or self.words.has("offices", before)):
                yield NameMention("surname", Span(word.start, word.end), word.text, NameContext())

    def _end_of_name(self, cut: Sequence[_SpacedWord], first: int) -> int:
        """Return the number behind the last word of a name: a given name, and one or two behind it."""
        at, names = first + 1, 1
        while at < len(cut) and names < _MOST_NAMES and not cut[at].is_apart:
            word = cut[at].text
            if self.words.has("name particles", word) and at + 1 < len(cut) and not cut[at + 1].is_apart:
                at += 2
                names += 1
                continue
            is_second = names == 1 and self._may_be_name(word)
            is_third = names > 1 and self._is_given(cut[at - 1].text) and word.startswith(_ARTICLE)
            if not (self._is_given(word) or is_second or (is_third and self._may_be_name(word))):
                break
            at, names = at + 1, names + 1
        while at - 1 > first and self.words.has("name particles", cut[at - 1].text):
            at -= 1
        return at

    def _may_be_name(self, word: str) -> bool:
        """Say whether a word can be a last name: no verb of saying, no small word, none joined to a preposition."""
        is_small = self.words.has("not in names", word) or self.speech.has("prepositions", word) or self._speaks(word)
        is_joined = word.startswith(("لل", "بال", "وال", "كال", "فال"))
        return len(word) >= _SHORTEST and not is_small and not is_joined and not self.words.has("offices", word)

    def _speaks(self, word: str) -> bool:
        verbs = self.speech.verbs
        return word in verbs or (word[:1] in _PREFIXES[:2] and word[1:] in verbs)

    def _prefix(self, word: str) -> int:
        """Return how many letters before a given name are joined to it: 1 for “and Ahmad”."""
        is_joined = word[:1] in _PREFIXES and not self._is_given(word) and len(word) > _SHORTEST
        return int(is_joined and self._is_given(word[1:]))

    def _is_given(self, word: str) -> bool:
        return self.words.has("given", word)

    def _office(self, text: str, cut: Sequence[_SpacedWord], first: int) -> str:
        """Return the office right before a name: “minister of health”; "" where there is none."""
        for at in range(first - 1, max(-1, first - 1 - _FARTHEST_OFFICE), -1):
            if cut[at + 1].is_apart:
                return ""
            word = cut[at].text
            if self.words.has("offices", word) and not self.words.has("offices", cut[at - 1].text if at else ""):
                return text[cut[at].start : cut[first - 1].end]
            is_inside = word.startswith((_ARTICLE, "لل")) or self.words.has("office links", word)
            # “President of the council of ministers”: a bare noun may stand second.
            is_second = at > 0 and not cut[at].is_apart and self.words.has("offices", cut[at - 1].text)
            if not (is_inside or is_second or self.words.has("offices", word)):
                return ""
        return ""
