"""The passages in quotation marks of an article, each with who speaks, and those that are parts of one quotation.

`list_passages(findings)[1].joins` is 0 where the second passage goes on with the first: `“…,” she said, adding “…”`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

from msgspec import Struct

from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Passage, Span
from newsbrief.model.kinds import NotSpeechReason
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.not_speech import why_no_speech
from newsbrief.reading.speech.passages import Certainty, Kind, PassageReading, read_passages

_MOST_BETWEEN = 160
_MOST_WORDS, _FEW_WORDS = 20, 8
_STOP = re.compile(r"[.!?…](?=\s|$)")
_NO_STOP = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Capt|Prof|St|Sen|Rep|Gov|[A-Z])\.$")


class ArticlePassage(Struct, frozen=True):
    """A passage with its reading; `joins` is the number of the passage of whose quotation it is a further part."""

    passage: Passage
    reading: PassageReading
    why: NotSpeechReason | None
    joins: int | None

    @property
    def span(self) -> Span:
        """The place of its words, without the marks."""
        return Span(self.passage.inner[0].start, self.passage.inner[-1].end)

    @property
    def kind(self) -> Kind:
        return "not-speech" if self.why else "unattributed" if self.reading.kind == "not-speech" else self.reading.kind

    @property
    def certainty(self) -> Certainty:
        return self.reading.certainty


def list_passages(findings: Findings) -> tuple[ArticlePassage, ...]:
    """Return all passages in their order, nested ones included."""
    speech = findings.once_of_article(read_speech)
    readings = read_passages(findings.evidence, findings.passages, speech)
    found: list[ArticlePassage] = []
    last: dict[int, int] = {}
    for number, (passage, reading) in enumerate(zip(findings.passages, readings, strict=True)):
        joins = _joined_to(findings, found, last.get(passage.depth), passage, reading)
        why = None if joins is not None else _why(findings, passage, reading)
        found.append(ArticlePassage(passage, reading, why, joins))
        last[passage.depth] = number
    return tuple(found)


def _why(findings: Findings, passage: Passage, reading: PassageReading) -> NotSpeechReason | None:
    """Return why words are no speech: as the words before them show, or as they are written themselves."""
    if reading.kind == "quotation" and reading.certainty == "sure":
        return None
    language = findings.article.front.language
    own = reading.attribution
    if why := why_no_speech(findings.evidence.text, passage, language):
        # “What an aide had called ‘a new era’” is the aide’s word.
        is_said = reading.kind == "quotation" and own is not None and own.is_plain and why in ("term", "motto")
        return None if is_said else why
    reasons: Mapping[str, NotSpeechReason] = {reason: reason for reason in get_args(NotSpeechReason)}
    return reasons.get(reading.why) if reading.kind == "not-speech" else None


def _joined_to(
    findings: Findings,
    found: Sequence[ArticlePassage],
    before: int | None,
    passage: Passage,
    reading: PassageReading,
) -> int | None:
    if before is None or not reading.speakers or not found[before].reading.speakers:
        return None
    earlier = found[before]
    gap = Span(earlier.passage.outer.end, passage.outer.start)
    if not 0 <= gap.end - gap.start <= _MOST_BETWEEN or earlier.why:
        return None
    between = findings.evidence.words(gap)
    if "\n" in between or not _is_one_saying(between, earlier.reading, reading):
        return None
    return earlier.joins if earlier.joins is not None else before


def _is_one_saying(between: str, earlier: PassageReading, reading: PassageReading) -> bool:
    """Say whether what stands between two passages only says who speaks, and goes on: `she said, adding`."""
    ids = [speaker.actors[:1] for speaker in reading.speakers]
    if ids != [speaker.actors[:1] for speaker in earlier.speakers]:
        return False
    if reading.joins is None and not any(ids):
        return False
    stop = _last_stop(between)
    if stop < 0:
        return reading.joins is not None or len(between.split()) <= _MOST_WORDS
    # Behind the end of a sentence a quotation goes on only where the words before that end say who speaks:
    # “…,” she said. “…”
    is_interrupted = earlier.cue is None or earlier.cue.start >= earlier.outer.end or not any(map(str.isalpha, between))
    is_single = not any(char.isalpha() for char in between[stop + 1 :])
    return is_single and is_interrupted and (reading.joins is not None or len(between.split()) <= _FEW_WORDS)


def _last_stop(between: str) -> int:
    """Return where the last sentence ends between two passages; -1 where none does."""
    last = -1
    for match in _STOP.finditer(between):
        if not _NO_STOP.search(between, 0, match.start() + 1):
            last = match.start()
    return last


def group_parts(passages: Sequence[ArticlePassage]) -> Mapping[int, list[int]]:
    """Return the numbers of the passages of each quotation, by that of its first one."""
    groups: dict[int, list[int]] = {}
    for number, each in enumerate(passages):
        groups.setdefault(number if each.joins is None else each.joins, []).append(number)
    return groups
