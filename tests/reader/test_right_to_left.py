"""Pages that run from right to left."""

import re

import pytest

from support.browsing import Visit
from support.looks import box_of, read_notes
from support.sites import ROOT


def test_an_arabic_page_is_laid_out_from_right_to_left(visit: Visit, arabic: str) -> None:
    page = visit(1920, where=arabic)
    assert box_of(page.locator("#section-list"))["left"] >= box_of(page.locator(".key-points"))["right"]
    assert box_of(page.locator("#article"))["left"] == 0
    assert box_of(page.locator("#article"))["right"] <= box_of(page.locator("main"))["left"]
    page.locator("#article .to-full").click()
    notes = read_notes(page)
    assert len(notes) == 4
    assert all(note["box"]["right"] <= note["text"]["left"] for note in notes)


@pytest.mark.parametrize(("site", "near", "far"), [("libya", "left", "right"), ("arabic", "right", "left")])
def test_the_line_of_the_timeline_stands_where_the_text_begins(
    visit: Visit, arabic: str, site: str, near: str, far: str
) -> None:
    page = visit(where=arabic if site == "arabic" else "")
    event, date = page.locator(".event").first, page.locator(".event-date").first
    for part in ("::before", "::after"):
        sides = event.evaluate(
            """(each, part) => {
                const style = getComputedStyle(each, part);
                return { left: parseFloat(style.left), right: parseFloat(style.right) };
            }""",
            part,
        )
        assert sides[near] < 12 < sides[far]
    assert abs(box_of(event)[near] - box_of(date)[near]) > 20
    assert abs(box_of(event)[far] - box_of(date)[far]) < 1


PHYSICAL = re.compile(
    r"(?<![\w-])((?:[a-z]+-)*(?:left|right)(?:-[a-z]+)*\s*:[^;}]*|[a-z-]+\s*:\s*(?:left|right)(?![\w-])[^;}]*)"
)


def test_style_sheets_name_no_left_and_no_right() -> None:
    sheets = sorted((ROOT / "static").rglob("*.css"))
    assert len(sheets) > 15
    found = [
        f"{sheet.relative_to(ROOT)}: {match[1]}"
        for sheet in sheets
        for match in PHYSICAL.finditer(re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL))
    ]
    assert found == []


@pytest.mark.parametrize(
    "rule",
    ["left: 0", "margin-left:1px", "border-left-color: red", "text-align: left", "float: right", "padding-right : 0"],
)
def test_a_physical_property_would_be_found(rule: str) -> None:
    assert PHYSICAL.findall(f"a {{ {rule}; }}") == [rule]
