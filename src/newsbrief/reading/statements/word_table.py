"""The words of a language by the keys of a table, and the stems that their forms have in common.

`table.stem("signed")` is `sign`, and `table.has_stem("verbs", "sign")` is true.
"""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")

_ENDINGS = re.compile(r"(?:ings?|(?<!e)ed|(?<=[^s])es|(?<=[^sui])s)$")
SHORTEST = 2
_NO_VERBS = (
    *("determiners", "prepositions", "joining", "relatives", "pronouns", "conjunctions", "time", "no verbs"),
    "negative subjects",
)


class _Answers(dict[str, T]):
    """What a function answers about words, which it is asked once about each."""

    def __init__(self, answer: Callable[[str], T]) -> None:
        self.answer = answer

    def __missing__(self, word: str) -> T:
        self[word] = answer = self.answer(word)
        return answer


class WordTable(Struct, frozen=True, dict=True):
    """The words of one language, by their keys; `bases` has the stems of irregular forms."""

    words: Mapping[str, frozenset[str]]
    bases: Mapping[str, str]
    irregular_pasts: frozenset[str] = frozenset()
    irregular_bases: frozenset[str] = frozenset()

    def has(self, key: str, word: str) -> bool:
        """Say whether `word`, in small letters, stands under a key."""
        return word in self.words.get(key, ())

    def keys_of(self, word: str) -> Collection[str]:
        """Return the keys under which `word`, in small letters, stands."""
        return self._keys.get(word, ())

    @cached_property
    def _keys(self) -> Mapping[str, set[str]]:
        keys: dict[str, set[str]] = {}
        for key, words in self.words.items():
            for word in words:
                keys.setdefault(word, set()).add(key)
        return keys

    def stem(self, word: str) -> str:
        """Return what all forms of a word have in common, as in "sign" of "signed"."""
        return self._stems[word]

    @cached_property
    def _stems(self) -> dict[str, str]:
        return _Answers(lambda word: self.bases.get(word) or self.strip(word))

    def strip(self, word: str) -> str:
        """Return a word without its ending."""
        return strip_ending(word)

    def is_verb(self, word: str) -> bool:
        """Say whether a word is a form of a verb of the table."""
        return self.stem(word) in self._verbs

    def is_verb_stem(self, stem: str) -> bool:
        """Say whether a stem is that of a verb of the table."""
        return stem in self._verbs

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return frozenset(map(self.stem, self.words.get("verbs", ()))) | frozenset(self.bases.values())

    def is_base(self, word: str) -> bool:
        """Say whether a word is a verb without an ending: `sell`, and not `sold` or `sells`."""
        return word in self.words.get("verbs", ()) or word in self.irregular_bases

    def is_no_verb(self, word: str) -> bool:
        """Say whether a word is one of the small ones that are never verbs."""
        return word in self.words_of(_NO_VERBS)

    @cached_property
    def meanings(self) -> Mapping[str, str]:
        """One stem for all stems of the same meaning: `hurt` for `injur`."""
        groups = [list(map(self.stem, group.split())) for group in self.words.get("synonyms", ())]
        return {stem: group[0] for group in reversed(groups) for stem in group}

    def meaning(self, stem: str) -> str:
        """Return the stem that stands for all of the same meaning."""
        return self.meanings.get(stem, stem)

    @cached_property
    def denying(self) -> Mapping[str, str]:
        """The stem that each word denies which denies one by itself: hurt, of unhurt."""
        pairs = (pair.split("/") for pair in self.words.get("denying", ()))
        return {word: self.stem_of_meaning(denied) for word, denied in pairs}

    def denies(self, word: str) -> bool:
        """Say whether a word denies another one by itself."""
        return word in self.denying

    def stem_of_meaning(self, word: str) -> str:
        """Return the stem of a word, or the one that stands for all words of its meaning."""
        return self._stems_of_meaning[word]

    @cached_property
    def _stems_of_meaning(self) -> dict[str, str]:
        return _Answers(lambda word: self.meaning(self.stem(word)))

    def words_of(self, keys: tuple[str, ...], but: tuple[str, ...] = ()) -> frozenset[str]:
        """Return the words of several keys together, but for those of some others."""
        found = self._sets.get((keys, but))
        if found is None:
            words = {word for key in keys for word in self.words.get(key, ())}
            words -= {word for key in but for word in self.words.get(key, ())}
            self._sets[keys, but] = found = frozenset(words)
        return found

    @cached_property
    def _sets(self) -> dict[tuple[tuple[str, ...], tuple[str, ...]], frozenset[str]]:
        return {}

    def may_be_verb(self, word: str) -> bool:
        """Say whether a word can be a verb by its form."""
        return self._possible_verbs[word]

    @cached_property
    def _possible_verbs(self) -> dict[str, bool]:
        return _Answers(self._has_form_of_verb)

    def _has_form_of_verb(self, word: str) -> bool:
        is_formed = word.endswith("ing") or self.is_past(word) or self.is_verb(word)
        return is_formed and word.isalpha() and len(word) > 1 and not self.is_no_verb(word)

    def may_begin_verb(self, word: str) -> bool:
        """Say whether a verb can begin with a word: with itself, or as an auxiliary or “to” before it."""
        return self._beginnings[word]

    @cached_property
    def _beginnings(self) -> dict[str, bool]:
        small = {"to", "'s"} | self.words_of(("auxiliaries", "modals", "possible"))
        return _Answers(lambda word: word in small or self.may_be_verb(word))

    def stems_of(self, key: str) -> frozenset[str]:
        """Return the stems of the words of a key."""
        return self._stems_of[key]

    def has_stem(self, key: str, stem: str) -> bool:
        """Say whether a word of a key has this stem."""
        return stem in self.stems_of(key)

    @cached_property
    def _stems_of(self) -> dict[str, frozenset[str]]:
        return _Answers(lambda key: frozenset(map(self.stem, self.words.get(key, ()))))

    @cached_property
    def converses(self) -> Mapping[str, tuple[str, str, bool]]:
        """What verbs of two have in common, by their stem: a name for it, the place of the other, and if they turn.

        `buy` has the name of `sell`, `from`, and turns: who buys from somebody is sold to.
        """
        found: dict[str, tuple[str, str, bool]] = {}
        for pair in self.words.get("converses", ()):
            for is_turned, side in enumerate(pair.split("/")):
                for each in side.split():
                    verb, _, place = each.partition("-")
                    found[self.stem(verb)] = (pair, place or "patient", bool(is_turned))
        return found

    @cached_property
    def offices(self) -> tuple[frozenset[str], ...]:
        """Rows of the stems of nouns of which nobody is two in one matter."""
        return tuple(frozenset(map(self.stem, row.split())) for row in self.words.get("offices", ()))

    @cached_property
    def stages(self) -> tuple[tuple[frozenset[str], ...], ...]:
        """Rows of what may follow each other and need not, as stems: accused, tried, convicted."""
        return self._rows_of("stages")

    @cached_property
    def acts_apart(self) -> Mapping[str, tuple[tuple[frozenset[str], frozenset[str]], ...]]:
        """The verbs of the rows of acts of which no two are the same, by their stems.

        Each has, for each of its rows, the stems of its own side and those of the other ones.
        """
        found: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {}
        for row in self._rows_of("acts apart"):
            for side in row:
                for verb in side:
                    found[verb] = (*found.get(verb, ()), (side, frozenset().union(*row) - side))
        return found

    def _rows_of(self, key: str) -> tuple[tuple[frozenset[str], ...], ...]:
        """Return the rows of a key, each with the stems of its sides."""
        rows = (row.split("/") for row in sorted(self.words.get(key, ())))
        return tuple(tuple(frozenset(map(self.stem, side.split())) for side in row) for row in rows)

    @cached_property
    def later_stages(self) -> frozenset[str]:
        """The stems of all stages that are not the first of their row."""
        return frozenset(stem for row in self.stages for stage in row[1:] for stem in stage)

    def is_past(self, word: str) -> bool:
        """Say whether a word has the form of a past or a participle."""
        return word in self.irregular_pasts or (word.endswith("ed") and word not in self.bases)


def strip_ending(word: str) -> str:
    """Return a word without its ending, and without what the ending may have added or taken."""
    if word.endswith(("ied", "ies")) and len(word) > 4:
        return word[:-3] + "y"
    plain = word.removesuffix("d") if word.endswith("eed") and len(word) > 5 else _ENDINGS.sub("", word)
    if len(plain) < SHORTEST:
        return word
    plain = plain.rstrip("e") or plain
    return plain[:-1] if len(plain) > 3 and plain[-1] == plain[-2] else plain
