r"""Words that must be shown as they are, written as Markdown that is read as nothing else.

Each block is written as plainly as it can be: as it stands, with the signs protected that would be lost, or with every
sign protected. What is written is read again, by the reader of articles; so what it shows is known and not hoped for.

>>> write_blocks([TextBlock("Sales were 5*3*2 tons, *very* good.")])
'Sales were 5\\*3\\*2 tons, \\*very\\* good.'
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from newsbrief.content.incoming.incoming_article import TextBlock
from newsbrief.content.markdown import MarkdownError
from newsbrief.content.pasted_text import read_pasted
from newsbrief.content.plain_markdown import is_plain

Escape = Callable[[str], str]

_MOST_ROUNDS = 5
_MOST_TRIED = 400
"""Blocks with signs that may be markup for each of which the plainest way of writing is tried."""

_BACKSLASHED = re.compile(r"([\\`*_{}\[\]()>#+.!|-])")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_REFERENCE = re.compile(r"[&<]")


class UnreadableWordsError(ValueError):
    """Markdown cannot show these words, however they are written; `text` has them."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def write_blocks(blocks: Sequence[TextBlock]) -> str:
    """Return the Markdown of blocks, whose canonical text is their words with a blank line between each two.

    The words must be clean, as `clean_text` leaves them. UnreadableWordsError: they cannot be written so.
    """
    blocks = [block for block in blocks if block.text]
    expected = join_texts(blocks)
    groups = [list(group) for _, group in groupby(blocks, lambda block: (block.kind, block.level))]
    if sum(not is_plain(block.text) for block in blocks) <= _MOST_TRIED:
        # Signs of one block may have a meaning by those of another: then more of them are protected.
        for writings in (_WRITINGS, _WRITINGS[2:], _WRITINGS[4:]):
            body = "\n\n".join(_write_group(group, writings) for group in groups)
            if _is_read_as(body, expected):
                return body
    for write in _WRITINGS_OF_MANY:
        body = "\n\n".join(map(write, groups))
        if _is_read_as(body, expected):
            return body
    raise UnreadableWordsError(_cut(expected))


def join_texts(blocks: Sequence[TextBlock]) -> str:
    """Return the canonical text of blocks."""
    return "\n\n".join(block.text for block in blocks if block.text)


def _write_group(blocks: Sequence[TextBlock], writings: Sequence[Callable[[Sequence[TextBlock]], str]]) -> str:
    if len(blocks) > 1 and blocks[0].kind in ("paragraph", "heading"):
        return "\n\n".join(_write_group([block], writings) for block in blocks)
    expected = join_texts(blocks)
    for write in writings:
        body = write(blocks)
        if _is_read_as(body, expected):
            return body
    if len(blocks) > 1:
        return "\n\n".join(_write_group([block], writings) for block in blocks)
    raise UnreadableWordsError(_cut(expected))


def _is_read_as(body: str, expected: str) -> bool:
    """Say whether Markdown is read as a text, with no sign in it that still should be protected."""
    if is_plain(body):
        return body == expected
    try:
        pasted = read_pasted(body)
    except MarkdownError:
        return False
    return pasted.document.text == expected and not pasted.edits and not pasted.html


def _as_it_is(text: str) -> str:
    return text


def _protect_lost(text: str) -> str:
    """Protect the signs that the reader of articles would protect, and those that it takes for markup."""
    if is_plain(text):
        return text
    for _ in range(_MOST_ROUNDS):
        try:
            pasted = read_pasted(text)
        except MarkdownError:
            return text
        if pasted.written == text:
            return text
        text = pasted.written
    return text


def _protect_signs(text: str) -> str:
    text = _REFERENCE.sub(lambda match: {"&": "&amp;", "<": "&lt;"}[match[0]], text)
    return "".join(_escape_word(word) for word in re.split(r"(\s+)", text))


def _escape_word(word: str) -> str:
    """Protect the signs of a word that mean something in any place; others only where they begin it."""
    return re.sub(r"[\\`*_\[\]|]|^[>#+.!-]|^\d+[.)]|^[~:=]", _escape_match, word)


def _escape_match(match: re.Match[str]) -> str:
    sign = match[0][-1]
    escaped = f"\\{sign}" if _BACKSLASHED.fullmatch(sign) else f"&#{ord(sign)};"
    return match[0][:-1] + escaped


def _refer_to_all(text: str) -> str:
    """Write every sign of ASCII as a reference, in which no reader of Markdown sees anything else."""
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", text)


def _in_form(escape: Escape) -> Callable[[Sequence[TextBlock]], str]:
    def write(blocks: Sequence[TextBlock]) -> str:
        return "\n".join(_give_form(blocks, [escape(block.text) for block in blocks]))

    return write


def _give_form(blocks: Sequence[TextBlock], texts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of blocks of one kind."""
    match blocks[0].kind:
        case "heading":
            signs = "#" * blocks[0].level
            yield "\n\n".join(f"{signs} {text}" for text in texts)
        case "entry":
            yield from (f"- {text}" for text in texts)
        case "numbered":
            yield from (f"{number}. {text}" for number, text in enumerate(texts, 1))
        case "quotation":
            yield "\n>\n".join(f"> {text}" for text in texts)
        case "paragraph":
            yield "\n\n".join(texts)


def _in_paragraphs(escape: Escape) -> Callable[[Sequence[TextBlock]], str]:
    return lambda blocks: "\n\n".join(escape(block.text) for block in blocks)


_WRITINGS = (
    _in_form(_as_it_is),
    _in_form(_protect_lost),
    _in_form(_protect_signs),
    _in_paragraphs(_protect_lost),
    _in_paragraphs(_protect_signs),
    _in_form(_refer_to_all),
    _in_paragraphs(_refer_to_all),
)
"""The ways to write blocks of one kind, the plainest first."""

_WRITINGS_OF_MANY = (_WRITINGS[2], _WRITINGS[4], _WRITINGS[5], _WRITINGS[6])
"""The ways that look at no block alone: where blocks are very many, more signs are protected than need it."""


def _cut(text: str, most: int = 80) -> str:
    text = " ".join(text[: 2 * most].split())
    return text if len(text) <= most else f"{text[:most]} …"
