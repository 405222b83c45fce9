"""Words written as Markdown: whatever they are, the reader of articles shows them as they are."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbrief.content.incoming.incoming_article import TextBlock, clean_text
from newsbrief.content.incoming.literal_markdown import join_texts, write_blocks
from newsbrief.content.pasted_text import read_pasted

SIGNS = "*_`[]()<>&;:#+-.!|~\\/=\"'^{}1230 aA\u00a0\u201c\u2019"
PIECES = [
    "5*3*2", "*very*", "__init__", "`code`", "[^1]", "[^1]: note", "[1]: http://a.b", "[a](b)", "[text][1]", "![a](b)",
    "<b>bold</b>", "<script>", "<!-- x -->", "&lt;", "&amp;", "&copy", "AT&T", "# 10", "## ten", "- 5 degrees", "-",
    "1. one", "2024. The year", "2) two", "> 5", ">", ": definition", "---", "***", "===", "~~~", "```", "~~gone~~",
    "C:\\dir\\file", "\\\\server\\x", "a | b", "--- | ---", "| x |", "http://a.b/c_d_e", "<http://a.b>", "x@y.z",
    "*[HTML]: x", "\\*", "\\", "+", "o", "•", "· x", "klzzwxh:0000", "///Footnotes Go Here///", "{: .x}", "said,",
    "“quoted”", "harbour", "the",
]  # fmt: skip
texts = (
    st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=6) | st.text(max_size=6), max_size=12).map(" ".join)
    | st.text(SIGNS, max_size=30)
    | st.text(max_size=40)
).map(clean_text)
kinds = st.sampled_from(["paragraph", "paragraph", "heading", "entry", "numbered", "quotation"])
blocks = st.lists(st.builds(TextBlock, texts, kinds, st.integers(2, 4)), max_size=8)


def shown(body: str) -> str:
    return read_pasted(body).document.text


@settings(max_examples=150)
@given(blocks)
@example([TextBlock("Term"), TextBlock(": x")])
@example([TextBlock("[1]"), TextBlock("[1]: http://a.b")])
def test_any_words_are_shown_as_they_are(blocks: list[TextBlock]) -> None:
    body = write_blocks(blocks)
    assert shown(body) == join_texts(blocks)
    # Nothing is left that the editor is asked to write in another form.
    assert read_pasted(body).edits == () and read_pasted(body).html == ()


@pytest.mark.parametrize("text", [each for each in PIECES if each not in ("said,", "harbour", "the")])
@pytest.mark.parametrize("around", ["{}", "It said {} today.", "{} is what it said.", "It said {}"])
def test_a_sign_of_markdown_is_shown_as_it_is(text: str, around: str) -> None:
    words = clean_text(around.format(text))
    assert shown(write_blocks([TextBlock("One."), TextBlock(words), TextBlock("Two.")])) == f"One.\n\n{words}\n\nTwo."


def test_only_what_would_be_lost_is_protected() -> None:
    plain = "It’s 5% of $3 (or so) – said Ms. Hill-Brown, “now”: yes! 3 < 4, AT&T, a_b, [sic], #1, 2 * 3."
    assert write_blocks([TextBlock(plain)]) == plain
    assert write_blocks([TextBlock("In 5*3*2 and <b>that</b>")]) == "In 5\\*3\\*2 and &lt;b>that&lt;/b>"
    assert write_blocks([TextBlock("2024. The year began.")]) == "2024\\. The year began."


def test_blocks_keep_their_form() -> None:
    blocks = [
        TextBlock("One."),
        TextBlock("Two", "heading"),
        TextBlock("a", "entry"),
        TextBlock("b", "entry"),
        TextBlock("first", "numbered"),
        TextBlock("second", "numbered"),
        TextBlock("Quoted.", "quotation"),
        TextBlock("And more.", "quotation"),
    ]
    body = write_blocks(blocks)
    assert body == "One.\n\n## Two\n\n- a\n- b\n\n1. first\n2. second\n\n> Quoted.\n>\n> And more."
    assert [element.tag for element in read_pasted(body).document.tree] == ["p", "h3", "ul", "ol", "blockquote"]


def test_a_form_that_would_change_the_words_is_given_up() -> None:
    assert write_blocks([TextBlock("5 degrees", "entry")]) == "5 degrees"
    assert shown(write_blocks([TextBlock("5 people", "quotation")])) == "5 people"
