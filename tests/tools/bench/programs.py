"""A program that builds a site of invented briefings, and Newsbrief as the first of them."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.content import SITE, Invented, invent, write_content
from tools.bench.yamltext import as_yaml


def _without_config(addressed: bool) -> tuple[str, str] | None:
    return None


@dataclass(frozen=True, slots=True)
class Program:
    """A program that builds `count` briefings in `site`, where its commands are run.

    `made` are all the files and folders that its builds make there; without them, a build is cold. `restored` are those
    of them from which a build in another folder can start. `besides` are files of the output that are no briefing's.
    `article` returns an article's file, relative to the site, and its text; `serve` the command that shows the site at
    a port of this machine; `config` the file that says whether the site has an address, and its text, or None where
    that makes no difference.
    """

    name: str
    count: int
    site: Path
    command: tuple[str, ...]
    made: tuple[str, ...]
    output: str
    besides: tuple[str, ...]
    article: Callable[[Invented], tuple[str, str]]
    serve: Callable[[int], tuple[str, ...]]
    restored: tuple[str, ...] = ()
    config: Callable[[bool], tuple[str, str] | None] = _without_config

    def page(self, briefing: Invented) -> Path:
        """Return the built page of a briefing."""
        return self.site / self.output / briefing.name / "index.html"

    def gathering_pages(self) -> list[Path]:
        """Return the built pages that are no briefing's: home, glossary, and what goes on on further pages."""
        own = {self.page(invent(number)) for number in range(1, self.count + 1)}
        return sorted(set((self.site / self.output).rglob("*.html")) - own)

    @property
    def surroundings(self) -> Mapping[str, str]:
        """The environment of its runs: nothing in it sets up a program, but for a cache inside the site."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_SETTINGS)}
        return {**kept, "HUGO_CACHEDIR": str(self.site / "cache")}


_SETTINGS = ("PYTHON", "HUGO_", "ELEVENTY_", "NODE_", "PELICAN_")


def set_up_newsbrief(site: Path, count: int) -> Program:
    """Write the site for Newsbrief, and return the program as `make site` has installed it."""
    write_content(site / "content", map(invent, range(1, count + 1)))
    command = str(Path(sys.executable).with_name("newsbrief"))
    return Program(
        name="Newsbrief",
        count=count,
        site=site,
        command=(command, "build", "--quiet"),
        made=("_site", ".newsbrief"),
        output="_site",
        besides=("index.html", "glossary/index.html"),
        article=lambda briefing: (f"content/{briefing.name}/article.md", briefing.article_file),
        serve=lambda port: (command, "serve", "--port", str(port)),
        restored=("_site", ".newsbrief"),
        config=lambda addressed: ("content/site.yaml", as_yaml(name_site(addressed))),
    )


def name_site(addressed: bool) -> Mapping[str, str]:
    """Return the keys of `site.yaml`, with the site's address or without."""
    return {key: value for key, value in SITE.items() if addressed or key != "base_url"}
