"""The Libya briefing and the Arabic one, opened as a reader opens them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.browsing import BRIEFING, Visit


@pytest.fixture(scope="session")
def contexts(chromium: Browser) -> Iterator[dict[Any, BrowserContext]]:
    """The contexts of these tests by their options: pages of one context load only once what they share."""
    contexts: dict[Any, BrowserContext] = {}
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.fixture
def visit(chromium: Browser, contexts: dict[Any, BrowserContext], address: str) -> Iterator[Visit]:
    """Open the Libya briefing, or the page at `where`, in a window of its own, which takes Playwright's options."""
    pages: list[Page] = []

    def open_at(width: int = 1280, height: int = 900, where: str = "", **options: Any) -> Page:
        key = tuple(sorted(options.items()))
        if key not in contexts:
            contexts[key] = chromium.new_context(reduced_motion="reduce", **options)
        pages.append(contexts[key].new_page())
        pages[-1].set_viewport_size({"width": width, "height": height})
        pages[-1].goto(where or address + BRIEFING)
        return pages[-1]

    yield open_at
    for page in pages:
        page.close()


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
