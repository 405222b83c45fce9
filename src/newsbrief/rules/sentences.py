"""The editor's sentences: their grounds, and the actors and quotation marks in them, against the words cited."""

from bisect import bisect_left
from collections.abc import Iterator

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.typography import fold_words
from newsbrief.model.document import Passage, Span
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.reading.references import References
from newsbrief.rules.sentence_language import is_in_language_of_article

_LEFT_OUT = compile_late(r"\s*(?:\[[^\]]*\]|\.{3,}|…)\s*")
_SHOWN = 120
"""The most characters of words cited that a message shows."""

_LAST_SIGNS = ".,;:!?。，、؟،"
_CARRIES_ON = compile_late(r"(?<!\w)[^\W\d_A-Z]\w{3,}")


def sentences_have_grounds(findings: Findings) -> list[Problem]:
    hint = "add `cite` with words of the article, or `source` with a title and a url"
    return [
        findings.problem((*path, section.sentence), "this sentence has neither `cite` nor `source`", hint)
        for section, path, entry in findings.facts.all_entries
        if section.sentence and entry.cite is None and entry.source is None
    ]


def sentences_name_those_of_their_words(findings: Findings) -> list[Problem]:
    """The words that a sentence cites name the actors that it names, or have a pronoun or a description for them."""
    problems: list[Problem] = []
    references = References(findings)
    for sentence in findings.sentences.all:
        if sentence.cited is None:
            continue
        named = dict.fromkeys(place.actor for place in findings.sentences.names_in(sentence))
        for actor in named:
            if actor != sentence.about and not _stands_in(findings, references, sentence.cited, actor):
                name = findings.actors[actor].name
                problems += findings.doubts_about(
                    sentence, f"the cited words do not name {name}", _cited_hint(findings, sentence, "name", name)
                )
    return problems


def sentences_about_an_actor_cite_words_about_it(findings: Findings) -> list[Problem]:
    problems: list[Problem] = []
    references = References(findings)
    for sentence in findings.sentences.all:
        if sentence.about is None or sentence.cited is None or not findings.places_of(sentence.about):
            continue
        if not any(_is_about(findings, references, span, sentence.about) for span in sentence.cited):
            name = findings.actors[sentence.about].name
            words = show_cited(findings, sentence.cited[:1])
            others = [findings.actors[place.actor].name for place in findings.names_in(sentence.cited[0])]
            of = f", but of {others[0]}" if others else ""
            message = f"the cited words are not of {name}{of}"
            hint = (
                f"they are “{words}” ({findings.article.line_of(sentence.cited[0].start)}); cite words that name {name}"
            )
            problems += findings.doubts((*sentence.path[:-1], "cite"), message, hint)
        problems += _judge_pronoun(findings, references, sentence, sentence.about)
    return problems


def _judge_pronoun(findings: Findings, references: References, sentence: Sentence, actor: str) -> list[Problem]:
    """Return the problem of a pronoun that begins a sentence about an actor and cannot mean the actor."""
    if not is_in_language_of_article(findings, sentence.text):
        return []
    is_named = any(place.actor == actor for place in findings.sentences.names_in(sentence))
    word = references.denies(sentence.text, actor, is_named)
    if not word:
        return []
    name = findings.actors[actor].name
    hint = f"move it to the actor of whom it is, or begin it with “{name}”"
    return findings.doubts_about(sentence, f"“{word}” at the beginning of this sentence does not mean {name}", hint)


def is_of_others(findings: Findings, sentence: Sentence, actor: str) -> bool:
    """Say whether the words that a sentence cites are not of an actor, which is a problem of its own."""
    if sentence.cited is None:
        return False
    references = References(findings)
    if actor != sentence.about:
        return not _stands_in(findings, references, sentence.cited, actor)
    return not any(_is_about(findings, references, span, actor) for span in sentence.cited)


def _stands_in(findings: Findings, references: References, cited: tuple[Span, ...], actor: str) -> bool:
    return any(place.actor == actor for span in cited for place in findings.names_in(span)) or any(
        references.stands_for(span, actor) for span in cited
    )


def _is_about(findings: Findings, references: References, span: Span, actor: str) -> bool:
    """Say whether words cited name an actor or stand for it, or carry on a sentence that names it before them."""
    if _stands_in(findings, references, (span,), actor):
        return True
    around = references.sentence_around(span)
    others = findings.names_in(span)
    if any(place.actor == actor for place in findings.names_in(around)):
        return not others or bool(_CARRIES_ON.search(findings.evidence.text, span.start, others[0].span.start))
    if others or any(findings.names_in(around)):
        return False
    before = references.sentence_around(Span(max(0, around.start - 2), around.start))
    return any(place.actor == actor for place in findings.names_in(before))


