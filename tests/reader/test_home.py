"""The home page, which leads to briefings and to their parties."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browsing import Visit, ending, serve


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
