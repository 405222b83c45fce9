"""The words around a date by which its clause is found and questions arise: one table for each language.

`read_event_words("en").has("deadlines", "by")` is True.

A table in `lexicons/` is YAML; the words of a key are divided by commas, and `~` stands for any ending. Every key may
be left out, and a language whose table has `deadlines` and `bounds` alone has its clauses cut at signs.

- `deadlines` stand before the last day of a time, `bounds` before a date that is only one end of a time: the first of
  them also a few words before it.
- `compared with` and `than` stand before what something is compared with; `orders` say that something is to come, with
  `infinitive` before what.
- `leading` are small words before a date that belong to it, `lasting` those before a time that goes on.
- `clause heads`, and `joining` behind a comma, begin another clause before one of `determiners` and `pronouns`;
  `clause tails` do so behind a comma, `late tails` without one; `cuts` end what is too long; `openings` begin a clause
  at the head of a sentence.
- `relatives` begin what is said of a noun before. `verbs` and words with `past endings` are verbs, those with `verb
  endings` behind a comma begin a clause without a subject.
- `dividing` stand between two clauses that each have a date, `adding` (and `relatives`) begin behind a comma what
  only adds to its sentence; `ahead` stand before a thing that is still to come.
- `hanging` are words with which no clause ends. `parts of days` stand before the sign of an owner (Monday night’s), and
  `ends of things` behind what it owns.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table, split_phrases
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE

_FOLDER = PACKAGE / "draft" / "lexicons"
_CAPITAL = "[A-ZÀ-Þ]"
_NONE = "(?!)"


class EventWords(Struct, frozen=True, dict=True):
    """The words of one language, by the keys of its table; patterns are compiled when they are used."""

    table: Mapping[str, Any]

    def list(self, key: str) -> tuple[str, ...]:
        """Return the words under a key, in their order."""
        if key not in self._lists:
            self._lists[key] = tuple(split_phrases(self.table.get(key)))
        return self._lists[key]

    def has(self, key: str, word: str) -> bool:
        return word in self.list(key)

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _any(self, *keys: str) -> str:
        """Return the pattern of the words under some keys; one that matches nothing where there are none."""
        words = [re.escape(word).replace("\\~", r"\w*").replace("~", r"\w*") for key in keys for word in self.list(key)]
        return f"(?:{'|'.join(words)})" if words else _NONE

    @cached_property
    def cuts(self) -> re.Pattern[str]:
        return re.compile(rf"[;—–]|, {self._any('cuts')} ")

    @cached_property
    def heads(self) -> re.Pattern[str]:
        """What begins another clause before a date."""
        subject = rf"(?={_CAPITAL}|{self._any('determiners', 'pronouns')} )"
        return re.compile(rf"(?:,? {self._any('clause heads')}|, {self._any('joining')}|;| [—–]) {subject}")

    @cached_property
    def tails(self) -> re.Pattern[str]:
        """What begins another clause behind a date."""
        late = rf",? {self._any('late tails')} (?={_CAPITAL}|{self._any('determiners')} )"
        return re.compile(rf"[;—–]|, {self._any('clause tails')}\b|, [a-z]+{self._any('verb endings')}\b|{late}")

    @cached_property
    def openings(self) -> re.Pattern[str]:
        words = [word[0].upper() + word[1:] for word in self.list("openings")]
        return re.compile(rf"(?:{'|'.join(words) or _NONE}) ")

    @cached_property
    def relatives(self) -> re.Pattern[str]:
        return re.compile(rf",? {self._any('relatives')} (?![^,;]*[,;])|, {self._any('relatives')} ")

    @cached_property
    def verbs(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:\w{{2,}}{self._any('past endings')}|{self._any('verbs')})\b")

    @cached_property
    def owners(self) -> re.Pattern[str]:
        """The sign that makes a date the owner of what follows: `Saturday’s defeat`, `Monday night’s`."""
        return re.compile(rf"(?: {self._any('parts of days')})?[’'](?:s\b)? ")

    @cached_property
    def articles(self) -> re.Pattern[str]:
        """A word right before a date that makes it a part of what follows: `the March report`."""
        return re.compile(rf"\b{self._any('determiners')} $")

    @cached_property
    def ends_of_things(self) -> re.Pattern[str]:
        return re.compile(rf"[,;:]|\.(?=\s*$|\s+[A-Z])|—|–| {self._any('ends of things')}\b")

    @cached_property
    def compared(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._any('compared with')} [^,;]*$|\b{self._any('than')} (?:\w+ ){{0,2}}$")

    @cached_property
    def orders(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._any('orders')}\b")

    @cached_property
    def infinitives(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._any('infinitive')} [a-z]")

    @cached_property
    def ahead(self) -> re.Pattern[str]:
        """What stands before a thing that is still to come: `ahead of Tuesday’s debate`."""
        return re.compile(rf"(?<!\w)({self._any('ahead')}) $")

    @cached_property
    def dividing(self) -> re.Pattern[str]:
        """What divides two clauses of a sentence, each with a date of its own."""
        return re.compile(rf",? {self._any('dividing')} ")

    @cached_property
    def added(self) -> re.Pattern[str]:
        """What begins a clause that only adds to its sentence."""
        return re.compile(rf", ({self._any('relatives', 'adding')}) |; |— ")

    @cached_property
    def lasting(self) -> re.Pattern[str]:
        return re.compile(rf"\b{self._any('lasting')} $")


@cache
def read_event_words(language: str) -> EventWords:
    """Return the words of a BCP 47 language tag; none where the language has no table."""
    path = _FOLDER / f"{primary_language(language)}.yaml"
    return EventWords(read_own_table(path) if path.is_file() else {})
