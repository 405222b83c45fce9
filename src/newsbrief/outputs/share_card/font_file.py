"""Read the file of a font as far as a line of text needs it: its characters, their widths and their kerning.

Pillow gives none of this exactly: it cannot say whether a font has a character, and it rounds widths to its pixels.
"""

import struct
from collections.abc import Iterator, Mapping

from msgspec import Struct


class FontTables(Struct, frozen=True):
    """The tables of a font that concern its characters; lengths are in `units` to the em.

    `glyphs` has each character's glyph, `advances` the width of each glyph, `bearings` the distance from its start to
    its ink. `kerning` has the distance to add between two glyphs; its key is the number of the left one, shifted by 16
    bits, plus that of the right one.
    """

    units: int
    glyphs: Mapping[str, int]
    advances: tuple[int, ...]
    bearings: tuple[int, ...]
    kerning: Mapping[int, int]


_READ = frozenset({"head", "hhea", "hmtx", "maxp", "cmap", "kern"})


def read_tables(content: bytes, number: int = 0) -> FontTables:
    """Return the tables of a font by its `number` in a file, which may be a collection of several.

    ValueError: its characters are not in a `cmap` of format 12.
    """
    places = {tag: content[at : at + length] for tag, at, length in _list_tables(content, number) if tag in _READ}
    (units,) = struct.unpack_from(">H", places["head"], 18)
    advances, bearings = _read_widths(places["hhea"], places["hmtx"], places["maxp"])
    return FontTables(
        units=units,
        glyphs=dict(_read_glyphs(places["cmap"])),
        advances=advances,
        bearings=bearings,
        kerning=_read_kerning(places.get("kern", b"")),
    )


def _list_tables(content: bytes, number: int) -> Iterator[tuple[str, int, int]]:
    (start,) = struct.unpack_from(">I", content, 12 + 4 * number) if content.startswith(b"ttcf") else (0,)
    (tables,) = struct.unpack_from(">H", content, start + 4)
    for tag, _, at, length in struct.iter_unpack(">4sIII", content[start + 12 : start + 12 + 16 * tables]):
        yield tag.decode("ascii"), at, length


def _read_glyphs(cmap: bytes) -> Iterator[tuple[str, int]]:
    (number,) = struct.unpack_from(">H", cmap, 2)
    for _, _, at in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * number]):
        (written,) = struct.unpack_from(">H", cmap, at)
        if written == 12:
            (groups,) = struct.unpack_from(">I", cmap, at + 12)
            for first, last, glyph in struct.iter_unpack(">III", cmap[at + 16 : at + 16 + 12 * groups]):
                yield from ((chr(code), glyph + code - first) for code in range(first, last + 1))
            return
    raise ValueError("the font has no cmap of format 12")


def _read_widths(hhea: bytes, hmtx: bytes, maxp: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the advances and the bearings of all glyphs; the last ones may share one advance."""
    (glyphs,) = struct.unpack_from(">H", maxp, 4)
    (number,) = struct.unpack_from(">H", hhea, 34)
    pairs = struct.unpack_from(">" + "Hh" * number, hmtx)
    rest = struct.unpack_from(f">{glyphs - number}h", hmtx, 4 * number)
    return pairs[::2] + pairs[-2:-1] * len(rest), pairs[1::2] + rest


def _read_kerning(kern: bytes) -> dict[int, int]:
    kerning: dict[int, int] = {}
    at, number = 4, struct.unpack_from(">H", kern, 2)[0] if kern else 0
    for _ in range(number):
        (pairs,) = struct.unpack_from(">H", kern, at + 6)
        kerning.update(struct.iter_unpack(">Ih", kern[at + 14 : at + 14 + 6 * pairs]))
        at += 14 + 6 * pairs
    return kerning
