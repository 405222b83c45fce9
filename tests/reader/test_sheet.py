"""The sheet: where the article is not beside the claim, a reference shows its paragraph over the page."""

import pytest
from playwright.sync_api import Page, expect

from support.browsing import Visit, ending, settle
from support.looks import box_of

TIE = "#key-point-5 a.to-words"

on_narrow_pages = pytest.mark.parametrize("width", [360, 820])


def open_sheet(page: Page, tie: str = TIE) -> None:
    page.locator(tie).first.evaluate("each => each.scrollIntoView({ block: 'center' })")
    page.locator(tie).first.tap()
    expect(page.locator(".sheet")).to_be_visible()


@on_narrow_pages
@pytest.mark.parametrize("site", ["libya", "arabic"])
def test_a_tap_on_a_reference_shows_its_paragraph_and_moves_nothing(
    visit: Visit, arabic: str, site: str, width: int
) -> None:
    page = visit(width, 740, has_touch=True, where=arabic if site == "arabic" else "")
    settle(page)
    ties = page.locator(".body > section:not(#article) a.to-words")
    assert ties.count() > {"libya": 80, "arabic": 10}[site]
    for number in range(0, ties.count(), 1 if site == "arabic" else 9):
        tie = ties.nth(number)
        tie.evaluate("each => each.scrollIntoView({ block: 'center' })")
        before, words = box_of(tie), str(tie.get_attribute("href"))
        tie.tap()
        sheet = page.locator(".sheet")
        expect(sheet).to_be_visible()
        said = "".join(sheet.locator(".landed").all_text_contents())
        pieces = page.locator(f'#article :is({words}, [data-of="{words[1:]}"])').all_text_contents()
        assert said == "".join(pieces)
        expect(sheet.locator(".landed").first).to_be_in_viewport()
        assert abs(box_of(tie)["top"] - before["top"]) < 1 and "#" not in page.url
        assert abs(box_of(sheet)["bottom"] - 740) < 1
        page.go_back()
        expect(sheet).to_be_hidden()
        expect(tie).to_be_focused()


@on_narrow_pages
@pytest.mark.parametrize("way", ["Escape", "outside", "button", "back"])
def test_the_sheet_is_closed_in_every_way_and_leaves_no_trace(visit: Visit, width: int, way: str) -> None:
    page = visit(width, 740, has_touch=True)
    entries = page.evaluate("history.length")
    open_sheet(page)
    before = box_of(page.locator(TIE)), page.evaluate("scrollY")
    expect(page.locator(".sheet")).to_be_focused()
    if way == "outside":
        page.touchscreen.tap(width / 2, 70)
    elif way == "button":
        page.get_by_role("button", name="Close").tap()
    elif way == "back":
        page.go_back()
    else:
        page.keyboard.press("Escape")
    expect(page.locator(".sheet")).to_be_hidden()
    page.wait_for_function("() => !history.state?.sheet")
    assert (box_of(page.locator(TIE)), page.evaluate("scrollY")) == before
    if way != "outside":
        expect(page.locator(TIE)).to_be_focused()
    assert page.evaluate("history.length") == entries + 1


def test_one_reference_after_another_needs_one_step_back(visit: Visit) -> None:
    page = visit(360, 740, has_touch=True)
    open_sheet(page)
    page.locator("#key-point-4 a.to-words").tap()
    expect(page.locator(".sheet .lit-now")).to_have_text("¶7 · Key point 4")
    page.wait_for_timeout(300)
    expect(page.locator(".sheet")).to_be_visible()
    page.go_back()
    expect(page.locator(".sheet")).to_be_hidden()
    expect(page).to_have_url(ending("index.html"))


@on_narrow_pages
def test_one_reads_on_in_the_article_and_comes_back(visit: Visit, width: int) -> None:
    page = visit(width, 740, has_touch=True)
    open_sheet(page)
    scrolled = page.evaluate("scrollY")
    page.get_by_role("link", name="Read on in the article").tap()
    expect(page).to_have_url(ending("#key-point-5-words"))
    expect(page.locator(".sheet")).to_be_hidden()
    expect(page.locator("#key-point-5-words")).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(ending("index.html"))
    page.wait_for_function("scrolled => Math.abs(scrollY - scrolled) < 2", arg=scrolled)


def test_the_keyboard_opens_the_sheet_and_comes_back(visit: Visit) -> None:
    page = visit(820)
    page.locator(TIE).focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="¶10 · Key point 5")
    expect(sheet).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(TIE)).to_be_focused()


@pytest.mark.parametrize("tie", [".diagram a.arrow", "#quote-7 .card-foot a.to-words", "#party-haftar .appearances a"])
def test_arrows_parts_and_mentions_open_it_too(visit: Visit, tie: str) -> None:
    page = visit(360, 740, has_touch=True)
    page.locator(tie).first.evaluate("each => each.scrollIntoView({ block: 'center' })")
    page.locator(tie).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sheet .landed").first).to_be_visible()


def test_the_sheet_adds_no_id_that_is_there_already(visit: Visit) -> None:
    page = visit(360, 740, has_touch=True)
    open_sheet(page)
    ids = page.eval_on_selector_all("[id]", "all => all.map(each => each.id)")
    assert len(ids) == len(set(ids))


@on_narrow_pages
def test_without_the_script_the_reference_is_a_link(visit: Visit, width: int) -> None:
    page = visit(width, 740, has_touch=True, java_script_enabled=False)
    page.locator(TIE).tap()
    expect(page).to_have_url(ending("#key-point-5-words"))
    expect(page.locator("#key-point-5-words")).to_be_in_viewport()
