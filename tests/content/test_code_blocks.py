"""Blocks of code are found where Python-Markdown finds them."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.content.code_blocks import blank_out, find_code_blocks

LINES = st.sampled_from(
    (
        *("```", "````", "~~~", "```py", "~~~ .c", "``` ", "```\t", "\t```", " ```", "``` a b", "```{.x}"),
        *("~~~ hl_lines='1'", "one", "", "two ```", "```x```"),
    )
)


def read_by_library(text: str) -> list[str]:
    """Return the lines that Python-Markdown leaves when it has taken out blocks of code."""
    converter = markdown.Markdown(extensions=["fenced_code"])
    lines = converter.preprocessors["normalize_whitespace"].run(text.split("\n"))
    return [line for line in converter.preprocessors["fenced_code_block"].run(lines) if line and "\x02" not in line]


@given(st.lists(LINES, max_size=12))
def test_no_line_outside_blocks_of_code_is_blanked_out(lines: list[str]) -> None:
    text = "\n".join(lines)
    left = [line.expandtabs(4) for line in blank_out(text, find_code_blocks(text).closed).split("\n")]
    by_library = read_by_library(text)
    if "{" in text or "hl_lines" in text:
        assert left == [line.expandtabs(4) for line in lines]
    else:
        assert [line for line in left if line.strip()] == [line for line in by_library if line.strip()]


def test_the_place_of_a_block_reaches_from_its_first_line_to_its_last() -> None:
    text = "One.\n```\ntwo\n```\nThree."
    (span,) = find_code_blocks(text).closed
    assert text[span.start : span.end] == "```\ntwo\n```"
    assert blank_out(text, [span]) == "One.\n" + "\n" * 11 + "\nThree."


@pytest.mark.parametrize("text", ["```\none", "```\none\n~~~", "``` a b\none\n````"])
def test_a_block_without_an_end_is_none(text: str) -> None:
    assert find_code_blocks(text).closed == []
    assert find_code_blocks(text).lone[0] == 0
