"""The names of an article in its sentences: who is a sentence's subject, what stands before a name.

`NamesInSentences(…).find_subjects(span)` of `Ms Vane told Mr Aske` has Ms Vane alone.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from msgspec import Struct

from newsbrief.evidence.coverage import Coverage
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.reading.speech.lexicon import Lexicon

_LAST_LETTERS = re.compile(r"[^\W\d_][\w.'’-]*$")
_MOST_BEFORE = 6
"""The most words before a name that are looked at."""

_SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\bM[rs])(?<!\b[DSJ]r)(?<!\bMrs)(?<!\bGen)(?<!\bCol)(?<!\bProf)[.!?]['”\"’)]*\s|\n|[。！？।۔]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AROUND = 80
_MOST_OWNED = 3

_OPENING_WORDS = 4
"""The most words at the head of a sentence among which a pronoun is its subject."""


class NamesInSentences(Struct, frozen=True, dict=True):
    """The known names of an article, in order; `quoted` are the outermost passages in marks."""

    text: str
    places: Sequence[NamePlace]
    quoted: Coverage
    lexicon: Lexicon

    def is_divided(self, start: int, end: int) -> bool:
        """Say whether a sentence ends between two places."""
        return bisect_right(self._sentence_ends, end) > bisect_right(self._sentence_ends, start)

    def start(self, at: int) -> int:
        number = bisect_right(self._sentence_ends, at)
        return self._sentence_ends[number - 1] if number else 0

    def end(self, at: int) -> int:
        number = bisect_right(self._sentence_ends, at)
        return self._sentence_ends[number] if number < len(self._sentence_ends) else len(self.text)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self.text)]

    def places_in(self, span: Span) -> Sequence[NamePlace]:
        first = bisect_left(self.places, span.start, key=_start)
        return self.places[first : bisect_left(self.places, span.end, key=_start)]

    def words_of(self, span: Span) -> list[tuple[str, int]]:
        """Return the first words of a stretch of text, with their places."""
        return [(match[0], match.start()) for match in islice(_WORD.finditer(self.text, span.start, span.end), 8)]

    def is_governed(self, place: NamePlace) -> bool:
        """Say whether a preposition stands before a name with its titles: `to Ms Vane`."""
        words = self.words_before(place.span)
        while words and (words[-1][:1].isupper() or words[-1].lower().rstrip(".") in self.lexicon.titles):
            words.pop()
        return bool(words) and self.lexicon.has("prepositions", words[-1].lower())

    def is_possessive(self, place: NamePlace) -> bool:
        """Say whether a name is only the owner of what follows: `Ms Vane’s barrister`."""
        return self.text[place.span.end : place.span.end + 2] in ("’s", "'s")

    def words_before(self, span: Span) -> list[str]:
        """Return the words right before a name in its sentence, with its titles."""
        words: list[str] = []
        pieces = self.text[max(0, span.start - _AROUND) : span.start].replace("\u00a0", " ").split(" ")
        for piece in reversed(pieces[:-1] if not pieces[-1] else []):
            match = _LAST_LETTERS.search(piece)
            if match is None or len(words) == _MOST_BEFORE:
                break
            words.insert(0, match[0])
            if match.start():
                break
        ends = [
            at
            for at, word in enumerate(words)
            if word.endswith(".") and word.lower().rstrip(".") not in self.lexicon.titles
        ]
        return words[ends[-1] + 1 :] if ends else words

    def find_subjects(self, sentence: Span) -> list[str]:
        """Return the actors who are the subject of a sentence's main clause, as far as names say so."""
        places = [place for place in self.places_in(sentence) if not self.quoted.meets(place.span)]
        opening = self.words_of(sentence)[:1]
        if opening and any(self.lexicon.has(key, opening[0][0].lower()) for key in ("subordinators", "prepositions")):
            comma = self.text.find(",", sentence.start, sentence.end)
            places = [place for place in places if place.span.start > comma] if comma >= 0 else places
        subjects: list[NamePlace] = []
        for place in places:
            if subjects:
                between = self.text[subjects[-1].span.end : place.span.start].strip(" ,").lower()
                if between and not self.lexicon.has("joining", between.split()[0]):
                    break
                if len(between.split()) > 1 and not self._is_titled(between.split()[1:]):
                    break
            elif self.is_governed(place) or self.is_possessive(place):
                continue
            subjects.append(place)
        return list(dict.fromkeys(place.actor for place in subjects))

    def owner_before(self, place: NamePlace, code: str) -> int | None:
        """Return the place of the word that says whose somebody is: of `her daughter Ida`, that of "her"."""
        words = self.words_before(place.span)
        owned = [word for word in words[-_MOST_OWNED:] if self.lexicon.possessives.get(word.lower()) == code]
        if not owned:
            return None
        return self.text.rfind(owned[-1], max(0, place.span.start - _AROUND), place.span.start)

    def leading_pronoun(self, sentence: Span, code: str) -> int | None:
        """Return the place of a pronoun that is the subject of a sentence and can mean the same as one of this code."""
        words = self.words_of(sentence)
        is_adverbial = bool(words) and self.lexicon.has("prepositions", words[0][0].lower())
        for word, at in words if is_adverbial else words[:_OPENING_WORDS]:
            if any(place.span.start == at for place in self.places_in(Span(at, at + 1))):
                return None
            found = self.lexicon.pronouns.get(word.lower(), "")
            if found in ("m", "f") and found in (code, *(("m", "f") if code in ("x", "n") else ())):
                return at
        return None

    def _is_titled(self, words: list[str]) -> bool:
        return all(word.rstrip(".") in self.lexicon.titles for word in words)


def _start(place: NamePlace) -> int:
    return place.span.start
