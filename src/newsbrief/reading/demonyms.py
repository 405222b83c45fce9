"""The words for a country and for its people: Finland, Finnish, the Finns.

`find_rows("Finnish", "en")` has one row, with “Finland” in it.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from newsbrief.content.own_tables import read_own_table
from newsbrief.model.languages import primary_language
from newsbrief.model.paths import PACKAGE
from newsbrief.model.patterns import compile_late

_PART = compile_late(r"[^\W\d_]+(?:\.[^\W\d_])*")


def find_rows(word: str, language: str) -> Sequence[Sequence[str]]:
    """Return the rows of forms in which a word with a capital letter stands, alone or in a name of several words."""
    return _rows(primary_language(language)).get(word, ())


def is_one_of(word: str, rows: Sequence[Sequence[str]], sentence: str, article: str) -> bool:
    """Say whether an article has a form of a row whose form with this word a sentence has."""
    return any(
        _stands(form, article)
        for row in rows
        if any(word in form and _stands(form, sentence) for form in row)
        for form in row
    )


def _stands(form: str, text: str) -> bool:
    """Say whether a form stands in a text as whole words; New Guinea is no Guinea, and South Sudan no Sudan."""
    pattern = rf"(?<![\w-])(?<!New )(?<!South ){re.escape(form)}(?!\w)"
    return re.search(pattern, text) is not None


@cache
def _rows(language: str) -> Mapping[str, Sequence[Sequence[str]]]:
    """Return the rows of a language by the words of their forms."""
    table = str(read_own_table(PACKAGE / "reading" / "demonyms.yaml").get(language, ""))
    found: dict[str, list[Sequence[str]]] = {}
    for each in table.split(","):
        row = tuple(" ".join(form.split()) for form in each.split("/"))
        for part in {part for form in row for part in _PART.findall(form)}:
            found.setdefault(part, []).append(row)
    return found
