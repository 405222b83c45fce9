"""The passages of short articles: who speaks, in which words, and what is nobody's speech."""

import pytest

from newsbrief.draft.draft import Draft
from newsbrief.draft.passages import ArticlePassage
from support.draft_cases import ALL
from support.drafts import draft_of

REASONS = ("title", "term", "scare", "motto", "nickname")


def show(draft: Draft, passage: ArticlePassage) -> tuple[str, str]:
    """Return who speaks in a passage, and the words that say so, as the cases have them."""
    findings = draft.reading.findings
    if passage.joins is not None:
        return "+", ""
    if passage.kind != "quotation":
        return passage.why or "nobody", ""
    reading = passage.reading
    names = [
        findings.actors[ids[0]].name
        if (ids := (*speaker.actors, *speaker.speaks_for))
        else f"({findings.evidence.words(speaker.span)})"
        for speaker in reading.speakers
    ]
    cue = findings.evidence.words(reading.cue) if reading.cue else ""
    return ("?" if passage.certainty == "doubtful" else "") + ", ".join(names), cue


@pytest.mark.parametrize(("title", "language", "article", "readings"), ALL, ids=[case[0] for case in ALL])
def test_passage_is_read_as_a_person_reads_it(title: str, language: str, article: str, readings: list[str]) -> None:
    draft = draft_of(article, language)
    assert len(draft.reading.passages) == len(readings)
    for passage, reading in zip(draft.reading.passages, readings, strict=True):
        words, speaker, cue = (part.strip() for part in reading.split("|"))
        assert draft.reading.findings.evidence.words(passage.span).strip().startswith(words)
        named, said = show(draft, passage)
        assert named == speaker
        if cue:
            assert cue in said or said in cue or _drafted_cue(draft, passage) == cue


def _drafted_cue(draft: Draft, passage: ArticlePassage) -> str:
    entries = [entry for entry in draft.entries if entry.at == passage.span]
    return str(entries[0].values.get("cue")) if entries else ""


def test_there_are_cases_enough_and_each_is_given_once() -> None:
    assert len({article for _, _, article, _ in ALL}) == len(ALL) >= 60


@pytest.mark.parametrize(("title", "language", "article", "readings"), ALL, ids=[case[0] for case in ALL])
def test_draft_of_every_case_passes_the_check(title: str, language: str, article: str, readings: list[str]) -> None:
    assert draft_of(article, language).problems == ()
