"""Articles and plain pages: front matter, text, and the place of every fault in the Markdown file."""

import pytest

from newsbrief.content.article import parse_page
from newsbrief.content.source_file import SourceFile
from newsbrief.model.site import PlainPage
from support.articles import faults, read, read_well

FRONT = "---\ntitle: A title\nas_of: 2019-04-07\n---\n\n"


def page(text: str) -> tuple[PlainPage | None, list[str]]:
    read, problems = parse_page(SourceFile("content/about.md", text), "about", "en")
    return read, [f"{each.line}:{each.column}: {each.message}" for each in problems]


def test_the_text_is_what_a_reader_sees() -> None:
    document = read_well(FRONT + "On *Sunday*, [it](https://example.org/) opened.\n\nThen &amp; there.\n").document
    assert document.text == "On Sunday, it opened.\n\nThen & there."
    assert [document.text[span.start : span.end] for span in document.paragraphs] == [
        "On Sunday, it opened.",
        "Then & there.",
    ]


def test_html_in_an_article_is_a_problem_and_no_text() -> None:
    article, problems = read(FRONT + 'A <b class="x">bold</b> move &lt;b>.\n')
    assert article is not None and article.document.text == "A bold move <b>."
    assert [(each.line, each.column, each.message) for each in problems] == [
        (6, 3, 'this is HTML, not text: <b class="x"> </b>')
    ]


@pytest.mark.parametrize("body", ["", "\n\n", "  \n"])
def test_an_article_without_text_is_a_problem(body: str) -> None:
    (fault,) = faults(FRONT.rstrip("\n") + "\n" + body)
    assert fault.endswith("there is no text below the front matter")


def test_an_unseen_character_behind_an_entity_is_found_on_its_line() -> None:
    found = faults(FRONT + "One.\n\nTw&#8203;o &#x202E;three.\n")
    assert [fault.partition(" ")[2] for fault in found] == [
        "invisible character U+200B ZERO WIDTH SPACE",
        "invisible character U+202E RIGHT-TO-LEFT OVERRIDE",
    ]
    assert all(fault.startswith("8:") for fault in found)


def test_text_that_cannot_be_read_is_a_problem_and_no_crash() -> None:
    (fault,) = faults(FRONT + "[" * 100_000)
    assert fault.startswith("6:1: the text cannot be read: one paragraph holds too many square brackets")


def test_lists_nested_without_end_are_a_problem_and_the_next_article_is_read_as_ever() -> None:
    (fault,) = faults(FRONT + "\n".join("    " * depth + "- Text" for depth in range(300)))
    assert fault == "36:1: the text cannot be read: lists or quotations are nested too deeply"
    assert read_well(FRONT + "One *two*.\n\nThree.\n").document.text == "One two.\n\nThree."


def test_a_place_in_the_text_is_found_again_in_the_file() -> None:
    article = read_well(FRONT + "# Head\n\nOn *Sunday* it [opened](https://example.org/), *they* said.\n")
    text = article.document.text
    for word in ("Head", "Sunday", "opened", "they", "said"):
        problem = article.problem_at(text.index(word), "message")
        line = article.file.lines[problem.line - 1]
        assert line[problem.column - 1 :].startswith(word)
    assert article.line_of(text.index("opened")) == "article.md:8"


def test_a_plain_page_is_read() -> None:
    read, found = page("---\ntitle: About\nlang: de\n---\n\nText.\n")
    assert found == []
    assert read is not None
    assert (read.slug, read.title, read.language, read.document.text) == ("about", "About", "de", "Text.")


def test_a_plain_page_speaks_the_site_s_language_unless_it_says_another() -> None:
    read, _ = page("---\ntitle: About\n---\n\nText.\n")
    assert read is not None
    assert read.language == "en"


@pytest.mark.parametrize(
    "text, fault",
    [
        ("Text.\n", "1:1: this file has no front matter"),
        ("---\ntitel: A\ntitle: A\n---\nText.\n", "2:1: unknown key 'titel'"),
        ("---\ntitle: A\n---\n", "4:1: there is no text below the front matter"),
        ("---\ntitle: A\nlang: xx\n---\nText.\n", "3:7: unknown language 'xx'"),
        ("---\ntitle: A\n---\n[a](javascript:x)\n", "4:5: the address 'javascript:x' is not allowed"),
        ("---\ntitle: A\n---\nText ![a](a.png).\n", "4:11: a plain page cannot show pictures"),
        ("---\ntitle: A\nas_of: 2019-04-07\n---\nText.\n", "3:1: unknown key 'as_of'"),
    ],
)
def test_a_fault_in_a_plain_page_is_a_problem_in_its_place(text: str, fault: str) -> None:
    assert page(text)[1] == [fault]
