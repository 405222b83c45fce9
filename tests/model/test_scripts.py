"""Sets of letters by the scripts that they belong to."""

import pytest

from newsbrief.model.scripts import HAN, HANGUL, KATAKANA, UNSPACED, Letters

ALL = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]


@pytest.mark.parametrize("letters", [HAN, HANGUL, KATAKANA, UNSPACED, Letters("\u0e00-\u0eff\u1000ሀ")])
def test_a_set_has_the_letters_that_its_pattern_matches(letters: Letters):
    assert [letter for letter in ALL if letter in letters] == letters.pattern.findall("".join(ALL))


def test_nothing_is_in_no_set():
    assert "" not in UNSPACED
    assert not UNSPACED.stand_in("")


def test_letters_are_looked_for_between_two_places():
    assert HAN.stand_in("in 東京 now")
    assert HAN.stand_in("in 東京 now", 3, 4)
    assert not HAN.stand_in("in 東京 now", 5)
    assert not HAN.stand_in("in 東京 now", 0, 3)
    assert not HAN.stand_in("“über”")
