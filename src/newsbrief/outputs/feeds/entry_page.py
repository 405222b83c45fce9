"""The full content of a feed's entry: a whole briefing in plain HTML, to be read away from its page."""

from collections.abc import Iterator
from urllib.parse import urljoin

from msgspec.structs import replace

from newsbrief.model.briefing import Briefing
from newsbrief.model.document import Document, Element, Text
from newsbrief.model.paths import absolute_url, briefing_path
from newsbrief.model.site import SiteConfig
from newsbrief.pages.annotated_article import render_document
from newsbrief.pages.briefing_page import show_briefing
from newsbrief.pages.page import Page

_KEPT_ATTRIBUTES = frozenset({"alt", "start", "title"})
_ADDRESSES = frozenset({"href", "src"})
_WAY_BACK = ("class", "footnote-backref")


def plan_feed_entry(briefing: Briefing, config: SiteConfig) -> Page:
    """Return the page whose HTML is the content of the briefing's entry: a fragment, every address in it whole.

    The site's address must be known.
    """
    path = briefing_path(briefing.slug)
    article = render_document(set_apart(briefing.document, absolute_url(config, path)))
    context = {**show_briefing(briefing), "article": article}
    return Page(path, "feed-entry.html", briefing.front.language, context, is_apart=True)


def set_apart(document: Document, address: str) -> Document:
    """Return a document as it can be read away from the page at `address`.

    Links and pictures lead there by whole addresses; ids, classes and the ways back from footnotes are gone.
    """
    return replace(document, tree=tuple(_set_element_apart(element, address) for element in document.tree))


def _set_element_apart(element: Element, address: str) -> Element:
    children = tuple(
        child if isinstance(child, Text) else _set_element_apart(child, address)
        for child in element.children
        if isinstance(child, Text) or _WAY_BACK not in child.attributes
    )
    return Element(element.tag, tuple(_list_attributes(element, address)), children, element.at)


def _list_attributes(element: Element, address: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attributes:
        if name in _ADDRESSES:
            yield name, urljoin(address, value)
        elif name in _KEPT_ATTRIBUTES:
            yield name, value
