"""Reads an article from a file of any usual kind, or from what a program hands over.

    read_incoming("interview.docx", raw).text

Plain text, Markdown, saved pages of the web and documents of word processors are told apart by their bytes first, and
then by the name of their file. Whatever else comes is refused, with what to do instead.
"""

import re
from pathlib import Path, PurePath

from newsbrief.content.files import MAX_BYTES
from newsbrief.content.incoming.bylines import take_origin
from newsbrief.content.incoming.encodings import decode_text
from newsbrief.content.incoming.html_page import read_page
from newsbrief.content.incoming.incoming_article import IncomingArticle, IncomingOrigin, TextBlock
from newsbrief.content.incoming.incoming_markdown import looks_like_markdown, read_incoming_markdown
from newsbrief.content.incoming.literal_markdown import UnreadableWordsError, join_texts, write_blocks
from newsbrief.content.incoming.plain_text import read_plain_blocks
from newsbrief.content.incoming.word_document import is_archive, read_document
from newsbrief.model.problems import ConfigError

MAX_INCOMING = 20 * 1024 * 1024
"""Bytes of the largest file that is read; a saved page holds its pictures at times."""

STANDARD_INPUT = "-"

_PAGE = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_HEAD = 4096
_SUFFIXES_OF_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_SUFFIXES_OF_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_SAVE_AS = "save the article as plain text, Markdown, HTML or .docx, or copy its text and hand that over with -"
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a document in RTF"),
    (b"\xd0\xcf\x11\xe0", "a document of an old word processor (.doc)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
    (b"bplist", "a web archive"),
    (b"MIME-Version:", "a web archive or a mail"),
    (b"From: <Saved by", "a web archive"),
)


def read_incoming_file(path: Path) -> IncomingArticle:
    """Return the article in a file. ConfigError: it cannot be read, and why."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_INCOMING + 1)
    except OSError as error:
        hint = "name a file with the article, or - for standard input"
        raise ConfigError.because(f"this file cannot be read: {error.strerror}", hint, str(path)) from None
    return read_incoming(str(path), raw)


def read_incoming(name: str, raw: bytes) -> IncomingArticle:
    """Return the article in the bytes of the file `name`, or of standard input. ConfigError: it cannot be read."""
    try:
        _refuse_other_kinds(raw)
        article = _read(name, raw)
    except UnreadableWordsError as error:
        hint = "take these words out of the file, and write them into article.md by hand"
        raise ConfigError.because(
            f"words of this article cannot be written as Markdown: {error.text}", hint, name
        ) from None
    except ValueError as error:
        raise ConfigError.because(f"this article cannot be read: {error}", _SAVE_AS, name) from None
    if not article.text.strip():
        raise ConfigError.because("no text was found in this article", _SAVE_AS, name)
    if len(article.body.encode()) > MAX_BYTES // 2:
        message = f"the text of this article has {len(article.body.encode()):,} bytes; the limit is {MAX_BYTES // 2:,}"
        raise ConfigError.because(message, "is this the right file?", name)
    return article


def _refuse_other_kinds(raw: bytes) -> None:
    if len(raw) > MAX_INCOMING:
        raise ValueError(f"it has more than {MAX_INCOMING // 1024 // 1024} MB")
    if not raw.strip():
        raise ValueError("it is empty")
    if kind := next((kind for start, kind in _OTHERS if raw.startswith(start)), ""):
        raise ValueError(f"it is {kind}")


def _read(name: str, raw: bytes) -> IncomingArticle:
    if is_archive(raw):
        document = read_document(raw)
        origin = IncomingOrigin(title=document.title)
        blocks = document.blocks if not document.title else (TextBlock(document.title), *document.blocks)
        return _write(list(blocks), origin, document.notes)
    suffix = PurePath(name).suffix.lower()
    is_page = suffix in _SUFFIXES_OF_PAGES or (
        suffix != ".txt" and _PAGE.match(raw[:4096].decode("latin-1")) is not None
    )
    text, encoding, is_supposed = decode_text(raw, is_page)
    notes: tuple[str, ...] = ()
    if is_supposed:
        notes = ("the file is not UTF-8 and was read as windows-1252: look at its letters with accents and its marks",)
    elif encoding != "UTF-8":
        notes = (f"the file was read as {encoding}",)
    if is_page or (name == STANDARD_INPUT and _PAGE.match(text[:_HEAD])):
        page = read_page(text)
        return _write(page.blocks, page.origin, (*notes, *page.notes))
    if suffix in _SUFFIXES_OF_MARKDOWN or (name == STANDARD_INPUT and looks_like_markdown(text)):
        return read_incoming_markdown(name, text, notes)
    return _write(read_plain_blocks(text), IncomingOrigin(), notes)


def _write(blocks: list[TextBlock], origin: IncomingOrigin, notes: tuple[str, ...]) -> IncomingArticle:
    if sum(len(block.text) for block in blocks) > MAX_BYTES:
        raise ValueError(f"its text has more than {MAX_BYTES:,} characters")
    left, origin = take_origin(blocks, origin)
    return IncomingArticle(write_blocks(left), join_texts(left), origin, notes)
