"""The preview in a browser: pages change when their sources do, and problems stand over the last good ones."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.browsing import find_faults
from support.files import edit, write
from support.preview import Preview, ask
from support.sites import ARTICLE, FACTS, ROOT, SITES, write_briefing

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROKEN = FACTS.replace("text: The bridge will open in May,", "text: the bridge will open in May,")
PLACE = "content/bridge/facts.yaml:17:11"
REMEDY = "the article has, with different capitals: “The bridge will open in May,” (article.md:6)"


@pytest.fixture
def shown(page: "Page") -> Iterator["Page"]:
    """A page that has logged nothing and met no fault when the test is over."""
    logged: list[str] = []
    page.on("console", lambda message: logged.append(message.text))
    page.on("pageerror", lambda error: logged.append(str(error)))
    yield page
    assert logged == []


def mark(page: "Page") -> None:
    """Leave a mark on the page that no reload survives."""
    page.evaluate("window.survivor = true")


def is_marked(page: "Page") -> bool:
    return bool(page.evaluate("window.survivor === true"))


def paper(page: "Page") -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize(("width", "scrolled"), [(800, "html"), (1280, "#article")], ids=["the page", "the pane"])
def test_edit_shows_in_the_open_page_at_the_same_place(
    site: Path, preview: Callable[..., Preview], shown: "Page", width: int, scrolled: str
) -> None:
    article = ARTICLE + "".join(f"\nThe council met again, the {number}th time.\n" for number in range(4, 60))
    write_briefing(site, article=article)
    serving = preview(site)
    shown.set_viewport_size({"width": width, "height": 600})
    shown.goto(f"{serving.address}bridge/#article")
    shown.evaluate("each => document.querySelector(each).scrollTo(0, 1234)", scrolled)
    shown.wait_for_function("each => document.querySelector(each).scrollTop === 1234", arg=scrolled)
    # The page keeps the place of the pane itself; the browser keeps that of the window.
    shown.wait_for_function("each => each === 'html' || history.state?.top === 1234", arg=scrolled)
    mark(shown)

    edit(site / "content" / "bridge" / "article.md", "the 59th time", "the last time")

    shown.get_by_text("The council met again, the last time.").wait_for()
    assert not is_marked(shown)
    shown.wait_for_function("each => document.querySelector(each).scrollTop === 1234", arg=scrolled)
    assert serving.wait_for(r"^Rebuilt in \d+ ms: (.*)$")[1] == "content/bridge/article.md"


def test_style_sheet_is_changed_without_a_reload(site: Path, preview: Callable[..., Preview], shown: "Page") -> None:
    tokens = site / "static" / "css" / "tokens.css"
    write(tokens, (ROOT / "static" / "css" / "tokens.css").read_bytes())
    serving = preview(site)
    shown.set_viewport_size({"width": 800, "height": 300})
    shown.goto(f"{serving.address}bridge/")
    # Letters that come later move what stands below them.
    shown.evaluate("document.fonts.ready.then(() => scrollTo(0, 333))")
    mark(shown)
    before = paper(shown)

    for colour, expected in (("#ffeedd", "rgb(255, 238, 221)"), ("#ddeeff", "rgb(221, 238, 255)")):
        text = re.sub(r"--paper: [^;]*", f"--paper: {colour}", tokens.read_text(encoding="utf-8"))
        write(tokens, text)
        shown.wait_for_function("colour => getComputedStyle(document.body).backgroundColor === colour", arg=expected)
    assert paper(shown) != before
    shown.wait_for_function("() => document.querySelectorAll('link[rel=stylesheet]:not([media])').length === 1")
    assert is_marked(shown) and abs(shown.evaluate("scrollY") - 333) < 10


def test_folder_that_comes_and_goes_is_noticed(site: Path, preview: Callable[..., Preview], shown: "Page") -> None:
    serving = preview(site)
    shown.goto(serving.address)
    before = paper(shown)
    write(site / "static" / "css" / "tokens.css", ":root { --paper: rgb(1, 2, 3); }\n")
    shown.wait_for_function("() => getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    (site / "static").rename(site / "put-away")
    shown.wait_for_function("colour => getComputedStyle(document.body).backgroundColor === colour", arg=before)

    (site / "content").rename(site / "content-put-away")
    serving.wait_for("there is no such f")
    (site / "content-put-away").rename(site / "content")
    serving.wait_for(r"^Rebuilt in \d+ ms: content/$")
    edit(site / "content" / "site.yaml", "Test site", "Renamed site")
    shown.get_by_role("heading", name="Renamed site").wait_for()


def test_problems_stand_over_the_last_good_page_until_they_are_fixed(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    serving = preview(site)
    shown.goto(f"{serving.address}bridge/")
    mark(shown)
    panel = shown.get_by_role("alert")
    assert panel.count() == 0

    write_briefing(site, facts=BROKEN)

    panel.wait_for()
    assert panel.get_by_role("heading").text_content() == "1 problem to fix"
    for words in (PLACE, "quotation is not in the article", "text: the bridge will open", REMEDY):
        assert panel.get_by_text(words).is_visible(), words
    assert panel.locator("mark").text_content() == "t"
    assert shown.get_by_role("heading", level=1, name="A title").is_visible()
    serving.wait_for(rf"^{PLACE}: quotation is not in the article$")
    serving.wait_for("^      the article has, with different capitals: ")
    assert ask(serving.port, "/bridge/")[0] == 200

    write_briefing(site, facts=BROKEN.replace("speaker: reed", "speaker: nobody"))
    panel.get_by_text("2 problems to fix").wait_for()
    shown.reload()
    panel.get_by_text("2 problems to fix").wait_for()
    mark(shown)

    write_briefing(site)
    panel.wait_for(state="detached")
    assert is_marked(shown)


def test_panel_is_hidden_by_keyboard_or_button_and_comes_back_with_news(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    serving = preview(site)
    shown.goto(serving.address)
    panel = shown.get_by_role("alert")
    write_briefing(site, facts=BROKEN)
    panel.wait_for()
    shown.keyboard.press("Escape")
    panel.wait_for(state="detached")

    write(site / "content" / "site.yaml", "titel: Test site\n")
    panel.get_by_text("unknown key 'titel'").wait_for()
    panel.get_by_role("button", name="Hide").click()
    panel.wait_for(state="detached")
    assert shown.get_by_role("heading", name="Test site").is_visible()


def test_faulty_template_and_faulty_style_sheet_are_told(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    serving = preview(site)
    shown.goto(serving.address)
    panel = shown.get_by_role("alert")
    write(site / "templates" / "home.html", "<p>\n{% if %}\n</p>")
    panel.get_by_text("templates/home.html:2", exact=True).wait_for()
    write(site / "static" / "own.css", '@import "nowhere.css";')
    (site / "templates" / "home.html").unlink()
    panel.get_by_text("static/own.css", exact=True).wait_for()
    write(site / "static" / "own.css", "")
    panel.wait_for(state="detached")


@pytest.mark.parametrize("config", ["title: Mended\n", "titel: Wrong\n"])
def test_site_that_is_broken_from_the_start_shows_its_problems_and_waits(
    site: Path, preview: Callable[..., Preview], page: "Page", config: str
) -> None:
    write(site / "content" / "site.yaml", config)
    write_briefing(site, facts=BROKEN)
    serving = preview(site)
    count = config.count("titel") + 1
    page.goto(serving.address)
    assert ask(serving.port, "/bridge/")[0] == 503
    assert page.get_by_role("heading", level=1).text_content() == f"{count} problem{'s' * (count > 1)} to fix"
    assert page.get_by_text(PLACE).is_visible() and page.get_by_text(REMEDY).is_visible()
    assert page.get_by_role("alert").count() == 0
    assert find_faults(page) == []

    write_briefing(site, facts=BROKEN.replace("speaker: reed", "speaker: nobody"))
    page.get_by_role("heading", level=1, name=f"{count + 1} problems to fix").wait_for()
    write_briefing(site)
    write(site / "content" / "site.yaml", "title: Mended\nbase_url: https://name.example/briefings\n")
    page.get_by_role("heading", level=1, name="Mended").wait_for()
    assert page.url == f"http://127.0.0.1:{serving.port}/briefings/"
    serving.wait_for(r"^Built 5 pages in \d+ ms$")


def test_nothing_that_a_problem_says_is_run(site: Path, preview: Callable[..., Preview], shown: "Page") -> None:
    serving = preview(site)
    shown.goto(serving.address)
    write_briefing(site, facts='"<img src=x onerror=hacked()><script>hacked()</script>": 1\n')
    panel = shown.get_by_role("alert")
    panel.get_by_text("unknown key '<img src=x onerror=hacked()><script>hacked()</script>'").wait_for()
    assert panel.locator("img, script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panel_is_readable_over_a_page_from_right_to_left(
    tmp_path: Path, preview: Callable[..., Preview], open_page: Callable[..., "Page"], scheme: str
) -> None:
    site = tmp_path / "arabic"
    shutil.copytree(SITES / "arabic" / "content", site / "content")
    serving = preview(site)
    page = open_page(360, 640, color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{serving.address}jisr/")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    edit(site / "content" / "jisr" / "facts.yaml", "cite: وكان المجلس", "cite: وكانت المجلس")
    panel = page.get_by_role("alert")
    panel.wait_for()

    assert panel.evaluate("each => getComputedStyle(each).direction") == "ltr"
    line = panel.locator("pre").first
    assert line.evaluate("each => getComputedStyle(each).direction") == "ltr"
    box = panel.bounding_box()
    assert box and (box["x"], box["width"]) == (0, 360) and box["y"] > 100 and box["y"] + box["height"] <= 640
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert find_faults(page) == []


def test_all_browsers_are_told_and_each_keeps_what_did_not_change(
    site: Path, preview: Callable[..., Preview], open_page: Callable[..., "Page"]
) -> None:
    write_briefing(site, "other", "The quay is shut.\n", "")
    serving = preview(site)
    one, two, other, lost = (open_page() for _ in range(4))
    for page, path in ((one, "bridge/"), (two, "bridge/"), (other, "other/"), (lost, "third/")):
        page.goto(serving.address + path)
    mark(other)

    edit(site / "content" / "bridge" / "article.md", "A title", "A better title")
    for page in (one, two):
        page.get_by_role("heading", level=1, name="A better title").wait_for()
    assert is_marked(other)

    write_briefing(site, facts=BROKEN)
    for page in (one, two, other, lost):
        page.get_by_role("alert").wait_for()
    write_briefing(site)
    for page in (one, two, other, lost):
        page.get_by_role("alert").wait_for(state="detached")

    write_briefing(site, "third")
    lost.get_by_role("heading", level=1, name="A title").wait_for()


def test_page_that_nobody_looks_at_is_made_new_when_somebody_does(
    site: Path, preview: Callable[..., Preview], shown: "Page"
) -> None:
    look_away = """is_away => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => is_away });
        document.dispatchEvent(new Event('visibilitychange'));
    }"""
    serving = preview(site)
    shown.goto(f"{serving.address}bridge/")
    mark(shown)
    shown.evaluate(look_away, True)
    edit(site / "content" / "bridge" / "article.md", "A title", "A better title")
    serving.wait_for("^Rebuilt")
    assert is_marked(shown) and shown.get_by_role("heading", level=1, name="A title").is_visible()
    shown.evaluate(look_away, False)
    shown.get_by_role("heading", level=1, name="A better title").wait_for()


def test_page_finds_the_preview_again_after_it_was_started_anew(
    site: Path, preview: Callable[..., Preview], page: "Page"
) -> None:
    first = preview(site)
    page.goto(first.address)
    port = str(first.port)
    first.end()
    edit(site / "content" / "site.yaml", "Test site", "Later site")
    preview(site, "--port", port)
    page.get_by_role("heading", level=1, name="Later site").wait_for()
