"""Each passage in quotation marks as a reader takes it: speech, and whose; words that nobody is named for; a title.

`read_passages(evidence, passages, speech)[0]` is `PassageReading(…, kind="quotation", certainty="sure", …)`. The check
of a fact sheet needs only what the words right beside the marks say (`SpeechReading.of_passage`); what is read here
reaches further, to the saying of the sentence, of the passage before and of the paragraph beside, and is graded.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct

from newsbrief.evidence.search import Evidence
from newsbrief.model.document import Passage, Span
from newsbrief.reading.speech.reader import Attribution, SpeechReading
from newsbrief.reading.speech.speakers import Speaker

Kind = Literal["quotation", "unattributed", "not-speech"]
Certainty = Literal["sure", "likely", "doubtful"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_STOP = re.compile(r"[.!?…]$")


class PassageReading(Struct, frozen=True):
    """A passage with the words that make somebody speak. `outer` is its place with the marks.

    `kind` is "quotation" where somebody speaks, "unattributed" where nothing says who does, "not-speech" for what
    `why` names: a title, a term. `speakers` are those who speak, each with the article's words for it; `cue` are
    the words that say so. `certainty` is "sure" where these stand right beside the marks in a plain form, "likely" where
    they are the nearest of the sentence or go on from the passage before, which `joins` names, and else "doubtful".
    """

    outer: Span
    kind: Kind
    certainty: Certainty
    speakers: tuple[Speaker, ...] = ()
    cue: Span | None = None
    why: str = ""
    joins: Span | None = None
    attribution: Attribution | None = None

    @property
    def speaker(self) -> Speaker | None:
        return self.speakers[0] if self.speakers else None


def read_passages(evidence: Evidence, passages: Sequence[Passage], speech: SpeechReading) -> list[PassageReading]:
    """Return how each of `passages`, which are in order, is read."""
    reader = _Reader(evidence, speech)
    found: list[PassageReading] = []
    for passage in passages:
        found.append(reader.read(passage, found))
    return found


class _Reader(Struct, frozen=True, dict=True):
    evidence: Evidence
    speech: SpeechReading

    @cached_property
    def _sayings(self) -> list[Attribution]:
        return sorted((each for each in self.speech.sayings if each.speakers), key=lambda each: each.cue)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.cue.start for each in self._sayings]

    def read(self, passage: Passage, before: Sequence[PassageReading]) -> PassageReading:
        """Return the reading of a passage; `before` are those of the passages before it."""
        outer = passage.outer
        previous = next((each for each in reversed(before) if each.outer.end <= outer.start), None)
        own = self.speech.of_passage.get(outer)
        words = self.evidence.text[passage.inner[0].start : passage.inner[-1].end].strip()
        if own is not None and own.speakers and not own.is_carried:
            return self._grade(outer, own)
        for certainty, attribution, joins in self._further(passage, own, previous, words):
            return PassageReading(
                outer, "quotation", certainty, attribution.speakers, attribution.cue, "", joins, attribution
            )
        return PassageReading(outer, "unattributed", "doubtful")

    def _grade(self, outer: Span, own: Attribution) -> PassageReading:
        certainty: Certainty = "sure" if own.is_plain else "likely"
        return PassageReading(outer, "quotation", certainty, own.speakers, own.cue, attribution=own)

    def _further(
        self, passage: Passage, own: Attribution | None, previous: PassageReading | None, words: str
    ) -> Iterator[tuple[Certainty, Attribution, Span | None]]:
        outer = passage.outer
        if own is not None and own.speakers:
            yield ("sure" if own.is_plain else "likely"), own, previous.outer if previous else None
        sentence = self._sentence_of(outer)
        inside = self._sayings_in(sentence)
        earlier = [each for each in inside if each.cue.end <= outer.start]
        later = [each for each in inside if each.cue.start >= outer.end]
        if earlier:
            yield "likely", earlier[0], None
        if later:
            yield "likely", later[0], None
        opens = outer.start == sentence.start
        near = previous is not None and self._is_same_paragraph(previous.outer, outer)
        if near and previous and previous.attribution and opens:
            yield "likely", previous.attribution, previous.outer
        if opens and (last := self._last_before(outer)):
            yield "doubtful", last, None

    def _is_same_paragraph(self, one: Span, other: Span) -> bool:
        return self.evidence.paragraph_of(one.start) == self.evidence.paragraph_of(other.start)

    def _sentence_of(self, outer: Span) -> Span:
        starts = self.speech.sentence_starts
        number = bisect_right(starts, outer.start) - 1
        paragraph = self.evidence.document.paragraphs[self.evidence.paragraph_of(outer.start)]
        start = max(paragraph.start, starts[number] if number >= 0 else 0)
        end = starts[number + 1] if number + 1 < len(starts) else paragraph.end
        return Span(start, max(outer.end, min(end, paragraph.end)))

    def _sayings_in(self, sentence: Span) -> list[Attribution]:
        first, end = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        return self._sayings[first:end]

    def _last_before(self, outer: Span) -> Attribution | None:
        """Return the last saying before a passage, in its paragraph or in the one before."""
        number = self.evidence.paragraph_of(outer.start)
        start = self.evidence.document.paragraphs[max(0, number - 1)].start
        found = self._sayings_in(Span(start, outer.start))
        return found[-1] if found else None
