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
from newsbrief.reading.numbers.find import find_numbers
from newsbrief.reading.numbers.number_words import FRACTION, NumberWords, bears_out, lengths_of
from newsbrief.reading.reckoning.comparisons import compares_the_other_way, reckon_turned
from newsbrief.reading.reckoning.differences import reckon_changes, reckon_gap, reckon_times
from newsbrief.reading.reckoning.lengths import reckon_lengths
from newsbrief.reading.reckoning.lexicon import ReckoningWords, has_phrase, read_words, tokens_of
from newsbrief.reading.reckoning.lists import count_names, count_years
from newsbrief.reading.reckoning.ratios import find_ratios, reckon_ratios
from newsbrief.reading.reckoning.reckonings import Reckoning, Way, reckon
from newsbrief.reading.reckoning.sums import reckon_sums, reckon_total
from newsbrief.reading.reckoning.wholes import find_parts, reckon_parts
from newsbrief.reading.sentence_ends import find_sentences
from newsbrief.rules.cited_numbers import CitedNumbers, read_cited, read_stated
from newsbrief.rules.sentence_language import is_in_language_of_article
from newsbrief.rules.sentence_rests import is_of_another_part, says_so_of_the_whole, says_the_opposite

_MOST_NUMBERS = 40
_NEAR, _FAR = 24, 60


def find_reckoned(
    findings: Findings, sentence: Sentence, number: NumberWords, cited: Sequence[NumberWords]
) -> Reckoning | None:
    """Return the number that follows from the words cited and is the one that a sentence states, if there is one."""
    words = read_words(findings.article.front.language)
    if words is None or sentence.cited is None or len(cited) > _MOST_NUMBERS:
        return None
    if not is_in_language_of_article(findings, sentence.text):
        return None
    tokens = tokens_of(sentence.text)
    for each in reckon_all(findings, sentence.cited, cited, words):
        if not (_is_number(each.number, number) and _is_of_those_named(findings, sentence, each)):
            continue
        if _fits(findings, sentence, tokens, number, each, words):
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


def is_reckoned(findings: Findings, sentence: Sentence, *ways: Way) -> bool:
    """Say whether a sentence states a number that follows in one of these ways from the words cited."""
    language = findings.article.front.language
    numbers = find_numbers(sentence.text, language) if read_words(language) else ()
    if not numbers or not sentence.cited:
        return False
    text = findings.evidence.text
    cited = [each for span in sentence.cited for each in find_numbers(text[span.start : span.end], language)]
    if all(any(bears_out(their, our) for their in cited) for our in numbers):
        return False
    theirs = read_cited(findings, sentence.cited)
    found = (find_reckoned(findings, sentence, each, theirs) for each in read_stated(findings, sentence))
    return any(each is not None and each.way in ways for each in found)


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


def _fits(
    findings: Findings,
    sentence: Sentence,
    tokens: list[str],
    number: NumberWords,
    reckoned: Reckoning,
    words: ReckoningWords,
) -> bool:
    """Say whether a sentence says of a number how it follows."""
    text = findings.evidence.text
    match reckoned.way:
        case "part" | "rest":
            if not says_so_of_the_whole(findings, sentence, reckoned):
                return False
            if reckoned.way == "part" and is_of_another_part(findings, sentence, reckoned):
                return False
            is_of_the_rest = says_the_opposite(findings, sentence, reckoned, words) != (number.bound == ALL_BUT)
            return is_of_the_rest == (reckoned.way == "rest")
        case "sum" | "each":
            return says_so_of_the_whole(findings, sentence, reckoned)
        case "total":
            return has_phrase(tokens, words.total)
        case "more":
            return not words.more.isdisjoint(tokens) and words.less.isdisjoint(tokens)
        case "less":
            return not words.less.isdisjoint(tokens) and words.more.isdisjoint(tokens)
        case "gap":
            return has_phrase(tokens, words.gap)
        case "before":
            return has_phrase(tokens, words.before)
        case "double":
            return not words.future.isdisjoint(tokens)
        case "until now":
            return bool(lengths_of(number)) and not words.until_now.isdisjoint(tokens)
        case "occasions":
            following = tokens_of(sentence.text[number.span.end : number.span.end + _NEAR])[:1]
            is_often = "time" in number.units or number.words.lower() in words.how_often
            return is_often or not words.occasions.isdisjoint(following)
        case "named":
            return _counts_what_is_named(text, sentence, number, reckoned)
        case "whole":
            after = {token for token in tokens_of(text[reckoned.span.end : reckoned.span.end + 60]) if len(token) > 3}
            return not after.isdisjoint(tokens)
        case "turned":
            return compares_the_other_way(sentence.text, number.span.end, text, reckoned.span)
        case "ratio":
            return not compares_the_other_way(sentence.text, number.span.end, text, _end_of_clause(text, reckoned.span))
        case "later":
            return bool(lengths_of(number)) and not words.later.isdisjoint(tokens)
        case "share":
            return True
        case "length":
            return bool(lengths_of(number))


def _end_of_clause(text: str, span: Span) -> Span:
    """Return what follows words up to the next sign: “14 in 2017”."""
    end = next((at for at in range(span.end, min(len(text), span.end + _FAR)) if text[at] in ".,;:"), span.end)
    return Span(span.end, end)


def _counts_what_is_named(text: str, sentence: Sentence, number: NumberWords, reckoned: Reckoning) -> bool:
    """Say whether the noun after a number in words stands before the names: two mills, mills in Biel and Oos."""
    if not number.words.isalpha():
        return False
    nouns = {token for token in tokens_of(sentence.text[number.span.end :])[:2] if len(token) > 3}
    return not nouns.isdisjoint(tokens_of(text[max(0, reckoned.span.start - 40) : reckoned.span.start]))
