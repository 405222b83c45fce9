r"""Reads a pasted article so that every letter, digit and sign of it is shown, or its line is reported.

What is plainly meant as markup is markup (`pasted_blocks.py`, `pasted_signs.py`). What Markdown makes of the text is
then compared with the text itself, sign by sign: where it would drop any other sign, that sign is protected, and there
is a note on its line. What cannot be protected is a problem. So nothing is lost in silence, whatever Markdown does.

>>> read_pasted("Sales were 5*3*2 tons.").document.text
'Sales were 5*3*2 tons.'
>>> read_pasted("Sales were 5*3*2 tons.").written
'Sales were 5\\*3\\*2 tons.'
"""

import re

from newsbrief.content.markdown import read_markdown
from newsbrief.content.pasted_remarks import BULLETS, STRANGE, PastedText
from newsbrief.content.plain_markdown import is_plain

_DIVIDED = re.compile(r"[-\u2010][ \t]*\n")
_BULLET = re.compile(rf"\n(?:[{BULLETS}·]|o[ \t])")


def read_pasted(text: str) -> PastedText:
    """Return a pasted text as it is read. MarkdownError: it is too tangled to be read."""
    # Raises MarkdownError before anything else looks at a tangled text.
    document = read_markdown(text)
    if is_plain(text) and not _has_traces(text):
        return PastedText(text, document)
    # Importing this takes longer than reading a plain article, which does not need it.
    from newsbrief.content.paste_reader import PasteReader

    return PasteReader(text, document).read()


def _has_traces(text: str) -> bool:
    """Say whether a text may hold what other programs leave behind: divided words, bullets, characters of their own."""
    is_strange = not text.isascii() and STRANGE.search(text)
    return bool(is_strange or _DIVIDED.search(text) or _BULLET.search(f"\n{text}"))
