"""Speakers: whom a fact sheet names must be whom the article's own words make speak.

A cue is held against the reading of the article: another speaker is a contradiction, words that are not understood are
a doubt.
"""

from bisect import bisect_right
from collections.abc import Iterator

from newsbrief.content.fact_sheet import UNATTRIBUTED, NotSpeechEntry, QuoteEntry
from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.words_nearby import are_near
from newsbrief.model.document import Span
from newsbrief.model.problems import Problem
from newsbrief.reading.attribution import read_speech
from newsbrief.reading.speech.reader import Attribution
from newsbrief.rules.speaker_match import Match, match_speaker
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
        for _, attribution in _attributions(findings, path):
            if found := _judge_speakers(findings, path, quote, attribution):
                problems += found
                break
    for path, _ in findings.facts.of(NotSpeechEntry):
        for _, attribution in _attributions(findings, path):
            if _is_plain_speech(attribution):
                message = "these words are speech: the article says who speaks"
                hint = f"the article says {_show(findings, attribution)}; list them under `quotes`"
                problems.append(findings.problem((*path, "text"), message, hint))
    return problems


def hedges_are_those_of_the_article(findings: Findings) -> list[Problem]:
    """What is only alleged, passed on or denied is shown as such, and nothing else is."""
    problems: list[Problem] = []
    for path, quote in findings.facts.of(QuoteEntry):
        readings = [each for _, each in _attributions(findings, path)]
        cue = findings.found.get((*path, "cue"))
        if not readings and cue is not None:
            readings = [each for each in findings.once(read_speech).sayings if each.cue.meets(cue)]
        for attribution in readings[:1]:
            problems += _judge_hedge(findings, path, quote, attribution)
        if not readings and quote.hedge and findings.once(read_speech).cast.lexicon.reads_verbs:
            message = f"the article’s words do not bear out `hedge: {quote.hedge}`"
            problems += findings.doubts((*path, "hedge"), message, "leave it out")
    return problems


def _attributions(findings: Findings, path: Path) -> Iterator[tuple[Span, Attribution]]:
    """Yield the attribution of each part of a quotation that has one."""
    speech = findings.once(read_speech)
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


def _is_plain_speech(attribution: Attribution) -> bool:
    """Say whether words in marks can be nothing but speech, no title and no term that somebody uses."""
    if not attribution.is_plain or not attribution.speakers:
        return False
    if attribution.role == "label":
        return any(speaker.actors for speaker in attribution.speakers)
    return attribution.is_speech or (attribution.is_set_off and attribution.role == "say")


def _judge_speakers(findings: Findings, path: Path, quote: QuoteEntry, attribution: Attribution) -> list[Problem]:
    told, at = _show(findings, attribution), (*path, "speaker")
    if not quote.speakers:
        known = [speaker for speaker in attribution.speakers if speaker.actors and not speaker.is_described]
        if known and attribution.is_plain:
            message = f"right words, wrong speaker: the article attributes them to {known[0].actors[0]!r}"
            if known[0].code:
                return findings.doubts(at, message, f"the article says {told}")
            return [findings.problem(at, message, f"the article says {told}")]
        return []
    if not attribution.is_plain:
        return []
    for speaker in quote.speakers:
        match = match_speaker(findings, speaker, attribution)
        if match is Match.OTHER:
            other = next((each.actors[0] for each in attribution.speakers if each.actors), None)
            message = "right words, wrong speaker: the article attributes them to "
            message += repr(other) if other and other != speaker else "somebody else"
            return [findings.problem(at, message, f"the article says {told}")]
    for each in attribution.speakers:
        if len(each.actors) == 1 and len(attribution.speakers) > 1 and each.actors[0] not in quote.speakers:
            message = f"the article has {each.actors[0]!r} say this, too"
            ids = ", ".join(dict.fromkeys(actor for one in attribution.speakers for actor in one.actors[:1]))
            return [findings.problem(at, message, f"the article says {told}; write `speaker: [{ids}]`")]
    return []


