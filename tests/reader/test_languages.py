"""The small site of each language: its pages read from the right side, and no word of the interface is too long."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from newsbrief.content.settings import read_config
from newsbrief.model.languages import locale_of
from newsbrief.pages.language.interface import read_interface, shipped_languages
from support.browsing import Visit, find_faults, serve, settle
from support.html import LANGUAGE_FOLDERS
from support.outputs import build_once
from support.sites import SITES

SITES_OF_LANGUAGES = {"arabic": SITES / "arabic", **LANGUAGE_FOLDERS}

OVERFLOWING = """() => {
    const tight = 'button, label, legend, summary, th, td, h1, h2, h3, h4, dt, .meta li, .party-facts, nav a';
    const found = [];
    const note = (each, { left, right }) =>
        found.push(`${Math.round(left)} to ${Math.round(right)}: ${each.textContent.trim().slice(0, 60)}`);
    for (const each of document.querySelectorAll('body *')) {
        const box = each.getBoundingClientRect();
        const isSeen = box.width > 1 && !each.closest('.wide');
        const isOutside = box.left < -1 || box.right > innerWidth + 1;
        const isTooLong = each.matches(tight) && each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1;
        if (isSeen && (isOutside || isTooLong)) note(each, box);
    }
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) found.push(`the page is ${page.scrollWidth} wide`);
    return found;
}"""
"""What sticks out of the window, and labels that stick out of their boxes."""

UNFOLD = "() => document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.fixture(params=sorted(SITES_OF_LANGUAGES))
def language_site(request: pytest.FixtureRequest, shared: Path) -> Iterator[tuple[Path, str]]:
    """The folder of one of the sites, and the address at which it is served."""
    with serve(build_once(request.param, shared)) as address:
        yield SITES_OF_LANGUAGES[request.param], address


def find_overflowing(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    found: list[str] = page.evaluate(OVERFLOWING)
    return [f"{width}: {each}" for each in found]


def test_every_kind_of_page_of_every_language_fits_and_says_what_it_is(
    visit: Visit, language_site: tuple[Path, str]
) -> None:
    folder, address = language_site
    language = read_config(folder).language
    (briefing,) = (path.parent.name for path in folder.glob("content/*/article.md"))
    faults: list[str] = []
    for path in ("index.html", f"{briefing}/index.html", "glossary/index.html", f"{briefing}/embed/index.html"):
        page = visit(360, where=address + path)
        page.evaluate(UNFOLD)
        settle(page)
        root = page.locator("html")
        assert root.get_attribute("lang") == language
        assert root.get_attribute("dir") == locale_of(language).text_direction
        faults += (f"{path}: {each}" for width in (360, 1440) for each in find_overflowing(page, width))
        if path == f"{briefing}/index.html":
            faults += find_faults(page)
    assert faults == []


def test_every_language_that_is_shipped_has_a_site() -> None:
    spoken = {read_config(folder).language for folder in SITES_OF_LANGUAGES.values()}
    assert shipped_languages() <= {*spoken, "en"}


@pytest.mark.parametrize("name", sorted(SITES_OF_LANGUAGES))
def test_a_site_of_a_language_speaks_it(name: str, shared: Path) -> None:
    language = read_config(SITES_OF_LANGUAGES[name]).language
    say = read_interface(language)
    assert say.language == language
    (page,) = (
        path for path in build_once(name, shared).glob("*/index.html") if (path.parent / "evidence.json").exists()
    )
    written = re.sub(r"<script[^>]*>.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for key in ("at-a-glance", "who-said-what", "who-is-who", "timeline", "the-article", "sources-and-method"):
        assert f">{say(key)}</h2>" in written, key
