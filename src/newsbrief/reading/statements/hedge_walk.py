"""The words to the left of a word that hedge it: “did not sign”, “is said to have signed”.

`HedgeWalk(HedgedSentence(words, lexicon), 3).hedges_before()` of “Aske did not sign” has `not`.
"""

from collections.abc import Collection, Sequence

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.hedged_sentence import HedgedSentence
from newsbrief.reading.statements.hedges import ALLEGED, NOT, OPEN, OTHERS, PLANNED, POSSIBLE, URGED
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.taken_back import (
    is_outstanding,
    is_rejected,
    is_ruled_out,
    is_said_wrongly,
    is_taken_back,
    possibility_at,
)

_MOST_STEPS = 14
_MOST_NOUNS = 3
_FAR = 8


def is_failing(words: Sequence[Word], number: int, lexicon: StatementLexicon) -> bool:
    """Say whether a word that denies a verb after “to” has none: `the pumps failed`, `sales declined`."""
    if words[number].lower not in lexicon.failing:
        return False
    return number + 1 == len(words) or words[number + 1].lower != "to"


class HedgeWalk:
    """A walk to the left from a word, over its auxiliaries and its subject, to the words that hedge it."""

    def __init__(self, sentence: HedgedSentence, number: int) -> None:
        self.sentence, self.number = sentence, number
        self.words, self.lexicon = sentence.words, sentence.lexicon
        self.hedges: set[str] = set()
        self.actor: str | None = None
        self.nouns = 0
        self.is_past_subject = self.is_finished = False
        self.follows_to = self.is_unreal = self.is_doubly_denied = self.is_left_open = self.is_left = False
        self.to = 0
        self.first = number

    def hedges_before(self) -> frozenset[str]:
        """Return the hedges that the words before put on the word."""
        for at in range(self.number - 1, max(-1, self.number - 1 - _MOST_STEPS), -1):
            step = self._pass_subject if self.is_past_subject else self._pass_verb
            before = len(self.hedges)
            goes_on = step(self.words[at], at)
            if len(self.hedges) != before:
                self.first = at
            if not goes_on:
                break
        if self.sentence.is_of_nobody(self.number):
            self.hedges.add(NOT)
        if self.hedges.isdisjoint({PLANNED, POSSIBLE, NOT}):
            self.hedges |= self.sentence.shared_hedges(self.number)
        if self.is_left and PLANNED in self.hedges:
            # What “still has to be” done is not.
            self.hedges.add(OPEN)
        if self.is_left_open:
            # What is not ruled out is possible, and what is ruled out will not be.
            self.hedges.add(PLANNED if NOT in self.hedges else POSSIBLE)
        if self.is_unreal and is_taken_back(self.words, self.number, self.lexicon):
            # What could have been, but, was not.
            self.is_doubly_denied = NOT in self.hedges
            self.hedges = (self.hedges - {POSSIBLE, PLANNED}) ^ {NOT}
        if NOT in self.hedges and self.sentence.is_until(self.number):
            # What was not done until May was done in May.
            self.hedges ^= {NOT, OPEN}
        if NOT in self.hedges and self._is_contrary_to_fact():
            self.hedges -= {NOT, PLANNED}
        elif NOT not in self.hedges and not self.is_doubly_denied and self.sentence.is_near_denial(self.number):
            self.hedges.add(OPEN)
        return frozenset(self.hedges)

    def _is_contrary_to_fact(self) -> bool:
        """Say whether “would not have” stands before the word: what “would not have survived” did survive."""
        before = [word.lower for word in self.words[self.first : self.number]]
        return any(one in ("would", "wouldn't") and "have" in before[at + 1 :] for at, one in enumerate(before))

    def _pass_verb(self, word: Word, at: int) -> bool:
        """Pass over a word of the verb's own; say whether to go on."""
        lower, lexicon = word.lower, self.lexicon
        keys = lexicon.keys_of(lower)
        if word.actor is not None or (word.text == "May" and at > 0):
            return self._enter_subject(word, at)
        if at in self.sentence.undone and "negations" in keys:
            # “Could have refused to sign but did not” is signed.
            return False
        if self.sentence.takes_back and self._is_ruled_out(at):
            self._deny(lower)
            self.is_left_open = lower == "out"
        elif self.sentence.takes_back and lexicon.has("ruling out", f"{lower} {self.words[at + 1].lower}"):
            return True
        elif "bounding negations" in keys and self._is_counted(at + 1):
            # “Barely half” is half.
            return True
        elif "negations before to" in keys and is_failing(self.words, at, lexicon):
            return self._enter_subject(word, at)
        elif lower == "without" and self.sentence.is_hypothesis:
            return False
        elif "open questions" in keys:
            self.hedges |= self._hedges_of_question()
            return False
        elif not self._hedge_by(lower, keys, at) and not (
            "auxiliaries" in keys or "adverbs" in keys or lower.endswith("ly")
        ):
            return self._enter_subject(word, at)
        self.is_finished |= "finished" in keys and self.hedges.isdisjoint({PLANNED})
        if lower == "to":
            self.to = at
        self.follows_to = lower == "to" or (self.follows_to and "adverbs" in keys)
        return True

    def _hedge_by(self, lower: str, keys: Collection[str], at: int) -> bool:
        """Take in a word that hedges the verb after it; say whether it does."""
        if "negations" in keys:
            if not self.lexicon.has("not only", self.words[at + 1].lower):
                self._deny(lower)
        elif "possible" in keys:
            self.hedges.add(POSSIBLE)
            self.is_unreal = self.words[at + 1].lower == "have"
        elif "modals" in keys or ("thoughts of" in keys and self._is_gerund_after(at)):
            self.hedges.add(PLANNED)
        elif self.follows_to and "reported" in keys:
            self.hedges.add(ALLEGED)
        elif self.follows_to and "unfinished" in keys:
            self._deny(lower)
        elif self.follows_to and "plans" in keys:
            # “Due to falling prices” and “is to blame” plan nothing.
            is_plan = not (self._is_gerund_after(self.to) or self.lexicon.has("states", self.words[self.number].lower))
            self.hedges |= {PLANNED} if is_plan else set()
        elif "denials" in keys or ("suggestions" in keys and is_rejected(self.words, at, self.lexicon)):
            self._deny(lower)
        elif "allegations" in keys:
            self.hedges.add(ALLEGED)
        else:
            self.is_left = self.is_left or is_outstanding(self.words, at, self.lexicon)
            return False
        return True

    def _hedges_of_question(self) -> set[str]:
        """Return the hedges of what a question leaves open; “whether it will close” is possible."""
        return {ALLEGED, POSSIBLE} if PLANNED in self.hedges else {ALLEGED}

    def _is_ruled_out(self, at: int) -> bool:
        words, lexicon = self.words, self.lexicon
        return is_ruled_out(words, at, lexicon) or is_said_wrongly(words, at, lexicon)

    def _is_counted(self, at: int) -> bool:
        """Say whether a word is a number or a share: barely `half`."""
        return self.words[at].text[0].isdigit() or self.words[at].lower in self.lexicon.counting

    def _is_gerund_after(self, at: int) -> bool:
        """Say whether the word is a form in -ing and stands right after this one: `considered closing`."""
        return at == self.number - 1 and self.words[self.number].lower.endswith("ing")

    def _deny(self, lower: str) -> None:
        """Deny the word; what is “not denied” is said."""
        self.is_doubly_denied = NOT in self.hedges
        if NOT in self.hedges and (lower in ("not", "never") or lower.endswith("n't")):
            self.hedges.discard(NOT)
        else:
            self.hedges.add(NOT)

    def _enter_subject(self, word: Word, at: int) -> bool:
        self.is_past_subject = True
        return self._pass_subject(word, at)

    def _pass_subject(self, word: Word, at: int) -> bool:
        """Pass over a word of the subject; say whether to go on."""
        lower, lexicon = word.lower, self.lexicon
        keys = lexicon.keys_of(lower)
        if "negative subjects" in keys:
            # "Did not sign the treaty" says nothing of the treaty, and "not all members" does of the members.
            if lower != "not" or lexicon.has("determiners", self.words[at + 1].lower):
                self._deny(lower)
                self.hedges |= {OTHERS} if lexicon.has("others", self.words[at + 1].lower) else set()
            return False
        if "suggestions" in keys and is_rejected(self.words, at, lexicon):
            self._deny(lower)
            return False
        if "denials" in keys or (self.sentence.takes_back and is_said_wrongly(self.words, at, lexicon)):
            self._deny(lower)
            return False
        if "possibilities" in keys and (found := possibility_at(self.words, at, lexicon)):
            # “It is possible that”, “ruled out the possibility of”.
            self.is_doubly_denied = found == "possible"
            self.hedges.add(POSSIBLE if self.is_doubly_denied else NOT)
            return False
        if self.sentence.takes_back and is_ruled_out(self.words, at, lexicon) and self.words[at + 1].lower == "that":
            # “They have not ruled out that it leaks.”
            self._deny(lower)
            self.is_left_open = lower == "out"
            self.is_past_subject = False
            return True
        if "matters" in keys:
            # “What it would cost” plans nothing.
            self.hedges.discard(PLANNED)
            return False
        # “Is the first woman to lead it” plans nothing.
        if self.to and ("urging" in keys or ("plans" in keys and "auxiliaries" not in keys)):
            # “Urged Aske to sign”, “an offer from Aske to buy”.
            self.hedges |= {PLANNED, URGED} if "urging" in keys else {PLANNED}
            return False
        if "open questions" in keys:
            self.hedges |= self._hedges_of_question()
            return False
        if "demanding" in keys:
            # What is demanded need not be done.
            self.hedges.add(PLANNED)
            return False
        if "allegations" in keys or "calling" in keys:
            self.hedges.add(ALLEGED)
            return False
        if word.actor is not None:
            self.actor = self.actor or word.actor
            return True
        if "determiners" in keys or "pronouns" in keys or "object pronouns" in keys or word.is_capitalised:
            return True
        if self.to and lower in ("by", "from", "of"):
            return True
        if "prepositions" in keys and self.sentence.is_before_name(at):
            # “Neither the dam at Aske nor the bridge at Dorn was damaged.”
            return True
        if (lower == "of" and self.sentence.is_none_of(at)) or (
            "prepositions" in keys and self.sentence.is_of_neither(at, self.number)
        ):
            self._deny(lower)
            return False
        self.nouns += not lower[0].isdigit()
        is_coloured = lexicon.has("determiners", self.words[max(0, at - 1)].lower)
        is_verb = (lower.endswith("ing") and not is_coloured) or lexicon.is_past(lower) or "auxiliaries" in keys
        return (
            (lower.isalpha() or lower[0].isdigit())
            and lower != "of"
            and not is_verb
            and "small words" not in keys
            and self.nouns <= _MOST_NOUNS
        )
