"""How wide texts are taken to be, and where they break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.pages.diagram.lettering import Lettering, wrap_text

LETTERING = Lettering(10)


def test_wide_letters_are_wider_than_narrow_ones() -> None:
    assert LETTERING.width("ill") < LETTERING.width("fro") < LETTERING.width("ape") < LETTERING.width("MOW")
    assert LETTERING.width("ape") < LETTERING.width("APE") < Lettering(10, is_bold=True).width("APE")


def test_an_east_asian_letter_is_an_em_wide_and_a_mark_above_a_letter_nothing() -> None:
    assert LETTERING.width("聯合國") == pytest.approx(30)
    assert LETTERING.width("Erdog\u0306an") == LETTERING.width("Erdoğan") == LETTERING.width("Erdogan")


def test_lines_break_at_words_and_are_about_even() -> None:
    assert wrap_text("Unnamed militias and armed factions", 150, LETTERING, 3) == (
        "Unnamed militias",
        "and armed factions",
    )
    assert wrap_text("United Nations", 150, LETTERING, 3) == ("United Nations",)


def test_scripts_without_spaces_break_between_letters_but_not_before_a_closing_mark() -> None:
    assert wrap_text("聯合國安全理事會", 40, LETTERING, 3) == ("聯合國安", "全理事會")
    assert wrap_text("聯合國安。理事會", 40, LETTERING, 3) == ("聯合國", "安。理", "事會")


def test_a_word_that_is_too_long_is_cut_without_a_hyphen() -> None:
    assert wrap_text("Donaudampfschifffahrt AG", 60, LETTERING, 3) == ("Donauda…", "AG")


def test_what_does_not_fit_is_left_out_and_said_to_be() -> None:
    lines = wrap_text("the ministry of foreign affairs and trade of a large country", 70, LETTERING, 3)
    assert lines == ("the ministry", "of foreign", "affairs and…")


def test_a_mark_is_never_cut_from_its_letter() -> None:
    assert wrap_text("e\u0301" * 20, 60, LETTERING, 3)[0].endswith("e\u0301…")


@given(st.text(max_size=80), st.integers(20, 200), st.integers(1, 3))
def test_lines_are_neither_too_many_nor_too_wide_and_lose_nothing_silently(text: str, width: int, most: int) -> None:
    lines = wrap_text(text, width, LETTERING, most)
    assert len(lines) <= most
    assert all(LETTERING.width(line) <= width for line in lines)
    whole, kept = "".join(text.split()), "".join("".join(lines).split())
    assert kept == whole or any(line.endswith("…") for line in lines)
