"""Real sites in real folders: what most tests start from."""

import compileall
import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from support.browsing import CHROMIUM, FLAGS, need, serve
from support.guards import adopt_orphans, ending_in_time, leaving_nothing
from support.outputs import build_once, write_many_once
from support.processes import heed_signals
from support.sites import ROOT, write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# No example is too slow on a machine that has other things to do. The examples are the same in every run, so that a
# change is judged by what it changes and not by luck; `--hypothesis-profile=search` looks for new ones, and for more.
settings.register_profile("same", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("search", settings.get_profile("same"), derandomize=False, max_examples=1000, print_blob=True)
settings.load_profile("same")

OF_SOMEBODY = (
    "BROWSER",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_",
    "LANG",
    "LC_",
    "LINES",
    "NO_COLOR",
    "SOURCE_DATE_EPOCH",
    "TERM",
    "XDG_",
)
"""How variables begin that tell of whoever runs the tests, and that the command reads."""


def pytest_configure() -> None:
    """Refuse a language in which some files cannot have their names; Python has its own way for the language C.

    The package is compiled first, once for all the commands that tests start: with PYTHONDONTWRITEBYTECODE set, as
    it is in many containers, each of them would compile it again, which takes longer than most of what they do.
    """
    if sys.getfilesystemencoding() != "utf-8":
        raise pytest.UsageError("the tests need names of files in UTF-8: set PYTHONUTF8=1")
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compileall.compile_dir(ROOT / "src", quiet=2)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Take one more worker than there are processors: many tests wait, for a browser or for files to come to rest."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark whatever needs the browser, and the tests of trust, which run the command hundreds of times."""
    for item in items:
        if item.path.parent.name == "trust":
            item.add_marker(pytest.mark.slow)
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def pytest_collection_finish() -> None:
    """Leave the thousands of collected tests out of every collection of garbage from here on."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def surroundings(shared: Path) -> Iterator[None]:
    """Make the surroundings of the tests the same on every machine, however they were started."""
    heed_signals()
    adopt_orphans()
    os.umask(0o022)
    with pytest.MonkeyPatch.context() as patch, leaving_nothing():
        for name in [name for name in os.environ if name.startswith(OF_SOMEBODY)]:
            patch.delenv(name)
        patch.setenv("COLUMNS", "80")
        patch.setenv("TERM", "dumb")
        # Whoever runs the tests finds nothing of theirs among their own files; the theme is compiled once for all.
        patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        yield


@pytest.fixture(autouse=True)
def tidiness() -> Iterator[None]:
    """See that a test ends, and that no process and no thread of it outlives it."""
    with leaving_nothing(), ending_in_time():
        yield


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
    need(CHROMIUM, "no Chromium on this machine (Debian: apt-get install chromium-headless-shell)")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)
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
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a run share; each of them has its own one in the run's."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"


@pytest.fixture(scope="session")
def built(shared: Path) -> Path:
    """The built Libya site."""
    return build_once("libya", shared)


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The Libya site's address below /some-repo/, as on a project page."""
    with serve(built) as address:
        yield address


@pytest.fixture(scope="session")
def arabic_built(shared: Path) -> Path:
    """The built Arabic test site."""
    return build_once("arabic", shared)


@pytest.fixture(scope="session")
def arabic_address(arabic_built: Path) -> Iterator[str]:
    """The Arabic test site's address."""
    with serve(arabic_built) as address:
        yield address


@pytest.fixture(scope="session")
def many_built(shared: Path) -> Path:
    """The pages that gather many briefings, in English; there are no briefings beside them."""
    return write_many_once("en", shared)


@pytest.fixture(scope="session")
def many_arabic_built(shared: Path) -> Path:
    """The pages that gather many briefings, in Arabic; there are no briefings beside them."""
    return write_many_once("ar", shared)


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
def court_built(shared: Path) -> Path:
    """The built site of a court reporter, with kinds and relations of its own."""
    return build_once("court", shared)


@pytest.fixture(scope="session")
def club_built(shared: Path) -> Path:
    """The built site of a club, with a look of its own."""
    return build_once("club", shared)


@pytest.fixture(scope="session")
def two_built(shared: Path) -> Path:
    """The built test site of two briefings."""
    return build_once("two-briefings", shared)
