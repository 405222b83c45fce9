"""The nouns after a verb of an English sentence, up to the end of its clause, by their places.

`Complements(phrases, 1, lexicon).places` of “Vane sold a boat to Aske” has the boat as patient, and Aske under `to`.
"""

from collections.abc import Sequence

from newsbrief.reading.statements.clauses import PATIENT, SUBORDINATE, Filler, filler_of
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import WordGroup

_MOST_AFTER = 20


class Complements:
    """The nouns after a verb: `places`, those `excluded` from them, and the `loose` ones whose place is not known."""

    def __init__(self, phrases: Sequence[WordGroup], number: int, lexicon: StatementLexicon) -> None:
        self.phrases, self.at, self.lexicon = phrases, number + 1, lexicon
        self.verb = phrases[number].verb
        self.places: dict[str, Filler] = {}
        self.excluded: dict[str, frozenset[str]] = {}
        self.place: str | None = PATIENT
        self.last: str | None = None
        self.loose: set[str] = set()
        self._read()

    def _read(self) -> None:
        while self.at < len(self.phrases) and self._take(self.phrases[self.at]):
            self.at += 1
        if self.at < len(self.phrases) and (
            self.phrases[self.at].sort == "joint" or self.phrases[self.at].lower == ","
        ):
            self._skim()

    def _skim(self) -> None:
        """Take in the nouns of which the verb is left out: “and Vane for Dorn”."""
        found: set[str] = set()
        uneven, before = self.lexicon.words_of(("uneven prepositions",)), ""
        for phrase in self.phrases[self.at + 1 : self.at + 1 + _MOST_AFTER]:
            if phrase.sort in ("verb", "relative", "conjunction"):
                return
            if phrase.lower in (".", ";"):
                break
            # Who is above Aske is not Aske.
            found |= phrase.heads if before not in uneven else frozenset()
            before = phrase.lower
        self.loose |= found

    def _take(self, phrase: WordGroup) -> bool:
        """Take in a phrase; say whether the clause goes on."""
        following = self.phrases[self.at + 1] if self.at + 1 < len(self.phrases) else None
        if phrase.sort == "noun":
            return self._put(phrase)
        if phrase.lower == "," and following is not None and following.sort == "not":
            return True
        if phrase.sort == "preposition":
            self.place = phrase.lower
            return following is not None and (following.sort == "noun" or following.sort == "preposition")
        if following is None or following.sort != "noun" or self._begins_clause(self.at + 1):
            return False
        if phrase.sort == "not":
            self.excluded[self.last or PATIENT] = following.heads
            self.at += 1
            return True
        if phrase.sort == "joint" and phrase.lower != "but" and self.last:
            self.at += 1
            self._add(following)
            return True
        return phrase.lower == "," and self._take_apposition(following)

    def _put(self, noun: WordGroup) -> bool:
        if self.place is None or (self._begins_clause(self.at) and not self._is_cut_short(self.at)):
            return False
        filler = filler_of(noun)
        if self.place == PATIENT and PATIENT in self.places:
            if self.verb is None or not self.lexicon.has_stem("giving", self.verb.stem):
                return False
            # “Gave the rowers a boat”.
            self.places.setdefault("to", self.places[PATIENT])
            self.places[PATIENT] = filler
        elif self.place in self.places:
            self.loose |= filler.heads
        else:
            self.places[self.place] = filler
        self.last = self.place
        self.place = PATIENT if self.place == PATIENT else None
        return True

    def _add(self, noun: WordGroup) -> None:
        assert self.last is not None
        after = self.phrases[self.at + 1] if self.at + 1 < len(self.phrases) else None
        self.loose |= noun.heads if after is not None and after.lower not in (".", ";") else frozenset()
        self.places[self.last] = self.places[self.last].joined_with(filler_of(noun))

    def _take_apposition(self, noun: WordGroup) -> bool:
        after = self.phrases[self.at + 2] if self.at + 2 < len(self.phrases) else None
        if self.last is None or not (after is None or after.sort in ("sign", "joint")):
            return False
        self.at += 1
        self.places[self.last] = self.places[self.last].named_by(filler_of(noun))
        if after is not None and after.lower == ",":
            self.at += 1
        return after is not None

    def _is_cut_short(self, at: int) -> bool:
        """Say whether a past after an object is said of it: “called off a strike planned for May”."""
        after = self.phrases[at + 1].verb if at + 1 < len(self.phrases) else None
        if self.place != PATIENT or self.verb is None or after is None or after.at > self.phrases[at + 1].start:
            return False
        return not any(self.lexicon.has_stem(key, self.verb.stem) for key in ("sayings", "allegations", "showing"))

    def _begins_clause(self, at: int) -> bool:
        """Say whether a noun is the subject of a verb after it."""
        while at + 1 < len(self.phrases):
            after = self.phrases[at + 1]
            if after.verb is not None:
                return after.verb.form == "finite"
            if after.lower == "," and at + 4 < len(self.phrases) and self.phrases[at + 2].sort == "noun":
                # “Vane, the guide, left”.
                last = self.phrases[at + 4].verb
                return self.phrases[at + 3].lower == "," and last is not None and last.form == "finite"
            if (
                after.sort != "preposition"
                or after.lower in SUBORDINATE
                or at + 2 >= len(self.phrases)
                or self.phrases[at + 2].sort != "noun"
            ):
                return False
            at += 2
        return False
