"""The modules that a command imports: a check and a build begin sooner without what they do not need."""

import sys
from pathlib import Path

import pytest

from support.processes import environment, run_well
from support.sites import write_site

IMPORTED = """\
import sys
from newsbrief.cli.main import main
assert main(sys.argv[1:]) == 0
print(*sys.modules, sep="\\n")
"""

BABEL = {"babel", "pytz", "zoneinfo"}
"""The pages of the site are in a language whose table of the CLDR is kept."""

DRAWING = {"PIL.Image", "PIL.ImageFont"}
RENDERING = {"jinja2", "newsbrief.theme.render", "newsbrief.theme.template_cache"}
BUILDING = {
    "newsbrief.build.incremental.machine",
    "newsbrief.build.share_cards",
    "newsbrief.disk.staging",
    "newsbrief.pages.lists.onward",
    "selectolax",
}
SELDOM = {"difflib", "httpx", "importlib.metadata", "multiprocessing", "newsbrief.draft.draft", "newsbrief.serve.loop"}
READING = {"datetime", "markdown", "msgspec", "newsbrief.content.article", "newsbrief.rules.check", "yaml"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path, "title: Site\nbase_url: https://post.example\n")


def modules_of(command: str, site: Path) -> set[str]:
    """Return the modules that a command has imported when it is done."""
    printed = run_well(sys.executable, "-c", IMPORTED, command, "--quiet", "--site", site, env=environment())
    return set(printed.split())


def test_a_check_imports_nothing_that_makes_pages(site: Path) -> None:
    imported = modules_of("check", site)
    assert imported & (BABEL | DRAWING | RENDERING | BUILDING | SELDOM) == set()
    assert {"newsbrief.rules.check", "yaml"} <= imported


def test_a_build_imports_what_draws_only_where_it_draws_and_what_reads_only_where_it_reads(site: Path) -> None:
    cold = modules_of("build", site)
    assert cold & (BABEL | SELDOM) == set()
    assert cold >= DRAWING | RENDERING
    article = site / "content" / "bridge" / "article.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nIt rained.\n", encoding="utf-8")
    edited = modules_of("build", site)
    assert edited & (BABEL | DRAWING | SELDOM) == set()
    assert edited >= RENDERING
    unchanged = modules_of("build", site)
    assert unchanged & (BABEL | DRAWING | RENDERING | READING | SELDOM | {"shutil"}) == set()
    assert "newsbrief.build.run" in unchanged
