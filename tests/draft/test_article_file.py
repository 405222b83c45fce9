"""An incoming article as the file of a briefing: no character is lost, and what is known of its origin is kept."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.content.article import Article, parse_article
from newsbrief.content.files import BriefingFolder
from newsbrief.content.incoming.incoming_article import IncomingArticle, IncomingOrigin, clean_text
from newsbrief.content.incoming.read_incoming import read_incoming
from newsbrief.content.source_file import SourceFile
from newsbrief.draft.article_file import name_by_first_words, write_article
from newsbrief.model.problems import NewsbriefError

DAY = date(2031, 5, 8)
LINES = [
    "The port of Hill closed.", "“We wait,” said Ms. Brown.", "5*3*2 tons", "*very* good", "- 5 degrees", "- one",
    "1. a", "2024. The year began.", "# 10", "> quoted", "a | b", "--- | ---", "<b>bold</b> & <i>", "[a](http://b.c)",
    "[1]: http://a.b", "&copy; &lt;", "C:\\dir\\x", "___", "~~~", "```", "    indented", "\ttab", "one\u00a0two",
    "term", ": definition",
]  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
pastes = st.lists(st.sampled_from([*LINES, ""]) | WORDS, min_size=1, max_size=12).map("\n".join)


def read(text: str) -> Article:
    """Read a file `article.md` as a build reads it."""
    file = SourceFile("content/a/article.md", text)
    article, problems = parse_article(BriefingFolder("a", Path("a"), file, None), "en")
    # Signs that were lost before the article came are reported, and stand where they stood.
    assert [
        each for each in problems if "private use" not in each.message and "was lost here" not in each.message
    ] == []
    assert article is not None and article.front.draft
    return article


def come(name: str, text: str) -> IncomingArticle | None:
    try:
        return read_incoming(name, text.encode())
    except NewsbriefError as error:
        assert re.search("no text was found|it is (?:empty|a )", str(error))
        return None


@pytest.mark.slow
@settings(max_examples=100)
@given(pastes)
def test_the_article_is_read_as_it_came(text: str) -> None:
    incoming = come("paste.txt", text)
    if incoming is None:
        return
    article = read(write_article(incoming, DAY))
    assert article.document.text == incoming.text
    assert not any("--fix" in each.hint for each in article.notes)
    # What is no longer in the text is what stood around it, and every other sign came through in its order.
    origin = incoming.origin
    around = [origin.title, origin.author, origin.image_credit]
    if not any(around) and origin.published is None:
        words = clean_text(text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\f", "\n"))
        assert "".join(incoming.text.split()) == "".join(words.split())


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(WORDS | st.sampled_from(LINES), min_size=1, max_size=6))
def test_the_paragraphs_of_a_page_are_read_as_they_came(paragraphs: list[str]) -> None:
    from html import escape

    html = "<!doctype html><article>" + "".join(f"<p>{escape(each)}</p>" for each in paragraphs) + "</article>"
    incoming = come("page.html", html)
    if incoming is not None:
        assert read(write_article(incoming, DAY, title="A title")).document.text == incoming.text


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(st.sampled_from([*LINES, ""]), min_size=1, max_size=10).map("\n".join))
def test_markdown_is_written_in_the_form_that_keeps_every_sign(text: str) -> None:
    incoming = come("a.md", text)
    if incoming is not None:
        file = SourceFile("content/a/article.md", write_article(incoming, DAY, title="A title"))
        article, _ = parse_article(BriefingFolder("a", Path("a"), file, None), "en")
        assert article is not None and article.document.text == incoming.text


def test_the_front_matter_says_what_is_known() -> None:
    origin = IncomingOrigin(
        "Port: closed", "Jo Hill", "The Hill Post", "https://example.org/a", date(2031, 5, 7), "en-GB", "Ann Lee"
    )
    text = write_article(IncomingArticle("It closed.", "It closed.", origin), DAY)
    assert text == (
        '---\ntitle: "Port: closed"\nas_of: 2031-05-08\nsource:\n  publisher: The Hill Post\n  author: Jo Hill\n'
        "  published: 2031-05-07\n  url: https://example.org/a\nimage_credit: Ann Lee\nlang: en-GB\n"
        "draft: true\n---\n\nIt closed.\n"
    )
    front = read(text).front
    assert (front.title, front.origin.author, front.as_of) == ("Port: closed", "Jo Hill", DAY)


def test_what_is_not_known_is_left_out() -> None:
    text = write_article(IncomingArticle("It closed.", "It closed."), DAY)
    assert text == "---\ntitle: It closed.\nas_of: 2031-05-08\ndraft: true\n---\n\nIt closed.\n"


def test_what_is_given_goes_before_what_the_article_says() -> None:
    incoming = IncomingArticle("It closed.", "It closed.", IncomingOrigin(title="Old", language="en"))
    front = read(write_article(incoming, DAY, title="New", language="de")).front
    assert (front.title, front.language) == ("New", "de")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("It closed.", "It closed."),
        ("“We wait,” she said.", "We wait, she said."),
        (
            "The harbour of Hill " * 9,
            "The harbour of Hill The harbour of Hill The harbour of Hill The harbour of Hill …",
        ),
    ],
)
def test_an_article_without_a_headline_is_named_by_its_first_words(text: str, title: str) -> None:
    assert name_by_first_words(text) == title
