"""An index of words finds what a plain search finds, and looks at few places for it."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsbrief.evidence.names import find_names
from newsbrief.evidence.typography import fold
from newsbrief.evidence.whole_words import find_whole
from newsbrief.evidence.word_index import WordIndex
from support.prose import PROSE, write

FILLING = "and so it went on, day by day, as the papers of that town were used to write. " * 300
"""So many words that an index is made, and that theirs are common."""

PLAIN = PROSE.map(lambda words: fold(words).text.strip())


def all_starts(text: str, words: str) -> list[int]:
    return [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)]


@given(st.lists(PLAIN, min_size=1, max_size=6), st.data())
def test_a_long_text_has_the_words_where_a_short_one_has_them(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    words = text[start : data.draw(st.integers(start + 1, len(text) + 1))].strip()
    assume(words)
    short, long = fold(f"{text} "), fold(f"{text} {FILLING}")
    in_filling = len(find_whole(fold(FILLING), words))
    assert find_whole(long, words)[: len(find_whole(short, words))] == find_whole(short, words)
    assert len(find_whole(long, words)) == len(find_whole(short, words)) + in_filling


@given(st.lists(PLAIN, min_size=1, max_size=6), st.data())
def test_words_that_may_be_cut_are_found_wherever_they_stand(parts: list[str], data: st.DataObject) -> None:
    text = f"{FILLING}{' '.join(parts)}"
    start = data.draw(st.integers(len(FILLING), len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    assume(words)
    assert list(WordIndex(text).starts_of(words, may_cut=True)) == all_starts(text, words)


@given(st.lists(PLAIN, min_size=2, max_size=6), st.data())
def test_neighbours_choose_the_same_place_in_a_long_text(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    middle = data.draw(st.integers(1, len(text)))
    before, words = text[:middle].strip()[-12:].strip(), text[middle : middle + 6].strip()
    assume(before and words and words not in FILLING)
    found = find_whole(fold(f"{text} "), words, before)
    assert find_whole(fold(f"{text} {FILLING}"), words, before) == found
    after = text[middle + 6 :].strip()[:12].strip()
    assert find_whole(fold(f"{text} {FILLING}"), words, "", after) == find_whole(fold(f"{text} "), words, "", after)


@pytest.mark.parametrize(
    ("words", "may_cut", "places"),
    [
        ("the bridge", False, [len(FILLING) + 4]),
        ("he bridge", True, [len(FILLING) + 5]),
        ("the brid", True, [len(FILLING) + 4]),
        ("ridg", True, [len(FILLING) + 9]),
        ("of the quay", False, []),
    ],
)
def test_rare_words_are_found_in_a_long_text(words: str, may_cut: bool, places: list[int]) -> None:
    assert list(WordIndex(f"{FILLING}Now the bridge.").starts_of(words, may_cut=may_cut)) == places


def test_a_place_is_found_from_another_on() -> None:
    index = WordIndex(f"a bridge, a bridge {FILLING}")
    assert list(index.starts_of("a bridge", 1)) == [10]
    assert list(WordIndex("a bridge, a bridge").starts_of("a bridge", 1)) == [10]


@given(st.lists(PLAIN, min_size=1, max_size=5), st.data())
def test_names_stand_in_a_long_text_where_they_stand_in_a_short_one(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    cuts = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 9)), min_size=1, max_size=4))
    names = {text[at : at + length]: str(number) for number, (at, length) in enumerate(cuts)}
    assume(not any(name.strip() and name.strip() in FILLING for name in names))
    assert find_names(write(text, FILLING), names)[:9] == find_names(write(text, "."), names)[:9]
