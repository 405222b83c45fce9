"""Cues in a language whose verbs of saying are not known: a name or a pronoun beside the words, and nobody else."""

from unicodedata import normalize

from newsbrief.content.yaml_positions import Path
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.names import NamePlace
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.reading.attribution import find_pronoun, read_speech

_CASE = compile_late(r"['’][^\W\d_]+(?:\s+([\w\u0300-\u036f]+))?")

_STOPS = (".", "!", "?", "。", "！", "？", "؟", "।", "۔")


def judge_unread_cue(findings: Findings, path: Path, speaker: str, cue: Span) -> list[Problem]:
    """Return the problem of a cue that does not name `speaker`, by name or by a pronoun, and nobody else."""
    evidence, at = findings.evidence, (*path, "cue")
    is_aside = findings.is_aside(cue)
    outside = [place for place in findings.names_in(cue) if is_aside or not findings.passage_around(place.span)]
    named = [place.actor for place in outside]
    own_words = findings.own_words_of(cue)
    pronoun = find_pronoun(own_words, findings.article.front.language)
    is_led = pronoun is not None and own_words.strip().startswith(pronoun)
    if speaker in named and not is_led:
        if all(_is_in_case(findings, place) for place in outside if place.actor == speaker):
            message = f"the program does not understand the cue to say that {speaker!r} speaks"
            return findings.doubts(
                at, message, f"cite words in which no case is joined to the name, as it is in “{evidence.words(cue)}”"
            )
        return _judge_sentence(findings, path, speaker, cue)
    if named and (speaker in named or not is_led):
        told = f"the article says “{evidence.words(cue)}” ({findings.article.line_of(cue.start)})"
        message = f"right words, wrong speaker: the cue names {named[0]!r}, not {speaker!r}"
        if speaker in named:
            message = f"the cue does not name {speaker!r} as the one who speaks"
        return [findings.problem(at, message, told)]
    if pronoun:
        return _judge_pronoun(findings, at, speaker, cue, pronoun)
    pronouns = findings.once_of_article(read_speech).cast.lexicon.pronouns
    how = ", by name or by a pronoun" if pronouns else " by name"
    hint = f"include the words that name {speaker!r}{how}, or add the article's name for the speaker to `aliases`"
    return findings.doubts(at, "the cue does not name the speaker", hint)


def _is_in_case(findings: Findings, place: NamePlace) -> bool:
    """Say whether a case is joined to a name, or a preposition stands before it: `Kaya’ya`, but not `Kaya’ya göre`."""
    cast = findings.once_of_article(read_speech).cast
    lexicon, text = cast.lexicon, findings.evidence.text
    if cast.sentences.is_governed(place) or lexicon.has("joined owners", text[place.span.end : place.span.end + 1]):
        return True
    joined = _CASE.match(text, place.span.end) if lexicon.cases_apart else None
    return joined is not None and not lexicon.has("sources after", normalize("NFC", joined[1] or ""))


def _judge_pronoun(findings: Findings, at: Path, speaker: str, cue: Span, pronoun: str) -> list[Problem]:
    """Return the problem of a pronoun for an actor whom the article has not named yet, or of "he" for no person."""
    actor, cast = findings.actors[speaker], findings.once_of_article(read_speech).cast
    if not cast.fits(cast.lexicon.pronouns.get(pronoun.lower(), "x"), speaker):
        hint = f"“{pronoun}” means a person: name that person"
        return [findings.problem(at, f"“{pronoun}” cannot stand for {actor.name}", hint)]
    end = findings.article.document.paragraphs[findings.evidence.paragraph_of(cue.start)].end
    if any(place.span.start < end for place in findings.places_of(speaker)[:1]):
        return []
    hint = "include words that name the speaker, or check who is meant"
    return [findings.problem(at, f"“{pronoun}” cannot stand for {actor.name}, who is not named before it", hint)]


def _judge_sentence(findings: Findings, path: Path, speaker: str, cue: Span) -> list[Problem]:
    """Return the doubt of a cue in another sentence than its quotation where that sentence names somebody else."""
    for quoted in findings.spans((*path, "text"))[:1]:
        passage = findings.passage_around(quoted)
        outer = passage.outer if passage else quoted
        sentence = _sentence_around(findings, outer)
        others = [place for place in findings.names_in(sentence) if not findings.are_quoted(place.span)]
        if sentence.meets(cue) or not others or speaker in [place.actor for place in others]:
            return []
        named = others[0]
        hint = f"the article says “{findings.evidence.words(named.span)}” beside them "
        hint += f"({findings.article.line_of(named.span.start)})"
        message = f"the program does not understand the cue to say that {speaker!r} speaks"
        return findings.doubts((*path, "cue"), message, hint)
    return []


def _sentence_around(findings: Findings, outer: Span) -> Span:
    """Return the article's words from the sentence's end before the marks at `outer` to the one after them."""
    paragraph = findings.article.document.paragraphs[findings.evidence.paragraph_of(outer.start)]
    text = findings.evidence.text
    before = max(text.rfind(sign, paragraph.start, outer.start) for sign in _STOPS) + 1
    closed = text[outer.start : outer.end - 1].rstrip()[-1:] in _STOPS
    ends = [at for at in (text.find(sign, outer.end, paragraph.end) for sign in _STOPS) if at >= 0]
    after = outer.end if closed else min(ends, default=paragraph.end)
    return Span(max(before, paragraph.start), max(after, outer.end))
