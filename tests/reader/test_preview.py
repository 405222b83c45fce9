"""The preview of a party that is pointed at, reached or tapped."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from support.browsing import Visit, ending
from support.looks import box_of, ids_of, leave

FREE_ROOM = 8
"""How many pixels a preview keeps clear of the edges of the window."""


def mention_of(page: Page, words: str) -> Locator:
    return page.locator(".the-article a.mention", has_text=words).first


def preview_of(page: Page) -> Locator:
    return page.locator("#preview")


def test_pointing_at_a_party_shows_who_it_is(visit: Visit) -> None:
    page = visit()
    mention_of(page, "US Africa Command").hover()
    preview = preview_of(page)
    expect(preview).to_be_visible()
    expect(preview.locator(".preview-name")).to_have_text("AFRICOM")
    expect(preview.locator(".preview-full")).to_have_text("United States Africa Command")
    expect(preview.get_by_role("link")).to_have_text("More about this party")
    expect(preview.locator(".preview-facts")).to_contain_text("Military, led by Thomas Waldhauser")
    expect(preview.locator(".preview-claim")).to_have_text("Its head is the Marine Corps general Thomas Waldhauser.")


def test_passing_over_a_party_shows_nothing(held: Page) -> None:
    mention_of(held, "US Africa Command").hover()
    held.clock.run_for(100)
    expect(preview_of(held)).to_be_hidden()
    leave(held)
    held.clock.run_for(2000)
    expect(preview_of(held)).to_be_hidden()


def test_the_pointer_may_move_into_the_preview_and_follow_its_link(held: Page) -> None:
    mention_of(held, "US Africa Command").hover()
    held.clock.run_for(200)
    preview = preview_of(held)
    expect(preview).to_be_visible()
    box = box_of(preview)
    held.mouse.move((box["left"] + box["right"]) / 2, box["bottom"] - 10, steps=8)
    held.clock.run_for(5000)
    expect(preview).to_be_visible()
    preview.locator("a").click()
    expect(held).to_have_url(ending("#party-africom"))
    expect(held.locator("#party-africom")).to_be_in_viewport()
    expect(preview).to_be_hidden()


@pytest.mark.parametrize("left", ["party", "preview"])
def test_leaving_the_party_or_its_preview_closes_it(held: Page, left: str) -> None:
    mention_of(held, "US Africa Command").hover()
    held.clock.run_for(200)
    expect(preview_of(held)).to_be_visible()
    if left == "preview":
        preview_of(held).hover()
    leave(held)
    held.clock.run_for(1000)
    expect(preview_of(held)).to_be_hidden()


def test_escape_closes_the_preview(visit: Visit) -> None:
    page = visit()
    mention_of(page, "US Africa Command").hover()
    expect(preview_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview_of(page)).to_be_hidden()
    assert not page.url.endswith("#party-africom")


def test_a_party_reached_by_keyboard_is_described_by_its_preview(visit: Visit) -> None:
    page = visit()
    page.get_by_role("checkbox").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    mention = mention_of(page, "United States")
    expect(mention).to_be_focused()
    expect(preview_of(page)).to_be_visible()
    expect(mention).to_have_accessible_description(re.compile("It pulled its contingent of troops from Libya"))
    page.keyboard.press("Tab")
    expect(mention).not_to_have_attribute("aria-describedby", "preview")
    expect(preview_of(page).locator(".preview-name")).to_have_text("Khalifa Haftar")


def test_focus_that_goes_on_to_no_party_closes_the_preview(visit: Visit) -> None:
    page = visit()
    page.locator(".the-article a.mention").last.focus()
    expect(preview_of(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(preview_of(page)).to_be_hidden()
    assert page.locator("[aria-describedby=preview]").count() == 0


def test_enter_follows_a_party_to_its_card_and_closes_the_preview_at_once(held: Page) -> None:
    mention_of(held, "US Africa Command").focus()
    expect(preview_of(held)).to_be_visible()
    held.keyboard.press("Enter")
    expect(held).to_have_url(ending("#party-africom"))
    expect(held.locator("#party-africom")).to_be_in_viewport()
    expect(preview_of(held)).to_be_hidden()


def test_the_first_tap_shows_the_preview_and_the_second_follows(visit: Visit) -> None:
    page = visit(360, 640, has_touch=True)
    mention, other = mention_of(page, "US Africa Command"), mention_of(page, "Gen. Thomas Waldhauser")
    mention.tap()
    expect(preview_of(page)).to_contain_text("AFRICOM")
    assert "#" not in page.url
    page.touchscreen.tap(350, 10)
    expect(preview_of(page)).to_be_hidden()
    mention.tap()
    expect(preview_of(page)).to_be_visible()
    other.tap()
    expect(preview_of(page).locator(".preview-name")).to_have_text("Thomas Waldhauser")
    assert "#" not in page.url
    other.tap()
    page.wait_for_url("**#party-waldhauser")
    expect(page.locator("#party-waldhauser")).to_be_in_viewport()
    expect(preview_of(page)).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 900)])
def test_every_preview_is_inside_the_window_and_covers_no_word_of_its_party(
    visit: Visit, width: int, height: int
) -> None:
    page = visit(width, height)
    told = page.evaluate(
        """() => {
            const preview = document.getElementById('preview');
            const told = { seen: 0, faults: [] };
            for (const link of document.querySelectorAll('.the-article a.mention')) {
                for (const block of ['start', 'center', 'end']) {
                    document.activeElement.blur();
                    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
                    link.scrollIntoView({ block });
                    link.focus({ preventScroll: true });
                    const box = preview.getBoundingClientRect();
                    const isOpen = preview.matches(':popover-open') && box.height > 40;
                    const isInside = box.left >= 0 && box.right <= document.documentElement.clientWidth
                        && box.top >= 0 && box.bottom <= innerHeight;
                    const first = link.getClientRects()[0];
                    const isBeside = box.top >= first.bottom || box.bottom <= first.top;
                    told.seen += 1;
                    if (!isOpen || !isInside || !isBeside) told.faults.push([link.textContent, block, box.toJSON()]);
                }
            }
            return told;
        }"""
    )
    assert told["faults"] == []
    assert told["seen"] == 3 * page.locator(".the-article a.mention").count() > 100


def test_a_preview_stands_at_the_line_that_is_pointed_at(visit: Visit) -> None:
    page = visit(360, 640)
    broken = page.locator(".the-article a.mention", has_text="Gen. Thomas Waldhauser")
    for width in range(300, 500, 10):
        page.set_viewport_size({"width": width, "height": 640})
        if broken.evaluate("link => link.getClientRects().length") == 2:
            break
    broken.evaluate("link => link.scrollIntoView({ block: 'center' })")
    second = broken.evaluate("link => link.getClientRects()[1].toJSON()")
    page.mouse.move(second["left"] + 4, second["top"] + second["height"] / 2)
    expect(preview_of(page)).to_be_visible()
    assert 0 <= box_of(preview_of(page))["top"] - second["bottom"] <= 12


def test_a_preview_adds_no_id_that_is_there_already(visit: Visit) -> None:
    page = visit()
    mention_of(page, "US Africa Command").hover()
    expect(preview_of(page)).to_be_visible()
    ids = ids_of(page.locator("[id]"))
    assert len(ids) == len(set(ids))


def test_a_party_is_a_plain_link_without_script(visit: Visit) -> None:
    page = visit(java_script_enabled=False)
    mention_of(page, "US Africa Command").click()
    expect(page).to_have_url(ending("#party-africom"))
    assert 0 <= box_of(page.locator("#party-africom"))["top"] < 900
    assert preview_of(page).count() == 0


def test_a_preview_begins_at_the_right_where_the_text_does(visit: Visit, arabic: str) -> None:
    page = visit(1000, where=arabic)
    aligned = 0
    for mention in page.locator(".the-article a.mention").all():
        mention.hover()
        expect(mention).to_have_attribute("aria-describedby", "preview")
        preview, pointed = box_of(preview_of(page)), box_of(mention)
        if preview["left"] > FREE_ROOM:
            assert abs(preview["right"] - pointed["right"]) <= 1
            aligned += 1
        leave(page)
        page.keyboard.press("Escape")
        expect(preview_of(page)).to_be_hidden()
    assert aligned >= 3
