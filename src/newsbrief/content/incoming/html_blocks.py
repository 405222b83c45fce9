"""The blocks of a part of a page: its paragraphs, headings, lists and block quotations, without what surrounds them.

`list_blocks(node)` walks without recursion, since a page may be nested deeply.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsbrief.content.incoming.incoming_article import BlockKind, TextBlock, clean_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LEFT_OUT = frozenset(
    [
        "aside",
        "audio",
        "button",
        "canvas",
        "datalist",
        "del",
        "dialog",
        "embed",
        "fieldset",
        "figure",
        "footer",
        "form",
        "head",
        "iframe",
        "input",
        "map",
        "menu",
        "meter",
        "nav",
        "noscript",
        "object",
        "picture",
        "progress",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "video",
    ]
)
"""Elements that are no words of an article, or whose words are a caption or a remark beside it."""

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})


class _BlockWriter:
    """Collects words until their block ends."""

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.words: list[str] = []
        self.breaks = 0
        self.kinds: list[tuple[BlockKind, int]] = [("paragraph", 2)]

    def end(self) -> None:
        text = clean_text("".join(self.words))
        self.words.clear()
        if text:
            kind, level = self.kinds[-1]
            self.blocks.append(TextBlock(text, kind, level))

    def take(self, text: str) -> None:
        if text.strip():
            self.breaks = 0
        self.words.append(text)

    def break_line(self) -> None:
        """Take in a forced break; two of them divide paragraphs."""
        self.breaks += 1
        if self.breaks > 1:
            self.end()
        else:
            self.words.append(" ")


def list_blocks(top: "LexborNode") -> tuple[list[TextBlock], Counter[str]]:
    """Return the blocks of an element, and how many elements of each tag were left out."""
    writer = _BlockWriter()
    left_out: Counter[str] = Counter()
    for node, is_start in _walk(top, left_out):
        tag = node.tag or ""
        if tag == "-text":
            writer.take(node.text_content or "")
        elif tag == "br":
            if is_start:
                writer.break_line()
        elif tag == "q":
            # A browser shows the quotation marks that this element stands for.
            writer.take("“" if is_start else "”")
        elif tag in _CELLS:
            writer.take(" ")
        elif tag not in _INLINE:
            writer.end()
            if is_start:
                writer.kinds.append(_find_kind(node, writer.kinds[-1]))
            else:
                writer.kinds.pop()
    writer.end()
    return writer.blocks, left_out


def _walk(top: "LexborNode", left_out: Counter[str]) -> Iterator[tuple["LexborNode", bool]]:
    """Yield each node at its start and, if it may have others in it, at its end."""
    stack: list[tuple[LexborNode, bool]] = [(top, True)]
    while stack:
        node, is_start = stack.pop()
        tag = node.tag or ""
        if not is_start:
            yield node, False
        elif tag == "-text":
            yield node, True
        elif tag in LEFT_OUT or (tag[:1] != "-" and _is_hidden(node)):
            left_out[tag] += 1
        elif tag[:1] not in "-!":
            yield node, True
            stack.append((node, False))
            stack += ((child, True) for child in reversed(list(node.iter(include_text=True))))


def _is_hidden(node: "LexborNode") -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style


def _find_kind(node: "LexborNode", around: tuple[BlockKind, int]) -> tuple[BlockKind, int]:
    """Return the kind of the block that an element is, or that of the element around it."""
    tag = node.tag or ""
    if tag in _HEADINGS:
        return "heading", max(2, _HEADINGS[tag])
    if tag == "blockquote":
        return "quotation", 2
    if tag == "li":
        return ("numbered" if node.parent is not None and node.parent.tag == "ol" else "entry"), 2
    return around
