"""The words of relations in languages other than English: one table for each, in `lexicons/`.

`read_lexicon("de").kinds["owns"]` is the pattern of the words by which German says who owns whom.

A table is YAML; the entries of a key are divided by commas and stand in small letters. Each begins with a stem; `~`
stands for any ending, and letters in square brackets for one of them. Every key but `kinds` may be left out:

- `kinds` gives the words of each kind; some kinds have those of another as well.
- `swapped` are those whose subject is the second party: who works for a firm is employed by it. `nouns` are those that
  stand before or after either party, so that their place says nothing.
- `negation` takes back the word of a kind in whose part of the sentence it stands, if no word of `contrast` stands
  right before it (but not the party). `denial` leaves what follows denied by somebody.
- `but` stands between a clause that is denied and one that is not, before one of the `second subjects`, a verb or the
  party alone (traf A nicht, aber sie traf B).
- `not only` are words after a negation that leave nothing denied; `half negations` deny nothing alone (ne … que).
- `allegation`, `plan` and `past` hedge it.
- `naming` between the parties says that one calls the other something, which may be praise or blame.
- `passive` with `agent` before a party says that this one acts. `object markers` stand before who does not act, and
  `relative objects` behind a comma after that one («Заря», которой владеет Орлов).
- `subject first: true` where the party named first acts, if the verb stands between the two; `verb last: true` also if
  it stands after both, `verb first: true` also if it stands before both. `inflects: true` where who acts is the one
  whose name has the form that the fact sheet gives.
- `plain` has for a kind the whole words that may stand between the two and say it, `plain participles` those that stand
  behind the two after `plain auxiliaries`, and `plain offices` those that stand with `plain links` between a name and
  the body that its bearer leads. Around all of these, titles and the words `passed over` may stand.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any

from msgspec import Struct

from newsbrief.content.own_tables import read_own_table
from newsbrief.model.languages import primary_language
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds, OwnRelation
from newsbrief.model.paths import PACKAGE

_FOLDER = PACKAGE / "reading" / "relations" / "lexicons"
_ALSO: Mapping[str, str] = {"supports": "backs", "arms": "backs", "resists": "opposes", "talks-to": "meets"}
"""The kinds that have the words of another."""

_REVERSE = "reverse"
"""The key of a site's own words that no table of ours has."""


class RelationLexicon(Struct, frozen=True, dict=True):
    """The words of one language, by the keys of its table; patterns are compiled when they are used.

    `is_shipped` says that Newsbrief has a table of the language: elsewhere there are only a site's own words.
    """

    language: str
    table: Mapping[str, Any]
    is_shipped: bool = True

    def is_true(self, key: str) -> bool:
        """Say whether a key of the table is set."""
        return self.table.get(key) is True

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """Return the pattern of the words under a key, or None where there are none."""
        return self._pattern("", key)

    def kind(self, kind: str) -> re.Pattern[str] | None:
        """Return the pattern of the words of a kind, or None where there are none."""
        return self._pattern("kinds", _ALSO.get(kind, kind))

    def reverse(self, kind: str) -> re.Pattern[str] | None:
        """Return the pattern of the words by which a relation of the site's own names the two in the other order."""
        return self._pattern(_REVERSE, kind)

    def _pattern(self, group: str, key: str) -> re.Pattern[str] | None:
        if (group, key) not in self._patterns:
            words = (self.table.get(group, {}) if group else self.table).get(key)
            # “And not” takes back what follows, and not what stands before it.
            joined = "[وف]?" if self.language == "ar" and key != "negation" else ""
            self._patterns[group, key] = _compile(words, joined) if words else None
        return self._patterns[group, key]

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], re.Pattern[str] | None]:
        return {}

    def kinds_in(self, words: str) -> frozenset[str]:
        """Return the kinds of which a text has words."""
        every = (*self.table["kinds"], *_ALSO)
        return frozenset(kind for kind in every if (cue := self.kind(kind)) and cue.search(words))


@lru_cache(maxsize=64)
def read_lexicon(language: str, own: OwnKinds = NO_OWN_KINDS) -> RelationLexicon | None:
    """Return the lexicon of a BCP 47 language tag, with a site's `own` relations; None where there is no word."""
    spoken = primary_language(language)
    table = _read_table(spoken)
    added = {each.name: words for each in own.relations if (words := _list_words(each, spoken, _EVERY))}
    if not added:
        return RelationLexicon(spoken, table) if table else None
    reverse = {each.name: words for each in own.relations if (words := _list_words(each, spoken, ("reverse_cues",)))}
    nouns = [words for each in own.relations if (words := _list_words(each, spoken, ("offices",)))]
    with_own = {
        **table,
        "kinds": {**table.get("kinds", {}), **added},
        _REVERSE: reverse,
        "nouns": ", ".join(filter(None, [table.get("nouns", ""), *nouns])),
    }
    return RelationLexicon(spoken, with_own, bool(table))


_EVERY = ("cues", "reverse_cues", "offices")


def _list_words(relation: OwnRelation, language: str, keys: Iterable[str]) -> str:
    return ", ".join(word for key in keys for word in getattr(relation, key).in_language(language))


@cache
def _read_table(language: str) -> Mapping[str, Any]:
    path = _FOLDER / f"{language}.yaml"
    return read_own_table(path) if path.is_file() else {}


def _compile(words: str, joined: str) -> re.Pattern[str]:
    each = "|".join(" ".join(word.split()) for word in words.split(",")).replace("~", r"\w*")
    return re.compile(rf"(?<!\w){joined}(?:{each})(?!\w)", re.IGNORECASE)
