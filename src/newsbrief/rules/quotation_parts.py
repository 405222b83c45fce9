"""The parts of one quotation: each has words of its own that say who speaks, or nothing stands before it that could."""

from itertools import pairwise

from newsbrief.content.fact_sheet import QuoteEntry
from newsbrief.evidence.findings import Findings
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.attribution import read_speech


def parts_have_one_speaker(findings: Findings) -> list[Problem]:
    """No part is given to a speaker past the name, or the words, of somebody else."""
    speech = findings.once(read_speech)
    if not speech.cast.lexicon.reads_verbs:
        return []
    problems: list[Problem] = []
    for path, quote in findings.facts.of(QuoteEntry):
        own = [passage.outer for passage in map(findings.passage_around, findings.spans((*path, "text"))) if passage]
        for (before, _), (after, at) in pairwise(zip(own, findings.places((*path, "text")), strict=False)):
            if before == after or after in speech.of_passage or not quote.speakers:
                continue
            if between := _somebody_between(findings, Span(before.end, after.start), quote.speakers):
                words, line = findings.evidence.words(between), findings.article.line_of(between.start)
                message = "the program does not understand that the same speaker says this part"
                hint = f"“{words}” stands between ({line}); give the part an entry of its own"
                problems += findings.doubts(at[0], message, hint)
    return problems


def _somebody_between(findings: Findings, gap: Span, speakers: tuple[str, ...]) -> Span | None:
    """Return the first name of another actor that the article's own words have in a gap."""
    for place in findings.names_in(gap):
        if place.actor not in speakers and not findings.are_quoted(place.span):
            return place.span
    return None
