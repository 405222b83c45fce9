"""The home page, which leads to briefings and to their parties."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browsing import Visit, ending, serve
from support.looks import box_of, boxes_of


@pytest.fixture(scope="module")
def two_address(two_built: Path) -> Iterator[str]:
    """The address of the test site of two briefings."""
    with serve(two_built) as address:
        yield address


def test_the_home_page_lists_the_newest_first_and_leads_to_parties(visit: Visit, two_address: str) -> None:
    page = visit(where=two_address)
    assert page.locator("h1").all_text_contents() == ["The Lisse Valley Desk"]
    assert page.locator("h2").all_text_contents() == [
        "Korvin and Adaba plan a tram line",
        "Adaba votes for a footbridge",
    ]
    page.locator(".teaser", has_text="footbridge").get_by_role("link", name="LVC").click()
    expect(page).to_have_url(ending("footbridge/index.html#party-commission"))
    expect(page.locator("#party-commission")).to_be_in_viewport()


def test_the_lead_shows_a_claim_with_its_words_lit_beside_it(visit: Visit, address: str) -> None:
    page = visit(1280, where=address)
    claim, words = page.locator(".lead-claim > p"), page.locator(".lead-claim mark")
    expect(claim).to_have_text("The United States pulled its contingent of troops from Libya on Sunday.")
    expect(words).to_have_text("On Sunday, the United States pulled its contingent of troops from Libya")
    assert box_of(claim)["right"] < box_of(page.locator(".lead-claim blockquote"))["left"]
    plain = page.locator(".lead-claim blockquote").evaluate("each => getComputedStyle(each).backgroundColor")
    assert words.evaluate("each => getComputedStyle(each).backgroundColor") != plain
    page.locator(".lead-claim .to-words").click()
    expect(page).to_have_url(ending("libya-2019/index.html#key-point-1-words"))
    expect(page.locator("#key-point-1-words")).to_be_in_viewport()


def test_claim_and_words_stand_below_each_other_on_a_narrow_screen(visit: Visit, address: str) -> None:
    page = visit(360, where=address)
    assert box_of(page.locator(".lead-claim > p"))["bottom"] <= box_of(page.locator(".lead-claim blockquote"))["top"]


@pytest.mark.parametrize(("width", "columns"), [(360, 1), (1280, 2)])
def test_teasers_stand_in_two_columns_where_there_is_room(
    visit: Visit, many_address: str, width: int, columns: int
) -> None:
    page = visit(width, where=many_address)
    assert len({box["left"] for box in boxes_of(page, ".briefings > li")}) == columns


def test_the_tagline_is_said_once_and_no_teaser_counts(visit: Visit, address: str) -> None:
    page = visit(where=address)
    shown = page.locator("body").inner_text()
    assert shown.count("News briefings in which every quotation, date and party can be checked") == 1
    assert "accounted for" not in shown
