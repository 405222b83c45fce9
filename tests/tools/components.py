"""Writes the page that shows every component of the templates once, for whoever works on them.

Run by `make components`, or from tests/ as `python -m tools.components`. The page is made from the first briefing of
content/, goes into _components/, and is part of no site.
"""

from pathlib import Path

from newsbrief.assets import collect_assets, theme_folder
from newsbrief.pages import Page, plan_pages
from newsbrief.render import make_renderer
from tools import ROOT
from whole import load_site

PATH = "components/index.html"


def list_components() -> list[str]:
    """Return the names of the components, which are those of their templates, style sheets and examples."""
    return sorted(path.stem for path in (theme_folder("templates") / "components").glob("*.html"))


def make_files(folder: Path) -> dict[str, bytes]:
    """Return the page and the static files it uses, path → bytes, made from the site in `folder`."""
    site = load_site(folder)
    pages = {page.template: page for page in reversed(plan_pages(site))}
    briefing = pages["briefing.html"]
    shared = {**pages["home.html"].context, **pages["glossary.html"].context}
    context = {**shared, **briefing.context, "names": list_components()}
    assets = collect_assets(folder)
    page = make_renderer(site, folder, assets)(Page(PATH, "examples/index.html", briefing.language, context))
    return {**assets.files, PATH: page}


def main() -> None:
    output = ROOT / "_components"
    for path, raw in make_files(ROOT).items():
        file = output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    print(f"Open {(output / PATH).relative_to(ROOT)} in a browser.")


if __name__ == "__main__":
    main()
