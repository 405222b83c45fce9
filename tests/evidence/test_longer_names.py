"""Names inside longer names and words, and names with what a language writes joined to them."""

import pytest

from newsbrief.evidence.names import find_names
from support.cases import CASES
from support.prose import write

LINES = [line for line in (CASES / "names.txt").read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize("line", LINES)
def test_a_text_names_an_actor_or_does_not(line: str) -> None:
    language, kind, names, text, expected = line.split(" | ")
    owners = {name.strip(): "a" for name in names.split(",")}
    found = find_names(write(text), owners, language, ["a"] if kind == "person" else [])
    assert ("yes" if found else "no") == expected


def test_the_table_has_as_many_that_are_named_as_that_are_not() -> None:
    named = sum(line.endswith("yes") for line in LINES)
    assert 0.4 < named / len(LINES) < 0.6
