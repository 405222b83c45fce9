"""Pages that gather many briefings, walked through with and without script."""

import pytest
from playwright.sync_api import Page, expect

from support.browsing import MANY_PAGES, Visit, ending, find_faults, follow
from support.looks import box_of, expect_heading, expect_in_view, style_of


def titles_shown(page: Page) -> list[str]:
    return page.locator(".teaser h2").all_text_contents()


def test_reader_without_javascript_walks_to_the_oldest_briefing_and_back(visit: Visit, many_address: str) -> None:
    page = visit(java_script_enabled=False, where=many_address)
    turning = page.get_by_role("navigation", name="Older and newer briefings")
    shown, addresses = titles_shown(page), [page.url]
    while turning.get_by_role("link", name="Older").count():
        follow(turning.get_by_role("link", name="Older"))
        shown += titles_shown(page)
        addresses.append(page.url)
    assert shown == [f"Adaba opens bridge number {number}" for number in range(24)]
    expect(page).to_have_url(ending("archive/1/index.html"))
    assert turning.get_by_role("link", name="Oldest briefings").count() == 0
    for address in reversed(addresses[:-1]):
        follow(turning.get_by_role("link", name="Newer"))
        assert page.url.removesuffix("index.html") == address.removesuffix("index.html")


def test_reader_jumps_to_the_ends_to_a_year_and_to_a_month(page: Page, many_address: str) -> None:
    page.goto(many_address)
    page.get_by_role("link", name="2020").click()
    expect(page).to_have_url(ending("archive/3/index.html#month-2020-12"))
    expect_in_view(page, "month-2020-12")
    page.get_by_role("link", name="Oldest briefings").click()
    expect(page).to_have_url(ending("archive/1/index.html"))
    page.get_by_role("link", name="All briefings by month").first.click()
    expect_heading(page, "All briefings by month")
    page.get_by_role("region", name="2021").get_by_role("link", name="January").click()
    expect(page).to_have_url(ending("#month-2021-01"))
    expect_in_view(page, "month-2021-01")
    page.get_by_role("link", name="Newest briefings").click()
    expect_heading(page, "The Valley Desk")


def test_reader_without_javascript_walks_through_the_letters(visit: Visit, many_address: str) -> None:
    page = visit(java_script_enabled=False, where=many_address + "glossary/index.html")
    page.get_by_role("link", name="Z", exact=True).click()
    expect_heading(page, "Glossary: Z")
    assert all(label.startswith("Marl Żegota") for label in page.locator("dfn").all_text_contents())
    follow(page.get_by_role("navigation", name="By first letter").get_by_role("link", name="figures and signs"))
    turning = page.get_by_role("navigation", name="Entries before and after these")
    found: list[str] = []
    while True:
        found += page.locator("dfn").all_text_contents()
        if not turning.get_by_role("link", name="Next").count():
            break
        follow(turning.get_by_role("link", name="Next"))
    assert len(found) == len(set(found)) == 50


def test_reader_narrows_a_page_of_a_letter_to_people(page: Page, many_address: str) -> None:
    page.goto(many_address + "glossary/a/2/index.html")
    assert page.get_by_text("Adaba Ferry Board").first.is_visible()
    shown = page.locator(".glossary-entry:visible").count()
    page.get_by_text("People", exact=True).click()
    expect(page.locator(".glossary-entry").filter(visible=True)).to_have_count(shown - 1)
    expect(page.locator("#party-board")).to_be_hidden()
    page.goto(many_address + "glossary/b/index.html")
    assert page.locator(".choices").count() == 0


def test_reader_follows_an_entry_to_all_its_appearances(page: Page, many_address: str) -> None:
    page.goto(many_address + "glossary/m/index.html")
    page.locator("#party-council").get_by_role("link", name="and in 18 more briefings").click()
    expect_heading(page, "MCA in the briefings")
    shown = page.locator(".appearance-list li").count()
    while page.get_by_role("link", name="Older").count():
        follow(page.get_by_role("link", name="Older"))
        shown += page.locator(".appearance-list li").count()
    assert shown == 24


def test_keyboard_reaches_the_older_briefings(page: Page, many_address: str) -> None:
    page.goto(many_address)
    page.get_by_role("link", name="Older").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/archive/5/index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", MANY_PAGES)
def test_page_that_gathers_many_has_no_axe_finding(visit: Visit, many_address: str, path: str, scheme: str) -> None:
    page = visit(360 if scheme == "light" else 1280, color_scheme=scheme, where=many_address + path)
    assert find_faults(page) == []


@pytest.mark.parametrize("path", ["index.html", "archive/3/index.html", "glossary/a/2/index.html"])
def test_a_bar_of_pages_is_as_wide_as_the_grid_above_it(page: Page, many_address: str, path: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(many_address + path)
    bar, grid = box_of(page.locator(".paging")), box_of(page.locator(".briefings, .entries").first)
    assert abs(bar["left"] - grid["left"]) < 1 and abs(bar["right"] - grid["right"]) < 1


def test_months_are_underlined_like_all_links(page: Page, many_address: str) -> None:
    page.goto(many_address + "archive/index.html")
    assert style_of(page.locator(".month-list a").first, "textDecorationLine") == "underline"
