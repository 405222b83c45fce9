"""Where the lines of a card end, and in what they are set."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.outputs.share_card.font_file import read_tables
from newsbrief.outputs.share_card.lines import (
    ELLIPSIS,
    HYPHEN,
    Piece,
    break_lines,
    cut_lines,
    divide_pieces,
    shorten_line,
    split_pieces,
)
from newsbrief.outputs.share_card.typeface import (
    ARABIC,
    GREEK_AND_CYRILLIC,
    TEXT,
    TEXT_FACES,
    TITLE,
    TITLE_FACES,
    Setting,
    can_shape,
    choose_setting,
    clean_text,
)
from support.sites import ROOT


def measure(text: str) -> float:
    """Every character is as wide as every other."""
    return float(len(text))


def wrap(text: str, width: float, most: int = 9) -> tuple[str, ...] | None:
    return break_lines(split_pieces(text, measure), width, 1, most)


def test_lines_are_as_few_as_they_can_be_and_even() -> None:
    assert wrap("one two three", 20) == ("one two three",)
    assert wrap("aaaa bbbb cccc dddd", 17) == ("aaaa bbbb", "cccc dddd")
    assert wrap("aaaa bbbb cccc dddd", 14) == ("aaaa bbbb", "cccc dddd")


def test_no_single_word_stands_on_the_last_line_where_that_can_be_avoided() -> None:
    assert wrap("aaaaaaaa bbbbbbbb c", 17) == ("aaaaaaaa", "bbbbbbbb c")
    assert wrap("aaaaaaaa cccccccc", 10) == ("aaaaaaaa", "cccccccc")


def test_there_are_no_lines_where_they_would_be_too_many_or_a_word_too_wide() -> None:
    assert wrap("one two three", 5, most=2) is None
    assert wrap("one two three", 4) is None


def test_a_line_may_end_behind_a_dash_within_a_word_but_not_beside_a_sign() -> None:
    assert wrap("Libyan-American", 8) == ("Libyan-", "American")
    assert wrap("-40 x-", 4) == ("-40", "x-")
    assert wrap("7\u00a0April", 8) == ("7\u00a0April",)


def test_a_word_wider_than_a_line_is_divided_and_keeps_its_marks() -> None:
    pieces = divide_pieces(split_pieces("ab cde\u0301fghi", measure), 5, measure)
    assert [piece.text for piece in pieces] == ["ab", "cde\u0301" + HYPHEN, "fghi"]
    assert [piece.joint for piece in pieces] == [" ", " ", ""]


def test_what_has_no_room_is_cut_at_a_word_and_loses_its_comma() -> None:
    pieces = split_pieces("one two, three four", measure)
    assert cut_lines(pieces, 9, measure, 1) == ("one two" + ELLIPSIS,)
    assert cut_lines(pieces, 9, measure, 2) == ("one two,", "three" + ELLIPSIS)
    assert shorten_line("one two", 7, measure) == "one two"
    assert shorten_line("Bundesverfassungsgericht", 8, measure) == "Bundesv" + ELLIPSIS


WORDS = st.lists(st.text(st.sampled_from("abcdef"), min_size=1, max_size=12), min_size=1, max_size=24)


@given(WORDS, st.integers(12, 40))
def test_lines_hold_every_word_once_and_none_is_too_wide(words: list[str], width: int) -> None:
    lines = wrap(" ".join(words), width, most=99)
    assert lines is not None
    assert " ".join(lines).split() == words
    assert all(len(line) <= width for line in lines)
    greedy = cut_lines([Piece(" ", word, len(word)) for word in words], width, measure, 99)
    assert len(lines) <= len(greedy)


@given(WORDS, st.integers(4, 40), st.integers(1, 5))
@settings(max_examples=200)
def test_what_is_cut_keeps_within_its_lines(words: list[str], width: int, most: int) -> None:
    pieces = divide_pieces(split_pieces(" ".join(words), measure), width, measure)
    lines = cut_lines(pieces, width, measure, most)
    assert 1 <= len(lines) <= most
    assert all(len(line) <= width for line in lines)
    assert lines[-1].endswith(ELLIPSIS)


def set_in(text: str, shapes: bool = True) -> str | None:
    setting = choose_setting(clean_text(text), TITLE_FACES, "rtl", "en", shapes)
    return setting.face.name if setting else None


def test_a_text_is_set_in_the_first_typeface_that_has_all_of_it() -> None:
    assert set_in("Erdoğan’s “plan” – €5") == TITLE.name
    assert set_in("Thủ tướng") == TITLE.name
    assert set_in("НАТО and Łódź") == set_in("Ελλάδα & EU") == GREEK_AND_CYRILLIC.name
    assert set_in("الناتو and NATO, Łódź") == ARABIC.name
    assert set_in("الناتو НАТО") is None
    assert set_in("e\u0301") == TITLE.name and set_in("x\u0301") is None


def test_what_must_be_shaped_is_set_only_where_it_can_be() -> None:
    assert set_in("الناتو", shapes=False) is None
    assert set_in("٢٠١٩", shapes=False) is None
    assert set_in("НАТО", shapes=False) == GREEK_AND_CYRILLIC.name


def test_only_a_text_with_letters_from_the_right_turns_with_the_card() -> None:
    for text, direction in (("NATO!", "ltr"), ("الناتو!", "rtl"), ("٢٠١٩", "rtl")):
        setting = choose_setting(text, TEXT_FACES, "rtl", "ar", True)
        assert setting is not None and setting.direction == direction


@pytest.mark.parametrize("face", [TITLE, TEXT, GREEK_AND_CYRILLIC], ids=lambda face: face.name)
def test_widths_are_those_of_the_font_and_letters_are_kerned(face: object) -> None:
    setting = Setting(face, "ltr", "en")  # type: ignore[arg-type]
    assert setting.width("AA") == 2 * setting.width("A")
    assert setting.width("To") < setting.width("T") + setting.width("o")
    assert setting.width("") == 0 < setting.width(" ") < setting.width("m") < 1.2


def test_fi_is_one_letter_but_where_i_and_dotless_i_differ() -> None:
    assert Setting(TITLE, "ltr", "en-GB").ligate("office fight") == "oﬃce ﬁght"
    assert Setting(TITLE, "ltr", "tr").ligate("fiyat") == "fiyat"
    assert Setting(GREEK_AND_CYRILLIC, "ltr", "en").ligate("fight") == "fight"


@pytest.mark.skipif(not can_shape(), reason="Pillow finds no FriBiDi (Debian: apt-get install libfribidi0)")
def test_joined_letters_are_narrower_than_single_ones() -> None:
    arabic = Setting(ARABIC, "rtl", "ar")
    assert arabic.width("ببب") < arabic.width("ب") * 2.5


def test_a_font_without_a_cmap_of_format_12_is_refused() -> None:
    font = (ROOT / "src" / "newsbrief" / "outputs" / "share_card" / "fonts" / "noto-serif.ttf").read_bytes()
    at = font.index(b"\x00\x0c\x00\x00", font.index(b"cmap"))
    with pytest.raises(ValueError, match="format 12"):
        read_tables(font[:at] + b"\x00\x04" + font[at + 2 :])
