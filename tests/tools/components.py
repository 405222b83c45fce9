"""Writes the page that shows every component of the templates once, for whoever works on them.

Run by `make components`, or from tests/ as `python -m tools.components`. The page is made from the first briefing of
content/, goes into _components/, and is part of no site.
"""

from collections import ChainMap
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from newsbrief.model.front_matter import Connections
from newsbrief.model.paths import theme_folder
from newsbrief.model.site import Site
from newsbrief.pages.page import Page
from newsbrief.pages.plan import plan_list_pages, plan_pages
from newsbrief.theme.assets import collect_assets
from newsbrief.theme.render import make_renderer
from support.whole import load_site
from tools import ROOT

PATH = "components/index.html"


LISTS = ("home.html", "archive-months.html", "glossary.html", "glossary-letters.html", "topics.html")
"""The pages of lists from which examples take what they show."""


def list_components() -> list[str]:
    """Return the names of the components, which are those of their templates, style sheets and examples."""
    return sorted(path.stem for path in (theme_folder("templates") / "components").glob("*.html"))


def make_files(folder: Path) -> dict[str, bytes]:
    """Return the page and the static files it uses, path → bytes, made from the site in `folder`."""
    site = load_site(folder)
    pages = {page.template: page for page in [*reversed(_plan_many(site)), *reversed(plan_pages(site))]}
    briefing, archive = pages["briefing.html"], pages["archive.html"].context["briefings"]
    lists = [page.context for page in pages.values() if page.template in LISTS]
    own = {"names": list_components(), "older_briefings": archive}
    context = dict(ChainMap(own, *map(dict, lists), dict(briefing.context)))
    assets = collect_assets(folder)
    page = make_renderer(site, folder, assets)(Page(PATH, "examples/index.html", briefing.language, context))
    return {**assets.files, PATH: page}


def _plan_many(site: Site) -> tuple[Page, ...]:
    """Return the pages of lists as they are where briefings are many: the first briefing, on other days."""
    first = site.summaries[0]
    days = [first.teaser.as_of - timedelta(days=40 * number) for number in range(12)]
    connections = Connections(topics=("war", "talks"))
    others = [
        replace(first, teaser=replace(first.teaser, slug=f"of-{day}", as_of=day, updated=day), connections=connections)
        for day in days
    ]
    return plan_list_pages(site.config, others, briefings_a_page=2, entries_a_page=3)


def main() -> None:
    output = ROOT / "_components"
    for path, raw in make_files(ROOT).items():
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    print(f"Open {(output / PATH).relative_to(ROOT)} in a browser.")


if __name__ == "__main__":
    main()
