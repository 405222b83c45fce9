"""The site of the documentation, built by Sphinx from the Markdown of this folder: see `make docs`.

The pages stay plain Markdown, which GitHub shows as well. What only the site needs is added as it is read: its
navigation, from the links of `index.md`, and a picture on its first page.
"""

import re
import tomllib
from pathlib import Path

from sphinx.application import Sphinx

_PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "Newsbrief"
author = "The Newsbrief authors"
release = version = _PROJECT["version"]
extensions = ["myst_parser"]
myst_heading_anchors = 4
exclude_patterns = ["_static"]
# Messages and formats are shown with the very marks that they have.
smartquotes = False
nitpicky = True

html_theme = "furo"
html_title = f"Newsbrief {release}"
html_baseurl = _PROJECT.get("urls", {}).get("Documentation", "")
html_static_path = ["_static"]
html_css_files = ["docs.css"]
html_copy_source = False
html_show_sphinx = False
# What fonts and icons there are comes from the system: no page asks another host for anything.
html_theme_options = {"navigation_with_keys": False, "top_of_page_buttons": []}
pygments_style, pygments_dark_style = "friendly", "native"

_PICTURE = "![A briefing beside its article](pictures/screenshot.png)"


def add_navigation(_app: Sphinx, page: str, source: list[str]) -> None:
    """Add to an index the pages that it links to, under its headings, as a table of contents that is not shown."""
    if page == "index":
        source[0] = source[0].replace("\n## ", f"\n{_PICTURE}\n\n## ", 1)
    if page.endswith("index"):
        head, *sections = source[0].split("\n## ")
        tables = [_write_table("", head), *(_write_table(each.partition("\n")[0], each) for each in sections)]
        source[0] += "\n" + "\n".join(tables)


def _write_table(caption: str, text: str) -> str:
    pages = re.findall(r"(?m)^- .*?\]\(([\w/-]+)\.md\)", text)
    options = [":hidden:", *([f":caption: {caption}"] if caption else []), ""]
    return "\n".join(["```{toctree}", *options, *pages, "```", ""]) if pages else ""


def setup(app: Sphinx) -> None:
    """Let Sphinx call `add_navigation` for each page that it reads."""
    app.connect("source-read", add_navigation)
