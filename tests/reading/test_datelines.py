"""The dateline with which agencies begin an article, and its day."""

from datetime import date

import pytest

from newsbrief.model.document import Span
from newsbrief.reading.datelines import find_dateline


@pytest.mark.parametrize(
    ("text", "language", "dateline", "day"),
    [
        ("HALDEN, 3 March 2026 — A court ruled.", "en", "HALDEN, 3 March 2026 — ", date(2026, 3, 3)),
        ("LONDON, March 3 (Reuters) - The bank fell.", "en", "LONDON, March 3 (Reuters) - ", None),
        ("KYIV, Ukraine (AP) — “We hold.”", "en", "KYIV, Ukraine (AP) — ", None),
        ("BERLIN — The coalition met.", "en", "BERLIN — ", None),
        ("Halden, 3. März 2026 – Das Gericht hat", "de", "Halden, 3. März 2026 – ", date(2026, 3, 3)),
        ("Berlin (dpa) - Die Bahn fährt.", "de", "Berlin (dpa) - ", None),
        ("(Reuters) - Oil rose.", "en", "(Reuters) - ", None),
        ("HAVANA (AP) --", "en", "HAVANA (AP) --", None),
    ],
)
def test_dateline_is_found(text: str, language: str, dateline: str, day: date | None) -> None:
    found = find_dateline(text, [Span(0, len(text))], language)
    assert found is not None
    assert (text[slice(*found.span)], found.day) == (dateline, day)


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance — said nothing.",
        "The mayor - A man of few words - left.",
        "Rivers FC, sold in May 2020 - a bad year - won.",
        "NORTHSTONE said — A spokesman was away — nothing.",
    ],
)
def test_dash_in_a_sentence_makes_no_dateline(text: str) -> None:
    assert find_dateline(text, [Span(0, len(text))], "en") is None
