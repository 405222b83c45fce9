"""Markdown → a safe element tree and the canonical text: exactly the characters a reader sees.

Raw HTML is text like any other.
"""

import re
from bisect import bisect_right
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from newsbrief.model.document import Document, Element, Span, Text

SCHEMES = frozenset({"http", "https", "mailto"})
"""What an address in an article may begin with; relative addresses are the other kind allowed."""

# What Markdown, one of its extensions or HTML may read as more than itself: anywhere, and at the start of a line. White
# space at either end of a line counts among it, and so do control characters.
_SIGN = re.compile(r"[\\`*_\[\]<>&|\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SIGN_AT_LINE = re.compile(r"\n(?:[#+=:~-]|\d+[.)]|[^\S\n]|(?<=[^\S\n]\n))")
_BLANK_LINES = re.compile("\n\n+")
_SPACES = re.compile("  +")
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
    return _read_plain(text) if is_plain(text) else read_marked_up(text, top_heading)


def is_plain(text: str) -> bool:
    """Say whether `text` holds paragraphs only, and no sign in which Markdown or HTML could see anything but itself."""
    return not _SIGN.search(text) and not _SIGN_AT_LINE.search(f"\n{text}\n")


def _read_plain(text: str) -> Document:
    """Read paragraphs as `read_marked_up` does.

    Most articles are no more than that. Read so, they take a twentieth of the time, and need none of the libraries,
    whose imports take longer than the rest of reading a briefing.
    """
    tree: list[Element] = []
    paragraphs: list[str] = []
    spans: list[Span] = []
    end = 0
    for block in filter(None, _BLANK_LINES.split(text.strip("\n"))):
        words = _SPACES.sub(" ", block.replace("\n", " "))
        start = end + 2 if tree else 0
        tree.append(Element("p", (), (Text(words, start),), end))
        paragraphs.append(words)
        end = start + len(words)
        spans.append(Span(start, end))
    return Document(tuple(tree), "\n\n".join(paragraphs), tuple(spans))


def read_marked_up(text: str, top_heading: int = 3) -> Document:
    """Return the tree and canonical text of `text`, read by Python-Markdown and nh3, whatever it holds."""
    from newsbrief.content.html_tree import read_html

    return read_html(_convert(text), SCHEMES, top_heading)


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
    from markdown.extensions import def_list, fenced_code, footnotes, sane_lists, tables

    # Extensions given by name are looked up among all installed packages, which takes a twentieth of a small build.
    extensions = [module.makeExtension() for module in (footnotes, tables, sane_lists, def_list, fenced_code)]
    converter = markdown.Markdown(extensions=extensions, output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def _convert(text: str) -> str:
    """Return the HTML, of which nothing has been cleaned away."""
    for block in text.split("\n\n"):
        work = len(block) * max(block.count("["), len(_UNDERLINE.findall(block)))
        if work > _MOST_WORK_ON_BLOCK:
            hint = "write \\[ for brackets that are no links, and set headings apart by blank lines"
            raise MarkdownError(f"one paragraph holds too many square brackets or headings; {hint}")
    converter = _converter().reset()
    try:
        html: str = converter.convert(text)
    except RecursionError:
        # The converter stopped in the middle of something; the next text must not begin there.
        _converter.cache_clear()
        raise MarkdownError("lists, quotations or emphasis are nested too deeply") from None
    return html


class Followed(NamedTuple):
    """The words of a text that were followed through its Markdown: where they begin and end, and stand there.

    Offsets count characters; those of the text are in order.
    """

    starts: list[int]
    ends: list[int]
    places: list[int]

    def source_offset(self, offset: int) -> int:
        """Return where in the Markdown the character at `offset` of the canonical text stands."""
        word = bisect_right(self.ends, offset)
        if word < len(self.ends) and self.starts[word] < offset + _NEAR:
            return self.places[word] + max(0, offset - self.starts[word])
        return self.places[word - 1] + self.ends[word - 1] - self.starts[word - 1] if word else 0


def follow_words(source: str, text: str) -> Followed:
    """Follow the words of a canonical text through `source`, its Markdown, one after the other.

    Markdown keeps no positions. What cannot be followed (an entity, the words of a moved footnote) is passed over. Only
    messages need this.
    """
    followed = Followed([], [], [])
    at = 0
    for word in _FOLLOWED.finditer(text):
        found = source.find(word[0], at, at + 2000)
        if found >= 0:
            followed.starts.append(word.start())
            followed.ends.append(word.end())
            followed.places.append(found)
            at = found + len(word[0])
    return followed


_NEAR = 60
"""How far behind a character a word may begin that tells where the character stands."""


_FOLLOWED = re.compile(r"\w+|[^\w\s]")
