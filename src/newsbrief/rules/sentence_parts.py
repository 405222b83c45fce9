"""The numbers in the editor's sentences of which the words cited say something of a part only."""

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import place_in_article
from newsbrief.model.problems import Problem
from newsbrief.reading.numbers.number_words import NumberWords, bears_out
from newsbrief.reading.numbers.parts import WholeNumber, find_parts, stands_as_whole
from newsbrief.rules.cited_numbers import read_cited, read_stated
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentences import show_cited


def sentences_keep_parts_from_wholes(findings: Findings) -> list[Problem]:
    """What the words cited say of a part, a sentence does not say of the whole: of 260 of the 900 workers."""
    problems: list[Problem] = []
    language = findings.article.front.language
    for sentence in findings.sentences.all:
        if not sentence.cited or place_in_article(findings, sentence):
            continue
        parts = _parts_cited(findings, sentence, language)
        if not parts or not is_in_language_of_article(findings, sentence.text):
            continue
        for number in read_stated(findings, sentence):
            if (found := _whole_of(findings, sentence, number, parts)) and not stands_as_whole(
                sentence.text, number, language
            ):
                problems += findings.doubts_about(sentence, *_explain(findings, sentence, number, found))
    return problems


def _parts_cited(findings: Findings, sentence: Sentence, language: str) -> list[WholeNumber]:
    texts = (findings.evidence.text[span.start : span.end] for span in sentence.cited or ())
    return [part for text in texts for part in find_parts(text, language)]


def _whole_of(
    findings: Findings, sentence: Sentence, number: NumberWords, parts: list[WholeNumber]
) -> WholeNumber | None:
    """Return the whole that a number is in the words cited, unless these or the sentence have it otherwise as well."""
    found = [each for each in parts if bears_out(each.whole, number)]
    if not found:
        return None
    same = [each for each in read_cited(findings, sentence.cited or ()) if bears_out(each, number)]
    if len(same) > len(found):
        return None
    others = [other for other in read_stated(findings, sentence) if other.span != number.span]
    has_part = any(each.part and bears_out(each.part, other) for each in found for other in others)
    return None if has_part else found[0]


def _explain(findings: Findings, sentence: Sentence, number: NumberWords, found: WholeNumber) -> tuple[str, str]:
    assert sentence.cited
    part = f"“{found.part.words}” of the " if found.part else "a part of the "
    message = f"the cited words say something of {part}“{found.whole.words}”, and the sentence of “{number.words}”"
    where = findings.article.line_of(sentence.cited[0].start)
    return message, f"they are “{show_cited(findings, sentence.cited)}” ({where}); write the part"
