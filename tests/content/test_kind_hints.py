"""Hints for a kind that there is not: of the same meaning or a slip of the pen, never of another meaning."""

from typing import get_args

import pytest

from newsbrief.content.kind_hints import SAME_MEANING, suggest_kind
from newsbrief.model.kinds import ActorKind, RelationKind

RELATIONS, ACTORS = get_args(RelationKind), get_args(ActorKind)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("attacks", "fights"),
        ("backed", "backs"),
        ("criticizes", "criticises"),
        ("Part of", "part-of"),
        ("lead", "leads"),
    ],
)
def test_a_word_of_the_same_meaning_or_stem_is_suggested(written: str, meant: str) -> None:
    assert suggest_kind(written, RELATIONS) == f"did you mean {meant!r}?"


@pytest.mark.parametrize("written", ["insists", "tacks", "eats", "ranks", "desists", "", "assails"])
def test_a_word_of_another_meaning_suggests_nothing_but_shows_all(written: str) -> None:
    assert suggest_kind(written, RELATIONS) == f"choose one of: {', '.join(sorted(RELATIONS))}"


def test_arrests_never_led_to_resists() -> None:
    assert suggest_kind("arrests", [kind for kind in RELATIONS if kind != "arrests"]).startswith("choose one of: ")


def test_every_kind_has_words_of_the_same_meaning_and_no_word_has_two() -> None:
    assert SAME_MEANING.keys() == {*RELATIONS, *ACTORS}
    words = [word for words in SAME_MEANING.values() for word in words.split()]
    assert len(words) == len(set(words)) and not set(words) & {*RELATIONS, *ACTORS}
