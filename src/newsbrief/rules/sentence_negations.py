"""The words right after negations, in the editor's sentences and their words, where no more of a language is known."""

from collections.abc import Iterator

from newsbrief.evidence.findings import Findings
from newsbrief.model.problems import Problem
from newsbrief.reading.plain_claims.lexicon import read_lexicon as read_plain_lexicon
from newsbrief.reading.relations.lexicon import read_lexicon as read_relation_lexicon
from newsbrief.reading.statements.denied_words import find_denied, has_negation, list_stems
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentences import doubt_against


def judge_negations(findings: Findings) -> Iterator[Problem]:
    """Yield the problems of the words right after negations, where no more of a language is known."""
    lexicon = read_relation_lexicon(findings.article.front.language)
    plain = read_plain_lexicon(findings.article.front.language)
    for sentence in findings.sentences.all if lexicon else ():
        if not lexicon or sentence.cited is None or not is_in_language_of_article(findings, sentence.text):
            continue
        text = findings.evidence.text
        words = " … ".join(text[span.start : span.end] for span in sentence.cited)
        is_denial = has_negation(sentence.text, lexicon)
        if not is_denial and plain and plain.puts_off(sentence.text):
            # What was not signed may be signed in June.
            continue
        if is_denial and plain and plain.denies(words):
            # “No human error” is “excludes human error”, and “without comment” no comment.
            continue
        if is_denial == has_negation(words, lexicon):
            continue
        denying, other = (sentence.text, words) if is_denial else (words, sentence.text)
        ours, theirs = ("denies", "state") if is_denial else ("states", "deny")
        for stem, place in find_denied(denying, lexicon).items():
            if stem in list_stems(other):
                denied = denying[place.start : place.end]
                message = f"the sentence {ours} what the cited words {theirs}: “{denied}”"
                yield from doubt_against(findings, sentence, message, sentence.cited, sentence.cited[0].start)
                break
