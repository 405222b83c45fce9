"""The parts of one quotation: each has words of its own that say who speaks, or nothing stands before it that could."""

from itertools import pairwise

from newsbrief.content.fact_sheet import QuoteEntry
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.speech.lexicon import Lexicon

_WORDS = compile_late(r"[^\W\d_][\w’'-]*")
_SIGNS = compile_late(r"[.,;:!?…—–()]")


def parts_have_one_speaker(findings: Findings) -> list[Problem]:
    """No part is given to a speaker past the name, or the words, of somebody else."""
    speech = findings.once_of_article(read_speech)
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
    names = [place for place in findings.names_in(gap) if not findings.are_quoted(place.span)]
    own = [place for place in names if place.actor in speakers]
    for place in names:
        if place.actor not in speakers and not any(_describes(findings, place, each) for each in own):
            return place.span
    return None


def _describes(findings: Findings, other: NamePlace, speaker: NamePlace) -> bool:
    """Say whether a name only says who the speaker is: `Vane, the head of Dorn Bank`, `Dorn Bank manager Vane`."""
    text, lexicon = findings.evidence.text, findings.once_of_article(read_speech).cast.lexicon
    if other.span.start < speaker.span.start:
        titles = _WORDS.findall(text[other.span.end : speaker.span.start])
        is_plain = not _SIGNS.search(text, other.span.end, speaker.span.start)
        return is_plain and all(_is_role(lexicon, word) for word in titles)
    between = text[speaker.span.end : other.span.start]
    words = _WORDS.findall(between)
    if not between.startswith(", ") or not words or _SIGNS.search(between, 1):
        return False
    return lexicon.has("articles", words[0]) or lexicon.has("indefinite", words[0]) or _is_role(lexicon, words[0])


def _is_role(lexicon: Lexicon, word: str) -> bool:
    """Say whether a word is a noun for a person: `manager`, `co-founder`."""
    tail = word.rpartition("-")[2]
    keys = ("others", "roles", "spokespeople", "women", "men")
    return any(lexicon.has(key, each) for key in keys for each in (tail, tail.lower())) or word in lexicon.titles
