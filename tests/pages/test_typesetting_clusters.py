"""The characters of a text as a reader counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.pages.typesetting.clusters import split_clusters


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("", []),
        ("EU", ["E", "U"]),
        ("e\u0301a\u0323\u0302", ["e\u0301", "a\u0323\u0302"]),
        ("बिंदु", ["बिं", "दु"]),
        ("संयुक्त", ["सं", "यु", "क्त"]),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", ["\u1112\u1161\u11ab", "\u1100\u116e\u11a8"]),
        ("👩‍🚀👍🏽", ["👩‍🚀", "👍🏽"]),
        ("🇱🇾🇺🇸🇪", ["🇱🇾", "🇺🇸", "🇪"]),
        ("می\u200cخواهم", ["م", "ی\u200c", "خ", "و", "ا", "ه", "م"]),
    ],
)
def test_what_no_reader_sees_as_several_characters_stays_together(text: str, clusters: list[str]) -> None:
    assert list(split_clusters(text)) == clusters


@given(st.text())
def test_nothing_is_lost_and_no_part_is_empty(text: str) -> None:
    clusters = list(split_clusters(text))
    assert "".join(clusters) == text
    assert all(clusters)
