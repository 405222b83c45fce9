"""The widths that texts are taken to have in the reader's own font."""

import pytest

from newsbrief.pages.typesetting.reader_font import ReaderFont

FONT = ReaderFont(10)


def test_wide_letters_are_wider_than_narrow_ones() -> None:
    assert FONT.width("ill") < FONT.width("fro") < FONT.width("ape") < FONT.width("MOW")
    assert FONT.width("ape") < FONT.width("APE") < ReaderFont(10, is_bold=True).width("APE")


def test_an_east_asian_letter_is_an_em_wide_and_a_mark_above_a_letter_nothing() -> None:
    assert FONT.width("聯合國") == pytest.approx(30)
    assert FONT.width("Erdog\u0306an") == FONT.width("Erdoğan") == FONT.width("Erdogan")
