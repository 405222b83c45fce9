"""The words of the editor's sentences that say how a number follows from others: in all, fewer, half as many as.

`says_how(findings, sentence, number, reckoned, words)` is true of “a total of 11 years” where 11 is a total.
"""

from collections.abc import Mapping

from newsbrief.evidence.findings import Findings
from newsbrief.evidence.sentences import Sentence
from newsbrief.model.document import Span
from newsbrief.reading.numbers.bounds import ALL_BUT
from newsbrief.reading.numbers.number_words import NumberWords, lengths_of
from newsbrief.reading.reckoning.comparisons import compares_the_other_way
from newsbrief.reading.reckoning.lexicon import ReckoningWords, has_phrase, tokens_of
from newsbrief.reading.reckoning.reckonings import Reckoning, Way
from newsbrief.rules.sentence_rests import is_of_another_part, says_so_of_the_whole, says_the_opposite

_NEAR, _FAR = 24, 60
_LENGTHS: frozenset[Way] = frozenset({"until now", "later", "length"})


def says_how(
    findings: Findings, sentence: Sentence, number: NumberWords, reckoned: Reckoning, words: ReckoningWords
) -> bool:
    """Say whether a sentence says of a number how it follows from those of the words cited."""
    way = reckoned.way
    if way in _LENGTHS and not lengths_of(number):
        return False
    tokens = tokens_of(sentence.text)
    if way in ("more", "less"):
        own, other = (words.more, words.less) if way == "more" else (words.less, words.more)
        return not own.isdisjoint(tokens) and other.isdisjoint(tokens)
    if (phrases := _phrases_for(words).get(way)) is not None:
        return has_phrase(tokens, phrases)
    if way in ("part", "rest"):
        return _is_of_its_part(findings, sentence, number, reckoned, words)
    if way in ("sum", "each"):
        return says_so_of_the_whole(findings, sentence, reckoned)
    return _counts_or_compares(findings.evidence.text, sentence, number, reckoned, words)


def _phrases_for(words: ReckoningWords) -> Mapping[Way, frozenset[str]]:
    """Return the words of which a sentence must have one, by the way in which a number follows."""
    return {
        "total": words.total,
        "gap": words.gap,
        "before": words.before,
        "double": words.future,
        "until now": words.until_now,
        "later": words.later,
    }


def _is_of_its_part(
    findings: Findings, sentence: Sentence, number: NumberWords, reckoned: Reckoning, words: ReckoningWords
) -> bool:
    """Say whether a sentence says of a part what the words cited say of it, and of the rest the opposite."""
    if not says_so_of_the_whole(findings, sentence, reckoned):
        return False
    if reckoned.way == "part" and is_of_another_part(findings, sentence, reckoned):
        return False
    is_opposite = says_the_opposite(findings, sentence, reckoned, words) != (number.bound == ALL_BUT)
    return is_opposite == (reckoned.way == "rest")


def _counts_or_compares(
    text: str, sentence: Sentence, number: NumberWords, reckoned: Reckoning, words: ReckoningWords
) -> bool:
    after, end = tokens_of(sentence.text[number.span.end : number.span.end + _FAR]), number.span.end
    match reckoned.way:
        case "occasions":
            is_often = "time" in number.units or number.words.lower() in words.how_often
            return is_often or not words.occasions.isdisjoint(after[:1])
        case "ordinal":
            # “Nine cases” are those of “a ninth case”.
            their = tokens_of(text[reckoned.span.end : reckoned.span.end + _NEAR])[:1]
            return bool(after and their) and len(their[0]) > 3 and after[0].startswith(their[0][:-1])
        case "named":
            # “Two mills” are “mills in Biel and Oos”.
            nouns = {token for token in after[:2] if len(token) > 3} if number.words.isalpha() else set()
            return not nouns.isdisjoint(tokens_of(text[max(0, reckoned.span.start - _FAR) : reckoned.span.start]))
        case "whole":
            their = tokens_of(text[reckoned.span.end : reckoned.span.end + _FAR])
            return not {token for token in their if len(token) > 3}.isdisjoint(tokens_of(sentence.text))
        case "turned":
            return compares_the_other_way(sentence.text, end, text, reckoned.span)
        case "ratio":
            return not compares_the_other_way(sentence.text, end, text, _end_of_clause(text, reckoned.span))
        case _:
            return True


def _end_of_clause(text: str, span: Span) -> Span:
    """Return what follows words up to the next sign: “14 in 2017”."""
    end = next((at for at in range(span.end, min(len(text), span.end + _FAR)) if text[at] in ".,;:"), span.end)
    return Span(span.end, end)
