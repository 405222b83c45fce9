"""The segments of a text that no end of a line divides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.pages.typesetting.segments import (
    ELLIPSIS,
    HYPHEN,
    divide_segments,
    shorten_segments,
    shorten_text,
    split_segments,
)


def measure(text: str) -> float:
    """Every character is as wide as every other."""
    return float(len(text))


def split(text: str) -> list[str]:
    return [segment.joint + segment.text for segment in split_segments(text, measure)]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("one  two\n", [" one", " two"]),
        ("7\u00a0April 7\u202f%", [" 7\u00a0April", " 7\u202f%"]),
        ("Libyan-American oil/gas", [" Libyan-", "American", " oil/", "gas"]),
        ("-40 x- a-b al-Sarraj 2019–2021", [" -40", " x-", " a-b", " al-", "Sarraj", " 2019–", "2021"]),
        ("聯合國。「安理會」NATO", [" 聯", "合", "國。", "「安", "理", "會」", "NATO"]),
        ("他说：“在2019年，花3％。”", [" 他", "说：", "“在", "2019年，", "花", "3％。”"]),
        ("《明天》——她说……", [" 《明", "天》——", "她", "说……"]),
        ("ロッカーを約￥500で", [" ロッ", "カー", "を", "約", "￥500で"]),
        ("", []),
    ],
)
def test_a_line_may_end_at_spaces_after_dashes_and_in_scripts_without_spaces(text: str, segments: list[str]) -> None:
    assert split(text) == segments


def test_a_word_wider_than_a_line_is_divided_and_keeps_its_marks() -> None:
    segments = divide_segments(split_segments("ab cde\u0301fghi", measure), 5, measure)
    assert [segment.text for segment in segments] == ["ab", "cde\u0301" + HYPHEN, "fghi"]
    assert [segment.joint for segment in segments] == [" ", " ", ""]


def test_a_word_wider_than_a_line_is_cut_and_keeps_its_marks() -> None:
    segments = shorten_segments(split_segments("ab cde\u0301fghi", measure), 5, measure)
    assert [segment.joint + segment.text for segment in segments] == [" ab", " cde\u0301" + ELLIPSIS]


@pytest.mark.parametrize(
    ("text", "width", "shorter"),
    [
        ("one two, three", 9, "one two…"),
        ("one two…", 9, "one two…"),
        ("the EU-backed", 7, "the…"),
        ("“one “two", 8, "“one…"),
        ("Bundesverfassungsgericht", 8, "Bundesv…"),
        ("聯合國安理會", 4, "聯合國…"),
        ("NATO 秘书长说，他", 9, "NATO 秘书长…"),
        ("mm", 1, "m…"),
    ],
)
def test_what_has_no_room_is_cut_at_a_word_and_loses_what_would_hang(text: str, width: int, shorter: str) -> None:
    assert shorten_text(text, width, measure) == shorter


def test_a_letter_that_is_wider_at_the_end_of_a_word_is_kept_where_the_next_one_fits() -> None:
    def shaped(text: str) -> float:
        return len(text) + (2 if text.rstrip(ELLIPSIS).endswith("b") else 0)

    assert shorten_text("abcdefgh", 4.5, shaped) == "abc…"


def measure_shown(text: str) -> float:
    """Every character is as wide as every other, and a mark above one has no width."""
    return float(len(text.replace("\u0301", "")))


@given(st.text(st.sampled_from("abc -/é\u0301「國」")), st.integers(2, 30))
def test_no_segment_is_too_wide_once_it_is_divided_and_nothing_is_lost(text: str, width: int) -> None:
    segments = divide_segments(split_segments(text, measure_shown), width, measure_shown)
    assert "".join(segment.text for segment in segments).replace("-", "") == "".join(text.split()).replace("-", "")
    assert all(segment.width == measure_shown(segment.text) <= width for segment in segments)
