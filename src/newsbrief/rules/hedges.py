"""Hedges: what the article only alleges, passes on or denies is shown as such, and nothing else is."""

from newsbrief.content.fact_sheet import QuoteEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.model.problems import Problem
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.speech.attributions import Attribution
from newsbrief.rules.speaker_match import attributions_of, show_attribution


def hedges_are_those_of_the_article(findings: Findings) -> list[Problem]:
    """What is only alleged, passed on or denied is shown as such, and nothing else is."""
    problems: list[Problem] = []
    for path, quote in findings.facts.of(QuoteEntry):
        readings = [each for _, each in attributions_of(findings, path)]
        cue = findings.found.get((*path, "cue"))
        if not readings and cue is not None:
            readings = [each for each in findings.once_of_article(read_speech).sayings if each.cue.meets(cue)]
        for attribution in readings[:1]:
            problems += _judge_hedge(findings, path, quote, attribution)
        if not readings and quote.hedge and findings.once_of_article(read_speech).cast.lexicon.reads_verbs:
            message = f"the article’s words do not bear out `hedge: {quote.hedge}`"
            problems += findings.doubts((*path, "hedge"), message, "leave it out")
    return problems


def _judge_hedge(findings: Findings, path: Path, quote: QuoteEntry, attribution: Attribution) -> list[Problem]:
    at = (*path, "hedge" if quote.hedge else "speaker")
    if attribution.is_unsaid and not quote.hedge:
        return findings.doubts(at, "the article does not say that this was said", _show(findings, attribution))
    if attribution.is_denied:
        if quote.hedge == "denied":
            return []
        hint = f"{_show(findings, attribution)}; add `hedge: denied`"
        return [findings.problem(at, "the article says that this was not said", hint)]
    needed = sorted(attribution.hedges)
    if needed and quote.hedge is None:
        hint = f"{_show(findings, attribution)}; add `hedge: {needed[0]}`"
        return [findings.problem(at, "the article does not vouch for these words", hint)]
    if quote.hedge is None or quote.hedge in attribution.allowed:
        return []
    right = f"write `hedge: {needed[0]}`" if needed else "leave it out"
    message = f"the article’s words do not bear out `hedge: {quote.hedge}`"
    return findings.doubts(at, message, f"{_show(findings, attribution)}; {right}")


def _show(findings: Findings, attribution: Attribution) -> str:
    return f"the article says {show_attribution(findings, attribution)}"
