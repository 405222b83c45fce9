"""The HTML that Markdown makes → the element tree and the canonical text.

nh3 (the Rust library ammonia) has the last word on what may remain of the HTML. The tree and the text are read from its
result in one pass, so they cannot differ.

>>> read_html("<p>One <em>two</em>.</p>", frozenset({"https"}), top_heading=3).text
'One two.'
"""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

import nh3
from msgspec import Struct, field

from newsbrief.model.document import Document, Element, Span, Text

_HEADING = re.compile(r"<(h[1-6])>")
_INLINE = frozenset({"a", "br", "code", "em", "img", "strong", "sup"})
_BLOCKS = frozenset(
    {"blockquote", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"}
    | {"table", "tbody", "td", "th", "thead", "tr", "ul"}
)
_VOID = frozenset({"br", "hr", "img"})
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
}
_CLASSES = {"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}}
_BACK_LINK = '<a class="footnote-backref"'
_UNSEEN_CLASSES = frozenset({"footnote-ref", "footnote-backref"})
_SPACE = re.compile(r"[ \t\n\r\f]+")


def read_html(html: str, schemes: frozenset[str], top_heading: int) -> Document:
    """Return the tree and the text of what may remain of `html`, with all addresses that it uses.

    Its links may lead to addresses of `schemes`; its highest heading becomes `top_heading`.
    """
    found = _AddressReader()
    found.feed(html)
    found.close()
    safe = nh3.clean(
        html,
        tags=set(_INLINE | _BLOCKS),
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=set(schemes),
        link_rel="noopener noreferrer",
    )
    # Neither the line feed that ends a code block nor the space before a footnote's arrow is the article's.
    safe = safe.replace("\n</code></pre>", "</code></pre>").replace('&nbsp;<a class="footnote-backref"', _BACK_LINK)
    used = sorted(set(_HEADING.findall(safe)))
    reader = _TreeReader({tag: f"h{min(6, top_heading + rank)}" for rank, tag in enumerate(used)})
    reader.feed(safe)
    reader.close()
    return reader.document(tuple(found.links), tuple(found.images))


class _AddressReader(HTMLParser):
    """Collects the addresses of links and images, also those that may not remain."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.images: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if tag == "a" and name == "href":
                self.links.append(value or "")
            elif tag == "img" and name == "src":
                self.images.append(value or "")


class _OpenElement(Struct):
    """An element whose end is not read yet."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    at: int
    children: list[Element | Text] = field(default_factory=list)

    def close(self) -> Element:
        return Element(self.tag, self.attributes, tuple(self.children), self.at)


class _TreeReader(HTMLParser):
    """Reads the tree and the text of HTML from nh3, which is always well formed."""

    def __init__(self, headings: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.headings = headings
        self.root = _OpenElement("root", (), 0)
        self.stack = [self.root]
        self.text: list[str] = []
        self.length = 0
        self.paragraphs: list[Span] = []
        self.paragraph_start: int | None = None
        self.block_quotations: list[Span] = []
        self.unseen = 0

    def document(self, links: tuple[str, ...], images: tuple[str, ...]) -> Document:
        self.end_paragraph()
        tree = tuple(child for child in self.root.children if isinstance(child, Element))
        return Document(tree, "".join(self.text), tuple(self.paragraphs), tuple(self.block_quotations), links, images)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        attributes = tuple((name, value or "") for name, value in attrs)
        self.unseen += bool(self.unseen) or dict(attributes).get("class") in _UNSEEN_CLASSES
        element = _OpenElement(self.headings.get(tag, tag), attributes, self.length)
        if tag == "br":
            self.see("\n")
        if tag in _VOID:
            self.unseen -= bool(self.unseen)
            self.stack[-1].children.append(element.close())
        else:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or len(self.stack) == 1:
            return
        if tag in _BLOCKS:
            self.end_paragraph()
        self.unseen -= bool(self.unseen)
        element = self.stack.pop().close()
        self.stack[-1].children.append(element)
        if tag == "blockquote":
            self.block_quotations.append(Span(element.at, self.length))

    def handle_data(self, data: str) -> None:
        verbatim = any(element.tag == "pre" for element in self.stack)
        if not verbatim:
            data = _SPACE.sub(" ", data)
        if self.unseen:
            self.stack[-1].children.append(Text(data, None))
            return
        if not verbatim and (self.paragraph_start is None or self.ends_in_space()):
            data = data.lstrip(" ")
        if data:
            self.begin_paragraph()
            self.stack[-1].children.append(Text(data, self.length))
            self.see(data)

    def see(self, data: str) -> None:
        self.begin_paragraph()
        self.text.append(data)
        self.length += len(data)

    def ends_in_space(self) -> bool:
        return bool(self.text) and self.text[-1][-1] in " \n"

    def begin_paragraph(self) -> None:
        if self.paragraph_start is None:
            if self.length:
                self.text.append("\n\n")
                self.length += 2
            self.paragraph_start = self.length

    def end_paragraph(self) -> None:
        if self.paragraph_start is not None:
            self.paragraphs.append(Span(self.paragraph_start, self.length))
            self.paragraph_start = None
