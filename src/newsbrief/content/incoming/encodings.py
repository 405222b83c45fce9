"""The encoding of a text whose bytes are all that is known of it.

A byte-order mark decides; then what the text says of itself (a page's `<meta charset>`); then strict UTF-8; and what is
neither is read as Windows-1252, which any bytes can be, and that is said.

>>> decode_text("“Ja”".encode("cp1252")).encoding
'windows-1252'
"""

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_META = re.compile(
    rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|<\?xml\b[^>]{0,100}encoding=["']([\w-]+)""",
    re.I,
)
_HEAD = 4096
"""Bytes in which a page may say what its encoding is."""

_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
}
_AS_BROWSERS_READ |= {"gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}
_ENCODINGS = re.compile(
    r"utf-8|cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gb18030|big5|euc_jp|iso2022_jp|utf-16(?:-[lb]e)?"
)


class DecodedText(NamedTuple):
    """A text, the name of its encoding, and whether that was only supposed, since nothing says it."""

    text: str
    encoding: str
    is_supposed: bool = False


def decode_text(raw: bytes, is_page: bool = False) -> DecodedText:
    """Return the text of bytes; a page of HTML may say itself how it is encoded. ValueError: they are no text."""
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            try:
                return DecodedText(raw[len(mark) :].decode(codec), name)
            except UnicodeDecodeError as error:
                raise ValueError(
                    f"it begins like a text in {name}, and byte {error.start + len(mark) + 1} is none"
                ) from None
    if b"\0" in raw:
        raise ValueError("it has bytes that no text has")
    for codec in filter(None, (_find_declared(raw) if is_page else "", "utf-8")):
        try:
            return DecodedText(raw.decode(codec), "UTF-8" if codec == "utf-8" else codec)
        except UnicodeDecodeError:
            continue
    return DecodedText(_decode_windows(raw), "windows-1252", is_supposed=True)


def _find_declared(raw: bytes) -> str:
    """Return the encoding that a page says it is in, as browsers understand its name; "" for one that is none."""
    match = _META.search(raw[:_HEAD])
    if not match:
        return ""
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except LookupError:
        return ""
    name = _AS_BROWSERS_READ.get(name, name)
    # A page in UTF-16 could not be searched for this name.
    name = "utf-8" if name.startswith("utf-16") else name
    return name if _ENCODINGS.fullmatch(name) else ""


def _decode_windows(raw: bytes) -> str:
    """Decode Windows-1252 as browsers do: five bytes that it leaves free are control characters."""
    if not re.search(b"[\x81\x8d\x8f\x90\x9d]", raw):
        return raw.decode("cp1252")
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in raw)
