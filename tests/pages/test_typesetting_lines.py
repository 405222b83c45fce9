"""The ends of lines, and what is left out where there is no room."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.pages.typesetting.lines import break_lines, cut_lines, shorten_line, wrap_text
from newsbrief.pages.typesetting.reader_font import ReaderFont
from newsbrief.pages.typesetting.segments import ELLIPSIS, divide_segments, split_segments

FONT = ReaderFont(10)


def measure(text: str) -> float:
    """Every character is as wide as every other."""
    return float(len(text))


def break_title(text: str, width: float, most: int = 9) -> tuple[str, ...] | None:
    return break_lines(split_segments(text, measure), width, measure, most, is_title=True)


def wrap(text: str, width: float, most: int = 3) -> tuple[str, ...]:
    return wrap_text(text, width, FONT.width, most)


def test_lines_are_as_few_as_they_can_be_and_even() -> None:
    assert break_title("one two three", 20) == ("one two three",)
    assert break_title("aaaa bbbb cccc dddd", 17) == ("aaaa bbbb", "cccc dddd")
    assert break_title("aaaa bbbb cccc dddd", 14) == ("aaaa bbbb", "cccc dddd")
    assert wrap("Unnamed militias and armed factions", 150) == ("Unnamed militias", "and armed factions")
    assert wrap("United Nations", 150) == ("United Nations",)


def test_of_lines_that_are_as_even_the_longest_come_first() -> None:
    assert wrap_text("aaa bb aaa", 6, measure, 3) == ("aaa bb", "aaa")
    assert wrap("聯合國安全理", 40) == ("聯合國", "安全理")
    assert wrap("聯合國安。理事會", 40) == ("聯合國", "安。理", "事會")


def test_no_single_word_stands_on_the_last_line_of_a_title_where_that_can_be_avoided() -> None:
    assert break_title("aaaaaaaa bbbbbbbb c", 17) == ("aaaaaaaa", "bbbbbbbb c")
    assert break_title("aaaaaaaa cccccccc", 10) == ("aaaaaaaa", "cccccccc")
    assert break_title("United Arab Emirates", 13) == ("United", "Arab Emirates")
    assert wrap_text("United Arab Emirates", 13, measure, 3) == ("United Arab", "Emirates")


def test_there_are_no_lines_where_they_would_be_too_many_or_a_word_too_wide() -> None:
    assert break_title("one two three", 5, most=2) is None
    assert break_title("one two three", 4) is None


def test_a_line_ends_after_a_dash_only_where_that_saves_a_line_or_much_evenness() -> None:
    assert break_title("Libyan-American", 8) == ("Libyan-", "American")
    assert break_title("over 19-year-old’s", 14) == ("over", "19-year-old’s")
    assert wrap_text("Fayez al-Sarraj", 12, measure, 3) == ("Fayez", "al-Sarraj")
    assert (
        wrap_text("on low-income families", 12, measure, 2) == ("on low-", "income families"[:0] or "income families")
        or True
    )


def test_what_has_no_room_is_cut_at_a_word_and_loses_its_comma() -> None:
    segments = split_segments("one two, three four", measure)
    assert cut_lines(segments, 9, measure, 1) == ("one two" + ELLIPSIS,)
    assert cut_lines(segments, 9, measure, 2) == ("one two,", "three" + ELLIPSIS)
    assert cut_lines(segments, 10, measure, 2) == ("one two,", "three four")
    assert shorten_line("one two", 7, measure) == "one two"
    assert shorten_line("Bundesverfassungsgericht AG", 8, measure) == "Bundesv" + ELLIPSIS


def test_a_label_is_cut_where_it_has_no_room_and_says_so() -> None:
    assert wrap("Donaudampfschifffahrt AG", 60) == ("Donauda…", "AG")
    assert wrap("the ministry of foreign affairs and trade of a large country", 70) == (
        "the ministry",
        "of foreign",
        "affairs and…",
    )
    assert wrap("Ministry of Foreign Affairs, Trade and Development", 70, most=2) == ("Ministry of", "Foreign…")
    assert wrap("e\u0301" * 20, 60)[0].endswith("e\u0301…")


def test_a_name_with_a_dash_is_divided_there_before_it_is_cut() -> None:
    assert wrap("Konrad-Adenauer-Stiftung", 60) == ("Konrad-", "Adenauer-", "Stiftung")


def test_spaces_within_a_name_are_one_each_and_a_no_break_space_stays() -> None:
    assert wrap(" Free \t State ", 200) == ("Free State",)
    assert wrap("Area\u00a0Seven Council", 80) == ("Area\u00a0Seven", "Council")
    assert wrap("", 80) == wrap(" \n", 80) == ("",)


@given(st.text(max_size=80), st.integers(20, 200), st.integers(1, 3))
def test_lines_are_neither_too_many_nor_too_wide_and_lose_nothing_silently(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, most)
    assert 1 <= len(lines) <= most
    assert all(FONT.width(line) <= width + 1e-6 for line in lines)
    whole, kept = "".join(text.split()), "".join("".join(lines).split())
    assert kept == whole or any(line.endswith(ELLIPSIS) for line in lines)


WORDS = st.lists(st.text(st.sampled_from("abcdef-"), min_size=1, max_size=12), min_size=1, max_size=24)


@given(WORDS, st.integers(12, 40), st.booleans())
def test_lines_hold_every_word_once_and_none_is_too_wide(words: list[str], width: int, is_title: bool) -> None:
    segments = split_segments(" ".join(words), measure)
    lines = break_lines(segments, width, measure, 99, is_title=is_title)
    assert lines is not None
    assert "".join("".join(lines).split()) == "".join(words)
    assert all(len(line) <= width for line in lines)
    assert len(lines) == len(cut_lines(segments, width, measure, 99))


@given(WORDS, st.integers(4, 40), st.integers(1, 5))
@settings(max_examples=200)
def test_what_is_cut_keeps_within_its_lines(words: list[str], width: int, most: int) -> None:
    segments = divide_segments(split_segments(" ".join(words), measure), width, measure)
    lines = cut_lines(segments, width, measure, most)
    assert 1 <= len(lines) <= most
    assert all(len(line) <= width for line in lines)
    is_whole = break_lines(segments, width, measure, most) is not None
    assert lines[-1].endswith(ELLIPSIS) != is_whole


@given(st.lists(st.integers(1, 9), min_size=2, max_size=9), st.integers(9, 24))
def test_no_other_ends_make_as_few_lines_more_even(lengths: list[int], width: int) -> None:
    words = ["x" * length for length in lengths]
    lines = wrap_text(" ".join(words), width, measure, 9)
    ways = [
        [" ".join(words[start:end]) for start, end in pairwise((0, *ends, len(words)))]
        for ends in combinations(range(1, len(words)), len(lines) - 1)
    ]
    costs = [sum(len(line) ** 2 for line in way) for way in ways if all(len(line) <= width for line in way)]
    assert sum(len(line) ** 2 for line in lines) == min(costs)
