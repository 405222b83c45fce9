"""The sections of a briefing, in a rail beside it or folded above it."""

import pytest
from playwright.sync_api import expect

from support.browsing import Visit, ending
from support.looks import box_of, boxes_of, scroll_to

SECTIONS = ("at-a-glance", "who-said-what", "who-is-who", "timeline", "article", "not-said", "method")
BESIDE = tuple(id for id in SECTIONS if id != "article")
"""The sections that are read beside the article."""


def test_sections_stand_in_the_rail_and_stay_in_view(visit: Visit) -> None:
    page = visit(1920)
    expect(page.locator(".sections-toggle")).to_be_hidden()
    scroll_to(page, "timeline")
    entries = box_of(page.locator("#section-list"))
    assert entries["right"] <= box_of(page.locator("#timeline"))["left"]
    assert entries["top"] >= 0
    assert entries["bottom"] <= 900


@pytest.mark.parametrize("width", [1200, 1440])
def test_sections_stand_in_a_row_above_the_briefing_and_stay_in_view(visit: Visit, width: int) -> None:
    page = visit(width)
    expect(page.locator(".sections-toggle")).to_be_hidden()
    scroll_to(page, "timeline")
    assert len({box["top"] for box in boxes_of(page, ".sections li:not(.of-article)")}) == 1
    bar, heading = box_of(page.locator(".sections")), box_of(page.locator("#timeline"))
    assert abs(bar["top"]) < 1
    assert bar["bottom"] <= heading["top"] < 200
    assert bar["right"] <= box_of(page.locator("#article"))["left"]


@pytest.mark.parametrize("width", [1440, 1920])
def test_the_one_section_being_read_is_marked_and_the_article_beside_it_is_none(visit: Visit, width: int) -> None:
    page = visit(width)
    expect(page.locator(".sections .of-article")).to_be_hidden()
    for id in (*BESIDE, *reversed(BESIDE)):
        scroll_to(page, id)
        expect(page.locator(".sections [aria-current]")).to_have_attribute("href", f"#{id}")


def test_the_article_is_a_section_where_it_stands_among_them(visit: Visit) -> None:
    page = visit(820)
    for id in (*SECTIONS, *reversed(SECTIONS)):
        scroll_to(page, id)
        expect(page.locator(".sections [aria-current]")).to_have_attribute("href", f"#{id}")


@pytest.mark.parametrize("width", [1440, 1920])
def test_an_entry_leads_to_its_section_and_is_marked(visit: Visit, width: int) -> None:
    page = visit(width)
    for id in BESIDE:
        page.locator(f'.sections a[href="#{id}"]').click()
        expect(page.locator(f"#{id}")).to_be_in_viewport()
        expect(page.locator(".sections [aria-current]")).to_have_attribute("href", f"#{id}")


def test_the_last_section_is_marked_at_the_end_of_a_page_that_cannot_scroll_to_it(visit: Visit) -> None:
    page = visit(1440, 1400)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    expect(page.locator(".sections [aria-current]")).to_have_attribute("href", f"#{SECTIONS[-1]}")
    assert box_of(page.locator(f"#{SECTIONS[-1]}"))["top"] > 1400 / 3


def test_sections_are_folded_on_a_narrow_page_until_the_button_is_pressed(visit: Visit) -> None:
    page = visit(360, 640, has_touch=True)
    button, entries = page.get_by_role("button", name="Sections"), page.locator("#section-list")
    expect(entries).to_be_hidden()
    button.tap()
    expect(entries).to_be_visible()
    page.keyboard.press("Escape")
    expect(entries).to_be_hidden()
    page.locator(".verification summary").focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(entries).to_be_visible()
    page.keyboard.press("Escape")
    expect(entries).to_be_hidden()
    expect(button).to_be_focused()


def test_an_entry_of_the_fold_leads_to_its_heading_below_the_bar(visit: Visit) -> None:
    page = visit(360, 640)
    for id in SECTIONS:
        page.get_by_role("button", name="Sections").click()
        entry = page.locator(f'#section-list a[href="#{id}"]')
        name = str(entry.text_content())
        entry.click()
        expect(page.locator("#section-list")).to_be_hidden()
        expect(page).to_have_url(ending(f"#{id}"))
        bar, heading = box_of(page.locator(".sections")), box_of(page.locator(f"#{id}"))
        assert abs(bar["top"]) < 1
        assert bar["bottom"] <= heading["top"] < 640 / 2
        expect(page.locator(".sections .here")).to_have_text(name)


def test_the_fold_needs_no_script(visit: Visit) -> None:
    page = visit(360, 640, java_script_enabled=False)
    page.get_by_role("button", name="Sections").click()
    expect(page.locator("#section-list")).to_be_visible()
    page.locator('#section-list a[href="#timeline"]').click()
    expect(page).to_have_url(ending("#timeline"))
    assert box_of(page.locator("#section-list"))["bottom"] < box_of(page.locator("#timeline"))["top"] < 640 - 100
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#section-list")).to_be_hidden()
