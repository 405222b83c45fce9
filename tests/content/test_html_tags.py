"""HTML in an article, and angle brackets that are signs of the text."""

import pytest

from newsbrief.content.html_tags import find_html

HTML = [
    "<b>",
    "</p>",
    "<br/>",
    "<br />",
    "<P CLASS=x>",
    "<a href=\"http://example.org?a=1&b=2\" title='x > y'>",
    "<input disabled>",
    "<o:p>",
    "</o:p>",
    '<my-tag class="x">',
    "</my-tag>",
    "<h2\nid=x>",
    "<!-- two\n\nlines -->",
    "<!DOCTYPE html>",
    "<?xml version='1.0'?>",
]
TEXT = [
    "<3",
    "< b>",
    "<>",
    "<y and z>",
    "<b and c>",
    "<tag>",
    "<redacted>",
    "<b",
    "<John Smith>",
    "<b 5>",
    "<track one>",
]


@pytest.mark.parametrize("html", HTML)
def test_tags_comments_and_declarations_are_found_whole(html: str) -> None:
    tag = find_html(f"a {html} b", 2)
    assert tag is not None and tag.end == 2 + len(html)


@pytest.mark.parametrize("text", TEXT)
def test_other_angle_brackets_are_signs(text: str) -> None:
    assert find_html(f"a {text} b", 2) is None


def test_tags_within_a_line_divide_no_words() -> None:
    assert [find_html(f"<{name}>", 0) for name in ("em", "p", "script")] == [(4, False), (3, True), (8, True)]


def test_a_comment_without_an_end_is_found_by_its_beginning() -> None:
    assert find_html("<!-- and so on", 0) == (4, True)
