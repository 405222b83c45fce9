"""Markdown → a safe element tree and the canonical text: exactly the characters a reader sees.

Raw HTML is text like any other. Python-Markdown makes the HTML, nh3 (the Rust library ammonia) has the last word
on what may remain of it, and the tree and the text are read from that result, so the two cannot differ.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from newsbrief.model import Document, Element, Span, Text

SCHEMES = frozenset({"http", "https", "mailto"})
"""What an address in an article may begin with; relative addresses are the other kind allowed."""

_EXTENSIONS = ("footnotes", "tables", "sane_lists", "def_list", "fenced_code")
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
# Python-Markdown looks for the end of a link from every bracket on, and reads a block anew for every underlined
# heading in it: about 0.1 µs a character each time.
_MOST_WORK_ON_BLOCK = 5_000_000
_UNDERLINE = re.compile(r"^(?:=+|-+)[ ]*$", re.MULTILINE)
_HIDDEN_IN_SCHEME = re.compile(r"[\x00-\x20\x7f]")


class MarkdownError(ValueError):
    """The Markdown cannot be read; the message says why."""


def read_markdown(text: str, top_heading: int = 3) -> Document:
    """Return the tree and canonical text of `text`. Paragraphs are two line feeds apart, forced breaks one.

    The highest level of heading that is used becomes `top_heading`, the next one that is used the level below it.

    Footnote signs and the arrows back from footnotes are shown, but are no part of the canonical text.
    """
    import nh3

    links, images, html = _convert(text)
    safe = nh3.clean(
        html,
        tags=set(_INLINE | _BLOCKS),
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )
    # Neither the line feed that ends a code block nor the space before a footnote's arrow is the article's.
    safe = safe.replace("\n</code></pre>", "</code></pre>").replace('&nbsp;<a class="footnote-backref"', _BACK_LINK)
    used = sorted(set(_HEADING.findall(safe)))
    reader = _TreeReader({tag: f"h{min(6, top_heading + rank)}" for rank, tag in enumerate(used)})
    reader.feed(safe)
    reader.close()
    return reader.document(links, images)


def is_allowed_address(address: str) -> bool:
    """Say whether `address` is http, https, mailto or relative; a host without a scheme (//host) is neither."""
    plain = _HIDDEN_IN_SCHEME.sub("", address).replace("\\", "/")
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    if parts.scheme or plain.startswith("//"):
        return parts.scheme in SCHEMES
    return ":" not in re.split("[/?#]", plain)[0]


@cache
def _converter() -> Any:
    import markdown

    converter = markdown.Markdown(extensions=list(_EXTENSIONS), output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def _convert(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Return the addresses of links and images, before anything is cleaned away, and the HTML."""
    for block in text.split("\n\n"):
        work = len(block) * max(block.count("["), len(_UNDERLINE.findall(block)))
        if work > _MOST_WORK_ON_BLOCK:
            hint = "write \\[ for brackets that are no links, and set headings apart by blank lines"
            raise MarkdownError(f"one paragraph holds too many square brackets or headings; {hint}")
    converter = _converter().reset()
    try:
        html = converter.convert(text)
    except RecursionError:
        # The converter stopped in the middle of something; the next text must not begin there.
        _converter.cache_clear()
        raise MarkdownError("lists, quotations or emphasis are nested too deeply") from None
    found = _Addresses()
    found.feed(html)
    found.close()
    return tuple(found.links), tuple(found.images), html


class _Addresses(HTMLParser):
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


@dataclass
class _Unfinished:
    """An element whose end has not been read."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    at: int
    children: list[Element | Text] = field(default_factory=list)

    def finish(self) -> Element:
        return Element(self.tag, self.attributes, tuple(self.children), self.at)


class _TreeReader(HTMLParser):
    """Reads nh3's output, which is always well formed."""

    def __init__(self, headings: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.headings = headings
        self.root = _Unfinished("root", (), 0)
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
        element = _Unfinished(self.headings.get(tag, tag), attributes, self.length)
        if tag == "br":
            self.see("\n")
        if tag in _VOID:
            self.unseen -= bool(self.unseen)
            self.stack[-1].children.append(element.finish())
        else:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or len(self.stack) == 1:
            return
        if tag in _BLOCKS:
            self.end_paragraph()
        self.unseen -= bool(self.unseen)
        element = self.stack.pop().finish()
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


def source_offset(source: str, text: str, offset: int) -> int:
    """Return where in `source`, the Markdown of `text`, the character at `offset` of the canonical text stands.

    Markdown keeps no positions. The words of the text are followed through the source one after the other; what
    cannot be followed (an entity, the words of a moved footnote) is passed over. Only messages need this.
    """
    at = 0
    for word in _FOLLOWED.finditer(text, 0, min(len(text), offset + 60)):
        found = source.find(word[0], at, at + 2000)
        if found < 0:
            continue
        if word.end() > offset:
            return found + max(0, offset - word.start())
        at = found + len(word[0])
    return at


_FOLLOWED = re.compile(r"\w+|[^\w\s]")
