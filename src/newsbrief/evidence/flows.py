"""The flows of an article: its running text, and what interrupts it.

A heading, a list, a table, a block quotation or a caption in emphasis may stand between two paragraphs of one
quotation. Each of these is a flow of its own; the paragraphs of the running text are flow 0.

`read_flows(read_markdown("One.\\n\\n# Two\\n\\nThree."))` is `(0, -2, 0)`.
"""

from newsbrief.model.document import Document, Element, Text

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_EMPHASIS = frozenset(["em", "strong"])


def read_flows(document: Document) -> tuple[int, ...]:
    """Return the number of the flow of each paragraph: 0 for running text, below 0 for headings, above 0 for others."""
    flows: list[int] = []
    paragraphs = document.paragraphs
    for number, element in enumerate(document.tree, 1):
        flow = 0 if element.tag == "p" and not _is_emphasised(element) else number
        if element.tag in _HEADINGS:
            flow = -number
        end = document.tree[number].at if number < len(document.tree) else len(document.text) + 1
        while len(flows) < len(paragraphs) and paragraphs[len(flows)].start < end:
            flows.append(flow)
    return (*flows, *[0] * (len(paragraphs) - len(flows)))


def _is_emphasised(element: Element) -> bool:
    """Say whether all words of a paragraph are in emphasis, as a caption's are."""
    words = [child for child in element.children if not isinstance(child, Text) or child.value.strip()]
    shown = [child for child in words if isinstance(child, Text) or child.tag not in ("img", "br")]
    return bool(shown) and all(isinstance(child, Element) and child.tag in _EMPHASIS for child in shown)
