"""A sentence in which words may be hedged, with what is asked of it for each of them, read once.

`HedgedSentence(words, lexicon).is_near_denial(3)` of “He sells no fish” is true.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from newsbrief.reading.sentence_words import Word, lowers_of
from newsbrief.reading.statements.hedges import PLANNED, POSSIBLE
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.operator_table import UNDONE
from newsbrief.reading.statements.operators import Operator, find_operators, is_hypothesis

_FAR = 8
_ENDS = frozenset(".,;:")
_NOBODIES = frozenset(["nobody", "nothing", "no"])


class HedgedSentence:
    """The words of a sentence, and the places of those that may take others back.

    It `takes_back` where one of them rules out something, or calls it wrong.
    """

    def __init__(self, words: Sequence[Word], lexicon: StatementLexicon) -> None:
        # The words of a sentence keep what was read of them: kept by it in turn, neither would be free at once.
        self.words, self.lexicon = tuple(words), lexicon
        self.operators: Sequence[Operator] = find_operators(words, lexicon)
        self.takes_back = not lexicon.taking_back.isdisjoint(lowers_of(words))

    @cached_property
    def undone(self) -> frozenset[int]:
        """The numbers of the words that operators leave undone."""
        return frozenset(head for each in self.operators if each.kind == UNDONE for head in each.heads)

    @cached_property
    def is_hypothesis(self) -> bool:
        """Say whether the sentence has “would have”, of what was not without it."""
        return is_hypothesis(self.words)

    def is_of_nobody(self, number: int) -> bool:
        """Say whether a verb has an object that denies it: killed nobody, killed no one."""
        words, at = self.words, number + 1
        if at >= len(words) or words[at].lower not in _NOBODIES:
            return False
        is_one = words[at].lower != "no" or (at + 1 < len(words) and words[at + 1].lower == "one")
        return is_one and self.lexicon.may_be_verb(words[number].lower)

    def is_until(self, number: int) -> bool:
        """Say whether words after a word end what is denied: `did not publish her report until last year`."""
        after = self.words[number + 1 : number + 1 + _FAR]
        return any(self.lexicon.has("ends of denials", word.lower) for word in after)

    def is_near_denial(self, number: int) -> bool:
        """Say whether a negation stands before a word and no name between, or right after it: “sells no fish”."""
        if self._is_called_off(number):
            return True
        subjects = self.lexicon.words_of(("negative subjects",))
        if any(word.lower in subjects and word.lower != "not" for word in self.words[number + 1 : number + 3]):
            return True
        for at in range(number - 1, max(-1, number - _FAR - 1), -1) if self._denials else ():
            word = self.words[at]
            is_word = word.text[0].isalpha() or word.lower == "'s"
            if word.actor is not None or not is_word or at in self.undone:
                return False
            if at in self._denials and self._denies(at, number):
                return True
        return False

    def _is_called_off(self, number: int) -> bool:
        """Say whether the words after a word end it or bound it: “the strike was called off”, “at the earliest”."""
        for at in self._ends[bisect_right(self._ends, number) :]:
            if at > number + _FAR:
                return False
            between = [word.lower for word in self.words[number + 1 : at]]
            if _ENDS.isdisjoint(between):
                is_time = self.lexicon.has("ends of times", self.words[at].lower)
                return is_time or any(self.lexicon.has("be", lower) for lower in between)
        return False

    @cached_property
    def _ends(self) -> Sequence[int]:
        closing = self.lexicon.closing
        return [at for at, word in enumerate(self.words) if word.lower in closing]

    def _denies(self, at: int, number: int) -> bool:
        """Say whether a word denies a later one; some do so only before a certain word, which may be that one."""
        following = self.words[at + 1].lower
        if self._denials[at] or following in self.lexicon.ending_phrases.get(self.words[at].lower, ()):
            return True
        is_before = at + 1 < number
        return is_before and self.takes_back and self.lexicon.has("ruling out", f"{self.words[at].lower} {following}")

    @cached_property
    def _denials(self) -> Mapping[int, bool]:
        """The numbers of the words that may deny a later one, with True for those that do so by themselves."""
        near, phrases = self.lexicon.near_denials, self.lexicon.ending_phrases
        first = self.lexicon.taking_back if self.takes_back else frozenset[str]()
        return {
            at: word.lower in near
            for at, word in enumerate(self.words)
            if word.lower in near or word.lower in phrases or word.lower in first
        }

    def shared_hedges(self, number: int) -> set[str]:
        """Return the hedges that a verb has from the one before “and”: “plans to sell the mill and close the pit”."""
        if not self.lexicon.is_base(self.words[number].lower):
            return set()
        at = number - 1
        while at > 0 and self.lexicon.has("adverbs", self.words[at].lower):
            at -= 1
        is_second = at > 0 and self.lexicon.has("joining", self.words[at].lower)
        if not is_second:
            return set()
        for before in range(at - 1, max(-1, at - _FAR), -1):
            word, earlier = self.words[before], self.words[before - 1].lower if before else ""
            if word.text in ".;:" or (word.actor is None and self.lexicon.is_past(word.lower)):
                break
            keys = self.lexicon.keys_of(word.lower)
            if "possible" in keys:
                return {POSSIBLE}
            if "modals" in keys or (word.lower == "to" and self.lexicon.has("plans", earlier)):
                return {PLANNED}
        return set()

    def is_before_name(self, at: int) -> bool:
        """Say whether a preposition stands before a name: `in Dorn`, `in the Dorn Courier`."""
        at += 1 + self.lexicon.has("articles", self.words[at + 1].lower)
        return at < len(self.words) and (self.words[at].actor is not None or self.words[at].is_capitalised)

    def is_none_of(self, at: int) -> bool:
        """Say whether a subject that goes on with “of” is none: “no trace of the boat was found”, “none of them”."""
        before = [word.lower for word in self.words[max(0, at - 3) : at]]
        return any(self.lexicon.has("negative subjects", lower) and lower != "not" for lower in before)

    def is_of_neither(self, at: int, number: int) -> bool:
        """Say whether a subject goes on after “neither” and a noun: neither oil from Aske nor coal."""
        is_verb = self.lexicon.may_be_verb(self.words[number].lower)
        return is_verb and any(word.lower in ("neither", "nor") for word in self.words[max(0, at - 3) : at])
