"""The two programs that are compared, each with a site of its own below one folder."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.content import Invented, invent, write_content
from tools.bench.hugo import as_bundle, write_bundles


@dataclass(frozen=True, slots=True)
class Program:
    """A program that builds `count` briefings in `site`.

    `made` are all the files and folders that its builds make there; without them, a build is cold. `besides` are files
    of the output that are no briefing's. `article` returns an article's file, relative to the site, and its text,
    `serve` the command that shows the site at a port of this machine.
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

    def page(self, briefing: Invented) -> Path:
        """Return the built page of a briefing."""
        return self.site / self.output / briefing.name / "index.html"

    def gathering_pages(self) -> list[Path]:
        """Return the built pages that are no briefing's: home, glossary, and what goes on on further pages."""
        own = {self.page(invent(number)) for number in range(1, self.count + 1)}
        return sorted(set((self.site / self.output).rglob("*.html")) - own)

    @property
    def surroundings(self) -> Mapping[str, str]:
        """The environment of its runs: nothing in it sets up Python or Hugo, but for a cache inside the site."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "HUGO_"))}
        return {**kept, "HUGO_CACHEDIR": str(self.site / "cache")}


def set_up_newsbrief(site: Path, count: int) -> Program:
    """Write the site for Newsbrief, and return the program as `make site` has installed it."""
    write_content(site / "content", map(invent, range(1, count + 1)))
    command = str(Path(sys.executable).with_name("newsbrief"))
    return Program(
        name="Newsbrief",
        count=count,
        site=site,
        command=(command, "build", "--quiet", "--site", str(site)),
        made=("_site", ".newsbrief"),
        output="_site",
        besides=("index.html", "glossary/index.html"),
        article=lambda briefing: (f"content/{briefing.name}/article.md", briefing.article_file),
        serve=lambda port: (command, "serve", "--site", str(site), "--port", str(port)),
    )


def set_up_hugo(site: Path, count: int, program: Path) -> Program:
    """Write the site for Hugo."""
    write_bundles(site, map(invent, range(1, count + 1)))
    return Program(
        name="Hugo",
        count=count,
        site=site,
        command=(str(program), "--quiet", "--source", str(site)),
        made=("public", "resources", "cache", ".hugo_build.lock"),
        output="public",
        besides=("index.html", "glossary/index.html", "sitemap.xml", "index.xml"),
        article=lambda briefing: (f"content/{briefing.name}/index.md", as_bundle(briefing)),
        serve=lambda port: (str(program), "server", "--source", str(site), "--port", str(port)),
    )
