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
from newsbrief.reading.speech.antecedents import find_antecedents
from newsbrief.reading.speech.attributions import Attribution, SpeechReading
from newsbrief.reading.speech.speakers import Speaker
from newsbrief.reading.speech.titles import is_title

Kind = Literal["quotation", "unattributed", "not-speech"]
Certainty = Literal["sure", "likely", "doubtful"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_DASH_BELOW = re.compile(r"[ .]*\n+ *(?:[—–―]|-+) ?")
_OWNER = re.compile(r"['’]s? $")
_CLOSERS = ("”", '"', "»", "“", "’", "—", "–")
_LEADING = ("say", "call", "source", "quote")
_INNER = ("noun", "say", "call", "quote")
_MOST_NAMES = 20
"""The most names of a sentence among which one outside marks is looked for."""

_FARTHEST = 1500
"""The most characters between a passage and a saying of its sentence."""

_FEW, _MANY = 2, 5
"""The most words of a passage that may be a word or a phrase, and no sentence, of the speaker's."""


class PassageReading(Struct, frozen=True):
    """A passage with the words that make somebody speak. `outer` is its place with the marks.

    `kind` is "quotation" where somebody speaks, "unattributed" where nothing says who does, "not-speech" for what
    `why` names: a title, a term. `speakers` are those who speak, each with the article's words for it; `cue` are
    the words that say so. `certainty` is "sure" where these stand right beside the marks in a plain form, "likely"
    where they are the nearest of the sentence or go on from the passage before, which `joins` names, else "doubtful".
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
    reader = _PassageReader(evidence, speech)
    found: list[PassageReading] = []
    for passage in passages:
        found.append(reader.read(passage, found))
    return found


class _PassageReader(Struct, frozen=True, dict=True):
    evidence: Evidence
    speech: SpeechReading

    @cached_property
    def _sayings(self) -> list[Attribution]:
        return sorted((each for each in self.speech.sayings if self._is_own(each)), key=lambda each: each.cue)

    def _is_own(self, saying: Attribution) -> bool:
        """Say whether a saying is the article's own, and not words that somebody else is quoted with."""
        return bool(saying.speakers) and not self.speech.cast.quoted.meets(saying.speakers[0].span)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.cue.start for each in self._sayings]

    def read(self, passage: Passage, before: Sequence[PassageReading]) -> PassageReading:
        """Return the reading of a passage; `before` are those of the passages before it."""
        outer = passage.outer
        previous = next((each for each in reversed(before) if each.outer.end <= outer.start), None)
        if self.evidence.text[outer.start - 1 : outer.start] == "=":
            return PassageReading(outer, "not-speech", "sure", why="markup")
        own = self.speech.of_passage.get(outer)
        words = self.evidence.text[passage.inner[0].start : passage.inner[-1].end].strip()
        if own is not None and own.speakers and not own.is_carried:
            if around := self._saying_around(outer, own):
                return PassageReading(outer, "quotation", "likely", around.speakers, around.cue, attribution=around)
            return self._grade(outer, own, words)
        goes_on = previous is not None and previous.speakers and self._sentence_of(outer).start == outer.start
        if not goes_on and is_title(words, self.speech.cast.lexicon):
            return PassageReading(outer, "not-speech", "likely", why="title")
        if signed := self._signed(outer):
            return PassageReading(outer, "quotation", "likely", (signed,), signed.span)
        for certainty, attribution, joins in self._further(passage, own, previous, words):
            return PassageReading(
                outer, "quotation", certainty, attribution.speakers, attribution.cue, "", joins, attribution
            )
        if len(words.split()) > 1 and (named := self._first_named(outer)):
            return PassageReading(outer, "quotation", "doubtful", (named,))
        beside = previous if previous is not None and self._is_near(previous.outer, outer) else None
        if len(words.split()) > _FEW + 1 and beside is not None and beside.speakers:
            return PassageReading(outer, "quotation", "doubtful", beside.speakers, beside.cue, joins=beside.outer)
        return PassageReading(outer, "unattributed", "doubtful")

    def _saying_around(self, outer: Span, own: Attribution) -> Attribution | None:
        """Return who says that others say something: the mayor, in `Vane said critics call the plan “reckless”`.

        A saying that a sign divides from the passage, or one of an actor of its own, leads to the passage itself.
        """
        is_of_nobody = not any(each.actors or each.speaks_for or each.code for each in own.speakers)
        if own.is_set_off or own.cue.end > outer.start or not (own.role == "noun" or is_of_nobody):
            return None
        if own.role not in _INNER:
            return None
        sentence = self._sentence_of(outer)
        before = self._sayings_in(Span(max(sentence.start, outer.start - _FARTHEST), own.cue.start))
        return next((each for each in before if each.role == "say" and each.cue.end <= own.cue.start), None)

    def _signed(self, outer: Span) -> Speaker | None:
        """Return who is named after a dash in the paragraph below a passage: `“We sail.”`, and then `— Nora Vane`."""
        dash = _DASH_BELOW.match(self.evidence.text, outer.end)
        places = self.speech.cast.sentences.places_in(Span(dash.end(), dash.end() + 1)) if dash else ()
        return Speaker(places[0].span, (places[0].actor,)) if places else None

    def _is_near(self, one: Span, other: Span) -> bool:
        """Say whether one of two passages stands in the paragraph of the other, or in the one before."""
        return self.evidence.paragraph_of(other.start) - self.evidence.paragraph_of(one.start) <= 1

    def _first_named(self, outer: Span) -> Speaker | None:
        """Return the first one whom the sentence of a passage names before it, by name or by a pronoun."""
        cast, sentence = self.speech.cast, self._sentence_of(outer)
        number = bisect_left(cast.places, sentence.start, key=lambda place: place.span.start)
        first = next(
            (place for place in cast.places[number : number + _MOST_NAMES] if not cast.quoted.meets(place.span)), None
        )
        end = min(outer.start, first.span.start if first else outer.start)
        for match in _WORD.finditer(self.evidence.text, sentence.start, end):
            code = cast.lexicon.pronouns.get(match[0].lower(), "")
            if code in ("m", "f", "p"):
                span = Span(*match.span())
                return Speaker(span, find_antecedents(cast, code, span.start).actors, code)
        return Speaker(first.span, (first.actor,)) if first and first.span.end <= outer.start else None

    def _grade(self, outer: Span, own: Attribution, words: str) -> PassageReading:
        """Return the reading of a passage with a saying beside it: sure where a sign divides the two, or most words."""
        fewest = _FEW if own.is_speech else _MANY
        is_firm = own.is_plain and (own.is_set_off or (own.role == "say" and len(words.split()) > fewest))
        if own.role == "name":
            return PassageReading(outer, "not-speech", "likely", why="term", attribution=own)
        is_loose = not (own.is_plain and (own.is_set_off or own.is_speech))
        if (
            is_loose
            and is_title(words, self.speech.cast.lexicon)
            and (not own.is_plain or self._follows_possessive(outer))
        ):
            return PassageReading(outer, "not-speech", "likely", why="title")
        certainty: Certainty = "sure" if is_firm else "likely"
        return PassageReading(outer, "quotation", certainty, own.speakers, own.cue, attribution=own)

    def _follows_possessive(self, outer: Span) -> bool:
        """Say whether a possessive stands right before a passage: NBC’s “Meet the Press”."""
        return bool(_OWNER.search(self.evidence.text, max(0, outer.start - 4), outer.start))

    def _further(
        self, passage: Passage, own: Attribution | None, previous: PassageReading | None, words: str
    ) -> Iterator[tuple[Certainty, Attribution, Span | None]]:
        outer = passage.outer
        if own is not None and own.speakers and own.is_plain:
            yield "sure", own, previous.outer if previous else None
        sentence = self._sentence_of(outer)
        inside = self._sayings_in(Span(max(sentence.start, outer.start - _FARTHEST), outer.end + _FARTHEST))
        inside = [each for each in inside if sentence.holds(Span(each.cue.start, each.cue.start))]
        earlier = [each for each in inside if each.cue.end <= outer.start and each.role in _LEADING]
        later = [each for each in inside if each.cue.start >= outer.end and self._is_set_off(each.cue)]
        if earlier:
            yield "likely", earlier[0], None
        if later:
            yield "likely", later[0], None
        if own is not None and own.speakers:
            yield "likely", own, previous.outer if previous else None
        opens = outer.start == sentence.start
        near = previous is not None and self._is_same_paragraph(previous.outer, outer)
        if near and previous and previous.attribution and opens:
            yield "likely", previous.attribution, previous.outer
        if opens and (last := self._last_before(outer)):
            yield "doubtful", last, None

    def _is_set_off(self, cue: Span) -> bool:
        """Say whether a comma divides a saying from the words before it: `The plan is “mad” and costly, she said`."""
        return self.evidence.text[max(0, cue.start - 3) : cue.start].rstrip().endswith((",", "，", *_CLOSERS))

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
