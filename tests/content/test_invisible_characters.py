"""Characters that no reader sees, and those of them that spelling needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.invisible_characters import find_invisible, has_invisible


@pytest.mark.parametrize(
    "char", "\x00\x07\x1b\x7f\x85\xad\u061c\u200b\u200e\u2060\u202a\u2069\u3164\ufeff\ufffe\U000e0041"
)
def test_every_sort_of_unseen_character_is_found(char: str) -> None:
    assert [at for at, _ in find_invisible(f"a{char}b")] == [1]


@pytest.mark.parametrize("text", ["👩\u200d👩\u200d👧", "👨🏽\u200d🚀", "❤️\u200d🔥", "🏳️\u200d🌈", "🧑\u200d⚕️"])
def test_joiners_in_emoji_are_let_be(text: str) -> None:
    assert find_invisible(f"before {text} after") == []


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क\u094d\u200dष", "ക\u0d4d\u200d", "ක\u0dca\u200dෂ"])
def test_joiners_in_scripts_that_are_spelt_with_them_are_let_be(text: str) -> None:
    assert find_invisible(f"before {text} after") == []


@pytest.mark.parametrize("text", ["to\u200dwn", "to\u200cwn", "\u200dtown", "می \u200cخ", "😀\u200cx", "town\u200d"])
def test_joiners_anywhere_else_are_problems(text: str) -> None:
    assert len(find_invisible(text)) == 1


def test_ordinary_text_of_many_scripts_holds_nothing_unseen() -> None:
    assert (
        find_invisible("Tab\there, naïve, Ελλάδα, Россия, العربية, עברית, 日本語, 한국어, ไทย, 1️⃣ — “…”\u00a0») ") == []
    )


@pytest.mark.parametrize(
    "text", ["คำ\u200bคำ", "ខ្មែរ\u200bភាសា", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"]
)
def test_invisible_signs_that_spelling_needs_are_let_be(text: str) -> None:
    assert find_invisible(text) == []


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "a\u200b", "\U000e0067"])
def test_invisible_signs_that_nothing_needs_are_reported(sign: str) -> None:
    assert len(find_invisible(sign)) == 1


@pytest.mark.parametrize("hidden", ["\U000e0041", "\u202e", "\ufeff", "\x07"])
def test_a_flag_does_not_cover_for_what_hides_behind_it(hidden: str) -> None:
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert [at for at, _ in find_invisible(f"{flag} a{hidden}b")] == [len(flag) + 2]


@given(st.text(st.sampled_from("a \né€😀\u200b\u200d\u202e\ud800\x00\x7f\t\r")))
def test_a_text_has_what_is_found_in_it_and_nothing_else(text: str) -> None:
    assert has_invisible(text) == any(char in "\u200b\u200d\u202e\x00\x7f" for char in text)
