"""A new site: its files, and where they come from.

`list_site_files()` returns the path and bytes of each; with `is_bare`, without the example briefing. What they hold
lies in `starter/`, but for the JSON Schemas, which are made as `newsbrief schema` makes them.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

from newsbrief import __version__
from newsbrief.content import front_matter, settings, shared_actors
from newsbrief.content.fact_sheet import json_schema
from newsbrief.model.own_kinds import NO_OWN_KINDS, OwnKinds
from newsbrief.model.paths import PACKAGE

SchemaOf = Literal["facts", "site", "article", "actors"]
"""The files that have a JSON Schema: fact sheets, `site.yaml`, the front matter of `article.md`, and `actors.yaml`."""

_SCHEMAS: tuple[SchemaOf, ...] = ("facts", "site")
"""Those to which the first lines of files point."""

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
    for of in _SCHEMAS:
        files[f"schema/{of}.schema.json"] = f"{write_schema(of)}\n".encode()
    files["requirements.txt"] = f"newsbrief=={__version__}\n".encode()
    return dict(sorted(files.items()))


def write_schema(of: SchemaOf = "facts", own: OwnKinds = NO_OWN_KINDS) -> str:
    """Return a JSON Schema as text; those of fact sheets and shared actors have a site's `own` kinds."""
    make: Mapping[SchemaOf, Callable[[], Mapping[str, Any]]] = {
        "facts": lambda: json_schema(own),
        "site": settings.json_schema,
        "article": front_matter.json_schema,
        "actors": lambda: shared_actors.json_schema(own),
    }
    return json.dumps(make[of](), ensure_ascii=False, indent=2)
