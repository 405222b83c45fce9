"""The subjects of the verbs of an English sentence: the noun before a verb, or the one to which it goes back.

`ClauseSubjects(phrases, lexicon).find(4, verb)` of “The nurses who had left testified” are the nurses.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from newsbrief.reading.sentence_words import Word
from newsbrief.reading.statements.clauses import SUBORDINATE, Filler, filler_of
from newsbrief.reading.statements.lexicon import StatementLexicon
from newsbrief.reading.statements.phrases import ACTOR, WordGroup, stands_in
from newsbrief.reading.statements.verb_group import VerbGroup

_MOST_BACK = 14
_URGED = frozenset(["on", "upon", "for"])
"""The prepositions before those whom a verb such as “call” asks."""


class ClauseSubjects:
    """The phrases of a sentence, and the subjects and objects of those of its verbs that are read.

    After a subject is found, `beside` has what its prepositions add (schools in Dorn), `loose` those beside it whose
    place is not known; it `is_aside` where the verb is a participle between commas (the talks, broken off in May, …).
    """

    def __init__(self, phrases: Sequence[WordGroup], lexicon: StatementLexicon) -> None:
        self.phrases, self.lexicon = phrases, lexicon
        self.subjects: dict[int, Filler] = {}
        self.objects: dict[int, Filler] = {}
        self.beside: dict[str, Filler] = {}
        self.loose: set[str] = set()
        self.first: int | None = None
        self.is_aside = False

    def find(self, number: int, verb: VerbGroup) -> Filler | None:
        """Return who does what a verb says, or to whom it is done if it is passive."""
        self.beside, self.loose, self.first, self.is_aside = {}, set(), None, False
        before = self.phrases[number - 1] if number else None
        if verb.form == "infinitive":
            last = self._verb_before(number)
            if last is None or (before is not None and before.sort == "sign"):
                return None
            if last in self.objects:
                # “Asked Aske to leave”, but “used the money to leave”.
                is_moved = self._has(last, "urging") or self._has(last, "moving")
                return self.objects[last] if is_moved else None
            return self._one_urged(number, last) or self.subjects.get(last)
        if verb.form == "gerund":
            return self._subject_of_gerund(number, before)
        if before is None:
            return self._subject_after(number)
        if verb.form == "participle" and before.sort == "noun":
            return self.filler(number - 1)
        if before.sort == "noun":
            return self._subject_before(number - 1)
        if before.sort == "relative":
            return self._antecedent(number - 1)
        if before.sort == "joint":
            last = self._verb_before_aside(number - 2)
            return self.subjects.get(last) if last is not None else None
        if before.sort == "sign":
            return self._subject_over_aside(number)
        return self._subject_over_relative(number - 1) if before.sort == "verb" else None

    def _one_urged(self, number: int, last: int) -> Filler | None:
        """Return who is to do it in “called on Aske not to leave”."""
        at = number - 2 if self.phrases[number - 1].sort == "not" else number - 1
        is_object = at == last + 2 and self.phrases[at].sort == "noun" and self.phrases[at - 1].lower in _URGED
        return self.filler(at) if is_object and self._has(last, "urging") else None

    def _subject_after(self, number: int) -> Filler | None:
        """Return the subject of “Born in Delft, she moved”: the one of the next verb."""
        for at in range(number + 1, min(len(self.phrases), number + _MOST_BACK)):
            if self.phrases[at].lower == "," and at + 1 < len(self.phrases) and self.phrases[at + 1].sort == "noun":
                return self.filler(at + 1)
        return None

    def _subject_of_gerund(self, number: int, before: WordGroup | None) -> Filler | None:
        last = self._verb_before(number)
        if before is not None and before.sort == "noun":
            return self.filler(number - 1)
        if last is None:
            return self._subject_after(number) if before is None or before.sort == "preposition" else None
        if before is None or before.lower not in ("for", "of", "from") or last not in self.objects:
            return self.subjects.get(last)
        return self.objects[last] if self._has(last, "blaming") else None

    def _has(self, number: int, key: str) -> bool:
        verb = self.phrases[number].verb
        return verb is not None and self.lexicon.has_stem(key, verb.stem)

    def _verb_before(self, number: int) -> int | None:
        return next((at for at in range(number - 1, -1, -1) if self.phrases[at].sort == "verb"), None)

    def _verb_before_aside(self, at: int) -> int | None:
        """Return the verb before a place that is outside the clause in commas which ends there, if one does."""
        if at > 0 and self.phrases[at].lower == ",":
            for start in range(at - 1, max(0, at - _MOST_BACK), -1):
                if self.phrases[start].lower == ",":
                    inside = self.phrases[start + 1 : start + 4]
                    return self._verb_before(start if any(p.sort == "relative" for p in inside) else at)
        return self._verb_before(at + 1)

    def _subject_before(self, last: int) -> Filler | None:
        """Return the first noun of “the mayor of Aske in office”, which ends at the phrase `last`."""
        at = first = last
        while at >= 0:
            first = at
            before = self.phrases[at - 1] if at else None
            if before is None or before.sort not in ("preposition", "joint", "not"):
                break
            if before.sort == "preposition" and before.lower in SUBORDINATE:
                break
            if at < 2 or self.phrases[at - 2].sort != "noun":
                break
            if before.sort == "joint" and self.phrases[at - 2].heads and self._is_object(at - 2):
                break
            at -= 2
        while first < last - 1 and not self.phrases[first].heads:
            # “20 to 30 boats” are boats.
            first += 2
        before = self.phrases[first - 1] if first else None
        for at in (first - 1, first - 2):
            # “The nurses who had left Dorn testified”, “the petition signed by voters was lost”.
            is_verb = at >= 0 and self.phrases[at].sort == "verb"
            if is_verb and (at == first - 1 or self.phrases[first - 1].lower in ("by", "in", "at", "of", "to", "from")):
                return self._subject_over_relative(at)
        if before is not None and before.sort == "joint" and self._verb_before(first) is None:
            for phrase in self.phrases[:first]:
                self.loose |= phrase.heads
        return self._joined(first, last)

    def _subject_over_relative(self, verb: int) -> Filler | None:
        """Return the subject of “testified” in “the nurses who had left testified”, `verb` being the first."""
        group = self.phrases[verb].verb
        assert group is not None
        if group.form != "finite":
            return self.subjects.get(verb)
        for at in range(verb - 1, max(-1, verb - 4), -1):
            if self.phrases[at].sort == "relative":
                return self._antecedent(at)
        return None

    def _is_object(self, at: int) -> bool:
        """Say whether a noun before “and” belongs to a verb before it: `praised the plan and Vane left`."""
        while at > 1 and self.phrases[at - 1].sort in ("preposition", "joint") and self.phrases[at - 2].sort == "noun":
            at -= 2
        before = self.phrases[at - 1] if at else None
        return before is not None and before.sort in ("verb", "preposition")

    def first_words(self, words: Sequence[Word]) -> set[str]:
        """Return the first word of the subject that was found, and the one before it, which may deny the verb."""
        if self.first is None:
            return set()
        start = self.phrases[self.first].start
        return {word.lower for word in words[max(0, start - 1) : start + 1]}

    def _joined(self, first: int, last: int) -> Filler:
        """Return a noun with those that “and” joins to it before `last`."""
        self.first = first
        filler = self.filler(first)
        for at in range(first + 1, last):
            if self.phrases[at].sort == "joint" and self.phrases[at + 1].sort == "noun":
                filler = filler.joined_with(self.filler(at + 1))
            elif self.phrases[at].sort == "preposition" and self.phrases[at + 1].sort == "noun":
                # “Schools in Dorn stayed shut”.
                beside = self.filler(at + 1)
                if self.phrases[at].lower == "by":
                    # “A book by Vane”.
                    filler = replace(filler, owners=filler.owners | beside.heads)
                    continue
                if self.phrases[at].lower in ("from", "at", "for", "with") and stands_in(filler.heads, self.lexicon):
                    filler = Filler(filler.heads | beside.heads, filler.owners, filler.is_open)
                self.beside.setdefault(self.phrases[at].lower, beside)
        return filler

    def _antecedent(self, relative: int) -> Filler | None:
        at = relative - 1
        if at >= 0 and self.phrases[at].lower == ",":
            at -= 1
        if at >= 0 and self.phrases[at].sort == "preposition":
            at -= 1
        if (
            at > 1
            and self.phrases[at].sort == "noun"
            and not self.phrases[at].heads
            and self.phrases[at - 1].lower == ","
        ):
            # “The officers, 14 of whom were hurt”.
            at -= 2
        if at < 0 or self.phrases[at].sort != "noun":
            return None
        found = self.filler(at)
        if at > 1 and self.phrases[at - 1].sort == "preposition" and self.phrases[at - 2].sort == "noun":
            # “Geologists from Dorn, who have watched it”.
            self.loose |= self.phrases[at - 2].heads
        if (
            at > 1
            and self.phrases[at - 1].lower == ","
            and self.phrases[at - 2].sort == "noun"
            and not self._is_named(at)
        ):
            # “Harlow, the firm that left”.
            host = self.filler(at - 2)
            found = found.named_by(host)
            self.loose |= host.owners
        self.loose |= found.owners
        return found

    def _is_named(self, at: int) -> bool:
        return any(head.startswith(ACTOR) for head in self.phrases[at].heads)

    def object_before(self, number: int) -> Filler | None:
        """Return the object of “the nurse whom the union backed”."""
        at = number - 1
        while at > 0 and self.phrases[at].sort in ("noun", "preposition"):
            at -= 1
        if not (0 < at < number - 1 and self._is_of_noun(at)):
            return None
        tells = self.phrases[at].lower == "that" and self._is_told(self.phrases[at - 1])
        return None if tells else self._antecedent(at)

    def _is_told(self, noun: WordGroup) -> bool:
        """Say whether a clause after “that” may be what a noun tells: a report that players had left."""
        return bool(noun.heads) and all(self.lexicon.has_stem("suggestions", head) for head in noun.heads)

    def _is_of_noun(self, at: int) -> bool:
        """Say whether a relative word follows a noun, and is no “that” after a verb."""
        before = self.phrases[at - 1]
        return self.phrases[at].sort == "relative" and (before.sort == "noun" or before.lower == ",")

    def _subject_over_aside(self, number: int) -> Filler | None:
        """Return the noun before the aside that a comma before a verb closes."""
        sign = self.phrases[number - 1].lower
        for at in range(number - 2, max(-1, number - _MOST_BACK), -1):
            if self.phrases[at].lower == ("(" if sign == ")" else sign) and self.phrases[at].sort == "sign":
                if at == 0 or self.phrases[at - 1].sort != "noun":
                    return None
                subject = self._subject_before(at - 1)
                inside = self.phrases[at + 1]
                verbs = (phrase.verb for phrase in self.phrases[at + 1 : number - 1])
                is_name = inside.sort == "noun" and not any(verb and verb.form == "finite" for verb in verbs)
                if subject and is_name:
                    # “Two neighbours, Sund and Vesterland, left.”
                    return subject.named_by(self._joined(at + 1, number - 2))
                return subject
        last = self._verb_before(number)
        if last is None and self._opens_aside(number):
            self.is_aside = True
            return self._subject_before(number - 2)
        return self.subjects.get(last) if last is not None else None

    def _opens_aside(self, number: int) -> bool:
        """Say whether a past between two commas is said of the noun before them: “the talks, broken off in May, …”."""
        if number < 2 or self.phrases[number - 1].lower != "," or self.phrases[number - 2].sort != "noun":
            return False
        after = (at for at in range(number + 1, len(self.phrases)) if self.phrases[at].sort in ("verb", "relative"))
        following = next(after, None)
        return following is not None and self.phrases[following - 1].lower == ","

    def excluded_before(self, number: int) -> frozenset[str]:
        """Return the heads of the subject’s second half in “the cook rather than the guest left”."""
        at = number - 1
        while at > 1 and self.phrases[at].sort in ("noun", "preposition", "sign"):
            if self.phrases[at - 1].sort == "not" and self.phrases[at].sort == "noun":
                return self.phrases[at].heads
            at -= 1
        return frozenset()

    def filler(self, at: int) -> Filler:
        return filler_of(self.phrases[at])
