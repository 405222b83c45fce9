"""An actor held against the words that say who speaks.

`match_speaker(findings, "vane", attribution)` is `Match.OTHER` where the words make somebody else speak.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum

from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.speech.attributions import Attribution
from newsbrief.reading.speech.speakers import Speaker


class Match(Enum):
    """What the article's words say of an actor: it is the one who speaks, it may be, or somebody else does."""

    SAME = "same"
    UNKNOWN = "unknown"
    OTHER = "other"


def match_speaker(findings: Findings, actor: str, attribution: Attribution, only: Speaker | None = None) -> Match:
    """Return what an attribution, or `only` one of its speakers, says of the actor with this id."""
    speakers = attribution.speakers if only is None else (only,)
    matches = [_match(findings, actor, each) for each in speakers]
    if Match.SAME in matches:
        return Match.SAME
    return Match.OTHER if matches and all(each is Match.OTHER for each in matches) else Match.UNKNOWN


def _match(findings: Findings, actor: str, speaker: Speaker) -> Match:
    if actor in speaker.actors or actor in speaker.speaks_for:
        is_likelier = speaker.code in ("", "p", "b") or (actor == speaker.actors[0] and not speaker.is_doubtful)
        return Match.SAME if is_likelier else Match.UNKNOWN
    cast = findings.once_of_article(read_speech).cast
    if speaker.code:
        if speaker.code not in ("s", "r") and not cast.fits(speaker.code, actor):
            return Match.OTHER
        return Match.OTHER if len(speaker.actors) == 1 and speaker.code in ("m", "f") else Match.UNKNOWN
    if speaker.is_spokesman and not cast.is_person(actor) and not speaker.speaks_for:
        return Match.SAME if _is_their_body(findings, actor, speaker) else Match.UNKNOWN
    if speaker.actors or not speaker.is_open:
        return Match.OTHER
    return Match.UNKNOWN


def _is_their_body(findings: Findings, actor: str, speaker: Speaker) -> bool:
    """Say whether a body is that of a spokesman by the fact sheet, or is named in the paragraph or the one before."""
    members = [findings.actors[each] for each in speaker.actors if each in findings.actors]
    if members:
        return any(each.member_of == actor for each in members)
    number = findings.evidence.paragraph_of(speaker.span.start)
    start = findings.article.document.paragraphs[max(0, number - 1)].start
    return any(start <= place.span.start < speaker.span.start for place in findings.places_of(actor))


def attributions_of(findings: Findings, path: Path) -> Iterator[tuple[Span, Attribution]]:
    """Yield the attribution of each part of a quotation that has one."""
    speech = findings.once_of_article(read_speech)
    for span in findings.spans((*path, "text")):
        passage = findings.passage_around(span)
        outer = passage.outer if passage else _block_around(findings, span)
        while outer is not None:
            if outer in speech.of_passage:
                yield span, speech.of_passage[outer]
                break
            outer = findings.passage_outside(outer)


def _block_around(findings: Findings, span: Span) -> Span | None:
    """Return the text set off as a quotation that holds `span`."""
    blocks = findings.article.document.block_quotations
    number = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    return blocks[number] if number >= 0 and blocks[number].holds(span) else None


def show_attribution(findings: Findings, attribution: Attribution) -> str:
    """Return the article’s words that say who speaks, with their line."""
    words = shorten(" ".join(findings.evidence.words(attribution.cue).split()))
    return f"“{words}” ({findings.article.line_of(attribution.cue.start)})"


def shorten(words: str) -> str:
    """Return words as a message has them: long ones without their middle."""
    return words if len(words) <= 100 else f"{words[:70]} … {words[-25:]}"
