"""Plain articles: recognised without a doubt, and read as the Markdown library reads them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsbrief.content.markdown import read_marked_up
from newsbrief.content.plain_markdown import is_plain, read_plain

PLAIN = [
    "One.",
    "\n\nOne line,\nand a second.\n\n\nTwo.\n",
    '“Curly”, "straight"; it\'s 5% of $3 (or so) – said x@example.org at http://example.org/a-b?c=d: yes!',
    "No\u00a0break, e\u0301 and א ב \u202e, 日本\u3000語, \u200d\U0001f469, two  spaces.",
    "///Footnotes Go Here/// klzzwxh:0000",
]
MARKED = [
    *(
        "*a*",
        "_a_",
        "`a`",
        "a\\",
        "[a]",
        "![a](b)",
        "<b>",
        "a > b",
        "&amp;",
        "a | b",
        "a\tb",
        "\u0002a\u0003",
        "a\x85b",
    ),
    *(
        "# a",
        "a\n===",
        "a\n---",
        "- a",
        "+ a",
        "1. a",
        "12) a",
        "\u0661. a",
        "> a",
        "~~~\na\n~~~",
        "a\n: b",
        "a\u2028b",
    ),
    *(" a", "    a", "\u00a0a", "a  \nb", "a \n\nb", "a\n \nb", "a\u3000", "[^1]", "a\rb", "\ud800"),
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_paragraphs_are_recognised(text: str):
    assert is_plain(text)


@pytest.mark.parametrize("text", MARKED)
@pytest.mark.parametrize("around", ["{}", "One.\n\n{}\n\nTwo.", "one\n{}\ntwo"])
def test_what_markdown_may_read_is_not_taken_for_plain(text: str, around: str):
    assert not is_plain(around.format(text))


ORDINARY = st.sampled_from(
    ["word", "The", "“yes”", "it's", "-", "3.5", "2", ".", ":", "!", "é", "e\u0301", "שלום", "日本"]
)
ODD = st.sampled_from(
    [*"#=+~:-^$@{}\"'/(", "1.", "\u0661.", "\u00a0", "\u3000", "\u200d", "\u202e", "\ufeff", "\v", "\x85"]
)
BETWEEN = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", "\n\n\n", "", "\u2003", "\u2028"])
PARAGRAPHS = st.lists(st.tuples(ORDINARY | ORDINARY | ODD, BETWEEN)).map(
    lambda words: "".join(word + space for word, space in words)
)


@given(st.one_of([*map(st.just, PLAIN), PARAGRAPHS, PARAGRAPHS.map(str.strip), st.text()]))
def test_plain_paragraphs_are_read_as_the_markdown_library_reads_them(text: str):
    assume(is_plain(text))
    plain, marked_up = read_plain(text), read_marked_up(text)
    assert plain == marked_up
    assert plain.tree == marked_up.tree
