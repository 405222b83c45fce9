"""The text of a PDF that Chromium prints, as far as its fonts say what their glyphs stand for.

read_pdf(page.pdf())[0]  # 'The Briefing Desk US pulls troops …'
"""

import re
import zlib
from collections.abc import Iterator, Mapping

_OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_SIGNS = re.compile(rb"/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>(?= Tj)|(\bET\b)")
_MAPPED = re.compile(rb"beginbf(char|range)\n(.*?)\nendbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


def read_pdf(raw: bytes) -> list[str]:
    """Return the text of each page, in the order in which it is drawn, with single blanks."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(raw)}
    pages = [each for each in objects.values() if re.search(rb"/Type /Page\b", each)]
    return [" ".join("".join(_read_page(page, objects)).split()) for page in pages]


def _read_page(page: bytes, objects: Mapping[int, bytes]) -> Iterator[str]:
    fonts = {name: int(number) for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", page)}
    maps = {name: dict(_read_font(objects[number], objects)) for name, number in fonts.items()}
    (contents,) = re.findall(rb"/Contents (\d+) 0 R", page)
    font = b""
    for name, signs, end in _SIGNS.findall(_unpack(objects[int(contents)])):
        font = name or font
        known = maps.get(font, {})
        width = max(map(len, known), default=2)
        yield "".join(known.get(signs[at : at + width].upper(), "�") for at in range(0, len(signs), width))
        if end:
            yield " "


def _read_font(font: bytes, objects: Mapping[int, bytes]) -> Iterator[tuple[bytes, str]]:
    """Yield the codes of a font's glyphs, in hexadecimal figures, each with what it stands for."""
    (mapped,) = re.findall(rb"/ToUnicode (\d+) 0 R", font)
    for kind, lines in _MAPPED.findall(_unpack(objects[int(mapped)])):
        for line in lines.splitlines():
            codes = _HEX.findall(line)
            if kind == b"char":
                yield codes[0].upper(), bytes.fromhex(codes[1].decode()).decode("utf-16-be")
                continue
            first, last, start = (int(code, 16) for code in codes[:3])
            for number in range(last - first + 1):
                yield b"%0*X" % (len(codes[0]), first + number), chr(start + number)


def _unpack(held: bytes) -> bytes:
    found = _STREAM.search(held)
    assert found, held[:80]
    return zlib.decompress(found[1]) if b"/FlateDecode" in held else found[1]
