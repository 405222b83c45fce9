"""The numbers by which something rises or falls in the editor's sentences, and those to which it does."""

from collections.abc import Sequence

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.problems import Problem
from newsbrief.reading.numbers.changes import change_of
from newsbrief.reading.numbers.number_words import NumberWords, is_year
from newsbrief.rules.sentence_language import language_of_sentence


def judge_change(
    findings: Findings, sentence: Sentence, number: NumberWords, theirs: Sequence[NumberWords]
) -> list[Problem]:
    """Return the problem of a number to which something fell in the words cited, and not by which."""
    language = findings.article.front.language
    ours = change_of(sentence.text, number.span, language) if not is_year(number) else ""
    if not ours or language_of_sentence(findings, sentence.text) != language:
        return []
    changes = [(each, change_of(findings.evidence.text, each.span, language)) for each in theirs]
    if not changes or any(change in ("", ours) for _, change in changes):
        return []
    their, change = changes[0]
    where = findings.article.line_of(their.span.start)
    message = f"in the cited words something changes {change} “{their.words}”, and in the sentence {ours} it"
    return [findings.problem_with(sentence, message, f"they stand at {where}; write it as they do")]
