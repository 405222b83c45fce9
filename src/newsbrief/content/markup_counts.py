"""The markup that an article is read with, counted, so that an editor sees what was taken for markup.

>>> from newsbrief.content.markdown import read_markdown
>>> describe_markup(count_markup(read_markdown("# Ports\\n\\n- *rain*\\n- wind")))
'1 heading, 1 list, 1 emphasis'
"""

from collections.abc import Iterable, Mapping

from newsbrief.model.document import Document, Element, Text

_NAMES = {
    "heading": ("heading", "headings"),
    "list": ("list", "lists"),
    "definitions": ("list of definitions", "lists of definitions"),
    "link": ("link", "links"),
    "picture": ("picture", "pictures"),
    "footnote": ("footnote", "footnotes"),
    "table": ("table", "tables"),
    "quotation": ("block quotation", "block quotations"),
    "code": ("piece of code", "pieces of code"),
    "emphasis": ("emphasis", "emphases"),
    "divider": ("divider", "dividers"),
}
_KINDS = {f"h{level}": "heading" for level in range(1, 7)} | {
    "ul": "list",
    "ol": "list",
    "dl": "definitions",
    "a": "link",
    "img": "picture",
    "table": "table",
    "blockquote": "quotation",
    "code": "code",
    "em": "emphasis",
    "strong": "emphasis",
    "hr": "divider",
}


def count_markup(document: Document) -> Mapping[str, int]:
    """Return how often a document has each kind of markup; kinds that it does not have are left out."""
    counts: dict[str, int] = {}
    waiting: list[Element | Text] = list(document.tree)
    while waiting:
        element = waiting.pop()
        if isinstance(element, Text):
            continue
        attributes = dict(element.attributes)
        kind = _KINDS.get(element.tag)
        children = element.children
        if attributes.get("class") == "footnote":
            # The divider and the list around footnotes are Markdown's own.
            children = tuple(note for each in children if isinstance(each, Element) for note in each.children)
        elif element.tag == "li" and attributes.get("id"):
            kind = "footnote"
        if kind and not attributes.get("class", "").startswith("footnote"):
            counts[kind] = counts.get(kind, 0) + 1
        waiting += children
    return counts


def add_counts(several: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Return the sum of several counts, kind by kind."""
    sums: dict[str, int] = {}
    for counts in several:
        for kind, number in counts.items():
            sums[kind] = sums.get(kind, 0) + number
    return {kind: sums[kind] for kind in _NAMES if kind in sums}


def describe_markup(counts: Mapping[str, int]) -> str:
    """Return counts as words, such as `2 headings, 1 list`."""
    found = [(number, names) for kind, names in _NAMES.items() if (number := counts.get(kind, 0))]
    return ", ".join(f"{number:,} {names[number != 1]}" for number, names in found)
