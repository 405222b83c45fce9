"""What the program reads in an article, for other programs: `newsbrief draft --format json`.

See docs/reference/reading.md. `describe_draft(draft)["passages"][0]["speaker"]` is the one who says the first passage.
"""

from typing import Any

from newsbrief.draft.draft import ArticleReading, Draft
from newsbrief.draft.drafted_actors import DraftedActor
from newsbrief.draft.passages import ArticlePassage
from newsbrief.draft.selectors import trim
from newsbrief.model.document import Span

VERSION = 1


def describe_draft(draft: Draft) -> dict[str, Any]:
    """Return the reading of an article in plain values; places are offsets in code points of `text`."""
    reading = draft.reading
    return {
        "version": VERSION,
        "text": reading.findings.evidence.text,
        "passages": [_describe_passage(reading, each) for each in reading.passages],
        "dates": [
            {
                "start": each.span.start,
                "end": each.span.end,
                "date": each.date,
                "basis": "stated" if each.value.basis == "stated" else "counted",
            }
            for each in reading.dates
        ],
        "actors": [_describe_actor(reading, each) for each in (*reading.actors, *reading.others)],
        "doubts": [
            {"start": each.at.start, "end": each.at.end, "section": each.section, "doubt": each.values["doubt"]}
            for each in draft.doubts
        ],
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _describe_passage(reading: ArticleReading, passage: ArticlePassage) -> dict[str, Any]:
    speaker = passage.reading.speaker if passage.kind == "quotation" else None
    cue = passage.reading.cue if passage.kind == "quotation" else None
    actors = (*speaker.actors, *speaker.speaks_for) if speaker else ()
    known = reading.findings.actors.get(actors[0]) if actors else None
    words = " ".join(reading.findings.evidence.words(speaker.span).split()) if speaker else ""
    return {
        **_place(trim(reading.findings.evidence, passage.span)),
        "kind": passage.kind,
        "why": passage.why,
        "speaker": {
            **_place(speaker.span),
            "name": known.name if known else words,
            "actor": known.id if known else None,
        }
        if speaker
        else None,
        "cue": _place(cue) if cue else None,
        "certainty": passage.certainty,
        "joins": passage.joins,
    }


def _describe_actor(reading: ArticleReading, drafted: DraftedActor) -> dict[str, Any]:
    places = [place.span for place in reading.findings.places_of(drafted.id)]
    spans = places or [mention.span for mention in drafted.actor.mentions]
    return {
        "id": drafted.id,
        "name": drafted.actor.name,
        "abbr": drafted.actor.abbr,
        "kind": drafted.actor.kind,
        "aliases": list(drafted.aliases),
        "mentions": [list(span) for span in spans],
    }
