"""Pasted articles: every sign is shown or its line is reported, and plain markup stays markup."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsbrief.content.article import Article
from newsbrief.content.markdown import MarkdownError, read_markdown
from newsbrief.content.pasted_blocks import read_blocks
from newsbrief.content.pasted_remarks import PastedText, Remark
from newsbrief.content.pasted_text import read_pasted
from newsbrief.content.plain_markdown import is_plain
from support.articles import read, read_well
from support.cases import read_cases
from support.sites import FRONT

MARKUP = {
    "# Floods\n\nIt rained.": "Floods\n\nIt rained.",
    "## 2019: the year\n\nIt rained.": "2019: the year\n\nIt rained.",
    "## “Too late” ##\n\nIt rained.": "“Too late”\n\nIt rained.",
    "# 港が閉鎖\n\n雨。": "港が閉鎖\n\n雨。",
    "- rain\n- wind": "rain\n\nwind",
    "* rain\n\n* wind\n\n    and snow": "rain\n\nwind\n\nand snow",
    "- rain\n    - hail\n- wind": "rain\n\nhail\n\nwind",
    "- rain\n\n    - hail\n\n        - ice\n\n- wind": "rain\n\nhail\n\nice\n\nwind",
    "1. rain\n2. wind\n3. snow": "rain\n\nwind\n\nsnow",
    "1. rain\n\n2. wind": "rain\n\nwind",
    "It was *very* **cold and wet**, said _Reuters_.": "It was very cold and wet, said Reuters.",
    "See [the *map*](map.pdf) and <https://example.org/a_b>.": "See the map and https://example.org/a_b.",
    "See [the map][1].\n\n[1]: https://example.org/a": "See the map.",
    "A face ![of a man](face.png) here.": "A face here.",
    "The tide[^1] rose.\n\n[^1]: At *noon*.\n\n    Or later.": "The tide rose.\n\nAt noon.\n\nOr later.",
    "| a | b |\n|---|---|\n| c | **d** |": "a\n\nb\n\nc\n\nd",
    "> Set off.\n>\n> Twice.": "Set off.\n\nTwice.",
    "He wrote:\n> It is closed.": "He wrote:\n\nIt is closed.",
    "```\n*a*b*c*\n```": "*a*b*c*",
    "Run `a*b*c` now.": "Run a*b*c now.",
    "Term\n:   Meaning": "Term\n\nMeaning",
    "Rain.\n\n---\n\nWind.": "Rain.\n\nWind.",
    r"Sales were 5\*3\*2, 2024\. and \# 10.": "Sales were 5*3*2, 2024. and # 10.",
    "a &lt;b> c, R&amp;amp; D": "a <b> c, R&amp; D",
}
"""Plain markup, and the text that it shows."""

ORDINARY = [
    "He paid $5_000 for file_name_here, No. 5, in 1.5 hours.",
    "Write to jane_doe@ex_ample.org or see http://example.org/a_b_c.",
    "‘It was fine’* he said of 5 * 3 * 2, 3 < 5 and 7 > 6.",
    "Use <tag> and x<y and z>w; AT&T, R&D; and &copy.",
    "It ended.[1] [Photo: AP] He [Smith] said [sic] so [...].",
    "a) rain\nb) wind\n1) hail\n2) snow",
    "A | B, |x| and ~5 per cent, C:\\Users, a \\ b.",
    "The Paris-\nBerlin train, pages 10-\n12, said -\nquietly - so.",
    "The mayor\nspoke at a well-known inn.  \nAnd left.",
    "\u3000全角の字下げ。",
    "Barça · Madrid • Milan.",
    "• This article was amended on 3 May.",
]
"""Texts in which nothing is markup, and of which nothing is to be said."""

KEPT = [
    "Sales were 5*3*2 tons.",
    "2*2=4 and 3*3=9",
    "un*believ*able",
    "__init__ and __main__",
    "2024. The year began.",
    "1986. What a year.\n\n7. April 2019 it began.",
    "1. FC Köln won.",
    "Teams:\n\n1. FC Köln\n\n1. FC Nürnberg",
    "1. rain\n1. wind",
    "\u0661. مطر",
    "- 5 degrees was the low.",
    "* 3 per cent of the vote",
    "+ 3 per cent\n+ 4 per cent",
    "# 10 Quay Street was shut.",
    "#metoo was everywhere.",
    "####### seven",
    "## Words\nright below.",
    "> 5 degrees was the high.",
    "[the minister](of trade) said",
    "f(x)[0](1)",
    "[1] and so on\n\n[1]: http://example.org",
    "[Note]: yes",
    "It ended[^2].",
    "[^2]: never used",
    "C:\\*.txt and \\\\server\\share and dir\\_x\\y",
    "``Yes,'' she said. ``No.''",
    "`Yes', he said, `no'.",
    "Name:\n___\nDate:\n***\nPlace",
    "~~~ about ~~~",
    "Rain.\n\n: and so on",
]
"""Texts of which Markdown would drop or move signs, and which are kept as they are."""

PROBLEMS = {
    "Storm hits coast\n----\n\nMore.": "Storm hits coast\n\n----\n\nMore.",
    "Storm hits coast\n====\n\nMore.": "Storm hits coast\n\n====\n\nMore.",
    "Rain.\n\n    The mayor spoke\n    at noon.": "Rain.\n\nThe mayor spoke at noon.",
    "\tTabbed.": "Tabbed.",
    "The may-\nor spoke. A mayor can.": "The mayor spoke. A mayor can.",
    "The well-\nknown inn, a well-known one.": "The well-known inn, a well-known one.",
    "The har-\nbour": "The har- bour",
    "прави-\nтельство": "прави- тельство",
    "• rain\n• wind": "rain\n\nwind",
    "Three things:\n· rain\n· wind": "Three things:\n\nrain\n\nwind",
    "\uf0b7 rain\n\uf0b7 wind": "rain\n\nwind",
    "o\train\no\twind": "o rain o wind",
    'It cost <b class="price">5</b> crowns.': "It cost 5 crowns.",
    "<p>Rain.</p><script>track()</script>": "Rain. track()",
    "<!-- ad -->Rain": "Rain",
    "Da\ufffdta": "Da\ufffdta",
    "The \uf8ff logo": "The \uf8ff logo",
    "A | B\n--- | ---\n1 | 2 | 3": "A\n\nB\n\n1\n\n2",
    "a ///Footnotes Go Here/// b[^1]\n\n[^1]: n": "n",
}
"""Texts that an editor has to fix, and how they are read until then."""


def signs(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", MARKUP)
def test_plain_markup_is_markup_and_nothing_is_said_of_it(text: str) -> None:
    pasted = read_pasted(text)
    assert pasted.document.text.strip() == MARKUP[text]
    assert [each for each in pasted.remarks if "reference" not in each.message] == []


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_signs_are_text_and_nothing_is_said_of_them(text: str) -> None:
    pasted = read_pasted(text)
    assert signs(pasted.document.text) == signs(text)
    assert pasted.remarks == ()


@pytest.mark.parametrize("text", KEPT)
def test_signs_that_markdown_would_drop_are_kept_and_noted(text: str) -> None:
    pasted = read_pasted(text)
    assert signs(pasted.document.text) == signs(text)
    assert pasted.remarks and all(each.is_note for each in pasted.remarks)


@pytest.mark.parametrize("text", [text for text in KEPT if "~~~" not in text])
def test_what_is_noted_is_written_so_that_markdown_alone_keeps_it(text: str) -> None:
    written = read_pasted(text).written
    assert signs(read_markdown(written).text) == signs(text)
    assert read_pasted(written).remarks == ()


@pytest.mark.parametrize("text", PROBLEMS)
def test_what_cannot_be_decided_is_a_problem(text: str) -> None:
    pasted = read_pasted(text)
    assert not all(each.is_note for each in pasted.remarks)
    assert pasted.document.text.strip() == PROBLEMS[text]


def test_signs_at_the_end_of_a_heading_are_kept_with_its_words() -> None:
    pasted = read_pasted("# C#\n\n## Rain ##")
    assert pasted.document.text == "C#\n\nRain"
    assert pasted.written == "# C\\#\n\n## Rain ##"
    assert [each.is_note for each in pasted.remarks] == [True]


def test_a_backslash_that_nothing_needs_is_noted() -> None:
    assert [each.at for each in read_pasted("about 3\\* and \\{x}, 5\\.").remarks] == [7, 14]
    assert read_pasted("about 3\\*2\\*1").remarks == ()


def test_lists_whose_entries_begin_with_a_number_are_noted_once_for_each() -> None:
    assert [each.at for each in read_pasted("- 5 degrees\n- 6 degrees\n- rain").remarks] == [0, 12]
    assert read_pasted("* 5 degrees\n* 6 degrees").remarks == ()


def test_html_references_are_noted_but_for_those_that_show_a_tag() -> None:
    assert [each.at for each in read_pasted("5 &lt; 6, AT&amp;T, a&nbsp;b, &lt;b>, &amp;lt;").remarks] == [2, 12, 21]


def test_the_article_says_whether_a_divided_word_has_its_hyphen() -> None:
    texts = ["the re-\nform", "the re-\nform, a reform", "the re-\nform, a re-form", "the re-\nform, reform, re-form"]
    assert [read_pasted(text).written.split(",")[0] for text in texts] == [
        "the re-\nform",
        "the reform",
        "the re-form",
        "the re-\nform",
    ]


def test_an_article_has_its_notes_and_problems_in_the_file() -> None:
    article, problems = read(FRONT + "Rain.\n\n    Wind.\n\n5*3*2\n")
    assert isinstance(article, Article)
    assert [(each.line, each.column) for each in problems] == [(8, 5)]
    assert [(each.line, each.column) for each in article.notes] == [(10, 2)]
    assert article.document.text == "Rain.\n\nWind.\n\n5*3*2"


def test_a_plain_article_is_read_once_and_without_the_library() -> None:
    text = "It rained.\n\nThe mayor\nspoke."
    assert is_plain(text)
    assert read_pasted(text) == PastedText(text, read_markdown(text))
    assert read_well(FRONT + text).notes == ()


@pytest.mark.parametrize("parts", [pytest.param(parts, id=title) for title, parts in read_cases("pasted.txt")])
def test_an_editor_reads(parts: list[str]) -> None:
    article, expected, *written = parts
    pasted = read_pasted(article)
    assert "\n".join(map(show, pasted.remarks)) == expected
    assert pasted.written == "\n".join(written or [article])


def show(remark: Remark) -> str:
    return f"{remark.at}: {'note: ' if remark.is_note else ''}{remark.message}\n    {remark.remedy}"


PIECES = st.sampled_from(
    [
        *("a", "Mr", "word", "5", "2024.", "1.", "2.", "é", "‘", "’", "may-", "or", "o ", "• ", "1) ", "\ufffd"),
        *(" ", " ", "  ", "\n", "\n", "\n\n", "\n\n", "\t", "    "),
        *("*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "!", "\\", "\\\\", "|", "|-|", "~~", "~~~"),
        *("#", "# ", "## ", ">", "> ", "- ", "+ ", "* ", "---", "===", "___", ":", ": ", "&", "<", "-", ".", "{", "}"),
        *("[^1]", "\n[^1]: ", "x.org", "http://x.org", "[1]: http://x.org\n", "[x][1]", "](x.org)", "\n```\n"),
        *("&lt;", "&amp;", "&#42;"),
    ]
)
TAGS = st.sampled_from(["<b>", "</b>", '<b c="d">', "<!--", "-->", "<br>"])
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def read_or_skip(text: str) -> PastedText:
    try:
        return read_pasted(text)
    except MarkdownError:
        assume(False)
        raise


@given(TEXTS)
def test_every_sign_is_shown_in_order_or_a_line_is_reported(text: str) -> None:
    pasted = read_or_skip(text)
    markup = read_blocks(text).markup
    hidden = {at for start, end, _ in markup for at in range(start, end)}
    if any(not each.is_note for each in pasted.remarks):
        return
    shown = iter(signs(pasted.document.text))
    asides = read_blocks(text).asides
    if not asides and not any(sign for _, _, sign in markup):
        assert [char for at, char in enumerate(text) if at not in hidden and char.strip() and char not in shown] == []


@given(TEXTS)
def test_letters_and_digits_are_never_changed(text: str) -> None:
    def letters(written: str) -> str:
        return "".join(char for char in written.replace("&#", "") if char.isalpha())

    assert letters(read_or_skip(text).written) == letters(text)


@given(TEXTS)
def test_what_is_written_in_the_right_form_reads_alike(text: str) -> None:
    pasted = read_or_skip(text)
    again = read_or_skip(pasted.written)
    assert signs(again.document.text) == signs(pasted.document.text)


@given(st.lists(PIECES | TAGS, max_size=25).map("".join) | st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    pasted = read_or_skip(text)
    assert all(0 <= each.at <= len(text) for each in pasted.remarks)
