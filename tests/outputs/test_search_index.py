"""The index of the search: words folded as readers type them, and pieces that give back what was put into them."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.outputs.search_index.briefing_words import collect_words, pack_words, unpack_words
from newsbrief.outputs.search_index.pieces import (
    choose_depth,
    decode_numbers,
    decode_slugs,
    encode_numbers,
    encode_piece,
    encode_titles,
    split_rows,
    words_path,
)
from newsbrief.outputs.search_index.words import cut_words, find_words
from support.many import COUNCIL, make_summary


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("“Łęka’s” café…", "leka cafe"),
        ("Cafe\u0301", "café"),
        ("STRASSE", "Straße"),
        ("ﬁsh ﬂies", "fish flies"),
        ("الحُكُومَة الوطنيّة", "الحكومه الوطنية"),
        ("ليبـــيا", "ليبيا"),
        ("٢٠١٩", "2019"),
        ("ὁδός ΟΔΟΣ", "ὁδοσ"),
        ("Ёлка", "елка"),
    ],
)
def test_words_are_found_however_they_are_accented_and_set(written: str, typed: str) -> None:
    assert all(word in cut_words(written) for word in cut_words(typed))


def test_an_article_of_arabic_does_not_hide_its_word() -> None:
    assert cut_words("الجسر والجسر بالجسر جسر") == ["جسر"] * 4


def test_a_hebrew_word_is_found_without_what_is_written_together_with_it() -> None:
    assert cut_words("ובמגדל") == ["ובמגדל", "במגדל", "מגדל"]
    assert {"ועד", "עד"} == {*cut_words("ועד")}
    assert cut_words("אב") == ["אב"] and cut_words("לו") == ["לו"]
    assert "תושבים" in cut_words("התושבים") and "מועצה" in cut_words("שהמועצה")


def test_scripts_without_spaces_are_cut_into_two_signs_each() -> None:
    assert cut_words("新しい橋") == ["新し", "しい", "い橋", "橋"]
    assert cut_words("橋2019年") == ["橋", "2019", "年"]
    assert "ดี" in cut_words("ไทยดี")


def test_signs_for_vowels_stay_in_scripts_that_need_them() -> None:
    assert cut_words("हिन्दी") == ["हिन्दी"]


def test_words_of_one_letter_and_signs_are_left_out() -> None:
    assert cut_words("a – I, Libya’s & 7") == ["libya"]


@given(st.lists(st.text()))
def test_the_words_of_texts_are_those_of_each(texts: list[str]) -> None:
    assert find_words(texts) == {word for text in texts for word in cut_words(text)}


def test_words_of_title_standfirst_and_parties_count_for_more() -> None:
    words = collect_words("The bridge is late.", make_summary(1, [COUNCIL]))
    assert (words["late"], words["bridge"], words["mca"], words["council"]) == (False, True, True, True)
    assert unpack_words(pack_words(words)) == words
    assert unpack_words(b"") == {}


@given(st.sets(st.integers(0, 2_000_000), min_size=1))
def test_numbers_come_back_as_they_were_written(numbers: set[int]) -> None:
    assert list(decode_numbers(encode_numbers(sorted(numbers)))) == sorted(numbers)


@given(st.dictionaries(st.text().map(lambda text: "".join(cut_words(text)[:1])).filter(bool), st.just([0, 7])))
def test_a_piece_gives_back_its_words(rows: dict[str, list[int]]) -> None:
    assert split_rows(encode_piece(rows)) == {word: encode_numbers(numbers) for word, numbers in rows.items()}


def test_titles_stay_on_their_lines_whatever_is_in_them() -> None:
    piece = encode_titles([("bridge", "2021-01-02", "A\ttitle\nin two lines"), ("school", "2022-01-02", "B")])
    assert decode_slugs(piece) == ["bridge", "school"]
    assert piece.count(b"\n") == 3


def test_more_briefings_have_smaller_pieces() -> None:
    assert [choose_depth(count) for count in (3, 100, 101, 2_000, 2_001, 10_000)] == [0, 0, 1, 1, 2, 2]
    assert [words_path("sea", depth) for depth in (0, 1, 2)] == [
        "search/words.txt",
        "search/words-s.txt",
        "search/words-se.txt",
    ]
    assert words_path("橋が", 2) == words_path("橋", 1) == "search/words-block-6a.txt"
    assert words_path("جسر", 1) == "search/words-u62c.txt"


def test_pieces_are_not_packed_so_that_a_host_can_pack_them() -> None:
    piece = encode_piece({f"word{number}": [number] for number in range(500)})
    assert len(gzip.compress(piece)) < len(piece) / 2
    with pytest.raises(zlib.error):
        zlib.decompress(piece)
