"""Opposites and hedges in the editor's sentences, in languages that are read by their words alone."""

from collections.abc import Iterator

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.problems import Problem
from newsbrief.reading.plain_claims.certainty import find_surer
from newsbrief.reading.plain_claims.clauses import read_clauses
from newsbrief.reading.plain_claims.contraries import find_contrary
from newsbrief.reading.plain_claims.lexicon import PlainLexicon, read_lexicon
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentences import show_cited


def sentences_claim_what_their_words_do(findings: Findings) -> list[Problem]:
    """What a sentence says is not the opposite of the words cited, nor what these deny, allege or plan."""
    lexicon = read_lexicon(findings.article.front.language)
    problems: list[Problem] = []
    for sentence in findings.sentences.all if lexicon else ():
        if not lexicon or not sentence.cited or is_verbatim(findings, sentence):
            continue
        if is_in_language_of_article(findings, sentence.text):
            problems += _judge(findings, sentence, lexicon)
    return problems


def _judge(findings: Findings, sentence: Sentence, lexicon: PlainLexicon) -> Iterator[Problem]:
    reader = findings.once(StatementReader)
    parts = [(part, span) for span in sentence.cited or () for part in reader.article.around(span)]
    stated = read_clauses(reader.words_of(sentence), lexicon)
    cited = [read_clauses(reader.article.words(part), lexicon) for part, _ in parts]
    spans = [span for _, span in parts]
    inside = [
        clause
        for clauses, span in zip(cited, spans, strict=True)
        for clause in clauses
        if any(span.meets(word.span) for word in clause.words)
    ]
    if contrary := find_contrary(stated, inside, lexicon):
        own, their = contrary
        yield from _explain(
            findings, sentence, f"the sentence says “{own.text}” where the cited words say “{their.text}”", their
        )
    elif hedge := find_surer(stated, cited, spans, lexicon):
        message = f"the sentence states what the cited words {hedge.does}: they have “{hedge.word.text}”"
        yield from _explain(findings, sentence, message, hedge.word)


def _explain(findings: Findings, sentence: Sentence, message: str, their: Word) -> list[Problem]:
    where = findings.article.line_of(their.span.start)
    hint = f"they are “{show_cited(findings, sentence.cited or ())}” ({where}); write it as they do"
    return findings.doubts_about(sentence, message, hint)
