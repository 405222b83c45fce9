"""How long it takes to read an article."""

import pytest

from newsbrief.briefing.reading_time import measure_reading


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("One word.", 1),
        ("word " * 238, 1),
        ("word " * 470, 2),
        ("word " * 1190, 5),
        ("中" * 500, 1),
        ("中国。" * 500, 2),
        ("word " * 476 + "国" * 1000, 4),
    ],
    ids=["nothing", "little", "a minute", "two", "five", "Chinese", "Chinese with full stops", "mixed"],
)
def test_reading_takes_a_minute_for_so_many_words_or_signs(text: str, minutes: int) -> None:
    assert measure_reading(text) == minutes
