"""The search page, as a reader uses it: words in any script lead to the words of a briefing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from support.browsing import Visit, ending, find_faults, follow, serve
from support.searched import write_searched
from support.sites import SITES

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of six briefings in five scripts."""
    site = write_searched(tmp_path_factory.mktemp("searched"))
    shutil.copytree(SITES / "hebrew" / "content" / "migdal", site / "content" / "migdal")
    shutil.copytree(SITES / "chinese" / "content" / "tushuguan", site / "content" / "tushuguan")
    build_site(BuildRequest(site), site / "_site")
    with serve(site / "_site") as address:
        yield address


def type_words(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)


def titles(page: Page) -> list[str]:
    return page.locator(".result h2").all_inner_texts()


def test_the_head_of_every_page_leads_to_the_search(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}bridge/index.html")
    follow(page.get_by_role("navigation").get_by_role("link", name="Search"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    expect(page.get_by_role("link", name="Search")).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_words_of_a_quotation_lead_to_it_and_name_who_speaks(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    type_words(page, "waited cafe")
    expect(page.get_by_role("status")).to_have_text("Briefings found: 1")
    expect(page.locator(".result h2")).to_have_text("A school opens & a bridge waits")
    hit = page.locator(".hits li").first
    expect(hit).to_contain_text("Tom Reed")
    expect(hit.locator("mark")).to_have_text(["waited", "café"])
    follow(hit.get_by_role("link"))
    expect(page).to_have_url(ending("school/#quote-1"))
    assert page.locator("#quote-1").is_visible()


def test_words_of_an_article_lead_to_their_paragraph(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    type_words(page, "zeph")
    hit = page.locator(".hits li")
    expect(hit).to_contain_text("¶2")
    assert hit.get_by_role("link").get_attribute("href") == "../school/#p-2"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("leka", "A school opens & a bridge waits"),
        ("الجِسْر", "مجلس أضابا يقر بناء جسر جديد"),
        ("ليلي منصور", "مجلس أضابا يقر بناء جسر جديد"),
        ("市長", "港の橋"),
        ("新しい橋", "港の橋"),
        ("港", "港の橋"),
        ("图书馆", "青湖市将在旧火车站建图书馆"),
        ("תושבים", "מועצת גבעת שקמים אישרה את שיפוץ מגדל המים"),
        ("tom REED", "A title"),
    ],
)
def test_words_of_every_script_are_found(visit: Visit, searched: str, words: str, title: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    type_words(page, words)
    expect(page.locator(".result h2").filter(has_text=title)).to_have_count(1)
    expect(page.locator(".result", has_text=title).locator(".hits mark").first).to_be_visible()


def test_of_a_text_without_spaces_the_signs_alone_are_marked_that_were_looked_for(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    type_words(page, "图书馆")
    expect(page.locator(".hits mark").first).to_be_visible()
    assert {*page.locator(".result mark").all_inner_texts()} == {"图书馆"}
    type_words(page, "商户还没")
    expect(page.locator(".hits li", has_text="林秀兰").first.locator("mark")).to_have_text(["商户还没"])


def test_a_hebrew_word_is_marked_with_what_is_written_together_with_it(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    type_words(page, "ילדים")
    expect(page.locator(".hits mark").first).to_have_text("ילדים")
    type_words(page, "תושבים")
    expect(page.locator(".hits mark").first).to_have_text("התושבים")


def test_words_of_a_title_come_before_those_of_an_article(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    type_words(page, "bridge")
    expect(page.get_by_role("status")).to_have_text("Briefings found: 2")
    assert titles(page) == ["A school opens & a bridge waits", "A title"]


def test_all_words_must_be_there_and_one_letter_is_none(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    type_words(page, "zephyr harbourmaster")
    expect(page.get_by_role("status")).to_have_text("No briefing has all these words.")
    type_words(page, "z")
    expect(page.get_by_role("status")).to_have_text("Type a word of two letters or more.")
    type_words(page, "")
    expect(page.get_by_role("status")).to_have_text("")
    assert titles(page) == []


def test_what_is_looked_for_stands_in_the_address(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html?q=zephyr")
    expect(page.locator(".result")).to_have_count(1)
    type_words(page, "新しい橋")
    expect(page.locator(".result h2")).to_have_text("港の橋")
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("新しい橋")
    expect(page.locator(".result h2")).to_have_text("港の橋")


def test_a_search_needs_no_pointer(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html")
    page.keyboard.type("zephyr")
    page.keyboard.press("Enter")
    expect(page.locator(".hits li")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator(".result h2 a")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".hits a")).to_be_focused()


def test_a_search_asks_only_for_what_it_shows_and_breaks_no_rule(visit: Visit, searched: str) -> None:
    page = visit(where="about:blank")
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{searched}search/index.html")
    type_words(page, "zephyr")
    expect(page.locator(".hits li")).to_have_count(1)
    index = [Path(address).name for address in asked if address.endswith(".txt")]
    assert sorted(index) == ["article.txt", "briefings-0.txt", "words.txt"]
    assert all(address.startswith(searched) for address in asked)
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_search_and_what_it_found(
    visit: Visit, searched: str, width: int, scheme: str
) -> None:
    page = visit(width, where=f"{searched}search/index.html", color_scheme=scheme)
    assert find_faults(page) == []
    type_words(page, "bridge")
    expect(page.locator(".hits li").first).to_be_visible()
    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script_lists_lead_everywhere(visit: Visit, searched: str) -> None:
    page = visit(where=f"{searched}search/index.html", java_script_enabled=False)
    assert not page.get_by_role("searchbox").is_visible()
    expect(page.get_by_text("The search needs JavaScript.")).to_be_visible()
    lists = page.get_by_role("region", name="Lists of everything").get_by_role("link")
    assert [link.get_attribute("href") for link in lists.all()] == ["../index.html", "../glossary/index.html"]


def test_an_arabic_site_searches_from_the_right(visit: Visit, tmp_path: Path) -> None:
    site = write_searched(tmp_path)
    (site / "content" / "site.yaml").write_text("title: مكتب\nlanguage: ar\n", encoding="utf-8")
    for name in ("bridge", "school"):
        shutil.rmtree(site / "content" / name)
        shutil.copytree(site / "content" / "jisr", site / "content" / name)
    build_site(BuildRequest(site), site / "_site")
    with serve(site / "_site") as address:
        page = visit(360, where=f"{address}search/index.html")
        type_words(page, "الربيع")
        hit = page.locator(".hits li").first
        expect(hit).to_contain_text("ليلى منصور")
        expect(page.get_by_role("status")).to_contain_text("3")
        box, field = hit.bounding_box(), page.get_by_role("searchbox").bounding_box()
        assert box and field
        assert abs(box["x"] + box["width"] - field["x"] - field["width"]) < 2
        assert find_faults(page) == []
        page.close()
