"""Briefings as a peer reads them: a folder each, whose `index.md` has the fact sheet's lists in its front matter."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from tools.bench.content import Invented, invent
from tools.bench.yamltext import as_yaml

LAYOUTS = Path(__file__).parent / "layouts"
CONTENT = "content"


def as_bundle(briefing: Invented) -> str:
    """Return the text of a briefing's `index.md`."""
    own = {"date": briefing.front["as_of"], "description": briefing.front["standfirst"]}
    return f"---\n{as_yaml({**briefing.front, **own, **briefing.facts})}---\n\n{briefing.article}"


def place_bundle(briefing: Invented) -> tuple[str, str]:
    """Return where a briefing's `index.md` stands in a site, and its text."""
    return f"{CONTENT}/{briefing.name}/index.md", as_bundle(briefing)


def write_bundles(site: Path, layouts: str, briefings: Iterable[Invented]) -> None:
    """Write a site's content, and the templates of the peer whose folder of them is `layouts`."""
    (site / CONTENT).mkdir(parents=True)
    shutil.copytree(LAYOUTS / layouts, site, dirs_exist_ok=True)
    for path, text in map(place_bundle, briefings):
        (site / path).parent.mkdir()
        (site / path).write_text(text, encoding="utf-8")


def write_site(site: Path, layouts: str, count: int, config: dict[str, str]) -> None:
    """Write a whole site of the first `count` briefings; `config` has the texts of files that depend on the machine."""
    write_bundles(site, layouts, map(invent, range(1, count + 1)))
    for path, text in config.items():
        (site / path).write_text(text, encoding="utf-8")
