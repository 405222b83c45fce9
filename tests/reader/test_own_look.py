"""A site with a look of its own, as a reader sees it."""

from pathlib import Path

from playwright.sync_api import Page

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from support.browsing import serve
from support.looks import background_of, style_of

CUSTOM = """\
:root { --accent: light-dark(#005a3c, #7fd6b0); --paper: light-dark(#ffffff, #101214) }
h1 { font-size: 20px }
"""


def test_a_custom_sheet_changes_what_it_says_and_leaves_the_rest_of_the_design(page: Page, site: Path) -> None:
    (site / "static").mkdir()
    (site / "static" / "custom.css").write_text(CUSTOM, encoding="utf-8")
    build_site(BuildRequest(site), site / "_site")
    with serve(site / "_site") as address:
        page.goto(address + "bridge/index.html")
        assert background_of(page, "body") == "rgb(255, 255, 255)"
        # Stronger than any selector of the theme, though it is the shortest.
        assert style_of(page.locator("h1"), "fontSize") == "20px"
        assert style_of(page.locator(".standfirst, .section-note").first, "color") == "rgb(83, 77, 68)"
        page.emulate_media(color_scheme="dark")
        assert background_of(page, "body") == "rgb(16, 18, 20)"
        page.goto(address + "bridge/embed/index.html")
        assert background_of(page, "body") == "rgb(16, 18, 20)"
        page.goto("about:blank")
