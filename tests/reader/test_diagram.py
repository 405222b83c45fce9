"""The drawing of the relations, and the table that repeats it."""

import pytest
from playwright.sync_api import expect

from support.browsing import BRIEFING, Visit, ending
from support.looks import boxes_of


def test_every_arrow_leads_to_words_and_every_name_to_its_card(visit: Visit) -> None:
    page = visit()
    for arrow in page.locator(".diagram a.arrow").all():
        arrow.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".the-article :target")).to_be_in_viewport()
        expect(page).to_have_url(ending(str(arrow.get_attribute("href"))))
    for stop in page.locator(".diagram a.stop").all():
        stop.click()
        expect(page.locator(".party:target")).to_be_in_viewport()
        expect(page).to_have_url(ending(str(stop.get_attribute("href"))))
    assert page.locator(".diagram a.arrow").count() == 9
    assert page.locator(".diagram a.stop").count() == 10


def test_the_table_repeats_the_drawing_arrow_for_arrow(visit: Visit) -> None:
    page = visit()
    arrows = page.eval_on_selector_all(
        ".diagram a.arrow", "all => all.map(each => [each.getAttribute('aria-label'), each.getAttribute('href')])"
    )
    rows = page.eval_on_selector_all(
        ".relations tbody tr[id]",
        """all => all.map(row => [
            [...row.cells].slice(0, 3).map(cell => cell.textContent.trim()).join(' ') + ' – in the article',
            row.querySelector('.to-words').getAttribute('href'),
        ])""",
    )
    assert sorted(arrows) == sorted(rows)
    assert len(rows) == 9


def test_the_drawing_fits_the_narrowest_window(visit: Visit) -> None:
    page = visit(320, 568)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for box in boxes_of(page, ".diagram svg, .diagram svg text, .diagram svg path"):
        assert box["left"] >= 0 and box["right"] <= 320


# The table


def test_the_table_is_folded_and_has_a_caption(visit: Visit) -> None:
    page = visit()
    table = page.locator(".relations table")
    expect(table).to_be_hidden()
    page.locator(".relations summary").click()
    expect(table).to_be_visible()
    expect(table.locator("caption")).to_contain_text("How the parties stand to each other")
    expect(page.locator(".relations summary")).to_have_text("As a table")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_link_to_a_row_opens_the_table(visit: Visit, address: str, script: bool) -> None:
    page = visit(where=f"{address}{BRIEFING}#relation-7", java_script_enabled=script)
    expect(page.locator("#relation-7")).to_be_visible()
    expect(page.locator("#relation-7")).to_be_in_viewport()


def test_the_table_is_printed(visit: Visit) -> None:
    page = visit()
    page.emulate_media(media="print")
    expect(page.locator(".relations table")).to_be_visible()
    assert boxes_of(page, "#relation-9")[0]["height"] > 0
    expect(page.locator(".relations summary")).to_be_hidden()


# The order of the sides, and the weight of the arrows


def test_rival_sides_stand_next_to_each_other_at_the_top(visit: Visit) -> None:
    page = visit()
    headings = page.locator(".diagram .heading").all_text_contents()
    assert headings[:3] == ["The Government of National Accord", "Khalifa Haftar’s side", "Other groups in Libya"]


def test_who_fights_is_drawn_heaviest_and_only_a_hedge_breaks_a_line(visit: Visit) -> None:
    page = visit()
    lines = page.eval_on_selector_all(
        ".diagram a.arrow",
        """all => all.map(each => {
            const style = getComputedStyle(each.querySelector('.line'));
            return [each.className.baseVal.split('kind-')[1], parseFloat(style.strokeWidth), style.strokeDasharray];
        })""",
    )
    widths = {kind: width for kind, width, _ in lines}
    assert max(widths, key=lambda kind: widths[kind]) == "fights"
    assert widths["fights"] > widths["leads"] > widths["backs"]
    assert {kind for kind, _, dashes in lines if dashes != "none"} == {"neutral"}
