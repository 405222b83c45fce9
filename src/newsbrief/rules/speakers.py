"""Speakers: whom a fact sheet names must be whom the article's own words make speak.

A cue is held against the reading of the article: another speaker is a contradiction, words that are not understood are
a doubt.
"""

from newsbrief.content.fact_sheet import UNATTRIBUTED, NotSpeechEntry, QuoteEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.words_nearby import are_near
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.speech.attributions import Attribution
from newsbrief.reading.speech.titles import is_title
from newsbrief.rules.speaker_match import Match, attributions_of, match_speaker, shorten, show_attribution
from newsbrief.rules.unread_cues import judge_unread_cue


def cues_name_the_speaker(findings: Findings) -> list[Problem]:
    problems = []
    for path, quote in findings.facts.of(QuoteEntry):
        cue = findings.found.get((*path, "cue"))
        if quote.speaker == UNATTRIBUTED:
            problems += _judge_nameless(findings, path, cue) if cue else []
        elif quote.cue is None:
            hint = "add `cue` with the article's words that say so, or write `speaker: unattributed`"
            problems.append(findings.problem((*path, "speaker"), "nothing says that this is the speaker", hint))
        elif cue:
            problems += _judge_cue(findings, path, quote, cue)
    return problems


def speakers_are_those_of_the_article(findings: Findings) -> list[Problem]:
    """The fact sheet must not name another speaker than the words right beside the marks, nor leave one out."""
    problems = []
    for path, quote in findings.facts.of(QuoteEntry):
        if not all(speaker in findings.known_ids for speaker in quote.speakers):
            continue
        for _, attribution in attributions_of(findings, path):
            if found := _judge_speakers(findings, path, quote, attribution):
                problems += found
                break
    for path, _ in findings.facts.of(NotSpeechEntry):
        for _, attribution in attributions_of(findings, path):
            if _is_plain_speech(attribution):
                message = "these words are speech: the article says who speaks"
                hint = f"the article says {show_attribution(findings, attribution)}; list them under `quotes`"
                at, is_read = (*path, "text"), _may_be_title(findings, path, attribution)
                problems += findings.doubts(at, message, hint) if is_read else [findings.problem(at, message, hint)]
    return problems


def _may_be_title(findings: Findings, path: Path, attribution: Attribution) -> bool:
    """Say whether words in marks are written as a title is, with no comma or colon that makes them somebody's."""
    lexicon = findings.once_of_article(read_speech).cast.lexicon
    words = [findings.evidence.words(span) for span in findings.spans((*path, "text"))]
    return not attribution.is_set_off and all(is_title(each, lexicon) for each in words)


def _is_plain_speech(attribution: Attribution) -> bool:
    """Say whether words in marks can be nothing but speech, no title and no term that somebody uses."""
    if not attribution.is_plain or not attribution.speakers:
        return False
    if attribution.role == "label":
        return any(speaker.actors for speaker in attribution.speakers)
    return attribution.is_speech or (attribution.is_set_off and attribution.role == "say")


def _judge_speakers(findings: Findings, path: Path, quote: QuoteEntry, attribution: Attribution) -> list[Problem]:
    at = (*path, "speaker")
    if not quote.speakers:
        known = [speaker for speaker in attribution.speakers if speaker.actors and not speaker.is_described]
        if known and attribution.is_plain:
            message = f"right words, wrong speaker: the article attributes them to {known[0].actors[0]!r}"
            if known[0].code:
                return findings.doubts(at, message, _show_own(findings, attribution))
            return [findings.problem(at, message, _show_own(findings, attribution))]
        return []
    if not attribution.is_plain:
        return []
    for speaker in quote.speakers:
        match = match_speaker(findings, speaker, attribution)
        if match is Match.OTHER:
            other = next((each.actors[0] for each in attribution.speakers if each.actors), None)
            message = "right words, wrong speaker: the article attributes them to "
            message += repr(other) if other and other != speaker else "somebody else"
            return [findings.problem(at, message, _show_own(findings, attribution))]
    for each in attribution.speakers:
        if len(each.actors) == 1 and len(attribution.speakers) > 1 and each.actors[0] not in quote.speakers:
            message = f"the article has {each.actors[0]!r} say this, too"
            ids = ", ".join(dict.fromkeys(actor for one in attribution.speakers for actor in one.actors[:1]))
            return [findings.problem(at, message, f"{_show_own(findings, attribution)}; write `speaker: [{ids}]`")]
    return []


def _show_own(findings: Findings, attribution: Attribution) -> str:
    return f"the article says {show_attribution(findings, attribution)}"


def _judge_nameless(findings: Findings, path: Path, cue: Span) -> list[Problem]:
    """Return the problem of a cue for somebody whom the article describes and does not name."""
    at = (*path, "cue")
    if problems := _judge_place(findings, path, cue):
        return problems
    speech = findings.once_of_article(read_speech)
    sayings = [each for each in speech.sayings if each.cue.meets(cue)]
    if any(speaker.is_described and not speaker.actors for each in sayings for speaker in each.speakers):
        return []
    message = "the cue does not describe a speaker without a name"
    hint = "name the speaker, cite words such as “a spokesman said”, or leave the cue out"
    return findings.doubts(at, message, hint)


