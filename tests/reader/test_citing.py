"""Citing and embedding a quotation or a claim, with the script and without."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browsing import BRIEFING, Visit, ending, find_faults, follow, serve

pytestmark = pytest.mark.browser

EMBED = BRIEFING.replace("index.html", "embed/index.html")


def test_a_card_shows_its_citation_and_copies_it(visit: Visit, address: str) -> None:
    page = visit(permissions=("clipboard-read", "clipboard-write"))
    page.locator("#quote-1").hover()
    # The script that shows citations comes with the first of them.
    assert [each for each in page.locator("script[src]").all() if "cite" in str(each.get_attribute("src"))] == []
    page.locator("#quote-1 .to-citation").click()
    dialog = page.get_by_role("dialog", name="Cite")
    expect(dialog).to_contain_text("publisher not given")
    expect(dialog).to_contain_text(re.compile("“.+” – .+¶.+as of 7 April 2019"))
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == dialog.locator(".citation").inner_text()
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator("#quote-1 .to-citation")).to_be_focused()


def test_without_the_clipboard_the_citation_is_selected(visit: Visit) -> None:
    page = visit()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("#key-point-1 .to-citation").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Cite")
    expect(dialog.get_by_role("button", name="Copy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("button", name="Selected: copy it now")).to_be_visible()
    assert page.evaluate("getSelection().toString()").strip() == dialog.locator(".citation").inner_text()


def test_every_card_leads_to_its_citation_without_the_script(visit: Visit, address: str) -> None:
    page = visit(java_script_enabled=False)
    links = [link.get_attribute("href") or "" for link in page.locator("a.to-citation").all()]
    assert len(links) == page.locator(".quotation, .claim").count() > 20
    follow(page.locator("#key-point-2 .to-citation"))
    expect(page).to_have_url(ending("embed/index.html#key-point-2"))
    assert {link.partition("#")[2] for link in links} == set(
        page.locator(".embed > [data-words]").evaluate_all("all => all.map(each => each.id)")
    )
    entry = page.locator("#key-point-2")
    expect(entry).to_be_visible()
    expect(page.locator("#key-point-1")).to_be_hidden()
    entry.locator("summary").click()
    entry.locator(".citation").click()
    expect(entry.locator(".citation")).to_have_css("user-select", "all")
    expect(entry.locator(".citation")).to_contain_text("Briefing: “US pulls troops from Libya")


@pytest.mark.parametrize("part", ["quote-1", "timeline", "diagram"])
def test_a_part_stands_alone_in_a_frame_of_another_page_and_leads_back(
    visit: Visit, address: str, tmp_path: Path, part: str
) -> None:
    frame_of = f'<iframe src="{address}{EMBED}#{part}" title="A part" width="600" height="900"></iframe>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Another</title><h1>Another page</h1>{frame_of}")
    with serve(tmp_path) as elsewhere:
        page = visit(where=f"{elsewhere}index.html")
        frame = page.frame_locator("iframe")
        expect(frame.locator(f"#{part}")).to_be_visible()
        assert frame.locator(".embed > *").evaluate_all("all => all.filter(each => each.checkVisibility()).length") == 1
        inside = page.frames[1]
        assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")
        links = frame.locator("a:not(.skip):visible")
        assert {link.get_attribute("target") for link in links.all()} == {"_top"}
        follow(frame.get_by_role("contentinfo").get_by_role("link").first)
        expect(page).to_have_url(ending(BRIEFING))


def test_the_code_of_a_part_shows_that_part(visit: Visit, address: str) -> None:
    page = visit(where=address + EMBED)
    page.locator("#quote-1 summary").click()
    code = page.locator("#quote-1 .snippet").inner_text()
    shape = r'<iframe src="(.+)#quote-1" title="[^"]+" width="100%" height="\d+" loading="lazy"></iframe>'
    match = re.fullmatch(shape, code)
    assert match
    assert match[1].endswith("libya-2019/embed/")
    page.locator("#quote-1").get_by_role("button", name="Copy").last.click()
    expect(page.locator("#quote-1").get_by_role("button").last).not_to_have_text("Copy")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_page_of_citations(visit: Visit, address: str, width: int, scheme: str) -> None:
    page = visit(width, where=address + EMBED, color_scheme=scheme)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_arabic_quotation_is_cited_from_the_right(visit: Visit, arabic_address: str) -> None:
    page = visit(where=f"{arabic_address}jisr/embed/index.html#quote-1")
    page.locator("#quote-1 summary").click()
    expect(page.locator("#quote-1 .citation")).to_contain_text(re.compile("«.+» – ليلى منصور"))
    assert find_faults(page) == []
