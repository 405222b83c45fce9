"""The table of words that say the opposite of each other, by the words with which they begin."""

from collections.abc import Callable, Collection, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct

Sort = Literal["opposites", "complements", "opposites of doers", "opposites of things", "opposites of people"]
DOERS: Sort = "opposites of doers"
VERBS: tuple[Sort, ...] = ("opposites", "complements", DOERS)
"""The sorts whose words are verbs, found in all their forms."""

_SORTS: tuple[Sort, ...] = (*VERBS, "opposites of things", "opposites of people")


class Form(NamedTuple):
    """A word or a phrase of the table: its further words, its entry, and the side on which it stands."""

    rest: tuple[str, ...]
    entry: int
    side: int


class OppositeTable(Struct, frozen=True):
    """The entries of a language: their sorts, and their forms by the stem or the word with which they begin."""

    sorts: tuple[Sort, ...]
    stems: Mapping[str, tuple[Form, ...]]
    words: Mapping[str, tuple[Form, ...]]


def compile_opposites(words: Mapping[str, Collection[str]], stem: Callable[[str], str]) -> OppositeTable:
    """Return the table of the words under the keys for opposites."""
    sorts: list[Sort] = []
    stems: dict[str, tuple[Form, ...]] = {}
    exact: dict[str, tuple[Form, ...]] = {}
    for sort in _SORTS:
        for entry in words.get(sort, ()):
            for side, forms in enumerate(entry.split("/")):
                for form in forms.split():
                    first, *rest = form.split("_")
                    is_stem = sort in VERBS and not rest
                    found, key = (stems, stem(first)) if is_stem else (exact, first)
                    found[key] = (*found.get(key, ()), Form(tuple(rest), len(sorts), side))
            sorts.append(sort)
    return OppositeTable(tuple(sorts), stems, exact)
