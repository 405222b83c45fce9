"""Speakers: the article's words must name them."""

from newsbrief.content.fact_sheet import UNATTRIBUTED, QuoteEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.words_nearby import are_near
from newsbrief.model.document import Span
from newsbrief.model.languages import primary_language
from newsbrief.model.problems import Problem
from newsbrief.reading.attribution import PRONOUNS, attributes_to, find_pronoun


def cues_name_the_speaker(findings: Findings) -> list[Problem]:
    problems = []
    for path, quote in findings.facts.of(QuoteEntry):
        if quote.speaker == UNATTRIBUTED:
            if quote.cue is not None:
                hint = "name the speaker, or leave the cue out"
                problems.append(findings.problem((*path, "cue"), "an unattributed quotation has no cue", hint))
        elif quote.cue is None:
            hint = "add `cue` with the article's words that say so, or write `speaker: unattributed`"
            problems.append(findings.problem((*path, "speaker"), "nothing says that this is the speaker", hint))
        elif cue := findings.found.get((*path, "cue")):
            for speaker in quote.speakers:
                if speaker in findings.actors:
                    problems += _judge_cue(findings, path, speaker, cue)
    return problems


def speakers_are_those_of_the_article(findings: Findings) -> list[Problem]:
    """The fact sheet must not name another speaker than the words right beside the marks."""
    problems = []
    for path, quote in findings.facts.of(QuoteEntry):
        if not all(speaker in findings.known_ids for speaker in quote.speakers):
            continue
        for span in findings.spans((*path, "text")):
            passage = findings.passage_around(span)
            told = passage and attributes_to(
                findings.evidence, passage, findings.name_places, findings.article.front.language
            )
            if told and not any(
                told.actor == each or _belong_together(findings, told.actor, each)
                for each in quote.speakers or (UNATTRIBUTED,)
            ):
                words = findings.evidence.words(told.span)
                message = f"right words, wrong speaker: the article attributes them to {told.actor!r}"
                hint = f"the article says “{words}” ({findings.article.line_of(told.span.start)})"
                problems.append(findings.problem((*path, "speaker"), message, hint))
                break
    return problems


def _judge_cue(findings: Findings, path: Path, speaker: str, cue: Span) -> list[Problem]:
    evidence, at = findings.evidence, (*path, "cue")
    quoted = findings.spans((*path, "text"))
    if quoted and not are_near(evidence, cue, quoted):
        there, here = findings.article.line_of(cue.start), findings.article.line_of(quoted[0].start)
        hint = f"it stands at {there}, the quotation at {here}"
        return [findings.problem(at, "the cue is not beside its quotation", hint)]
    aside = findings.is_aside(cue)
    outside = [place for place in findings.names_in(cue) if aside or not findings.passage_around(place.span)]
    named = [place.actor for place in outside]
    own_words = findings.words_outside_marks(cue)
    pronoun = find_pronoun(own_words, findings.article.front.language)
    led_by_pronoun = bool(pronoun) and own_words.strip().startswith(str(pronoun))
    if speaker in named and not led_by_pronoun:
        return []
    if findings.passage_around(cue) and not aside:
        hint = "a cue is what the article says of the speaker, not what is quoted"
        return [findings.problem(at, "the cue stands inside quotation marks", hint)]
    if named and (speaker in named or not led_by_pronoun):
        told = f"the article says “{evidence.words(cue)}” ({findings.article.line_of(cue.start)})"
        message = f"right words, wrong speaker: the cue names {named[0]!r}, not {speaker!r}"
        if speaker in named:
            message = f"the cue does not name {speaker!r} as the one who speaks"
        return [findings.problem(at, message, told)]
    if pronoun:
        return _judge_pronoun(findings, at, speaker, cue, pronoun)
    language = primary_language(findings.article.front.language)
    how = ", by name or by a pronoun" if language in PRONOUNS else " by name"
    hint = f"include the words that name {speaker!r}{how}, or add the article's name for the speaker to `aliases`"
    return [findings.problem(at, "the cue does not name the speaker", hint)]


def _judge_pronoun(findings: Findings, at: Path, speaker: str, cue: Span, pronoun: str) -> list[Problem]:
    """Return the problem of a pronoun for an actor whom the article has not named yet, or of "he" for no person."""
    actor = findings.actors[speaker]
    if pronoun.lower() in ("he", "she") and actor.kind != "person":
        hint = f"“{pronoun}” means a person: name that person"
        return [findings.problem(at, f"“{pronoun}” cannot stand for {actor.name}", hint)]
    end = findings.article.document.paragraphs[findings.evidence.paragraph_of(cue.start)].end
    if any(place.span.start < end for place in findings.places_of(speaker)[:1]):
        return []
    hint = "include words that name the speaker, or check who is meant"
    return [findings.problem(at, f"“{pronoun}” cannot stand for {actor.name}, who is not named before it", hint)]


def _belong_together(findings: Findings, one: str, other: str) -> bool:
    """Say whether one of two actors is a member of the other, as a spokesman is of his party."""
    actors = findings.actors
    return (one in actors and actors[one].member_of == other) or (other in actors and actors[other].member_of == one)
