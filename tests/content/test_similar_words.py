"""The nearest word is found among few words and among many."""

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.similar_words import Vocabulary
from support.steps import count_steps
from tools.bench.growth.invented import word

MANY = tuple(word(number) for number in range(3000))
WORDS = st.text("abcde", min_size=1, max_size=8)


@given(st.lists(WORDS, max_size=30, unique=True), WORDS)
def test_among_few_words_the_nearest_is_that_of_difflib(known: list[str], sought: str) -> None:
    assert Vocabulary(tuple(known)).nearest(sought, 0.6) == next(iter(get_close_matches(sought, known, 1, 0.6)), None)


@pytest.mark.parametrize("sought", ["concil", "councill", "couincil", "cuoncil", "counsil", "xouncil", "counci"])
def test_among_many_words_a_slip_leads_to_the_word_that_was_meant(sought: str) -> None:
    assert Vocabulary((*MANY, "council", "harbour")).nearest(sought, 0.75) == "council"


def test_among_many_words_none_that_is_too_unlike_is_named() -> None:
    assert Vocabulary(MANY).nearest("xqxqxqxq", 0.75) is None
    assert Vocabulary(()).nearest("a", 0.75) is None


@pytest.mark.parametrize("count", [3000, 30_000])
def test_however_many_words_there_are_few_are_compared(count: int) -> None:
    vocabulary = Vocabulary(tuple(word(number) for number in range(count)))
    vocabulary.nearest("badeful", 0.75)
    assert count_steps(lambda: vocabulary.nearest("bidaful", 0.75)) < 20_000


def test_a_vocabulary_knows_its_words() -> None:
    assert "council" in Vocabulary(("council",))
    assert "concil" not in Vocabulary(("council",))
