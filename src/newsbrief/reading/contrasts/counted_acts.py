"""What so many of them do: eleven keep cattle, where the words cited have eleven keep sheep, and three keep cattle.

`find_other_counted(stated, cited, lexicon)` of these two are the nouns with their numbers.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from newsbrief.reading.contrasts.contrast import ENDS, Cited, Contrast, is_of_content, join_words, read_both
from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.shares import read_number

_FAR = 6


class CountedAct(NamedTuple):
    """A number, the verb after it, and the stems of what that verb has after it."""

    number: Fraction
    verb: str
    objects: frozenset[str]
    word: Word


def find_other_counted(stated: Sequence[Word], cited: Cited, lexicon: StatementLexicon) -> Contrast | None:
    """Return a number that does to one what it does to another in the words cited, and another number does there."""
    ours, theirs = read_both(stated, cited, lambda words: _read_acts(words, lexicon))
    for own in ours:
        same = [each for each in theirs if each.number == own.number and each.verb == own.verb]
        if not same or any(own.objects & each.objects for each in same):
            continue
        if any(each.number != own.number and each.verb == own.verb and own.objects & each.objects for each in theirs):
            return Contrast(own.word, same[0].word)
    return None


def _read_acts(words: Sequence[Word], lexicon: StatementLexicon) -> Iterator[CountedAct]:
    for at, word in enumerate(words):
        number = read_number(word, lexicon) if word.actor is None else None
        verb = _verb_after(words, at, lexicon) if number is not None else None
        if number is None or verb is None:
            continue
        end = verb + 1
        while end < len(words) and words[end].text not in ENDS and words[end].text != "," and end - verb <= _FAR:
            end += 1
        objects = frozenset(lexicon.stem(each.lower) for each in words[verb + 1 : end] if is_of_content(each, lexicon))
        if objects:
            yield CountedAct(number, lexicon.stem_of_meaning(words[verb].lower), objects, join_words(words[at:end]))


def _verb_after(words: Sequence[Word], at: int, lexicon: StatementLexicon) -> int | None:
    """Return the number of the verb after a number and its noun: eleven `keep`, eleven of the farms `keep`."""
    for number in range(at + 1, min(len(words), at + _FAR)):
        word = words[number]
        if word.text in ENDS or word.text == "," or read_number(word, lexicon) is not None:
            return None
        is_after_noun = number == at + 1 or not lexicon.has("determiners", words[number - 1].lower)
        if is_after_noun and word.actor is None and word.lower not in lexicon.small and lexicon.is_verb(word.lower):
            return number
    return None
