"""The cost of reading a page of HTML, counted before it is read: some shapes take a parser minutes, or all memory.

Lexbor takes time that grows with the square of the nesting and of the attributes of an element, and copies elements
such as `<font>` that are never closed into every paragraph. `find_excess("<div>" * 600)` says that it is too deep.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_DEPTH = 512
"""The deepest nesting of elements; browsers go no deeper either."""

MAX_TAGS = 400_000
_MAX_COPIES = 400_000
_MAX_ATTRIBUTE_COST = 50_000_000

_FORMATTING = frozenset(
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_CLOSED_BY_OTHERS = frozenset(
    [
        "body",
        "colgroup",
        "dd",
        "dt",
        "head",
        "html",
        "li",
        "option",
        "p",
        "rp",
        "rt",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
_RAW = frozenset(["script", "style", "textarea", "title", "noscript", "iframe", "xmp"])
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""[\s/][^\s"'=/>]""")


class _Tag(NamedTuple):
    """The name of a tag, whether it closes an element, and its text."""

    name: str
    closes: bool
    text: str


def find_excess(html: str) -> str:
    """Return why a page is too costly to read; "" if it is not."""
    depth = formatting = copies = attribute_cost = 0
    for number, tag in enumerate(_list_tags(html)):
        if number > MAX_TAGS:
            return f"it has more than {MAX_TAGS:,} tags"
        attribute_cost += len(_ATTRIBUTE.findall(tag.text)) ** 2
        step = -1 if tag.closes else 1
        if tag.name in _FORMATTING:
            formatting = max(0, formatting + step)
        elif not tag.closes:
            copies += formatting
        if tag.name not in _VOID and tag.name not in _CLOSED_BY_OTHERS and not tag.text.endswith("/"):
            depth = max(0, depth + step)
        if depth > MAX_DEPTH:
            return f"its elements are nested more than {MAX_DEPTH} levels deep"
        if copies > _MAX_COPIES or attribute_cost > _MAX_ATTRIBUTE_COST:
            return "its tags are too tangled: elements are never closed, or have thousands of attributes"
    return ""


def _list_tags(html: str) -> Iterator[_Tag]:
    """Yield the tags of a page; what looks like one inside a script or a comment is none."""
    lower = html.lower()
    at = 0
    while (start := html.find("<", at)) >= 0:
        if html.startswith("<!--", start):
            at = html.find("-->", start)
            if at < 0:
                return
            continue
        end = html.find(">", start)
        if end < 0:
            return
        at = start + 1
        if match := _NAME.match(html, start, end):
            tag = _Tag(match[1].lower(), html[start + 1] == "/", html[start:end])
            yield tag
            at = end
            if tag.name in _RAW and not tag.closes:
                at = lower.find(f"</{tag.name}", end)
                if at < 0:
                    return
