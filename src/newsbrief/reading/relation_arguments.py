"""Who does it and to whom: the names that belong to a word of relation in an English sentence.

`find_subject(words, 3)` of “The Navy has backed Aske” is the Navy.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from newsbrief.reading import relation_grammar as grammar
from newsbrief.reading.relation_cues import verbs_of
from newsbrief.reading.sentence_words import Word

_VERBAL = re.compile(r"(?:ed|en|wn|rew)$")
_MOST_STEPS = 40
_MOST_BETWEEN = 6
_REPORTED = frozenset({"alleged", "reported"})


class Argument(NamedTuple):
    """Actors joined by “and”, from the word `start` to before the word `end`, and the hedges on the way to them."""

    actors: tuple[str, ...]
    start: int
    hedges: frozenset[str] = frozenset()
    end: int = 0


def has_words(words: Sequence[Word], at: int, expected: Sequence[str]) -> bool:
    """Say whether the words `expected` stand from the word `at` on."""
    return [word.lower for word in words[at : at + len(expected)]] == list(expected)


def pass_over(words: Sequence[Word], at: int, passed: frozenset[str]) -> int:
    """Return the number of the first word from `at` on that is not among `passed`."""
    while at < len(words) and (words[at].lower in passed or words[at].lower.endswith("ly")):
        at += 1
    return at


def hedges_of(word: str) -> frozenset[str]:
    """Return the hedges that a word puts on what follows it; “not” for a negation."""
    hedges: set[str] = set()
    if word in grammar.NEGATIONS:
        hedges |= {"not", "denied"}
    if word in grammar.DENIALS:
        hedges.add("denied")
    if word in grammar.ALLEGATIONS:
        hedges |= _REPORTED
    if word in grammar.PLANS:
        hedges.add("planned")
    if word in grammar.PASTS:
        hedges.add("past")
    return frozenset(hedges)


Shape = Literal["verb", "participle", "noun", "office"]


def find_subject(words: Sequence[Word], number: int, shape: Shape = "verb") -> Argument | None:
    """Return the names that can be the subject of the word of this number, with the hedges between the two."""
    return _Walk(words, number, shape).subject()


class _Walk:
    """A walk to the left from a word of relation, over the words that may stand between it and its subject."""

    def __init__(self, words: Sequence[Word], number: int, shape: Shape) -> None:
        self.words = words
        self.at = number - 1
        self.cue = number
        self.shape = shape
        self.is_participle, self.is_noun = shape == "participle", shape in ("noun", "office")
        self.needs_verb = shape == "noun"
        self.hedges: set[str] = set()
        self.adjectives = 0
        self.after: Word | None = None

    def subject(self) -> Argument | None:
        for _ in range(_MOST_STEPS):
            if self.at < 0:
                return None
            word = self.words[self.at]
            if word.actor:
                return self._group()
            step = self._step(word)
            if step is None:
                return None
            if isinstance(step, Argument):
                return step
            self.after = word
            self.at = step
        return None

    def _step(self, word: Word) -> int | Argument | None:
        """Return the number of the next word to look at, the subject, or None where the words are not understood."""
        lower, at = word.lower, self.at
        if lower in ("of", "for") and self.words[self.cue].lower.endswith("ing") and at + 1 == self.cue:
            return self._accused()
        if self.is_noun and (lower in grammar.LIGHT or lower in grammar.BE):
            self.needs_verb = False
            self.hedges |= hedges_of(lower) & {"not", "denied"}
            return at - 1
        if found := hedges_of(lower if word.text != "May" else ""):
            self.hedges |= found
            return at - 1
        if lower in ("who", "which", "that"):
            return self._relative()
        if lower in (",", "–", "—", "(", ")"):
            return self._aside()
        if lower in ("and", "but", "or"):
            return self._first_subject()
        if self._is_passed(word):
            return at - 1
        if lower == "'s":
            self.needs_verb = False
            before = self.after.lower if self.after else ""
            return at - 1 if self.is_noun or before in grammar.METONYMS else None
        if lower in grammar.METONYMS:
            return at - 1
        if lower in ("it", "they", "he", "she", "its", "their") or lower in grammar.PRONOUNS:
            return self._own_statement()
        return at - 1 if self.is_noun and self._is_adjective(word) else None

    def _is_adjective(self, word: Word) -> bool:
        """Say whether a word before a noun of relation can be its adjective, and no verb that takes it back."""
        before = self.words[self.at - 1].lower if self.at else ""
        if (
            not word.text.isalpha()
            or word.is_capitalised
            or word.lower in grammar.PREPOSITIONS
            or word.lower in verbs_of()
        ):
            return False
        if _VERBAL.search(word.lower) and before not in grammar.DETERMINERS:
            return False
        self.adjectives += 1
        return self.adjectives <= 3

    def _is_passed(self, word: Word) -> bool:
        lower = word.lower
        if (
            lower in grammar.AUXILIARIES
            or lower in grammar.ADVERBS
            or lower in grammar.CATENATIVE
            or lower in grammar.TIME
        ):
            return True
        if lower.endswith("ly") or word.text.isdigit() or word.text in "\"“”'’‘":
            return True
        after = self.after.lower if self.after else ""
        if lower in ("in", "on", "at", "since", "during", "for") and (after in grammar.TIME or after[:1].isdigit()):
            return True
        if self.shape == "noun" and lower in ("in", "at", "on", "to"):
            return (lower != "to" and self.at + 1 == self.cue) or after in grammar.LIGHT
        return (self.is_noun and lower in grammar.DETERMINERS) or (self.shape == "office" and lower in grammar.SERVING)

    def _accused(self) -> int | Argument | None:
        """Step from “of arming” to whoever is accused of it."""
        for back in range(self.at - 1, max(self.at - 9, -1), -1):
            if self.words[back].lower[:5] in ("accus", "suspe", "blame", "charg"):
                self.hedges |= _REPORTED
                after = pass_over(self.words, back + 1, grammar.DETERMINERS)
                if after < self.at and (actor := self.words[after].actor):
                    return Argument((actor,), back, frozenset(self.hedges), self.at)
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
            for back in range(self.at - 1, max(self.at - 31, -1), -1):
                if self.words[back].lower == opening:
                    return back - 1 if back and self._ends_noun(back - 1) else None
        alone = (self.is_participle or self.is_noun) and self.at + 1 >= self.cue - 3
        return self.at - 1 if alone and self.at and self.words[self.at - 1].actor else None

    def _ends_noun(self, at: int) -> bool:
        return self.words[at].actor is not None or self.words[at].lower in grammar.METONYMS

    def _first_subject(self) -> Argument | None:
        """Return the subject of the sentence: “Sorland condemned the raid and backs the Navy”."""
        for at, word in enumerate(self.words[: self.at]):
            if word.lower in ("that", "which", "who", "because", "while", "whose", "whom", ",", ";", ":"):
                return None
            if word.actor:
                verb = pass_over(self.words, at + 1, grammar.AUXILIARIES | grammar.ADVERBS)
                is_verb = verb < self.at and self.words[verb].lower.endswith(("s", "ed", "d", "t"))
                inside = [other.lower for other in self.words[at + 1 : self.at]]
                if not is_verb or (at and self.words[at - 1].lower in grammar.PREPOSITIONS) or "that" in inside:
                    return None
                return Argument((word.actor,), at, frozenset(self.hedges), self.cue)
        return None

    def _own_statement(self) -> int | None:
        """Step from the pronoun of “Sorland said it backs the Navy” to the name before it."""
        at = self.at - 1
        if at >= 0 and self.words[at].lower == "that":
            at -= 1
        if at > 0 and self.words[at].lower in grammar.SAYING | grammar.DENIALS and self.words[at - 1].actor:
            self.hedges |= hedges_of(self.words[at].lower) - _REPORTED
            return at - 1
        return None

    def _group(self) -> Argument | None:
        """Return the name at hand with those joined to it before; None where another word is the subject."""
        words, at = self.words, self.at
        if self.needs_verb and not (self.after and self.after.lower == ","):
            return None
        actors = [words[at].actor or ""]
        start = at
        while (before := self._joined_before(start)) is not None:
            start = before
            if actor := words[before].actor:
                actors.insert(0, actor)
        if _before_determiners(words, start) >= 0 and not self._can_begin(_before_determiners(words, start)):
            return None
        return Argument(tuple(dict.fromkeys(actors)), start, frozenset(self.hedges), at + 1)

    def _can_begin(self, before: int) -> bool:
        """Say whether a subject may follow the word of this number: no preposition is there, but after an envoy’s “of”."""
        lower = self.words[before].lower
        if lower in ("of", "from") and before:
            return self.words[before - 1].lower in grammar.METONYMS
        if lower in ("that", "while", "after", "before", "as", "because", "since", "until", "and"):
            return True
        if self.is_participle and self.words[before].actor is None and lower not in ("'s",):
            return lower not in grammar.PREPOSITIONS or lower in (
                "with",
                "for",
                "by",
                "to",
                "between",
                "in",
                "at",
                "of",
            )
        return lower not in grammar.PREPOSITIONS or (before == 0 and lower in ("by", "with", "for"))

    def _joined_before(self, start: int) -> int | None:
        """Return the number of a name joined to that at `start` by “and” or a comma, if it is part of the subject."""
        words = self.words
        joint = _before_determiners(words, start)
        if joint < 1 or words[joint].lower not in ("and", ",", "or", "&"):
            return None
        other = joint - 1
        if words[other].lower == ",":
            other -= 1
        if other < 0 or not (words[other].actor or (words[other].is_capitalised and words[joint].lower != ",")):
            return None
        if words[joint].lower == "," and not self._is_list(start):
            return None
        first = other
        while first and not words[other].actor and words[first - 1].is_capitalised and not words[first - 1].actor:
            first -= 1
        before = _before_determiners(words, first)
        lower = words[before].lower if before >= 0 else ""
        opens = before < 0 or lower in grammar.CONJUNCTIONS | grammar.SAYING | grammar.PREPOSITIONS | {
            ",",
            "both",
            "“",
            '"',
            ":",
        }
        return first if opens else None

    def _is_list(self, start: int) -> bool:
        """Say whether an “and” follows the name at `start`, so that the comma before it is a list’s."""
        return any(word.lower in ("and", "or") for word in self.words[start + 1 : start + 8]) and start < self.cue


def _before_determiners(words: Sequence[Word], at: int) -> int:
    """Return the number of the word before the determiners, adjectives and titles that end right before `at`."""
    at -= 1
    steps = 0
    while at >= 0 and words[at].actor is None and steps < 5:
        word = words[at]
        plain = word.text[0].isalpha() or word.text == "."
        if not plain or word.lower in grammar.PREPOSITIONS | grammar.CONJUNCTIONS | grammar.SAYING:
            break
        if (
            word.lower not in grammar.DETERMINERS
            and not word.is_capitalised
            and word.text != "."
            and word.lower not in _ADJECTIVES
        ):
            break
        at, steps = at - 1, steps + 1
    return at


_ADJECTIVES = frozenset(
    [
        "ally",
        "rival",
        "neighbouring",
        "neighboring",
        "former",
        "new",
        "general",
        "president",
        "admiral",
        "captain",
        "minister",
        "judge",
        "mayor",
        "senator",
        "leader",
        "prime",
        "veteran",
        "fellow",
        "foreign",
        "defence",
        "defense",
        "chief",
        "commander",
        "spokesman",
        "provisional",
        "national",
        "regional",
        "own",
        "main",
        "armed",
        "private",
        "company",
        "firm",
        "group",
        "government",
        "army",
        "state",
        "newspaper",
        "broadcaster",
        "party",
        "bank",
        "union",
        "club",
        "maker",
        "giant",
        "retailer",
        "airline",
    ]
)


def find_object(words: Sequence[Word], number: int, *, is_group: bool = False) -> Argument | None:
    """Return the names that can be the object of what ends before the word of this number, or an `is_group` of several."""
    at, between = number, 0
    while at < len(words) and between <= _MOST_BETWEEN + 2:
        word = words[at]
        if word.actor:
            if has_words(words, at + 1, ("-",)) and at + 2 < len(words) and words[at + 2].lower.endswith("ed"):
                at += 3
                continue
            return _group_after(words, at, is_group)
        lower = word.lower
        if lower in grammar.PREPOSITIONS:
            if lower in ("of", "by", "from", "to", "on") and at and words[at - 1].lower in grammar.METONYMS:
                at += 1
                continue
            return None
        if lower in ("and", ",", "&") and at and words[at - 1].is_capitalised and at > number:
            at += 1
            continue
        if lower in grammar.AUXILIARIES | grammar.CONJUNCTIONS | grammar.PRONOUNS | grammar.NEGATIONS | grammar.SAYING:
            return None
        if not (word.text[0].isalnum() or word.text in "\"“”‘’'." or lower == "'s"):
            return None
        if (
            lower in verbs_of()
            and lower not in grammar.METONYMS
            and not lower.endswith("ed")
            and not word.is_capitalised
        ):
            return None
        if lower.endswith("ing") and at > number and words[at - 1].lower not in grammar.DETERMINERS:
            return None
        at, between = at + 1, between + (not word.is_capitalised)
    return None


def _group_after(words: Sequence[Word], at: int, is_group: bool) -> Argument | None:
    """Return the name at `at` with those that “and” joins to it; None where it only belongs to another noun."""
    actors = [words[at].actor or ""]
    start, end = at, at + 1
    while (after := _joined_after(words, end)) is not None:
        actors.append(words[after].actor or "")
        end = after + 1
    if end < len(words) and not _can_end(words, end) and not (is_group and len(actors) > 1):
        return None
    hedges: set[str] = set()
    return Argument(tuple(dict.fromkeys(actors)), start, frozenset(hedges), end)


def _can_end(words: Sequence[Word], at: int) -> bool:
    """Say whether the word of this number may follow an object that is whole."""
    word = words[at]
    lower = word.lower
    if lower == "'s":
        rest = words[at + 1 : at + 4]
        return any(each.lower in grammar.METONYMS for each in rest) or bool(rest and rest[-1].actor)
    if not word.text[0].isalpha():
        return word.text != "-"
    known = (
        grammar.PAST_VERBS
        | grammar.PREPOSITIONS
        | grammar.CONJUNCTIONS
        | grammar.ADVERBS
        | grammar.TIME
        | grammar.METONYMS
        | grammar.AUXILIARIES
    )
    if (
        lower in known
        or lower in grammar.SAYING
        or lower in grammar.NEGATIONS
        or hedges_of(lower)
        or lower in verbs_of()
    ):
        return True
    return lower.endswith(("ly", "ing", "ed")) or word.is_capitalised or word.actor is not None


def _joined_after(words: Sequence[Word], at: int) -> int | None:
    """Return the number of a name joined to the one that ends before `at`, if no verb follows it."""
    is_comma = has_words(words, at, (",",))
    if is_comma and has_words(words, at + 1, ("and",)):
        at += 1
        is_comma = False
    if (
        not is_comma
        and not (at < len(words) and words[at].lower in ("and", "or", "&"))
        and not has_words(words, at, ("as", "well", "as"))
    ):
        return None
    at += 3 if has_words(words, at, ("as", "well", "as")) else 1
    steps = 0
    while at < len(words) and steps < 6 and words[at].actor is None:
        word = words[at]
        lower = word.lower
        is_plain = lower in grammar.DETERMINERS or word.is_capitalised or lower in _ADJECTIVES or word.text == "."
        if lower == "," or (lower == "and" and steps and words[at - 1].is_capitalised):
            is_plain = steps > 0 and words[at - 1].is_capitalised
        if not is_plain:
            return None
        at, steps = at + 1, steps + 1
    if at >= len(words) or words[at].actor is None or steps == 6:
        return None
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if (
        following in verbs_of()
        or following in grammar.AUXILIARIES | grammar.SAYING | grammar.LIGHT - {"in", "at", "to", "on", "not"}
        or hedges_of(following)
    ):
        return None
    return None if is_comma and not _goes_on(words, at + 1) else at


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a list of names goes on to its “and”."""
    for word in words[at : at + 8]:
        if word.lower in ("and", "or", "&"):
            return True
        if not (word.actor or word.is_capitalised or word.text == "," or word.lower in grammar.DETERMINERS):
            return False
    return False


def object_of_relative(words: Sequence[Word], subject: Argument | None) -> Argument | None:
    """Return the object of “the Navy, which Sorland backs”: the name before the pronoun before the subject."""
    if subject is None:
        return None
    at = _before_determiners(words, subject.start)
    if at < 1 or words[at].lower not in ("which", "whom", "that", "who"):
        return None
    at -= 1
    if words[at].lower == "," and at:
        at -= 1
    actor = words[at].actor
    return Argument((actor,), at, frozenset(), at + 1) if actor else None
