"""A new site: its files, and where they come from.

`list_site_files()` returns the path and bytes of each; with `is_bare`, without the example briefing. What they hold
lies in `starter/`, but for the JSON Schema of fact sheets, which is made as `newsbrief schema` makes it.
"""

import json

from newsbrief import __version__
from newsbrief.content.fact_sheet import json_schema
from newsbrief.model.paths import PACKAGE

EXAMPLE = "ferry-in-port"
"""The folder, and so the address, of the example briefing."""

_STARTER = PACKAGE / "draft" / "starter"
_COPIES = {
    "content/site.yaml": "site.yaml",
    "content/about.md": "about.md",
    ".gitignore": "gitignore",
    ".github/workflows/pages.yml": "pages.yml",
}
_EXAMPLE_COPIES = {f"content/{EXAMPLE}/{name}": f"{EXAMPLE}/{name}" for name in ("article.md", "facts.yaml")}


def list_site_files(is_bare: bool = False) -> dict[str, bytes]:
    """Return the files of a new site, path → bytes."""
    copies = _COPIES if is_bare else _COPIES | _EXAMPLE_COPIES
    files = {path: (_STARTER / name).read_bytes() for path, name in copies.items()}
    files["schema/facts.schema.json"] = f"{write_schema()}\n".encode()
    files["requirements.txt"] = f"newsbrief=={__version__}\n".encode()
    return dict(sorted(files.items()))


def write_schema() -> str:
    """Return the JSON Schema of the fact sheet as text."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2)