def _judge_nameless(findings: Findings, path: Path, cue: Span) -> list[Problem]:
    """Return the problem of a cue for somebody whom the article describes and does not name."""
    at = (*path, "cue")
    if problems := _judge_place(findings, path, cue):
        return problems
    speech = findings.once(read_speech)
    sayings = [each for each in speech.sayings if each.cue.meets(cue)]
    if any(speaker.is_described and not speaker.actors for each in sayings for speaker in each.speakers):
        return []
    message = "the cue does not describe a speaker without a name"
    hint = "name the speaker, cite words such as “a spokesman said”, or leave the cue out"
    return findings.doubts(at, message, hint)


def _judge_cue(findings: Findings, path: Path, quote: QuoteEntry, cue: Span) -> list[Problem]:
    if problems := _judge_place(findings, path, cue):
        return problems
    speech = findings.once(read_speech)
    own = [attribution for _, attribution in _attributions(findings, path)]
    if any(_judge_speakers(findings, path, quote, attribution) for attribution in own):
        return []
    known = [speaker for speaker in quote.speakers if speaker in findings.actors]
    if all(any(_names(findings, cue, speaker, each) for each in own) for speaker in known):
        return []
    if not speech.cast.lexicon.reads_verbs or (not own and findings.is_aside(cue)):
        # Words between dashes inside the marks are not read as a sentence of their own.
        return [problem for speaker in known for problem in judge_unread_cue(findings, path, speaker, cue)]
    beside = [each for each in speech.sayings if each.cue.meets(cue)]
    naming = [each for each in beside if all(_names(findings, cue, speaker, each) for speaker in known)]
    if naming and not own:
        # Where the words themselves are not found, that is the only problem.
        return _judge_distant(findings, path, naming[-1]) if findings.spans((*path, "text")) else []
    return _explain(findings, path, known, cue, beside)


def _judge_distant(findings: Findings, path: Path, saying: Attribution) -> list[Problem]:
    """Return the problem of a cue that belongs to other words, or from which other names divide the quotation."""
    speech = findings.once(read_speech)
    for outer, attribution in speech.of_passage.items():
        if attribution.cue == saying.cue and not attribution.is_carried and attribution.is_plain:
            there = findings.article.line_of(outer.start)
            hint = f"it belongs to “{_shorten(findings.evidence.words(outer))}” ({there})"
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
                told = f"the article says {_show(findings, each)}"
                return [findings.problem(at, f"the cue does not name {speaker!r} as the one who speaks", told)]
    if missing is None:
        hint = "cite the words that say so, such as “… said”"
        message = f"the program does not understand the cue to say that {speakers[0]!r} speaks"
        return findings.doubts(at, message, hint) if speakers else []
    if named and missing not in named:
        told = f"the article says “{findings.evidence.words(cue)}” ({findings.article.line_of(cue.start)})"
        return [findings.problem(at, f"right words, wrong speaker: the cue names {named[0]!r}, not {missing!r}", told)]
    hint = f"include the words that name {missing!r}, by name or by a pronoun, "
    hint += "or add the article's name for the speaker to `aliases`"
    return findings.doubts(at, "the cue does not name the speaker", hint)


def _judge_hedge(findings: Findings, path: Path, quote: QuoteEntry, attribution: Attribution) -> list[Problem]:
    told = f"the article says {_show(findings, attribution)}"
    at = (*path, "hedge" if quote.hedge else "speaker")
    if attribution.is_unsaid and not quote.hedge:
        return findings.doubts(at, "the article does not say that this was said", told)
    if attribution.is_denied:
        if quote.hedge == "denied":
            return []
        return [findings.problem(at, "the article says that this was not said", f"{told}; add `hedge: denied`")]
    needed = sorted(attribution.hedges)
    if needed and quote.hedge is None:
        hint = f"{told}; add `hedge: {needed[0]}`"
        return [findings.problem(at, "the article does not vouch for these words", hint)]
    if quote.hedge is None or quote.hedge in attribution.allowed:
        return []
    right = f"write `hedge: {needed[0]}`" if needed else "leave it out"
    return findings.doubts(at, f"the article’s words do not bear out `hedge: {quote.hedge}`", f"{told}; {right}")


def _show(findings: Findings, attribution: Attribution) -> str:
    words = _shorten(" ".join(findings.evidence.words(attribution.cue).split()))
    return f"“{words}” ({findings.article.line_of(attribution.cue.start)})"


def _shorten(words: str) -> str:
    return words if len(words) <= 100 else f"{words[:70]} … {words[-25:]}"
