"""Real sites in real folders: what most tests start from."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from support.browsing import BASE, CHROMIUM, FLAGS, need, serve
from support.sites import ROOT, SITES, build_copy, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site without a problem, in a folder of its own."""
    return write_site(tmp_path / "site")


@pytest.fixture
def open_path() -> Iterator[Path]:
    """A folder that every user of the machine may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@pytest.fixture
def in_folder() -> Iterator[Callable[[Path], None]]:
    """Change the working folder for one test."""
    before = Path.cwd()
    yield os.chdir
    os.chdir(before)


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """The Chromium of this machine; Playwright is imported only where a test asks for it."""
    need(CHROMIUM, "no Chromium on this machine (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: "Browser") -> Iterator[Callable[..., "Page"]]:
    """Open an empty page in a context of its own, which takes Playwright's options; all are closed after the test."""
    contexts = []

    def open_one(width: int = 1280, height: int = 900, **options: object) -> "Page":
        contexts.append(chromium.new_context(viewport={"width": width, "height": height}, **options))  # type: ignore[arg-type]
        return contexts[-1].new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., "Page"]) -> "Page":
    return open_page(reduced_motion="reduce")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built Libya site."""
    output = tmp_path_factory.mktemp("libya") / "site"
    build_site(BuildRequest(ROOT, f"http://127.0.0.1/{BASE}"), output)
    return output


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The Libya site's address below /some-repo/, as on a project page."""
    with serve(built) as address:
        yield address


@pytest.fixture(scope="session")
def arabic_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built Arabic test site."""
    return build_copy(SITES / "arabic", tmp_path_factory.mktemp("arabic"))


@pytest.fixture(scope="session")
def arabic_address(arabic_built: Path) -> Iterator[str]:
    """The Arabic test site's address."""
    with serve(arabic_built) as address:
        yield address


@pytest.fixture(scope="session")
def many_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages that gather many briefings, in English; there are no briefings beside them."""
    from support.many import write_little

    return write_little(tmp_path_factory.mktemp("many"), "en")


@pytest.fixture(scope="session")
def many_arabic_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages that gather many briefings, in Arabic; there are no briefings beside them."""
    from support.many import write_little

    return write_little(tmp_path_factory.mktemp("many-arabic"), "ar")


@pytest.fixture(scope="session")
def many_address(many_built: Path) -> Iterator[str]:
    """The address of the pages that gather many briefings, in English."""
    with serve(many_built) as address:
        yield address


@pytest.fixture(scope="session")
def many_arabic_address(many_arabic_built: Path) -> Iterator[str]:
    """The address of the pages that gather many briefings, in Arabic."""
    with serve(many_arabic_built) as address:
        yield address


@pytest.fixture(scope="session")
def two_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built test site of two briefings."""
    return build_copy(SITES / "two-briefings", tmp_path_factory.mktemp("two"))
