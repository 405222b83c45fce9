"""Plain text: the paragraphs of it, and the headline, byline, day and picture credit that stand before or after them.

Every character of a paragraph is its own; only the ends of lines are understood. A line ends a paragraph where a blank
line follows, or where the next word would still have had room and is no sentence's further word; any other end is where
a program had to break the line.

>>> [block.text for block in read_plain_blocks("Ports closed, the\\nminister said.\\n\\nThey reopen.")]
['Ports closed, the minister said.', 'They reopen.']
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsbrief.content.incoming.incoming_article import TextBlock, clean_text
from newsbrief.content.source_file import with_line_feeds

_WIDEST_WRAP = 120
"""Characters of the longest line of a text whose lines a program has broken; longer ones are paragraphs."""

_SLACK = 12
"""Characters that a broken line may fall short of what would have had room: programs count the width differently."""

_BLANK = re.compile(r"\n[^\S\n]*\n")
_NEW_ENTRY = re.compile(r"(?:[-–—*•‣◦∙●○■□▪·]|\(?\d{1,3}[.)]|>)\s")
_DIVIDED = re.compile(r"([^\W\d_]{0,60}[a-z\u00df-\u024f])[-\u2010]$")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


def read_plain_blocks(text: str) -> list[TextBlock]:
    """Return the paragraphs of a plain text."""
    text = with_line_feeds(text).replace("\f", "\n\n").replace("\u2029", "\n\n").replace("\u2028", "\n")
    width = max(map(len, text.split("\n")))
    words = {match[0].lower() for match in _WORD.finditer(text)} if width <= _WIDEST_WRAP else set()
    paragraphs = (
        paragraph
        for block in _BLANK.split(text)
        for paragraph in _join_lines([line.strip() for line in block.split("\n") if line.strip()], width, words)
    )
    return [TextBlock(cleaned) for paragraph in paragraphs if (cleaned := clean_text(paragraph))]


def _join_lines(lines: Sequence[str], width: int, words: set[str]) -> Iterator[str]:
    """Yield the paragraphs of lines that no blank line divides; `words` says how the text writes a divided word."""
    if not lines:
        return
    pieces = [lines[0]]
    for above, below in pairwise(lines):
        if _ends_paragraph(above, below, width):
            yield "".join(pieces)
            pieces = [below]
        else:
            # Only the last line is looked at, since a paragraph may have very many.
            pieces[-1:] = _join(pieces[-1], below, words)
    yield "".join(pieces)


def _ends_paragraph(above: str, below: str, width: int) -> bool:
    if width > _WIDEST_WRAP or _NEW_ENTRY.match(below):
        return True
    if below[0].islower() and not _SENTENCE_END.search(above):
        return False
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) + _SLACK <= width


def _join(above: str, below: str, words: set[str]) -> tuple[str, str]:
    """Return two lines as two pieces of a paragraph; a divided word is written as the text writes it elsewhere."""
    divided, second = _DIVIDED.search(above), _WORD.match(below)
    if not divided or not second or not second[0][0].islower():
        return f"{above} ", below
    first = divided[1].rpartition("-")[2]
    joined, hyphenated = f"{first}{second[0]}".lower(), f"{first}-{second[0]}".lower()
    if joined in words and hyphenated not in words:
        return above[:-1], below
    return (above, below) if hyphenated in words else (f"{above} ", below)
