"""Pelican, installed with its plugin that reads front matter in YAML, with a site of the same briefings."""

from pathlib import Path

from tools.bench.content import SITE
from tools.bench.peers.bundles import place_bundle, write_site
from tools.bench.peers.installing import INSTALLED, ask_version, install_by_pip
from tools.bench.programs import Program

FOLDER = INSTALLED / "pelican"
PACKAGES = ("pelican[markdown]>=4.9", "pelican-yaml-metadata>=2")
_PROGRAM = FOLDER / "bin" / "pelican"
_CONFIG = {
    "SITENAME": SITE["title"],
    "SITEURL": SITE["base_url"],
    "TIMEZONE": "UTC",
    "DEFAULT_LANG": "en",
    "AUTHOR": "",
    "PATH": "content",
    "OUTPUT_PATH": "output",
    "THEME": "theme",
    "PATH_METADATA": r"(?P<slug>[^/]+)/index\.md",
    "ARTICLE_URL": "{slug}/",
    "ARTICLE_SAVE_AS": "{slug}/index.html",
    "DIRECT_TEMPLATES": ["index", "glossary", "sitemap"],
    "GLOSSARY_SAVE_AS": "glossary/index.html",
    "SITEMAP_SAVE_AS": "sitemap.xml",
    **{f"{kind}_SAVE_AS": "" for kind in ("AUTHOR", "AUTHORS", "CATEGORY", "CATEGORIES", "TAG", "TAGS", "ARCHIVES")},
    **{f"{kind}_FEED_ATOM": None for kind in ("AUTHOR", "CATEGORY", "TRANSLATION")},
    "AUTHOR_FEED_RSS": None,
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": "feeds/all.rss.xml",
    "FEED_MAX_ITEMS": 20,
    "DEFAULT_PAGINATION": False,
    "PLUGINS": ["yaml_metadata"],
    "MARKDOWN": {"extensions": ["tables", "footnotes"], "extension_configs": {}, "output_format": "html5"},
}


def install() -> Path | str:
    """Return Pelican's program, installed if need be, or why there is none."""
    return _PROGRAM if _PROGRAM.exists() else install_by_pip(FOLDER, PACKAGES) or _PROGRAM


def read_version(program: Path) -> str:
    """Return the version of Pelican."""
    return ask_version(str(program), "--version")


def set_up(site: Path, count: int, program: Path) -> Program:
    """Write the site for Pelican."""
    settings = "".join(f"{key} = {value!r}\n" for key, value in _CONFIG.items())
    write_site(site, "pelican", count, {"pelicanconf.py": settings})
    return Program(
        name="Pelican",
        count=count,
        site=site,
        command=(str(program), "--quiet", "--settings", "pelicanconf.py"),
        made=("output", "__pycache__", "cache"),
        output="output",
        besides=("index.html", "glossary/index.html", "sitemap.xml", "feeds/all.rss.xml"),
        article=place_bundle,
        serve=lambda port: (
            *(str(program), "--quiet", "--settings", "pelicanconf.py"),
            *("--listen", "--autoreload", "--port", str(port)),
        ),
    )
