"""The typefaces of a card, and how wide texts are in them."""

import pytest

from newsbrief.outputs.share_card.font_file import read_tables
from newsbrief.outputs.share_card.text_style import TextStyle, choose_style, clean_text
from newsbrief.outputs.share_card.typeface import (
    ARABIC,
    GREEK_AND_CYRILLIC,
    HEBREW,
    TEXT,
    TEXT_FACES,
    TITLE,
    TITLE_FACES,
    Typeface,
    can_shape,
)
from support.sites import ROOT


def set_in(text: str, shapes: bool = True) -> str | None:
    style = choose_style(clean_text(text), TITLE_FACES, "rtl", "en", shapes)
    return style.face.name if style else None


def test_a_text_is_set_in_the_first_typeface_that_has_all_of_it() -> None:
    assert set_in("Erdoğan’s “plan” – €5") == TITLE.name
    assert set_in("Thủ tướng") == TITLE.name
    assert set_in("НАТО and Łódź") == set_in("Ελλάδα & EU") == GREEK_AND_CYRILLIC.name
    assert set_in("الناتو and NATO, Łódź") == ARABIC.name
    assert set_in("נאט״ו and NATO – מס׳ 5") == HEBREW.name
    assert set_in("الناتو НАТО") is None and set_in("הנאט״ו الناتو") is None
    assert set_in("e\u0301") == TITLE.name and set_in("x\u0301") is None


def test_what_must_be_shaped_is_set_only_where_it_can_be() -> None:
    assert set_in("الناتو", shapes=False) is None
    assert set_in("٢٠١٩", shapes=False) is None
    assert set_in("נאט״ו", shapes=False) is None
    assert set_in("НАТО", shapes=False) == GREEK_AND_CYRILLIC.name


def test_only_a_text_with_letters_from_the_right_turns_with_the_card() -> None:
    for text, direction in (("NATO!", "ltr"), ("الناتو!", "rtl"), ("٢٠١٩", "rtl")):
        style = choose_style(text, TEXT_FACES, "rtl", "ar", True)
        assert style is not None and style.direction == direction


@pytest.mark.parametrize("face", [TITLE, TEXT, GREEK_AND_CYRILLIC], ids=lambda face: face.name)
def test_widths_are_those_of_the_font_and_letters_are_kerned(face: Typeface) -> None:
    style = TextStyle(face, "ltr", "en")
    assert style.width("AA") == 2 * style.width("A")
    assert style.width("To") < style.width("T") + style.width("o")
    assert style.width("") == 0 < style.width(" ") < style.width("m") < 1.2


def test_fi_is_one_letter_but_where_i_and_dotless_i_differ() -> None:
    assert TextStyle(TITLE, "ltr", "en-GB").ligate("office fight") == "oﬃce ﬁght"
    assert TextStyle(TITLE, "ltr", "tr").ligate("fiyat") == "fiyat"
    assert TextStyle(GREEK_AND_CYRILLIC, "ltr", "en").ligate("fight") == "fight"


@pytest.mark.skipif(not can_shape(), reason="Pillow finds no FriBiDi (Debian: apt-get install libfribidi0)")
def test_joined_letters_are_narrower_than_single_ones() -> None:
    arabic = TextStyle(ARABIC, "rtl", "ar")
    assert arabic.width("ببب") < arabic.width("ب") * 2.5


def test_a_font_without_a_cmap_of_format_12_is_refused() -> None:
    font = (ROOT / "src" / "newsbrief" / "outputs" / "share_card" / "fonts" / "noto-serif.ttf").read_bytes()
    at = font.index(b"\x00\x0c\x00\x00", font.index(b"cmap"))
    with pytest.raises(ValueError, match="format 12"):
        read_tables(font[:at] + b"\x00\x04" + font[at + 2 :])
