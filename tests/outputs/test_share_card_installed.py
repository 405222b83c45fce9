"""Chinese, Japanese and Korean on share cards: drawn where Noto CJK is installed on the machine, and there alone."""

import struct
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from newsbrief.build.incremental.machine import describe_drawing, describe_libraries, describe_library_contents
from newsbrief.outputs.share_card.drawing import draw_card
from newsbrief.outputs.share_card.font_places import find_font_file
from newsbrief.outputs.share_card.installed_fonts import find_installed
from support.cards import LIBYA
from support.sites import ROOT

FONTS = ROOT / "src" / "newsbrief" / "outputs" / "share_card" / "fonts"
TITLE = "丽京二人"
QINGHU = replace(LIBYA, title=TITLE, site="京人", language="zh")


def list_tables(font: bytes) -> Mapping[bytes, tuple[int, int]]:
    """Return the place and the length of each table of a font."""
    (number,) = struct.unpack_from(">H", font, 4)
    rows = struct.iter_unpack(">4sIII", font[12 : 12 + 16 * number])
    return {tag: (at, length) for tag, _, at, length in rows}


def write_collection(folder: Path, name: str = "NotoSerifCJK-Bold.ttc") -> Path:
    """Write a small collection of four fonts that are one, in which Cyrillic letters stand in for Chinese signs."""
    font = bytearray((FONTS / "noto-serif.ttf").read_bytes())
    tables = list_tables(font)
    at = tables[b"cmap"][0]
    at += struct.unpack_from(">I", font, at + 8)[0]
    (groups,) = struct.unpack_from(">I", font, at + 12)
    rows = struct.iter_unpack(">III", font[at + 16 : at + 16 + 12 * groups])
    moved = [(0x4E00 - 0x400 if 0x400 <= first < 0x500 else 0, first, last, glyph) for first, last, glyph in rows]
    for number, row in enumerate(sorted((first + by, last + by, glyph) for by, first, last, glyph in moved)):
        struct.pack_into(">III", font, at + 16 + 12 * number, *row)
    head = b"ttcf" + struct.pack(">HHI4I", 1, 0, 4, *[28] * 4)
    for number, (at, _) in enumerate(tables.values()):
        struct.pack_into(">I", font, 12 + 16 * number + 8, at + len(head))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(head + font)
    return path


@pytest.fixture
def user_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own fonts, which come before those of the system."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "fonts"


def test_a_chinese_title_is_drawn_with_the_font_of_the_user(user_fonts: Path) -> None:
    file = write_collection(user_fonts)
    face = find_installed(TITLE, "zh")
    assert face is not None and face.path == file and face.has("NATO 京")
    png = draw_card(QINGHU)
    assert png is not None and png != draw_card(replace(QINGHU, title="丽京二一"))
    assert png != draw_card(replace(QINGHU, site=""))


def test_each_language_has_the_font_of_its_own_readers(user_fonts: Path) -> None:
    write_collection(user_fonts)
    tags = ("ja", "ko-KR", "zh", "zh-CN", "zh-Hant", "zh-TW", "en")
    faces = [find_installed(TITLE, tag) for tag in tags]
    assert [face and face.number for face in faces] == [0, 1, 2, 2, 3, 3, 2]


def test_a_sign_that_the_font_lacks_leaves_a_title_without_a_card(user_fonts: Path) -> None:
    write_collection(user_fonts)
    assert draw_card(replace(QINGHU, title="丽京龘")) is None
    assert find_installed("NATO", "zh") is None


@pytest.mark.parametrize("content", [b"", b"ttcf", b"no font at all", b"ttcf" + bytes(60), b"\0\1\0\0" + bytes(8)])
def test_a_file_that_is_no_font_counts_as_none(user_fonts: Path, content: bytes) -> None:
    write_collection(user_fonts).write_bytes(content)
    assert find_installed(TITLE, "zh") is None and draw_card(QINGHU) is None


def test_a_font_with_serifs_comes_before_one_without(user_fonts: Path) -> None:
    sans = write_collection(user_fonts, "NotoSansCJK-Bold.ttc")
    assert find_font_file() in (str(sans), find_font_file().replace("NotoSans", "NotoSerif"))
    serif = write_collection(user_fonts)
    assert find_font_file() == str(serif)


def test_a_font_that_is_installed_or_replaced_makes_cards_be_drawn_again(user_fonts: Path) -> None:
    told = [(describe_drawing(), describe_libraries(), describe_library_contents())]
    file = write_collection(user_fonts)
    told.append((describe_drawing(), describe_libraries(), describe_library_contents()))
    file.write_bytes(file.read_bytes() + b"\0")
    told.append((describe_drawing(), describe_libraries(), describe_library_contents()))
    for one, two in ((0, 1), (1, 2), (0, 2)):
        assert all(before != after for before, after in zip(told[one], told[two], strict=True))


def test_only_where_the_font_lies_does_not_count_for_its_drawings(
    user_fonts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_collection(user_fonts)
    before = describe_drawing(), describe_library_contents()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "other"))
    write_collection(tmp_path / "other" / "fonts")
    assert (describe_drawing(), describe_library_contents()) == before
