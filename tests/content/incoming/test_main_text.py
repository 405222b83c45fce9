"""The main text of a page by trafilatura, which the extra `html` brings."""

import pytest

from newsbrief.content.incoming.main_text import find_main_text
from newsbrief.content.incoming.read_incoming import read_incoming

pytest.importorskip("trafilatura")

LONG = "The ferry to Hill Island will not sail before the end of the week, the harbour office said. " * 3
PAGE = (
    "<!doctype html><html lang=en><head><title>Ferry stays in port</title></head><body><nav><a href=/>Home</a></nav>"
    f"<div class=content><h1>Ferry stays in port</h1><p>{LONG}</p><h2>Why the ferry waits</h2><p>{LONG}It is"
    f" <b>old</b>.</p><ul><li>an engine {LONG}</li><li>no crew {LONG}</li></ul><blockquote><p>“We wait.” {LONG}</p>"
    f"</blockquote><p>The end &amp; 5*3*2 of it. {LONG}</p></div><footer><p>Copyright</p></footer></body></html>"
)


def test_the_text_of_a_page_without_an_article_is_found_in_its_blocks() -> None:
    article = read_incoming("page.html", PAGE.encode())
    assert article.notes[0] == "the main text was found by trafilatura"
    assert article.origin.title == "Ferry stays in port"
    body = article.body.split("\n\n")
    assert body[0] == LONG.strip() and body[1] == "## Why the ferry waits"
    assert body[2].endswith("It is old.") and body[3].startswith("- an engine") and "\n- no crew" in body[3]
    assert body[4].startswith("> “We wait.”") and body[5].startswith("The end & 5\\*3\\*2 of it.")
    assert len(body) == 6


@pytest.mark.parametrize("html", ["", "<p>x</p>", "<html></html>", "<div>" * 400 + "x"])
def test_a_page_without_a_main_text_has_none(html: str) -> None:
    assert find_main_text(html) == []
