"""Saved pages of the web: the article in a page, and what the page says of its origin.

The text is that of `<article>`, or else of `<main>`; where trafilatura is installed (`newsbrief[html]`), it finds the
text of other pages better. A page says its headline, author, day and address in `<meta>` and in JSON-LD.

    read_page(html).blocks
"""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.content.incoming.html_blocks import list_blocks
from newsbrief.content.incoming.html_limits import find_excess
from newsbrief.content.incoming.html_origin import read_page_origin
from newsbrief.content.incoming.incoming_article import IncomingOrigin, TextBlock
from newsbrief.content.incoming.main_text import find_main_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_BODY = "[itemprop=articleBody]"
_CHOICES = ((_BODY, "the element articleBody"), ("article", "<article>"), ("main, [role=main]", "<main>"))
_LEAST = 40
"""Characters of the shortest text that may be an article's."""


class HtmlPage(NamedTuple):
    """The blocks of the article of a page, its origin, and notes on what was read and left out."""

    blocks: list[TextBlock]
    origin: IncomingOrigin
    notes: tuple[str, ...]


def read_page(html: str) -> HtmlPage:
    """Return the article of a page. ValueError: the page cannot be read, and why."""
    if excess := find_excess(html):
        raise ValueError(excess)
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    origin = read_page_origin(tree, html)
    if main := find_main_text(html):
        return HtmlPage(main, origin, ("the main text was found by trafilatura",))
    found, what = _find_article(tree)
    if found is None:
        return HtmlPage([], origin, ())
    blocks, left_out = list_blocks(found)
    notes = (f"the text is that of {what}", *_tell_left_out(left_out))
    return HtmlPage(blocks, origin, notes)


def _find_article(tree: "LexborHTMLParser") -> tuple["LexborNode | None", str]:
    """Return the element that holds the article, and what it is in words."""
    for selector, what in _CHOICES:
        found = max(tree.css(selector), key=_measure, default=None)
        if found is not None and _measure(found) >= _LEAST:
            return found, what
    return tree.body, "the whole page, which has neither <article> nor <main>: delete what is not the article's"


def _measure(node: "LexborNode") -> int:
    """Return the length of the text in an element's paragraphs, or of all its text where it has none."""
    paragraphs = node.css("p")
    return sum(len(each.text()) for each in paragraphs) or len(node.text())


def _tell_left_out(left_out: Counter[str]) -> list[str]:
    names = {
        "figure": "picture or caption",
        "aside": "text beside the article",
        "form": "form",
        "del": "deleted passage",
    }
    told = [f"{left_out[tag]} × {name}" for tag, name in names.items() if left_out[tag]]
    return [f"left out: {', '.join(told)}"] if told else []
