"""Words that stand whole."""

import pytest

from newsbrief.evidence.whole_words import cuts_word


@pytest.mark.parametrize(
    ("text", "words", "is_cut"),
    [
        ("the bridges", "bridge", True),
        ("abridge it", "bridge", True),
        ("a_b", "a", True),
        ("7 of 78", "8", True),
        ("the bridge, here", "bridge", False),
        ("re-open it", "open", False),
        ("cafe\u0301s", "cafe", True),
        ("don't", "don", True),
        ("don't", "do", True),
        ("we'll", "we", True),
        ("Haftar's", "Haftar", False),
        ("it's", "it", False),
        ("'sure'", "sure", False),
        ("北京市", "京", False),
    ],
)
def test_words_are_whole_or_cut(text: str, words: str, is_cut: bool):
    start = text.rindex(words)
    assert cuts_word(text, start, start + len(words)) is is_cut


@pytest.mark.parametrize(
    ("text", "words"),
    [("这是'好事'的开始", "好事"), ("oyladı 'evet'i", "evet"), ("는 '평화'를", "평화"), ("'शांती'चा", "शांती")],
)
def test_words_between_single_marks_are_whole_whatever_follows(text: str, words: str) -> None:
    at = text.index(words)
    assert not cuts_word(text, at, at + len(words))


@pytest.mark.parametrize(("text", "words"), [("they don't go", "don"), ("we'll go", "we")])
def test_a_contraction_is_cut_as_before(text: str, words: str) -> None:
    at = text.index(words)
    assert cuts_word(text, at, at + len(words))
