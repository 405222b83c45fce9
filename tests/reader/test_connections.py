"""Briefings that name each other, as a reader goes from one to another."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.browsing import OpenPage, find_faults, serve
from support.outputs import build_once

PAGES = {
    "class": ("stories/lisse-flood/", "topics/water/", "topics/", "flood-inquiry/", "bridge-rumour/"),
    "bilingual": ("stories/harbour-bridge/", "takhir-al-jisr/", "bridge-vote/"),
}


@pytest.fixture(scope="module")
def addresses(shared: Path) -> Iterator[dict[str, str]]:
    """The address of each site of several briefings that name each other."""
    with ExitStack() as servers:
        yield {name: servers.enter_context(serve(build_once(name, shared))) for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_stories_topics_and_what_is_gone_fit_and_have_no_fault(
    page: Page, addresses: dict[str, str], name: str
) -> None:
    for path in PAGES[name]:
        for width in (360, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(addresses[name] + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert find_faults(page) == [], path
    page.goto("about:blank")


def test_a_former_name_leads_on_with_its_fragment(page: Page, addresses: dict[str, str]) -> None:
    for old, new in (("dyke-report/", "flood-report/"), ("day-one/embed/", "school-opens/embed/")):
        page.goto(f"{addresses['class']}{old}#quote-2")
        page.wait_for_url(f"{addresses['class']}{new}#quote-2")
    page.goto("about:blank")


def test_a_former_name_leads_on_without_javascript(open_page: OpenPage, addresses: dict[str, str]) -> None:
    plain = open_page(java_script_enabled=False)
    plain.goto(f"{addresses['class']}dyke-report/")
    plain.wait_for_url(f"{addresses['class']}flood-report/")


def test_the_switch_leads_to_the_other_language_and_back(page: Page, addresses: dict[str, str]) -> None:
    page.goto(f"{addresses['bilingual']}bridge-late/index.html")
    page.get_by_role("link", name="العربية").click()
    assert page.locator("html").get_attribute("lang") == "ar"
    page.get_by_role("link", name="المجلس يصوّت للجسر").first.click()
    page.get_by_role("link", name="English").click()
    assert page.title().startswith("The council votes for the bridge")
    page.goto("about:blank")
