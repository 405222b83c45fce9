"""A site with a look of its own, as a reader sees it."""

from pathlib import Path

from playwright.sync_api import Page

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from support.browsing import find_faults, serve
from support.looks import background_of, box_of, style_of

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


def test_a_logo_stands_beside_the_name_on_every_page(page: Page, site: Path) -> None:
    (site / "static").mkdir()
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 0h60v20H0z" fill="#005a3c"/></svg>'
    (site / "static" / "mark.svg").write_text(logo, encoding="utf-8")
    (site / "content" / "site.yaml").write_text("title: Harbour School\nlogo: mark.svg\n", encoding="utf-8")
    build_site(BuildRequest(site), site / "_site")
    with serve(site / "_site") as address:
        for path, least in (("index.html", 30), ("bridge/index.html", 28), ("glossary/index.html", 28)):
            page.goto(address + path)
            box = box_of(page.locator(".site-title img"))
            assert box["bottom"] - box["top"] >= least and box["right"] - box["left"] > 2.9 * least, path
            assert page.locator(".masthead svg").count() == 0
        assert page.get_by_role("banner").get_by_role("link", name="Harbour School", exact=True).count() == 1
        page.goto(address)
        assert find_faults(page) == []
        page.goto("about:blank")
