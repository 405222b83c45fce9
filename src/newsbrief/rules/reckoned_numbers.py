"""Numbers of the editor's sentences that follow by arithmetic from those of the words cited, and sums that are said so.

A number that follows is borne out where the sentence has the words for it: a total, more or less, the rest.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.numbers.bounds import ALL_BUT, lies_within, may_say
from newsbrief.reading.numbers.number_words import FRACTION, NumberWords, bears_out
from newsbrief.reading.reckoning.comparisons import reckon_turned
from newsbrief.reading.reckoning.differences import reckon_changes, reckon_gap, reckon_times
from newsbrief.reading.reckoning.lengths import reckon_lengths
from newsbrief.reading.reckoning.lexicon import ReckoningWords, read_words, tokens_of
from newsbrief.reading.reckoning.lists import count_names, count_ordinals, count_years
from newsbrief.reading.reckoning.ratios import find_ratios, reckon_ratios
from newsbrief.reading.reckoning.reckonings import Reckoning, reckon
from newsbrief.reading.reckoning.sums import reckon_sums, reckon_total
from newsbrief.reading.reckoning.wholes import find_parts, reckon_parts
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.rules.cited_numbers import CitedNumbers
from newsbrief.rules.reckoning_words import says_how
from newsbrief.rules.sentence_language import is_in_language_of_article

_MOST_NUMBERS = 40


def find_reckoned(
    findings: Findings, sentence: Sentence, number: NumberWords, cited: Sequence[NumberWords]
) -> Reckoning | None:
    """Return the number that follows from the words cited and is the one that a sentence states, if there is one."""
    words = read_words(findings.article.front.language)
    if words is None or sentence.cited is None or len(cited) > _MOST_NUMBERS:
        return None
    if not is_in_language_of_article(findings, sentence.text):
        return None
    for each in reckon_all(findings, sentence.cited, cited, words):
        if not (_is_number(each.number, number) and _is_of_those_named(findings, sentence, each)):
            continue
        if says_how(findings, sentence, number, each, words):
            return each
    return None


def is_of_what_halved(findings: Findings, sentence: Sentence, number: NumberWords) -> bool:
    """Say whether a number is a half, and the words cited have “halved” for it."""
    words = read_words(findings.article.front.language)
    if words is None or (FRACTION, Fraction(1, 2)) not in number.readings or number.bound:
        return False
    text = findings.evidence.text
    return any(not words.halving.isdisjoint(tokens_of(text[span.start : span.end])) for span in sentence.cited or ())


def is_of_ratio(
    findings: Findings, sentence: Sentence, number: NumberWords, stated: Sequence[NumberWords], cited: CitedNumbers
) -> bool:
    """Say whether a number is one of the two of “one in three”, which the words cited have as a third."""
    words = read_words(findings.article.front.language)
    for each in find_ratios(sentence.text, stated, words) if words and number in stated else ():
        share = reckon([(FRACTION, each.share)], "share", each.part.span).number
        if number in (each.part, each.whole) and cited.equal_to(share):
            return True
    return False


def reckon_all(
    findings: Findings, spans: Sequence[Span], cited: Sequence[NumberWords], words: ReckoningWords
) -> Iterator[Reckoning]:
    """Yield all that follows from the numbers of the words cited."""
    text, front = findings.evidence.text, findings.article.front
    parts: list[NumberWords] = []
    for part in dict.fromkeys(chain.from_iterable(find_sentences(text, span) for span in spans)):
        row = [each for each in cited if part.holds(each.span)]
        for pair in find_parts(text, part, row, words):
            parts.append(pair.part)
            yield from reckon_parts(pair)
        yield from reckon_sums(text, row, words)
        yield from reckon_total(text, [each for each in row if each not in parts], front.language, words)
        yield from reckon_changes(text, row, front.language, words)
        yield from reckon_ratios(text, row, words)
        yield from reckon_turned(text, row)
        yield from reckon_gap(text, row, words)
        yield from reckon_times(text, row, front.language, words)
    yield from reckon_total(text, [each for each in cited if each not in parts], front.language, words)
    yield from reckon_lengths(text, cited, front.as_of.year, words)
    yield from count_years(text, cited, words)
    yield from count_ordinals(cited)
    yield from count_names(text, spans, cited, words)


def _is_of_those_named(findings: Findings, sentence: Sentence, reckoned: Reckoning) -> bool:
    """Say whether those whom a sentence names are in the sentences of the numbers, where these name somebody."""
    named = {place.actor for place in findings.sentences.names_in(sentence)}
    theirs = {
        place.actor
        for part in find_sentences(findings.evidence.text, reckoned.span)
        for place in findings.names_in(part)
    }
    return not named or not theirs or not named.isdisjoint(theirs)


def _is_number(reckoned: NumberWords, stated: NumberWords) -> bool:
    if stated.bound == ALL_BUT:
        return bears_out(reckoned, stated) and not reckoned.bound
    if bears_out(reckoned, stated) and may_say(reckoned.bound, stated.bound):
        return True
    return bool(stated.bound) and lies_within(reckoned, stated)
