"""Each kind of page in a browser: what it asks for, how it is read by eye, by keyboard and on paper, and from disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browsing import PAGES, OpenPage, Visit, ending, find_faults, settle
from support.looks import background_of, expect_heading


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
@pytest.mark.parametrize("path", PAGES)
def test_page_has_no_axe_finding(visit: Visit, address: str, path: str, width: int, scheme: str) -> None:
    page = visit(width, color_scheme=scheme, where=address + path)
    assert find_faults(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_asks_no_other_host_and_logs_nothing(open_page: OpenPage, address: str, path: str) -> None:
    page = open_page()
    asked: list[str] = []
    logged: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: logged.append(message.text))
    page.on("pageerror", lambda error: logged.append(str(error)))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)

    page.goto(address + path)
    settle(page)

    host = address.split("/some-repo/")[0]
    assert [url for url in asked if not url.startswith(host)] == []
    assert logged == []
    assert [url for url in failed if "404.html" not in url] == [] or path == "404.html"


@pytest.mark.parametrize("path", [path for path in PAGES if path != "404.html"])
def test_page_is_styled_and_linked_when_opened_from_disk(open_page: OpenPage, built: Path, path: str) -> None:
    page = open_page()
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text))
    page.goto((built / path).as_uri())
    assert background_of(page, "body") == "rgb(253, 252, 249)"
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Glossary").click()
    expect_heading(page, "Glossary")
    assert logged == []


def test_page_without_javascript_shows_everything(visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=False, where=address + "libya-2019/index.html")
    assert page.locator("figure.quotation").count() == 7
    assert page.get_by_text("All 8 quoted passages accounted for").is_visible()


def test_keyboard_reaches_the_content_by_the_skip_link(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(ending("#main"))
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.getElementById('main').contains(document.activeElement)")


def test_printed_page_leaves_out_navigation_and_gives_addresses(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    page.emulate_media(media="print")
    assert not page.locator("nav.sections").is_visible()
    number = page.evaluate("getComputedStyle(document.querySelector('.event .source'), '::after').content")
    assert number == '" [3]"'
    address_noted = page.locator(".sources > li").nth(2).locator(".address")
    assert address_noted.is_visible() and "libya-businessnews.com" in str(address_noted.text_content())
