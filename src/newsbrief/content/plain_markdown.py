r"""Reads articles that are paragraphs only, without the Markdown library.

Without it, a full build of plain articles takes 18 % longer, one of plain and other articles (1 to 3) 2 %, and a build
after an edit of a plain article 30 %, since it imports the library. It relies on this: no sign but those named here
means anything to Python-Markdown, its extensions or HTML. `tests/content/test_plain_markdown.py` compares the two.

>>> read_plain("One\ntwo.\n\nThree.").text
'One two.\n\nThree.'
"""

import re

from newsbrief.model.document import Document, Element, Span, Text

# Signs that Markdown, one of its extensions or HTML may read as more than themselves: anywhere, and at the start of a
# line. White space at either end of a line is among them, and so are control characters.
_SIGN = re.compile(r"[\\`*_\[\]<>&|\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_SIGN_AT_LINE = re.compile(r"\n(?:[#+=:~-]|\d+[.)]|[^\S\n]|(?<=[^\S\n]\n))")
_BLANK_LINES = re.compile("\n\n+")
_SPACES = re.compile("  +")


def is_plain(text: str) -> bool:
    """Say whether `text` holds paragraphs only, and no sign in which Markdown or HTML could see anything but itself."""
    return not _SIGN.search(text) and not _SIGN_AT_LINE.search(f"\n{text}\n")


def read_plain(text: str) -> Document:
    """Return the tree and canonical text of a plain `text`, as `read_marked_up` does."""
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
