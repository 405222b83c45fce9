"""Who does it: the names on the left of a word of relation in an English sentence.

`find_subject(words, 3)` of “The Navy has backed Aske” is the Navy.
"""

from collections.abc import Sequence
from typing import Literal

from newsbrief.model.patterns import compile_late
from newsbrief.reading.relations import grammar
from newsbrief.reading.relations.arguments import (
    REPORTED,
    Argument,
    before_determiners,
    has_words,
    hedges_of,
    pass_over,
    word_is_plain,
)
from newsbrief.reading.relations.contrasts import find_contrasted
from newsbrief.reading.relations.cues import is_verb
from newsbrief.reading.relations.joined_subjects import join_before, may_precede
from newsbrief.reading.sentence_words import Word

_VERBAL = compile_late(r"(?:ed|en|wn|rew)$")
_MOST_STEPS = 40
_MOST_ADJECTIVES = 3
_LONGEST_ASIDE = 30
_FARTHEST_ACCUSATION = 8
_FARTHEST_USE = 4

Shape = Literal["verb", "participle", "noun", "office"]


def find_subject(words: Sequence[Word], number: int, shape: Shape = "verb") -> Argument | None:
    """Return the names that can be the subject of the word of this number, with the hedges between the two."""
    return _Walk(words, number, shape).subject()


