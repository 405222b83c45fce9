"""The passages in quotation marks of an article, each with who speaks as the article says, and how sure that is.

`read_passages(findings)[0].speaker.actor` is the id of the one who says the first.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct

from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Passage, Span
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.not_speech import why_no_speech
from newsbrief.reading.speech.reader import Attribution

Certainty = Literal["sure", "likely", "doubtful"]
PassageSort = Literal["quotation", "unattributed", "not-speech"]

_MOST_BETWEEN = 160
_FEW_WORDS = 4


class PassageReading(Struct, frozen=True):
    """A passage, and what the article says of it.

    `joins` is the number of the passage of whose entry it is a further part; `guess` is the actor who may speak where
    the article's words do not say it.
    """

    passage: Passage
    sort: PassageSort
    certainty: Certainty
    attribution: Attribution | None = None
    why: str | None = None
    joins: int | None = None
    guess: str | None = None

    @property
    def span(self) -> Span:
        """The place of its words, without the marks."""
        return Span(self.passage.inner[0].start, self.passage.inner[-1].end)


def read_passages(findings: Findings) -> tuple[PassageReading, ...]:
    """Return the readings of all passages in their order, nested ones included."""
    speech = findings.once(read_speech)
    readings: list[PassageReading] = []
    last: dict[int, int] = {}
    for number, passage in enumerate(findings.passages):
        attribution = speech.of_passage.get(passage.outer)
        if attribution is not None and (attribution.is_unsaid or not attribution.speakers):
            attribution = None
        before = last.get(passage.depth)
        joins = _joined_to(findings, readings, before, passage, attribution)
        why = None
        if joins is None and (attribution is None or not attribution.is_plain or not attribution.is_set_off):
            why = why_no_speech(findings.evidence.text, passage, findings.article.front.language)
        readings.append(_judge(findings, readings, before, passage, attribution, joins, why))
        last[passage.depth] = number
    return tuple(readings)


def _judge(
    findings: Findings,
    readings: Sequence[PassageReading],
    before: int | None,
    passage: Passage,
    attribution: Attribution | None,
    joins: int | None,
    why: str | None,
) -> PassageReading:
    if why is not None:
        return PassageReading(passage, "not-speech", "likely", None, why)
    if attribution is not None:
        return PassageReading(passage, "quotation", _grade(attribution), attribution, None, joins)
    if joins is not None and (known := readings[joins].attribution) is not None:
        return PassageReading(passage, "quotation", "likely", known, None, joins)
    guess = _guess(findings, readings, before, passage)
    return PassageReading(passage, "unattributed", "doubtful" if guess else "likely", guess=guess)


def _grade(attribution: Attribution) -> Certainty:
    if attribution.is_plain and not (attribution.is_carried and not attribution.is_set_off):
        return "sure"
    return "doubtful" if attribution.is_carried and not attribution.is_plain else "likely"


def _joined_to(
    findings: Findings,
    readings: Sequence[PassageReading],
    before: int | None,
    passage: Passage,
    attribution: Attribution | None,
) -> int | None:
    """Return the number of the passage whose quotation this one goes on with: `“…,” she said, adding “…”`."""
    if before is None:
        return None
    earlier = readings[before]
    gap = Span(earlier.passage.outer.end, passage.outer.start)
    if gap.end < gap.start or gap.end - gap.start > _MOST_BETWEEN or earlier.attribution is None:
        return None
    between = findings.evidence.words(gap)
    if "\n" in between or not _is_one_saying(between, earlier, attribution):
        return None
    return earlier.joins if earlier.joins is not None else before


def _is_one_saying(between: str, earlier: PassageReading, attribution: Attribution | None) -> bool:
    if attribution is None:
        return False
    ids = [speaker.actors[:1] for speaker in attribution.speakers]
    own = [speaker.actors[:1] for speaker in earlier.attribution.speakers] if earlier.attribution else []
    if ids != own or not any(ids):
        return attribution.is_carried and attribution == earlier.attribution
    stop = between.rstrip().rfind(". ")
    is_single = stop < 0 or not any(char.isalpha() for char in between[stop + 1 :])
    return is_single and (attribution.is_carried or len(between.split()) <= 8 or stop < 0)


def _guess(
    findings: Findings, readings: Sequence[PassageReading], before: int | None, passage: Passage
) -> str | None:
    """Return the actor who may speak where nothing says so: the one named nearest in the sentence, or the last one."""
    evidence = findings.evidence
    paragraph = evidence.document.paragraphs[evidence.paragraph_of(passage.outer.start)]
    near = [
        place
        for place in findings.names_in(Span(paragraph.start, max(paragraph.end, paragraph.start)))
        if not findings.are_quoted(place.span) and findings.actors[place.actor].kind == "person"
    ]
    if near:
        return min(near, key=lambda place: _distance(place.span, passage.outer)).actor
    is_sentence = len(evidence.words(passage.outer).split()) > _FEW_WORDS
    attribution = readings[before].attribution if before is not None else None
    if is_sentence and attribution is not None and attribution.speakers:
        return next(iter(attribution.speakers[0].actors), None)
    return None


def _distance(span: Span, other: Span) -> int:
    return max(span.start - other.end, other.start - span.end, 0)


def group_parts(readings: Sequence[PassageReading]) -> Mapping[int, list[int]]:
    """Return the numbers of the passages of each quotation, by that of its first one."""
    groups: dict[int, list[int]] = {}
    for number, reading in enumerate(readings):
        groups.setdefault(number if reading.joins is None else reading.joins, []).append(number)
    return groups
