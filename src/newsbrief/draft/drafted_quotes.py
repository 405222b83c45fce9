"""The quotations of an article as entries of a fact sheet, each with who speaks and the words that say so.

A passage of which the program is not sure becomes `unattributed`, with a doubt that says who it may be.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from newsbrief.content.fact_sheet import UNATTRIBUTED
from newsbrief.draft.drafted_entry import DraftedEntry
from newsbrief.draft.passage_reading import PassageReading, group_parts
from newsbrief.draft.selectors import select_all, select_beside, trim
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.reading.speech.reader import Attribution
from newsbrief.reading.speech.speakers import Speaker

_LONGEST_JOINED_CUE = 120


def draft_quotes(findings: Findings, readings: Sequence[PassageReading]) -> Iterator[DraftedEntry]:
    """Yield the entries under `quotes` and `not_speech`; words of a quotation inside another belong to that one."""
    for first, numbers in group_parts(readings).items():
        reading = readings[first]
        if reading.passage.depth:
            continue
        parts = [readings[number] for number in numbers]
        spans = [trim(findings.evidence, inner) for part in parts for inner in part.passage.inner]
        texts = select_all(findings.evidence, [span for span in spans if span.start < span.end])
        if not texts:
            continue
        text = texts[0] if len(texts) == 1 else texts
        yield _draft(findings, parts, text, tuple(spans))


def _draft(findings: Findings, parts: Sequence[PassageReading], text: Any, spans: tuple[Span, ...]) -> DraftedEntry:
    reading = parts[0]
    bare = {"speaker": UNATTRIBUTED, "text": text}
    if reading.sort == "not-speech":
        doubtful = bare | {"doubt": f"somebody’s words, or no speech ({reading.why})?"}
        values = {"text": text, "why": reading.why}
        return DraftedEntry("not_speech", values, reading.span, (("quotes", doubtful),))
    attribution = reading.attribution
    if attribution is None:
        guess = [findings.actors[reading.guess].name] if reading.guess else []
        return DraftedEntry("quotes", _doubt(bare, _perhaps(guess)), reading.span, (("quotes", bare),))
    cue = select_beside(findings.evidence, _cue(findings, parts), spans)
    perhaps = _doubt(bare, _perhaps(_names(findings, attribution)))
    weaker = (("quotes", perhaps), ("quotes", bare))
    ids = [_speaking(speaker) for speaker in attribution.speakers]
    if cue is None or None in ids or reading.certainty == "doubtful":
        described = {"speaker": UNATTRIBUTED, "cue": cue, "text": text}
        if cue is None or any(ids) or reading.certainty == "doubtful":
            return DraftedEntry("quotes", perhaps, reading.span, (("quotes", bare),))
        return DraftedEntry("quotes", described, reading.span, weaker)
    known = list(dict.fromkeys(each for each in ids if each))
    values: dict[str, Any] = {"speaker": known[0] if len(known) == 1 else known}
    if hedge := _hedge(attribution):
        values["hedge"] = hedge
    values |= {"cue": cue, "text": text}
    if question := _question(findings, reading, attribution):
        values["doubt"] = question
    return DraftedEntry("quotes", values, reading.span, weaker)


def _doubt(values: dict[str, Any], question: str) -> dict[str, Any]:
    return values | {"doubt": question} if question else values


def _perhaps(names: Sequence[str]) -> str:
    return f"perhaps {' or '.join(names)}, whom the article’s words do not plainly make the speaker" if names else ""


def _names(findings: Findings, attribution: Attribution) -> list[str]:
    ids = [id for speaker in attribution.speakers for id in (*speaker.actors, *speaker.speaks_for)]
    return [findings.actors[id].name for id in dict.fromkeys(ids) if id in findings.actors]


def _speaking(speaker: Speaker) -> str | None:
    """Return the id of the one who speaks; None for somebody without an entry."""
    return next(iter((*speaker.actors, *speaker.speaks_for)), None)


def _hedge(attribution: Attribution) -> str | None:
    if attribution.is_denied:
        return "denied"
    return min(attribution.hedges, default=None)


def _question(findings: Findings, reading: PassageReading, attribution: Attribution) -> str:
    """Return what the editor must decide about a speaker; "" where the article's words leave no doubt."""
    for speaker in attribution.speakers:
        if speaker.code and len(speaker.actors) > 1:
            other = findings.actors[speaker.actors[1]].name
            return f"“{_words(findings, speaker.span)}” may also be {other}"
        if speaker.is_described and speaker.actors:
            return f"is “{_words(findings, speaker.span)}” {findings.actors[speaker.actors[0]].name}?"
    if reading.certainty != "sure":
        return f"do the words “{_words(findings, attribution.cue)}” lead to this quotation?"
    return ""


def _words(findings: Findings, span: Span) -> str:
    return " ".join(findings.evidence.words(span).split())


def _cue(findings: Findings, parts: Sequence[PassageReading]) -> Span:
    """Return the words that say who speaks: those of the first part, up to “adding” where that follows them."""
    first = parts[0].attribution
    assert first is not None
    cue = first.cue
    for part in parts[1:]:
        later = part.attribution
        if later is None or later.cue.end <= cue.end:
            continue
        joined = Span(min(cue.start, later.cue.start), later.cue.end)
        if joined.end - joined.start <= _LONGEST_JOINED_CUE and not findings.are_quoted(joined):
            cue = joined
    return cue
