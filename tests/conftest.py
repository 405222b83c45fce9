"""Real sites in real folders: what most tests start from."""

import os
import shutil
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browsing import BASE, CHROMIUM, FLAGS, need, serve
from newsbrief.article import parse_article
from newsbrief.build import build_site
from newsbrief.check import check_briefing
from newsbrief.errors import Problem
from newsbrief.facts import parse_facts
from newsbrief.findings import Findings, find_all
from newsbrief.source import BriefingFolder, SourceFile
from newsbrief.yamlfile import parse_yaml

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
SITES = Path(__file__).parent / "sites"
CASES = Path(__file__).parent / "cases"

FRONT = """\
---
title: A title
as_of: 2019-04-07
---

"""

ARTICLE = """\
On Sunday, the mayor of Adaba spoke to reporters. "The bridge will open in May," Mayor Lena Ortiz said.

Her rival, Tom Reed, called the plan "late and costly" in a letter. The council had voted for it in 2017.
"""

FACTS = """\
actors:
  - id: ortiz
    name: Lena Ortiz
    kind: person
    aliases: [Mayor Lena Ortiz]
  - id: reed
    name: Tom Reed
    kind: person
dates:
  - date: 2017
    when: in 2017
    event: The council votes for the bridge.
    cite: The council had voted for it in 2017
quotes:
  - speaker: ortiz
    cue: Mayor Lena Ortiz said
    text: The bridge will open in May,
  - speaker: reed
    cue: Tom Reed, called the plan
    text: late and costly
"""


def write_briefing(
    site: Path, name: str = "bridge", article: str = ARTICLE, facts: str = FACTS, front: str = FRONT
) -> Path:
    """Write one briefing's folder below `site`/content and return it. Texts are dedented."""
    folder = site / "content" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.md").write_text(front + textwrap.dedent(article), encoding="utf-8")
    (folder / "facts.yaml").write_text(textwrap.dedent(facts), encoding="utf-8")
    return folder


def write_site(site: Path, config: str = "title: Test site\n") -> Path:
    """Write a whole small site into `site`, one briefing in it, and return it."""
    write_briefing(site)
    (site / "content" / "site.yaml").write_text(config, encoding="utf-8")
    return site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site without a problem, in a folder of its own."""
    return write_site(tmp_path / "site")


def find(article: str, facts: str, front: str = FRONT) -> Findings:
    """Return the findings of an article and a fact sheet given as text; both must be readable."""
    file = SourceFile("content/x/article.md", front + textwrap.dedent(article))
    sheet = SourceFile("content/x/facts.yaml", textwrap.dedent(facts))
    parsed, problems = parse_article(BriefingFolder("x", Path("content/x"), file, sheet), "en")
    assert parsed is not None, problems
    return find_all(parsed, parse_facts(parse_yaml(sheet)))


def check(article: str, facts: str, front: str = FRONT) -> list[Problem]:
    """Return every problem of an article and a fact sheet given as text."""
    return check_briefing(find(article, facts, front))


def read_cases(name: str) -> list[tuple[str, list[str]]]:
    """Return the cases of `tests/cases/NAME`: a title line `=== title`, then parts divided by lines of dots."""
    cases = []
    for chunk in (CASES / name).read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, body = chunk.partition("\n")
        cases.append((title.strip(), [part.strip("\n") for part in body.split("\n....\n")]))
    return cases


@pytest.fixture
def open_path() -> Iterator[Path]:
    """A folder that every user of the machine may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be held back by permissions, which do not hold back root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


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


def build_copy(site: Path, folder: Path) -> Path:
    """Build a copy of a test site, since a build leaves its record in the site's folder; return the output."""
    shutil.copytree(site / "content", folder / site.name / "content")
    output = folder / f"built-{site.name}"
    build_site(folder / site.name, output, f"http://127.0.0.1/{BASE}")
    return output


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built Libya site."""
    output = tmp_path_factory.mktemp("libya") / "site"
    build_site(ROOT, output, f"http://127.0.0.1/{BASE}")
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
    from many import write_little

    return write_little(tmp_path_factory.mktemp("many"), "en")


@pytest.fixture(scope="session")
def many_arabic_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages that gather many briefings, in Arabic; there are no briefings beside them."""
    from many import write_little

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
