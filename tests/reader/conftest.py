"""The Libya briefing and the Arabic one, opened as a reader opens them."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.browsing import BRIEFING, Visit

CALM: dict[str, Any] = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce"}
"""Readers' wishes as most of these tests have them."""


class Windows:
    """The windows of these tests, kept by their options from one test to the next: to open one takes longest of all."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._contexts: dict[Any, BrowserContext] = {}
        self._idle: defaultdict[Any, list[Page]] = defaultdict(list)

    def take(self, options: dict[str, Any]) -> Page:
        """Return an empty window with these options, of a context whose pages load only once what they share."""
        key = tuple(sorted(options.items()))
        if self._idle[key]:
            return self._idle[key].pop()
        if key not in self._contexts:
            self._contexts[key] = self._chromium.new_context(**options)
        return self._contexts[key].new_page()

    def give_back(self, page: Page, options: dict[str, Any]) -> None:
        """Take a window back as it was given: empty, the pointer in its corner, shown on a screen."""
        if page.is_closed():
            return
        page.goto("about:blank")
        page.mouse.move(0, 0)
        page.emulate_media(media="null", **{name: value for name, value in options.items() if name in CALM})
        self._idle[tuple(sorted(options.items()))].append(page)

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Iterator[Windows]:
    windows = Windows(chromium)
    yield windows
    windows.close()


@pytest.fixture
def visit(windows: Windows, address: str) -> Iterator[Visit]:
    """Open the Libya briefing, or the page at `where`, in a window of its own, which takes Playwright's options."""
    opened: list[tuple[Page, dict[str, Any]]] = []

    def open_at(width: int = 1280, height: int = 900, where: str = "", **options: Any) -> Page:
        options = {**CALM, **options}
        page = windows.take(options)
        opened.append((page, options))
        page.set_viewport_size({"width": width, "height": height})
        page.goto(where or address + BRIEFING)
        return page

    yield open_at
    for page, options in opened:
        windows.give_back(page, options)


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    """An empty window; whoever listens to one, or keeps something from it, opens their own by `open_page`."""
    page = windows.take(CALM)
    page.set_viewport_size({"width": 1280, "height": 900})
    yield page
    windows.give_back(page, CALM)


@pytest.fixture
def held(open_page: Callable[..., Page], address: str) -> Page:
    """The Libya briefing with its clock held: time goes by only as a test says."""
    page = open_page(reduced_motion="reduce")
    page.clock.install(time=0)
    page.goto(address + BRIEFING)
    page.clock.pause_at(60_000)
    return page


@pytest.fixture
def arabic(arabic_address: str) -> str:
    """The address of the Arabic briefing."""
    return f"{arabic_address}jisr/index.html"
