"""Numbers of the editor's sentences that the words cited do not have, and that may follow from them.

How they follow is read only where there is such a number: most sentences have none.
"""

from collections.abc import Sequence

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.number_words import NumberWords, bears_out
from newsbrief.rules.cited_numbers import CitedNumbers, read_cited, read_stated


def follows(
    findings: Findings, sentence: Sentence, number: NumberWords, stated: Sequence[NumberWords], cited: CitedNumbers
) -> bool:
    """Say whether a number that the words cited do not have follows from those that they have."""
    from newsbrief.rules.reckoned_numbers import find_reckoned, is_of_ratio, is_of_what_halved

    if find_reckoned(findings, sentence, number, cited.all) or is_of_what_halved(findings, sentence, number):
        return True
    return is_of_ratio(findings, sentence, number, stated, cited)


def is_reckoned(findings: Findings, sentence: Sentence, *ways: str) -> bool:
    """Say whether a sentence states a number that follows in one of these ways from the words cited."""
    language = findings.article.front.language
    numbers = find_numbers(sentence.text, language) if sentence.cited else ()
    if not numbers:
        return False
    text = findings.evidence.text
    cited = [each for span in sentence.cited or () for each in find_numbers(text[span.start : span.end], language)]
    if all(any(bears_out(their, our) for their in cited) for our in numbers):
        return False
    from newsbrief.rules.reckoned_numbers import find_reckoned

    theirs = read_cited(findings, sentence.cited or ())
    found = (find_reckoned(findings, sentence, each, theirs) for each in read_stated(findings, sentence))
    return any(each is not None and each.way in ways for each in found)