def _judge_cue(findings: Findings, path: Path, quote: QuoteEntry, cue: Span) -> list[Problem]:
    if problems := _judge_place(findings, path, cue):
        return problems
    speech = findings.once_of_article(read_speech)
    own = [attribution for _, attribution in attributions_of(findings, path)]
    if any(_judge_speakers(findings, path, quote, attribution) for attribution in own):
        return []
    known = [speaker for speaker in quote.speakers if speaker in findings.actors]
    if all(any(_names(findings, cue, speaker, each) for each in own) for speaker in known):
        return []
    lexicon = speech.cast.lexicon
    is_aside = not own and findings.is_aside(cue) and lexicon.has_verb(findings.evidence.words(cue))
    if is_aside or not lexicon.reads_verbs:
        # Words set off inside the marks are not read as a sentence of their own.
        return [problem for speaker in known for problem in judge_unread_cue(findings, path, speaker, cue)]
    beside = [each for each in speech.sayings if each.cue.meets(cue)]
    naming = [each for each in beside if all(_names(findings, cue, speaker, each) for speaker in known)]
    if naming and not own:
        # Where the words themselves are not found, that is the only problem.
        return _judge_distant(findings, path, naming[-1]) if findings.spans((*path, "text")) else []
    return _explain(findings, path, known, cue, beside)


def _judge_distant(findings: Findings, path: Path, saying: Attribution) -> list[Problem]:
    """Return the problem of a cue that belongs to other words, or from which other names divide the quotation."""
    speech = findings.once_of_article(read_speech)
    for outer, attribution in speech.of_passage.items():
        if attribution.cue == saying.cue and not attribution.is_carried and attribution.is_plain:
            there = findings.article.line_of(outer.start)
            hint = f"it belongs to “{shorten(findings.evidence.words(outer))}” ({there})"
            return [findings.problem((*path, "cue"), "the cue belongs to another quotation", hint)]
    quoted = findings.spans((*path, "text"))
    start, end = min(saying.cue.end, quoted[0].end), max(saying.cue.start, quoted[-1].start)
    ids = {actor for speaker in saying.speakers for actor in speaker.actors}
    others = [place for place in findings.names_in(Span(start, end)) if place.actor not in ids]
    others = [place for place in others if not findings.are_quoted(place.span)]
    if not others:
        return []
    named = findings.evidence.words(others[0].span)
    line = findings.article.line_of(others[0].span.start)
    hint = f"“{named}” stands between ({line}); cite the words that name the speaker"
    return findings.doubts((*path, "cue"), "the program does not understand the cue to speak of these words", hint)


def _judge_place(findings: Findings, path: Path, cue: Span) -> list[Problem]:
    quoted, at = findings.spans((*path, "text")), (*path, "cue")
    if quoted and not are_near(findings.evidence, cue, quoted):
        there, here = findings.article.line_of(cue.start), findings.article.line_of(quoted[0].start)
        hint = f"it stands at {there}, the quotation at {here}"
        return [findings.problem(at, "the cue is not beside its quotation", hint)]
    around = findings.passage_around(cue)
    inside = [passage.outer for passage in map(findings.passage_around, quoted) if passage]
    nested = around and any(outer != around.outer and around.outer.holds(outer) for outer in inside)
    if around and not nested and not findings.is_aside(cue) and not findings.words_outside_marks(cue).strip():
        hint = "a cue is what the article says of the speaker, not what is quoted"
        return [findings.problem(at, "the cue stands inside quotation marks", hint)]
    return []


def _names(findings: Findings, cue: Span, speaker: str, attribution: Attribution) -> bool:
    """Say whether a cue holds the words of an attribution that make an actor speak."""
    if match_speaker(findings, speaker, attribution) is not Match.SAME:
        return False
    if attribution.is_relative and cue.meets(attribution.cue):
        return True
    fitting = [
        each for each in attribution.speakers if match_speaker(findings, speaker, attribution, each) is Match.SAME
    ]
    return any(cue.meets(each.span) for each in fitting) or not attribution.speakers


def _explain(
    findings: Findings, path: Path, speakers: list[str], cue: Span, beside: list[Attribution]
) -> list[Problem]:
    """Return the problem of a cue that is not understood to make the actors speak."""
    at = (*path, "cue")
    named = [place.actor for place in findings.names_in(cue) if not findings.passage_around(place.span)]
    missing = next((each for each in speakers if each not in named), None)
    for each in beside:
        for speaker in speakers:
            if each.is_plain and each.speakers and match_speaker(findings, speaker, each) is Match.OTHER:
                told = f"the article says {show_attribution(findings, each)}"
                return [findings.problem(at, f"the cue does not name {speaker!r} as the one who speaks", told)]
    if missing is None:
        hint = "cite the words that say so, such as “… said”"
        message = f"the program does not understand the cue to say that {speakers[0]!r} speaks"
        return findings.doubts(at, message, hint) if speakers else []
    if named and missing not in named:
        told = f"the article says “{findings.evidence.words(cue)}” ({findings.article.line_of(cue.start)})"
        return [findings.problem(at, f"right words, wrong speaker: the cue names {named[0]!r}, not {missing!r}", told)]
    for pronoun in (speaker for each in beside for speaker in each.speakers):
        if pronoun.code and len(pronoun.actors) > 1 and missing in pronoun.actors and cue.meets(pronoun.span):
            meant = " or ".join(map(repr, sorted(pronoun.actors)))
            hint = f"the article says {show_attribution(findings, beside[0])}; include words that name the one"
            return findings.doubts(at, f"“{findings.evidence.words(pronoun.span)}” can mean {meant}", hint)
    hint = f"include the words that name {missing!r}, by name or by a pronoun, "
    hint += "or add the article's name for the speaker to `aliases`"
    return findings.doubts(at, "the cue does not name the speaker", hint)