def show_cited(findings: Findings, cited: tuple[Span, ...]) -> str:
    """Return the words cited as a message shows them: the first ones, where they are many."""
    apart = [span for span in cited if not any(span != each and each.holds(span) for each in cited)]
    words = " … ".join(
        " ".join(findings.evidence.text[span.start : min(span.end, span.start + _SHOWN)].split()) for span in apart[:3]
    )
    return words if len(words) < _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} …"


def doubt_against(
    findings: Findings, sentence: Sentence, message: str, cited: tuple[Span, ...], at: int
) -> list[Problem]:
    """Return the doubt about a sentence that says otherwise than the words cited; what they say stands at `at`."""
    hint = f"they are “{show_cited(findings, cited)}” ({findings.article.line_of(at)}); write it as they do"
    return findings.doubts_about(sentence, message, hint)


def _cited_hint(findings: Findings, sentence: Sentence, verb: str, what: str) -> str:
    assert sentence.cited is not None
    words = show_cited(findings, sentence.cited)
    where = findings.article.line_of(sentence.cited[0].start)
    return f"they are “{words}” ({where}); cite words that {verb} {what}, or leave it out of the sentence"


def sentences_quote_the_article(findings: Findings) -> list[Problem]:
    """Words in quotation marks in a sentence stand in quotation marks in the words cited."""
    problems: list[Problem] = []
    for sentence in findings.sentences.all:
        for passage in findings.sentences.passages_in(sentence):
            problems += _judge_quoted(findings, sentence, passage)
    return problems


def _judge_quoted(findings: Findings, sentence: Sentence, passage: Passage) -> Iterator[Problem]:
    inner = Span(passage.inner[0].start, passage.inner[-1].end)
    quoted = findings.sentences.evidence.words(inner).strip()
    parts = [part for part in _LEFT_OUT.split(quoted) if part.strip(_LAST_SIGNS + " ")]
    places = [_find_part(findings, part) for part in parts]
    if not all(places):
        missing = next(part for part, found in zip(parts, places, strict=True) if not found)
        hint = "copy the words from the article, or write the sentence without quotation marks"
        yield findings.problem_with(sentence, f"the article does not have the quoted words “{missing}”", hint)
    elif not all(any(_is_quoted(findings, span) for span in found) for found in places):
        at = findings.article.line_of(places[0][0].start)
        hint = f"they stand at {at} without marks; leave the marks out of the sentence"
        yield from findings.doubts_about(sentence, f"the article does not have “{quoted}” in quotation marks", hint)
    elif sentence.cited is not None and not all(
        any(_is_quoted(findings, span) and any(cite.holds(span) for cite in sentence.cited) for span in found)
        for found in places
    ):
        at = findings.article.line_of(places[0][0].start)
        hint = f"they stand at {at}; add them to `cite`"
        yield from findings.doubts_about(sentence, f"the cited words do not have the quoted words “{quoted}”", hint)


def _find_part(findings: Findings, part: str) -> tuple[Span, ...]:
    """Return the places of quoted words; a sentence may begin them with another letter, and end them with a sign."""
    shorter = part.rstrip(_LAST_SIGNS + " ")
    for words in dict.fromkeys((part, shorter)):
        for written in dict.fromkeys((words, words[:1].lower() + words[1:], words[:1].upper() + words[1:])):
            if fold_words(written) and (found := findings.evidence.occurrences(written)):
                return found
    return ()


def _is_quoted(findings: Findings, span: Span) -> bool:
    return findings.passage_around(span) is not None or findings.is_set_off(span)


def sentences_pair_their_marks(findings: Findings) -> list[Problem]:
    problems: list[Problem] = []
    unpaired = findings.sentences.unpaired
    for sentence in findings.sentences.all if unpaired else ():
        for offset in unpaired[bisect_left(unpaired, sentence.span.start) : bisect_left(unpaired, sentence.span.end)]:
            mark = findings.sentences.evidence.text[offset]
            hint = "write both marks of the pair"
            problems += findings.doubts_about(
                sentence, f"the quotation mark {mark} in this sentence has no partner", hint
            )
    return problems
