"""MkDocs, installed from its Python package, with a site of the same briefings. It has no feed of its own."""

import json
from pathlib import Path

from tools.bench.content import SITE
from tools.bench.peers.bundles import place_bundle, write_site
from tools.bench.peers.installing import INSTALLED, ask_version, install_by_pip
from tools.bench.programs import Program

FOLDER = INSTALLED / "mkdocs"
PACKAGE = "mkdocs>=1.6"
_PROGRAM = FOLDER / "bin" / "mkdocs"
_CONFIG = {
    "site_name": SITE["title"],
    "site_url": f"{SITE['base_url']}/",
    "docs_dir": "content",
    "site_dir": "site",
    "theme": {"name": None, "custom_dir": "layouts"},
    "markdown_extensions": ["tables", "footnotes"],
    "plugins": [],
}


def install() -> Path | str:
    """Return MkDocs' program, installed if need be, or why there is none."""
    return _PROGRAM if _PROGRAM.exists() else install_by_pip(FOLDER, [PACKAGE]) or _PROGRAM


def read_version(program: Path) -> str:
    """Return the version of MkDocs."""
    return ask_version(str(program), "--version")


def set_up(site: Path, count: int, program: Path) -> Program:
    """Write the site for MkDocs; its configuration, which is YAML, is written as JSON."""
    write_site(site, "mkdocs", count, {"mkdocs.yml": json.dumps(_CONFIG, indent=2)})
    return Program(
        name="MkDocs",
        count=count,
        site=site,
        command=(str(program), "build", "--quiet"),
        made=("site",),
        output="site",
        besides=("index.html", "glossary/index.html", "sitemap.xml"),
        article=place_bundle,
        serve=lambda port: (str(program), "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"),
    )
