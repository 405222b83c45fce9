"""A sheet that is checked after another one of the same article is judged by its own sentences."""

import pytest

from newsbrief.draft.memory_sheet import check_sheet, find_sheet
from support.findings import find

ARTICLE = """\
The council voted for the bridge on Monday, and the mayor praised the vote. Reed did not sign the plan.
"""
CITE = "The council voted for the bridge on Monday"
TRUE = "The council voted for the bridge."
FALSE = (
    "The council voted for the market on Monday.",
    "The council did not vote for it.",
    "A council voted on 14 bridges.",
)


def sheet_of(text: str) -> dict[str, list[dict[str, str]]]:
    return {"key_points": [{"text": text, "cite": CITE}]}


@pytest.mark.parametrize("text", FALSE)
def test_what_was_read_of_one_sheet_is_not_taken_for_another_one_s(text: str) -> None:
    before = find(ARTICLE, "key_points: []\n")
    article, evidence = before.article, before.evidence
    first, _ = find_sheet(article, evidence, sheet_of(TRUE))
    assert check_sheet(first, sheet_of(TRUE)) == ({}, [])
    alone, _ = find_sheet(article, evidence, sheet_of(text))
    assert check_sheet(first, sheet_of(text)) == check_sheet(alone, sheet_of(text)) != ({}, [])
