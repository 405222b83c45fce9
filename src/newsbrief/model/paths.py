"""Paths and addresses: files of the package, names of files, and the places of pages in the output."""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from newsbrief.model.site import SiteConfig

PACKAGE = Path(__file__).parents[1]
"""The folder of the package, which contains its data files."""

CARD = "card.png"
"""A briefing's share card, beside its page, and that of all other pages; no picture of the editor's may be named so."""

ARTICLE_TEXT = "article.txt"
EVIDENCE = "evidence.json"
GENERATED = frozenset({"index.html", CARD, ARTICLE_TEXT, EVIDENCE})
"""The names of the files of a briefing that the build makes itself."""

ACTORS_FILE = "actors.yaml"
SITE_FILES = frozenset({"site.yaml", ACTORS_FILE})
"""The files in `content/` that are no pages."""

_UNFIT = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"


def is_plain_name(name: str) -> bool:
    """Say whether a name or path is UTF-8 without line breaks and control characters."""
    return name.isprintable() or not re.search(_UNFIT, name)


def is_outlined(path: str) -> bool:
    """Say whether links lead out of a file of this name."""
    return path.endswith((".html", ".css"))


HOME = "index.html"
NOT_FOUND = "404.html"
SEARCH_PAGE = "search/index.html"
RESERVED_SLUGS = frozenset({"archive", "assets", "glossary", "search", "sha256sums"})
"""Addresses that the generator itself uses; no briefing or page may have them."""


STORIES, TOPICS = "stories", "topics"
"""Addresses that the generator uses where briefings have a story or topics."""


def theme_folder(kind: str) -> Path:
    """Return the folder of the theme that comes with Newsbrief; `kind` is "templates" or "static"."""
    installed = PACKAGE / "theme" / kind
    return installed if installed.is_dir() else PACKAGE.parents[1] / kind


def find_own_templates(site: Path) -> Path | None:
    """Return the folder of a site's own templates, without links; None where there is none.

    Newsbrief's own repository is a site, too, and its templates are the theme's.
    """
    folder = Path(os.path.realpath(site / "templates"))
    return folder if folder.is_dir() and folder != Path(os.path.realpath(theme_folder("templates"))) else None


def briefing_path(slug: str) -> str:
    """Return the output path of the page of a briefing, or of a plain page."""
    return f"{slug}/index.html"


def embed_path(slug: str) -> str:
    """Return the output path of the page from which parts of a briefing are cited and embedded."""
    return f"{slug}/embed/index.html"


def card_path(slug: str) -> str:
    """Return the output path of a briefing's share card, if it has one."""
    return f"{slug}/{CARD}"


def story_path(story: str, number: int = 0) -> str:
    """Return the output path of a page of a story, counted from the oldest; 0 is the newest."""
    return f"{STORIES}/{story}/{number}/index.html" if number else f"{STORIES}/{story}/index.html"


def topic_path(topic: str, number: int = 0) -> str:
    """Return the output path of a page of a topic, counted from the oldest; 0 is the newest."""
    return f"{TOPICS}/{topic}/{number}/index.html" if number else f"{TOPICS}/{topic}/index.html"


def topic_feed(topic: str, name: str = "feed.xml") -> str:
    """Return the output path of a feed of a topic."""
    return f"{TOPICS}/{topic}/{name}"


def absolute_url(config: "SiteConfig", path: str) -> str:
    """Return the published address of an output file, or "" if the site's address is not known."""
    return publish_path(config.base_url, path) if config.base_url else ""


def publish_path(base_url: str, path: str) -> str:
    """Return the published address of an output file of the site at `base_url`."""
    return f"{base_url}/{quote(path.removesuffix('index.html'))}"
