"""Documents of word processors (`.docx`): paragraphs, headings, lists and block quotations, by the standard library.

Such a file is a ZIP archive with XML, and comes from anybody: what it may unpack to is bounded, and a document that
defines entities, by which a few bytes grow to gigabytes, is refused.

`read_document(raw).blocks` are its paragraphs. Text that is deleted in tracked changes is none of them.
"""

import re
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from newsbrief.content.incoming.incoming_article import BlockKind, TextBlock, clean_text

MAX_XML = 32 * 1024 * 1024
"""Bytes to which the text of a document may unpack; a book has about 10 MB."""

_MAX_DEPTH = 1000
_DOCUMENT = "word/document.xml"
_MAIN = re.compile(
    r"http://(?:schemas\.openxmlformats\.org/wordprocessingml/2006|purl\.oclc\.org/ooxml/wordprocessingml)/main "
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "pPrChange", "rPrChange"})
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "ptab": " "}
_HEADING = re.compile(r"(?:heading|berschrift|titre|titolo|ttulo|kop|rubrik|overskrift)\D{0,3}([1-6])$", re.IGNORECASE)


class WordDocument(NamedTuple):
    """The blocks of a document, its title where a paragraph has that style, and how much of it was passed over."""

    blocks: tuple[TextBlock, ...]
    title: str
    notes: tuple[str, ...]


def is_archive(raw: bytes) -> bool:
    """Say whether these bytes are a ZIP archive, as documents of word processors are."""
    return raw.startswith(b"PK\x03\x04")


def read_document(raw: bytes) -> WordDocument:
    """Return the text of a document. ValueError: it cannot be read, and why."""
    reader = _DocumentReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.take
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(_unpack(raw), True)
    except expat.ExpatError as error:
        raise ValueError(f"its XML is broken: {expat.errors.messages[error.code]}, line {error.lineno}") from None
    reader.end_paragraph()
    return reader.document()


def _refuse_doctype(*_: object) -> None:
    raise ValueError("its XML defines entities, which no word processor writes")


def _unpack(raw: bytes) -> bytes:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            size = archive.getinfo(_DOCUMENT).file_size
            # No more is unpacked than the archive says that there is.
            xml = archive.read(_DOCUMENT) if size <= MAX_XML else b""
    except KeyError:
        raise ValueError("it is an archive without a text of a word processor") from None
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise ValueError(f"it is broken or locked: {error}") from None
    except Exception as error:  # zlib.error, lzma.LZMAError and whatever else a broken stream raises
        raise ValueError(f"it is broken: {error}") from None
    if size > MAX_XML:
        raise ValueError(f"it unpacks to more than {MAX_XML // 1024 // 1024} MB")
    return xml


class _DocumentReader:
    """Takes in elements as they come; a paragraph of a text box ends the one around it."""

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.title = ""
        self.depth = 0
        self.skipping = 0
        self.in_text = 0
        self.left_out: dict[str, int] = {}
        self.begin_paragraph()

    def begin_paragraph(self) -> None:
        self.words: list[str] = []
        self.style = ""
        self.is_entry = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise ValueError("its elements are nested too deeply")
        if self.skipping or name == _FALLBACK:
            self.skipping += 1
            return
        tag = _MAIN.sub("", name)
        if tag == name:
            return
        if tag in _SKIPPED:
            self.skipping += 1
        elif tag == "p":
            self.end_paragraph()
        elif tag == "t":
            self.in_text += 1
        elif tag == "pStyle":
            self.style = _value(attributes, "val")
        elif tag == "numPr":
            self.is_entry = True
        elif tag == "sym":
            self._take_symbol(attributes)
        elif tag in ("footnoteReference", "endnoteReference", "drawing", "pict"):
            self.left_out[tag] = self.left_out.get(tag, 0) + 1
        else:
            self.words.append(_SIGNS.get(tag, ""))

    def end(self, name: str) -> None:
        self.depth -= 1
        if self.skipping:
            self.skipping -= 1
            return
        tag = _MAIN.sub("", name)
        if tag == name:
            return
        if tag == "p":
            self.end_paragraph()
        elif tag == "t":
            self.in_text -= 1

    def take(self, data: str) -> None:
        if self.in_text and not self.skipping:
            self.words.append(data)

    def _take_symbol(self, attributes: dict[str, str]) -> None:
        code = _value(attributes, "char")
        if re.fullmatch(r"[0-9A-Fa-f]{2,5}", code) and not 0xD800 <= int(code, 16) <= 0xDFFF:
            self.words.append(chr(int(code, 16)))

    def end_paragraph(self) -> None:
        """Add the paragraph that ends here, if it has words."""
        text = clean_text("".join(self.words))
        style, is_entry = self.style, self.is_entry
        self.begin_paragraph()
        if not text:
            return
        if style.lower() in ("title", "titel", "titre", "titolo") and not self.title and not self.blocks:
            self.title = text
            return
        kind, level = _read_style(style, is_entry)
        self.blocks.append(TextBlock(text, kind, level))

    def document(self) -> WordDocument:
        notes = []
        notes_left = self.left_out.get("footnoteReference", 0) + self.left_out.get("endnoteReference", 0)
        if notes_left:
            notes.append(f"{notes_left} footnotes were left out")
        if pictures := self.left_out.get("drawing", 0) + self.left_out.get("pict", 0):
            notes.append(f"{pictures} pictures were left out")
        return WordDocument(tuple(self.blocks), self.title, tuple(notes))


def _read_style(style: str, is_entry: bool) -> tuple[BlockKind, int]:
    if heading := _HEADING.search(style):
        return "heading", min(int(heading[1]) + 1, 6)
    if re.search(r"quote|zitat|citation", style, re.IGNORECASE):
        return "quotation", 2
    return ("entry" if is_entry or style.lower().startswith("listbullet") else "paragraph"), 2


def _value(attributes: dict[str, str], key: str) -> str:
    return next((value for name, value in attributes.items() if _MAIN.sub("", name) == key), "")
