"""Reads a page or style sheet for its links: the ids it gives, the addresses it uses, the pictures without a text.

Lexbor reads pages as browsers do, so that nothing counts that only looks like a link.

    >>> read_page(b'<p id=a><a href="../b/">B</a>').addresses
    Counter({'../b/': 1})
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.model.patterns import compile_late

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_PLAIN = ("src", "poster", "data", "action")
_STYLED = ("style", "fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end")
_UNFOLLOWED = frozenset({"canonical", "preconnect", "dns-prefetch"})
"""Relations of a <link> to an address that no reader is led to."""

_ABOUT_ITSELF = frozenset({"og:image", "og:url", "twitter:image"})
_CANDIDATE = compile_late(r"[\s,]*(\S+)")
_REFRESH = r"""(?i:[\d.\s]+[;,\s]\s*(?:url\s*=\s*)?["']?([^"']+))"""
_URL = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    | (?>(?P<loads>@import\s+|\burl\(\s*)?)
        (?: "(?P<double>(?>(?:\\(?:.|\Z)|[^"\\\n])*))(?:"|$|\Z) | '(?P<single>(?>(?:\\(?:.|\Z)|[^'\\\n])*))(?:'|$|\Z) )
    | \burl\(\s*+(?P<bare>(?>(?:\\(?:.|\Z)|[^"'()\s\\])+))""",
    re.DOTALL | re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""A comment, a string that may be an address, or an address without quotation marks."""

_ESCAPE = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.?))", re.DOTALL)


class Markings(NamedTuple):
    """The parts of a file that the check of links needs. Addresses stand as written, without entities, and are counted.

    `unfollowed` are addresses of the file itself or its host; `names` the names of anchors of an older kind; `base` is
    the address of a <base>; `unnamed_pictures` are the addresses of pictures without alternative text.
    """

    addresses: Counter[str]
    unfollowed: tuple[str, ...]
    ids: Counter[str]
    names: tuple[str, ...]
    unnamed_pictures: tuple[str, ...]
    base: str | None


def read_page(html: bytes) -> Markings:
    """Return the markings of a page, read as browsers read it, whatever its bytes are."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    addresses: Counter[str] = Counter()
    unfollowed: list[str] = []
    base = None
    for node in tree.css("[href]"):
        attributes = node.attributes
        address = attributes["href"] if "href" in attributes else attributes.get("xlink:href")
        if node.tag == "link" and not _UNFOLLOWED.isdisjoint((attributes.get("rel") or "").lower().split()):
            unfollowed.append(address or "")
        elif node.tag == "base":
            base = address or ""
        else:
            addresses[address or ""] += 1
    addresses.update(_other_addresses(tree, html))
    return Markings(
        addresses,
        (*unfollowed, *_addresses_of_itself(tree)),
        Counter(name for node in tree.css("[id]") if (name := node.id)),
        tuple(name for node in tree.css("a[name]") if (name := node.attributes["name"])),
        tuple(_unnamed_pictures(tree)),
        base,
    )


def read_sheet(css: bytes) -> Markings:
    """Return the markings of a style sheet. A fragment alone means the page that is styled, and is left out."""
    text = css.decode(errors="replace").replace("\0", "\ufffd")
    addresses = Counter(each for each in _addresses_of_style(text) if not each.startswith("#"))
    return Markings(addresses, (), Counter(), (), (), None)


def _other_addresses(tree: "LexborHTMLParser", html: bytes) -> Iterator[str]:
    """Yield the addresses of styles and of all attributes but `href`."""
    for name in _PLAIN:
        yield from (node.attributes[name] or "" for node in tree.css(f"[{name}]"))
    for node in tree.css("[srcset]"):
        yield from _addresses_of_set(node.attributes["srcset"] or "")
    for node in tree.css("style"):
        yield from _addresses_of_style(node.text())
    if b"url(" in html:
        for name in _STYLED:
            for node in tree.css(f"[{name}]"):
                yield from _addresses_of_style(node.attributes[name] or "")
    for node in tree.css("meta[http-equiv=refresh i]"):
        if found := re.match(_REFRESH, node.attributes.get("content") or ""):
            yield found[1]


def _addresses_of_itself(tree: "LexborHTMLParser") -> Iterator[str]:
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        if {attributes.get("property"), attributes.get("name")} & _ABOUT_ITSELF:
            address = attributes["content"] or ""
            yield from [address] if address.startswith(("http://", "https://")) else []


def _addresses_of_set(candidates: str) -> Iterator[str]:
    """Yield the addresses of a `srcset`, parted by commas, each perhaps with a width or density."""
    at = 0
    while found := _CANDIDATE.match(candidates, at):
        address = found[1].rstrip(",")
        yield from [address] if address else []
        at = found.end()
        if address == found[1]:
            at = candidates.find(",", at) + 1 or len(candidates)


def _addresses_of_style(css: str) -> Iterator[str]:
    for found in _URL.finditer(css):
        if found["bare"] or found["loads"]:
            yield _ESCAPE.sub(_unescape, found["bare"] or found["double"] or found["single"] or "")


def _unescape(found: re.Match[str]) -> str:
    if not found[1]:
        return found[2].replace("\n", "")
    code = int(found[1], 16)
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"


def _unnamed_pictures(tree: "LexborHTMLParser") -> Iterator[str]:
    for node in tree.css("img"):
        if "alt" not in node.attributes:
            yield node.attributes.get("src") or ""
    for node in tree.css("svg[role=img]"):
        if not _is_named(node):
            yield "<svg>"


def _is_named(node: "LexborNode") -> bool:
    given = (node.attributes.get(name) for name in ("aria-label", "aria-labelledby"))
    return any(given) or node.css_first("title") is not None
