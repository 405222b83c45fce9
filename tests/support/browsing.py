"""What the browser tests share: the Chromium of this machine, the pages to visit, and sites served on loopback."""

import os
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

BRIEFING = "libya-2019/index.html"
PAGES = ("index.html", BRIEFING, "glossary/index.html", "about/index.html", "404.html")
"""The kinds of page of the Libya site, one of each."""

MANY_PAGES = (
    "index.html",
    "archive/3/index.html",
    "archive/index.html",
    "glossary/index.html",
    "glossary/a/2/index.html",
    "glossary/party/council/1/index.html",
)
"""The kinds of page that gather many briefings, one of each."""

BASE = "some-repo"
"""The folder that sites are served from, as on a project page; `404.html` is built for it."""

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
"""The Chromium of this machine; the one without windows comes first, since it takes half the time."""

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Letters are as wide as their typeface says, whatever this machine's settings for screens are.
    "--font-render-hinting=none",
)


Visit = Callable[..., "Page"]
"""Opens a page in a window that is empty, with the options of Playwright's contexts."""

OpenPage = Callable[..., "Page"]
"""Opens an empty window that nobody had before, for tests that listen to one or stand between it and the server."""

KINDS = ("any", "all", "none")
"""The lists in which axe keeps what it found on an element."""


def need(found: object, missing: str) -> None:
    """Skip a test for what is missing on this machine, and say so; where it is required, fail."""
    if not found:
        assert not os.environ.get("NEWSBRIEF_REQUIRE_BROWSER"), f"required here: {missing}"
        pytest.skip(missing)


def ending(address: str) -> re.Pattern[str]:
    """Return what the addresses match that end so. A page that follows a link may take a moment to have its address."""
    return re.compile(f"{re.escape(address)}$")


def follow(link: "Locator") -> None:
    """Follow a link to another page, and wait until that has come."""
    with link.page.expect_navigation():
        link.click()


def draw(page: "Page") -> None:
    """Wait until a page has been drawn again, and what that brings about has happened."""
    page.evaluate("async () => { for (let at = 0; at < 5; at++) await new Promise(requestAnimationFrame); }")


def settle(page: "Page") -> None:
    """Wait until a loaded page has its typefaces, and is drawn with them."""
    page.evaluate("async () => { await document.fonts.ready; }")
    draw(page)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and keeps silent about it."""

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def serve(site: Path, handler: type[SimpleHTTPRequestHandler] = QuietHandler) -> Iterator[str]:
    """Serve a built site on loopback and yield its address, which ends in a slash."""
    with tempfile.TemporaryDirectory() as root:
        (Path(root) / BASE).symlink_to(site.resolve())
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=root))
        serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/{BASE}/"
        finally:
            server.shutdown()
            server.server_close()
            serving.join()


def find_faults(page: "Page", *rules: str, without: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds in a page, by those of its rules that are named, or by all that it applies by itself."""
    from axe_playwright_python.sync_playwright import Axe

    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    off = {rule: {"enabled": False} for rule in without}
    found = Axe().run(page, options={"resultTypes": ["violations"], "rules": off, **only}).response
    return [
        f"{each['id']}: {node['html']}: {'; '.join(check['message'] for kind in KINDS for check in node[kind])}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
