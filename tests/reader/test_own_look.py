"""A site with a look of its own, as a reader sees it."""

from pathlib import Path

from playwright.sync_api import Page

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from support.browsing import OpenPage, find_faults, serve
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


def test_a_page_asks_the_hosts_that_the_site_allows_and_no_other(open_page: OpenPage, club_built: Path) -> None:
    page = open_page()
    asked: list[str] = []
    refused: list[str] = []
    answer = {"headers": {"access-control-allow-origin": "*"}, "body": ""}
    page.route(
        lambda url: url.startswith("https://"),
        lambda route: (asked.append(route.request.url), route.fulfill(**answer))[1],
    )
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)
    with serve(club_built) as address:
        page.goto(address + "cup-final/index.html")
        page.wait_for_function("performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
        page.evaluate("fetch('https://stats.example.org/other').then(answer => answer.text())")
        page.evaluate("fetch('https://elsewhere.example.org/').catch(() => {})")
    assert asked == ["https://stats.example.org/count", "https://stats.example.org/other"]
    assert refused and all("elsewhere.example.org" in text for text in refused)


def test_own_colours_are_on_links_in_both_schemes_and_every_page_passes(page: Page, club_built: Path) -> None:
    with serve(club_built) as address:
        for scheme, colour in (("light", "rgb(11, 83, 69)"), ("dark", "rgb(127, 214, 176)")):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            for path in ("index.html", "cup-final/index.html", "about/index.html", "404.html"):
                page.goto(address + path)
                assert style_of(page.locator(".colophon a").first, "color") == colour
                assert find_faults(page) == [], path
        page.goto("about:blank")
