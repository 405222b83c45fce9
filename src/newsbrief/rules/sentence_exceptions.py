"""Sentences about the exceptions of the words cited: “3,000 homes have no power” where all but 3,000 have it."""

from functools import cache

from newsbrief.content.own_tables import split_phrases
from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late
from newsbrief.reading.numbers.bounds import ALL_BUT, bound_of, find_exceptions
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.lexicon import read_table
from newsbrief.reading.numbers.number_words import bears_out
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.reading.sentence_words import split_words
from newsbrief.reading.statements.lexicon import read_lexicon
from newsbrief.reading.statements.opposites import find_opposite

_WORD = compile_late(r"n[’']t\b|[^\W\d_]+")


def is_said_of_exceptions(findings: Findings, sentence: Sentence) -> bool:
    """Say whether a sentence says of a number the opposite of what the words cited say of all but that number."""
    language = findings.article.front.language
    text = findings.evidence.text
    for span in sentence.cited or ():
        if not find_exceptions(text[span.start : span.end], language):
            continue
        theirs = [
            each
            for each in find_numbers(text[span.start : span.end], language)
            if bound_of(text[span.start : span.end], each.span, each.units, language) == ALL_BUT
        ]
        ours = [
            each
            for each in find_numbers(sentence.text, language)
            if bound_of(sentence.text, each.span, each.units, language) != ALL_BUT
        ]
        if any(bears_out(their, our) for their in theirs for our in ours):
            return _is_turned(findings, sentence, span)
    return False


def _is_turned(findings: Findings, sentence: Sentence, span: Span) -> bool:
    language = findings.article.front.language
    lacking = _lacking(language)
    ours = any(word in lacking for word in _WORD.findall(sentence.text.lower()))
    theirs = any(word in lacking for word in _WORD.findall(findings.evidence.text[span.start : span.end].lower()))
    if ours != theirs:
        return True
    words = split_words(findings.sentences.evidence.text, sentence.span, findings.sentences.names_in(sentence))
    cited = [
        (split_words(findings.evidence.text, part, findings.names_in(part)), span)
        for part in find_sentences(findings.evidence.text, span)
    ]
    return find_opposite(words, cited, read_lexicon(language)) is not None


@cache
def _lacking(language: str) -> frozenset[str]:
    table = read_table(language)
    return frozenset(split_phrases(table.lacking if table else ""))
