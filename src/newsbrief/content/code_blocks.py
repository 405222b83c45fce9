r"""Blocks of code in Markdown, between two lines of ``` or ~~~.

>>> find_code_blocks("One.\n```\ntwo\n```\n").closed
[Span(start=5, end=16)]
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from newsbrief.model.document import Span
from newsbrief.model.patterns import compile_late

_FENCE = compile_late(r"^(~{3,}|`{3,})(.*)$", re.MULTILINE)
_NAME = compile_late(r"[ \t]*+(?:\.?[\w#.+-]*+[ \t]*+)?")
_SETTINGS = ("{", "hl_lines=")


class CodeBlocks(NamedTuple):
    """The places of blocks of code, and of lines that would begin one which never ends."""

    closed: list[Span]
    lone: list[int]


def find_code_blocks(text: str) -> CodeBlocks:
    """Return the blocks of code in `text`; none where one has settings, which may not be understood."""
    fences = list(_FENCE.finditer(text))
    if any(sign in fence[2] for fence in fences for sign in _SETTINGS):
        return CodeBlocks([], [fence.start() for fence in fences])
    found = CodeBlocks([], [])
    closers: dict[str, list[int]] = {}
    for number, fence in enumerate(fences):
        if not fence[2].strip(" \t"):
            closers.setdefault(fence[1], []).append(number)
    number = 0
    while number < len(fences):
        fence = fences[number]
        alike = closers.get(fence[1], [])
        later = bisect_right(alike, number)
        if later < len(alike) and _NAME.fullmatch(fence[2]):
            number = alike[later]
            found.closed.append(Span(fence.start(), fences[number].end()))
        else:
            found.lone.append(fence.start())
        number += 1
    return found


def blank_out(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with line feeds in the place of `spans`, which are in order."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += text[at:start], "\n" * (end - start)
        at = end
    return "".join([*pieces, text[at:]])
