"""Writes the page that shows every component of the templates once, for whoever works on them: `make components`.

It is made from the site's first briefing, goes into a folder of its own, and is no part of any site.
"""

import sys
from pathlib import Path

from newsbrief.assets import collect_assets, theme_folder
from newsbrief.pages import Page, plan_pages
from newsbrief.pipeline import load_site
from newsbrief.render import make_renderer

PATH = "components/index.html"


def list_components() -> list[str]:
    """Return the names of the components, which are those of their templates, style sheets and examples."""
    return sorted(path.stem for path in (theme_folder("templates") / "components").glob("*.html"))


def make_files(folder: Path) -> dict[str, bytes]:
    """Return the page and the static files it uses, path → bytes, made from the site in `folder`."""
    site = load_site(folder)
    pages = {page.template: page for page in reversed(plan_pages(site))}
    briefing = pages["briefing.html"]
    context = {**pages["glossary.html"].context, **briefing.context, "names": list_components()}
    assets = collect_assets(folder)
    page = make_renderer(site, folder, assets)(Page(PATH, "examples/index.html", briefing.language, context))
    return {**assets.files, PATH: page}


if __name__ == "__main__":
    output = Path(sys.argv[1])
    for path, raw in make_files(Path()).items():
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    print(f"Open {output / PATH} in a browser.")
