"""Makes the README's pictures: the Libya briefing with a claim and its words, in light and in dark, and its share card.

Run by `make screenshots`, or from tests/ as `python -m tools.screenshots`. All are replaced, or none.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.paths import CARD
from support.browsing import BASE, BRIEFING, CHROMIUM, FLAGS, serve
from tools import ROOT

SCHEMES = {"screenshot.png": "light", "screenshot-dark.png": "dark"}
WIDTH, HEIGHT, SCALE = 1360, 860, 1.25
LIT = "#key-point-5-words"
MOST_BYTES = 400_000


def main() -> int:
    if CHROMIUM is None:
        print("There is no Chromium on this machine.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name) / "site"
        build_site(BuildRequest(ROOT, f"http://127.0.0.1/{BASE}"), site)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with serve(site) as address:
            pictures = {file: take(browser, address + BRIEFING + LIT, scheme) for file, scheme in SCHEMES.items()}
        browser.close()
        pictures["card.png"] = (site / BRIEFING).with_name(CARD).read_bytes()
    for file, picture in pictures.items():
        if len(picture) > MOST_BYTES:
            print(f"{file} would have {len(picture)} bytes; {MOST_BYTES} are the most.", file=sys.stderr)
            return 1
    for file, picture in pictures.items():
        (ROOT / "docs" / "pictures" / file).write_bytes(picture)
        print(f"docs/pictures/{file}: {len(picture)} bytes")
    return 0


def take(browser: Browser, url: str, scheme: str) -> bytes:
    """Return the page at `url` as a PNG picture, when its fonts are there and nothing moves."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        device_scale_factor=SCALE,
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    picture = page.screenshot(animations="disabled", caret="hide", scale="device")
    context.close()
    return picture


if __name__ == "__main__":
    sys.exit(main())
