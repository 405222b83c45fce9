"""The built Libya site in a real Chromium, served on loopback: what a reader does, sees, and is spared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.browsing import MANY_PAGES, PAGES, ending, find_faults, follow, settle


def expect_in_view(page: Page, id: object) -> None:
    """Wait until an element begins in the window."""
    page.wait_for_function(
        """id => {
            const box = document.getElementById(id)?.getBoundingClientRect();
            return box && box.top >= 0 && box.top < innerHeight && box.height > 0;
        }""",
        arg=id,
    )


def expect_heading(page: Page, text: str) -> None:
    """Wait until the page of this heading is shown."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def background_of(page: Page, selector: str) -> str:
    return str(
        page.evaluate("selector => getComputedStyle(document.querySelector(selector)).backgroundColor", selector)
    )


def test_reader_walks_from_quotation_to_its_words_and_back(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    card = page.locator("figure.quotation", has_text="To our army stationed on the border")
    quote_id = card.get_attribute("id")
    before = background_of(page, f"#{quote_id}-words")

    card.get_by_role("link", name="Read it in the article").click()

    expect(page).to_have_url(ending(f"#{quote_id}-words"))
    expect_in_view(page, f"{quote_id}-words")
    words = page.locator(f"#{quote_id}-words")
    assert words.text_content() == card.locator("q").first.text_content()
    assert background_of(page, f"#{quote_id}-words") != before

    block = page.locator(".block", has=words)
    block.locator(f'.notes a[href="#{quote_id}"]').click()

    expect(page).to_have_url(ending(f"#{quote_id}"))
    expect_in_view(page, quote_id)


def test_reader_walks_from_mention_to_party_card_and_back(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    mention = page.locator(".the-article a.mention", has_text="US Africa Command").first
    mention_id = mention.get_attribute("id")

    mention.click()

    expect(page).to_have_url(ending("#party-africom"))
    expect_in_view(page, "party-africom")
    page.locator(f'#party-africom a[href="#{mention_id}"]').click()
    expect_in_view(page, mention_id)


def test_reader_walks_from_date_in_article_to_timeline_and_back(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    page.locator(".the-article a.when", has_text="on Thursday").click()
    card = page.locator(":target")
    expect(card).to_contain_text("4 April 2019")
    card.locator(".event-known a").first.click()
    page.wait_for_url("**#date-*-when")
    expect(page.locator(":target")).to_have_text("on Thursday")


def test_every_card_is_reached_from_the_words_that_it_links_to(page: Page, address: str) -> None:
    page.goto(address + "libya-2019/index.html")
    lost = page.evaluate(
        """() => {
            const lost = [];
            for (const link of document.querySelectorAll('.to-words')) {
                const words = document.getElementById(link.hash.slice(1));
                const cards = '.party, .quotation, .event, .key-points > li, .relations tr, .not-speech li';
                const card = link.closest(cards);
                const block = words.closest('.block');
                if (!block.querySelector(`.notes a[href="#${card.id}"]`)) lost.push(link.hash + ' ' + card.id);
            }
            return lost;
        }"""
    )
    assert page.locator(".to-words").count() > 30
    assert lost == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_page_has_no_axe_finding(
    open_page: Callable[..., Page], address: str, path: str, width: int, scheme: str
) -> None:
    page = open_page(width, color_scheme=scheme)
    page.goto(address + path)
    assert find_faults(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_page_asks_no_other_host_and_logs_nothing(page: Page, address: str, path: str) -> None:
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
def test_page_is_styled_and_linked_when_opened_from_disk(page: Page, built: Path, path: str) -> None:
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text))
    page.goto((built / path).as_uri())
    assert background_of(page, "body") == "rgb(253, 252, 249)"
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Glossary").click()
    expect_heading(page, "Glossary")
    assert logged == []


def test_page_without_javascript_shows_everything(open_page: Callable[..., Page], address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address + "libya-2019/index.html")
    assert page.locator("figure.quotation").count() == 7
    assert page.get_by_text("8 of 8 quoted passages accounted for; 3 unattributed").is_visible()


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


def titles_shown(page: Page) -> list[str]:
    return page.locator(".teaser h2").all_text_contents()


def test_reader_without_javascript_walks_to_the_oldest_briefing_and_back(
    open_page: Callable[..., Page], many_address: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(many_address)
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


def test_reader_without_javascript_walks_through_the_letters(open_page: Callable[..., Page], many_address: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(many_address + "glossary/index.html")
    page.get_by_role("link", name="Z", exact=True).click()
    expect_heading(page, "Glossary: Z")
    assert all(label.startswith("Żegota") for label in page.locator("dfn").all_text_contents())
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
def test_page_that_gathers_many_has_no_axe_finding(
    open_page: Callable[..., Page], many_address: str, path: str, scheme: str
) -> None:
    page = open_page(360 if scheme == "light" else 1280, color_scheme=scheme)
    page.goto(many_address + path)
    assert find_faults(page) == []
