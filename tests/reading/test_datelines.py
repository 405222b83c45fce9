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
        (
            "March 4, 2027 – Halden (Coast News) The port",
            "en",
            "March 4, 2027 – Halden (Coast News) ",
            date(2027, 3, 4),
        ),
        ("4 March 2027 | Halden | The port closed.", "en", "4 March 2027 | Halden | ", date(2027, 3, 4)),
        ("October 7, 2008 - Halden. The port closed.", "en", "October 7, 2008 - Halden. ", date(2008, 10, 7)),
        ("Halden, Norway; March 4, 2027: The port closed.", "en", "Halden, Norway; March 4, 2027: ", date(2027, 3, 4)),
        ("Halden, March 4: The port closed.", "en", "Halden, March 4: ", None),
        ("Tuesday, January 10, 2006", "en", "Tuesday, January 10, 2006", date(2006, 1, 10)),
        ("Published: March 4, 2027", "en", "Published: March 4, 2027", date(2027, 3, 4)),
        ("3. März 2026", "de", "3. März 2026", date(2026, 3, 3)),
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
        "March 4, 2027 was a long day - Halden. It rained.",
        "The port closed on March 4, 2027.",
        "Halden, of all towns: A port closed.",
    ],
)
def test_dash_in_a_sentence_makes_no_dateline(text: str) -> None:
    assert find_dateline(text, [Span(0, len(text))], "en") is None
