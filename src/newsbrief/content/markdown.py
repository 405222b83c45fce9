"""Markdown → a safe element tree and the canonical text: exactly the characters a reader sees.

Raw HTML is text like any other.

>>> read_markdown("One *two* &mdash; <b>three</b>.").text
'One two — <b>three</b>.'
"""

import re
from bisect import bisect_right
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from newsbrief.content.markdown_limits import find_tangle
from newsbrief.content.plain_markdown import is_plain, read_plain
from newsbrief.model.document import Document
from newsbrief.model.patterns import compile_late

SCHEMES = frozenset({"http", "https", "mailto"})
"""Schemes of addresses that an article may use; relative addresses are allowed, too."""

_HIDDEN_IN_SCHEME = compile_late(r"[\x00-\x20\x7f]")
_WORD = re.compile(r"\w+|[^\w\s]")
_LEAD = compile_late(r"^[^\w\n]*", re.MULTILINE)

_NEAR = 60
"""Characters between a place and the next word at most, for that word to show where the place is."""

_FAR = 2000
"""Characters of Markdown in which the next word is looked for."""


class MarkdownError(ValueError):
    """The Markdown cannot be read; the message says why, `hint` what to do, and `offset` where that is."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.hint = hint


def read_markdown(text: str, top_heading: int = 3) -> Document:
    """Return the tree and canonical text of `text`. Paragraphs are two line feeds apart, forced breaks one.

    The highest level of heading that is used becomes `top_heading`, the next one that is used the level below it.
    Footnote signs and the arrows back from footnotes are shown, but are no part of the canonical text. MarkdownError:
    the text is too tangled to be read.
    """
    return read_plain(text) if is_plain(text) else read_marked_up(text, top_heading)


def read_marked_up(text: str, top_heading: int = 3) -> Document:
    """Return the tree and canonical text of any `text`, read by Python-Markdown and nh3."""
    # Importing these takes longer than reading a plain article, which needs none of them.
    from newsbrief.content.html_tree import read_html

    return read_html(_convert(text), SCHEMES, top_heading)


def is_allowed_address(address: str) -> bool:
    """Say whether `address` is http, https, mailto or relative; a host without a scheme (//host) is none of these."""
    plain = _HIDDEN_IN_SCHEME.sub("", address).replace("\\", "/")
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    if parts.scheme or plain.startswith("//"):
        return parts.scheme in SCHEMES
    return ":" not in re.split("[/?#]", plain)[0]


@cache
def _converter(reads_code: bool) -> Any:
    """Return a converter; one that reads blocks of code takes longer to import than all others together."""
    import markdown
    from markdown.extensions import def_list, footnotes, sane_lists, tables

    modules = [footnotes, tables, sane_lists, def_list]
    if reads_code:
        from markdown.extensions import fenced_code

        modules.append(fenced_code)
    # Extensions given by name are looked up among all installed packages, which takes a twentieth of a small build.
    converter = markdown.Markdown(extensions=[module.makeExtension() for module in modules], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def _convert(text: str) -> str:
    """Return the HTML of `text`, in which nothing is cleaned away yet."""
    if tangle := find_tangle(text):
        raise MarkdownError(*tangle)
    converter = _converter("```" in text or "~~~" in text).reset()
    try:
        html: str = converter.convert(text)
    except RecursionError:
        # The converter stopped in the middle of this text; the next one must not begin there.
        _converter.cache_clear()
        deepest = max(_LEAD.finditer(text), key=lambda lead: len(lead[0]))
        message = "lists, quotations or emphasis are nested too deeply"
        raise MarkdownError(deepest.start(), message, "write it with fewer levels") from None
    return html


class WordPlaces(NamedTuple):
    """The places of the words of a text in its Markdown: where each starts and ends in the text, and starts there.

    Offsets count characters; those of the text are in order.
    """

    starts: list[int]
    ends: list[int]
    places: list[int]

    def source_offset(self, offset: int) -> int:
        """Return the offset in the Markdown of the character at `offset` of the canonical text."""
        word = bisect_right(self.ends, offset)
        if word < len(self.ends) and self.starts[word] < offset + _NEAR:
            return self.places[word] + max(0, offset - self.starts[word])
        return self.places[word - 1] + self.ends[word - 1] - self.starts[word - 1] if word else 0


def locate_words(source: str, text: str) -> WordPlaces:
    """Return the places of the words of a canonical text in `source`, its Markdown.

    Markdown keeps no positions, so each word is looked for behind the one before. A word that is written otherwise (an
    entity) or elsewhere (in a footnote) is passed over. Only messages need this.
    """
    found = WordPlaces([], [], [])
    at = 0
    for word in _WORD.finditer(text):
        place = source.find(word[0], at, at + _FAR)
        if place >= 0:
            found.starts.append(word.start())
            found.ends.append(word.end())
            found.places.append(place)
            at = place + len(word[0])
    return found