class _Walk:
    """A walk to the left from a word of relation, over the words that may stand between it and its subject.

    `after` is the word that was passed last.
    """

    def __init__(self, words: Sequence[Word], number: int, shape: Shape) -> None:
        self.words, self.cue, self.shape = words, number, shape
        self.at, self.after = number - 1, ""
        self.is_noun = shape in ("noun", "office")
        self.needs_verb = shape == "noun"
        self.hedges: set[str] = set()
        self.adjectives = 0

    def subject(self) -> Argument | None:
        for _ in range(_MOST_STEPS):
            if self.at < 0:
                return None
            word = self.words[self.at]
            if word.actor:
                return self._group()
            step = self._step(word)
            if step is None or isinstance(step, Argument):
                return step
            self.at, self.after = step, word.lower
        return None

    def _step(self, word: Word) -> int | Argument | None:
        """Return the number of the next word to look at, the subject, or None where the words are not understood."""
        lower, at = word.lower, self.at
        if (back := self._phrase_before(lower)) is not None:
            return back
        if lower in ("of", "for") and self.words[self.cue].lower.endswith("ing") and at + 1 == self.cue:
            return self._accused()
        if lower in grammar.BE and self.after == "to":
            # “Are to meet” is a plan.
            self.hedges.add("planned")
            return at - 1
        is_of_own = self.words[self.cue].is_own_cue and lower in grammar.WINNING
        if self.is_noun and (lower in grammar.LIGHT or lower in grammar.BE or is_of_own):
            self.needs_verb = False
            self.hedges |= hedges_of(lower) & {"not", "denied"}
            return at - 1
        if found := hedges_of(lower if word.text != "May" else ""):
            self.hedges |= found
            return at - 1
        if lower in grammar.RELATIVES:
            return self._relative()
        if lower in (",", "–", "—", "(", ")"):
            return self._aside()
        if lower in ("and", "but", "or"):
            return self._first_subject()
        if self._is_passed(word):
            return at - 1
        if lower == "'s":
            self.needs_verb = False
            return at - 1 if self.is_noun or self.after in grammar.METONYMS else None
        if lower in grammar.METONYMS:
            return at - 1
        if lower in grammar.OWN:
            own = self._own_statement()
            return own if own is not None else find_contrasted(self.words, at, frozenset(self.hedges))
        return at - 1 if self.is_noun and self._is_adjective(word) else None

    def _phrase_before(self, lower: str) -> int | None:
        """Step over “at first”, “so far as to” and “used his speech to” to the word before."""
        words, at = self.words, self.at
        if lower == "first" and has_words(words, at - 1, ("at",)):
            self.hedges.add("past")
            return at - 2
        if lower == "as" and has_words(words, at - 2, ("so", "far")):
            return at - 3
        if self.after != "to" or not word_is_plain(lower):
            return None
        for back in range(at - 1, max(at - 1 - _FARTHEST_USE, 0), -1):
            if words[back].actor or words[back].lower in grammar.PREPOSITIONS | grammar.CONJUNCTIONS:
                return None
            if words[back].lower in grammar.USING:
                return back - 1
        return None

    def _is_adjective(self, word: Word) -> bool:
        """Say whether a word before a noun of relation can be its adjective, and no verb that takes it back."""
        before = self.words[self.at - 1].lower if self.at else ""
        is_name = word.is_capitalised or not word.text.isalpha()
        if is_name or word.lower in grammar.PREPOSITIONS or is_verb(word):
            return False
        if _VERBAL.search(word.lower) and before not in grammar.DETERMINERS:
            return False
        self.adjectives += 1
        return self.adjectives <= _MOST_ADJECTIVES

    def _is_passed(self, word: Word) -> bool:
        """Say whether a word may stand between a subject and what it does, and says nothing of either."""
        lower, after = word.lower, self.after
        if lower in grammar.PASSED or lower.endswith("ly") or word.text.isdigit() or word.text in "\"“”'’‘":
            return True
        if word.text in "-–" and after.isdigit():
            # “A 3-1 victory over”.
            return True
        if lower in grammar.BEFORE_TIMES and (after in grammar.TIME or after[:1].isdigit()):
            return True
        if self.shape == "noun" and lower in ("in", "at", "on", "to"):
            return (lower != "to" and self.at + 1 == self.cue) or after in grammar.LIGHT
        return (self.is_noun and lower in grammar.DETERMINERS) or (self.shape == "office" and lower in grammar.SERVING)

    def _accused(self) -> int | Argument | None:
        """Step from “of arming” to whoever is accused of it."""
        for back in range(self.at - 1, max(self.at - 1 - _FARTHEST_ACCUSATION, -1), -1):
            if self.words[back].lower.startswith(grammar.ACCUSING):
                self.hedges |= REPORTED
                after = pass_over(self.words, back + 1, grammar.DETERMINERS)
                if after < self.at and (actor := self.words[after].actor):
                    return self._argument((actor,), back, self.at)
                return back - 1
        return None

    def _relative(self) -> int | None:
        """Step over “which” or “, which” to the name right before it."""
        before = self.at - 1
        if before >= 0 and self.words[before].lower == ",":
            before -= 1
        return before if before >= 0 and self.words[before].actor else None

    def _aside(self) -> int | None:
        """Step over what stands between commas, dashes or brackets, to the name before it."""
        sign = self.words[self.at].lower
        opening = "(" if sign == ")" else sign
        if sign != "(":
            for back in range(self.at - 1, max(self.at - 1 - _LONGEST_ASIDE, -1), -1):
                if self.words[back].lower == opening:
                    if back and self._ends_noun(back - 1):
                        return back - 1
                    # “Her rival, Vane, opposes it”: the name itself stands between the commas.
                    return self.at - 1 if self.words[self.at - 1].actor else None
        alone = self.shape != "verb" and self.at + 1 >= self.cue - 3
        return self.at - 1 if alone and self.at and self.words[self.at - 1].actor else None

    def _ends_noun(self, at: int) -> bool:
        return self.words[at].actor is not None or self.words[at].lower in grammar.METONYMS

    def _first_subject(self) -> Argument | None:
        """Return the subject of the sentence: “Sorland condemned the raid and backs the Navy”."""
        for at, word in enumerate(self.words[: self.at]):
            if word.lower in grammar.CLAUSE_OPENERS or word.lower in (",", ";", ":"):
                return None
            if word.actor:
                verb = pass_over(self.words, at + 1, grammar.AUXILIARIES | grammar.ADVERBS)
                is_verb = verb < self.at and self.words[verb].lower.endswith(("s", "ed", "d", "t"))
                inside = [other.lower for other in self.words[at + 1 : self.at]]
                if not is_verb or (at and self.words[at - 1].lower in grammar.PREPOSITIONS) or "that" in inside:
                    return None
                return self._argument((word.actor,), at, self.cue)
        return None

    def _own_statement(self) -> int | None:
        """Step from the pronoun of “Sorland said it backs the Navy” to the name before it."""
        at = self.at - 1
        if at >= 0 and self.words[at].lower == "that":
            at -= 1
        if at > 0 and self.words[at].lower in grammar.SAYING | grammar.DENIALS and self.words[at - 1].actor:
            self.hedges |= hedges_of(self.words[at].lower) - REPORTED
            return at - 1
        return None

    def _group(self) -> Argument | None:
        """Return the name at hand with those joined to it before; None where another word is the subject."""
        if self.needs_verb and self.after != ",":
            return None
        actors, start = join_before(self.words, self.at)
        before = before_determiners(self.words, start)
        if before >= 0 and not may_precede(self.words, before, is_participle=self.shape == "participle"):
            return None
        return self._argument(actors, start, self.at + 1)

    def _argument(self, actors: tuple[str, ...], start: int, end: int) -> Argument:
        return Argument(actors, start, frozenset(self.hedges), end)
