"""The main text of a page by trafilatura, where the extra `newsbrief[html]` is installed.

`find_main_text(html)` returns its blocks; none where trafilatura is not there or finds nothing.
"""

from collections.abc import Iterator
from typing import Any

from newsbrief.content.incoming.incoming_article import BlockKind, TextBlock, clean_text

_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "entry", "quote": "quotation", "p": "paragraph"}


def find_main_text(html: str) -> list[TextBlock]:
    """Return the blocks of the main text of a page, as trafilatura finds it."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return []
    found = bare_extraction(html, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    return list(_list_blocks(body)) if body is not None else []


def _list_blocks(body: Any) -> Iterator[TextBlock]:
    """Yield a block for each element of the text that has no other such element in it."""
    for element in body.iter(*_KINDS, "cell"):
        if any(inner is not element for inner in element.iter(*_KINDS, "cell")):
            continue
        if text := clean_text(" ".join(element.itertext())):
            yield TextBlock(text, _find_kind(element))


def _find_kind(element: Any) -> BlockKind:
    around = [element.tag, *(each.tag for each in element.iterancestors())]
    if "quote" in around:
        return "quotation"
    if element.tag == "item" and any(each.get("rend") == "ol" for each in element.iterancestors("list")):
        return "numbered"
    return _KINDS.get(element.tag, "paragraph")
