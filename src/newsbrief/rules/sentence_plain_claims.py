"""Opposites and hedges in the editor's sentences, in languages that are read by their words alone."""

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.evidence.verbatim_sentences import is_verbatim
from newsbrief.model.problems import Problem
from newsbrief.reading.plain_claims.certainty import find_surer
from newsbrief.reading.plain_claims.clauses import read_clauses
from newsbrief.reading.plain_claims.contraries import find_contrary
from newsbrief.reading.plain_claims.lexicon import PlainLexicon, read_lexicon
from newsbrief.reading.statements.reader import StatementReader
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentences import doubt_against


def sentences_claim_what_their_words_do(findings: Findings) -> list[Problem]:
    """What a sentence says is not the opposite of the words cited, nor what these deny, allege or plan."""
    lexicon = read_lexicon(findings.article.front.language)
    if lexicon is None:
        return []
    problems: list[Problem] = []
    for sentence in findings.sentences.all:
        is_own = bool(sentence.cited) and not is_verbatim(findings, sentence)
        if is_own and is_in_language_of_article(findings, sentence.text):
            problems += _judge(findings, sentence, lexicon)
    return problems


def _judge(findings: Findings, sentence: Sentence, lexicon: PlainLexicon) -> list[Problem]:
    reader = findings.once(StatementReader)
    around = reader.article.words_around(sentence.cited or ())
    spans = [span for _, span in around]
    stated = read_clauses(reader.words_of(sentence), lexicon)
    cited = [read_clauses(words, lexicon) for words, _ in around]
    inside = [
        clause
        for clauses, span in zip(cited, spans, strict=True)
        for clause in clauses
        if any(span.meets(word.span) for word in clause.words)
    ]
    if contrary := find_contrary(stated, inside, lexicon):
        own, their = contrary
        message = f"the sentence says “{own.text}” where the cited words say “{their.text}”"
    elif hedge := find_surer(stated, cited, spans, lexicon):
        their = hedge.word
        message = f"the sentence states what the cited words {hedge.does}: they have “{their.text}”"
    else:
        return []
    return doubt_against(findings, sentence, message, sentence.cited or (), their.span.start)
