"""The drawing of the relations, and the table that repeats it."""

from playwright.sync_api import expect

from support.browsing import Visit, ending
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
