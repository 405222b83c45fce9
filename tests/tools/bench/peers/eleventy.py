"""Eleventy, installed from npm with its plugin for feeds, with a site of the same briefings."""

from pathlib import Path

from tools.bench.content import SITE
from tools.bench.peers.bundles import place_bundle, write_site
from tools.bench.peers.installing import INSTALLED, ask_version, install_by_npm
from tools.bench.programs import Program

FOLDER = INSTALLED / "eleventy"
PACKAGES = ("@11ty/eleventy@3", "@11ty/eleventy-plugin-rss@3", "markdown-it-footnote@4")
_MODULES = FOLDER / "node_modules"
_PROGRAM = _MODULES / "@11ty" / "eleventy" / "cmd.cjs"
_CONFIG = f"""import footnote from "{(_MODULES / "markdown-it-footnote" / "index.mjs").as_uri()}";
import rss from "{(_MODULES / "@11ty" / "eleventy-plugin-rss" / ".eleventy.js").as_uri()}";
import {{ gatherParties, nameOf }} from "./parties.mjs";

export default function (config) {{
  config.addPlugin(rss);
  config.amendLibrary("md", (markdown) => markdown.use(footnote));
  config.addFilter("nameOf", nameOf);
  config.addCollection("parties", (all) => gatherParties(all.getFilteredByTag("briefing")));
  config.addCollection("newest", (all) => all.getFilteredByTag("briefing").slice(-20).reverse());
  config.addGlobalData("site", {{ title: "{SITE["title"]}", url: "{SITE["base_url"]}" }});
  // The articles are no templates.
  return {{ markdownTemplateEngine: false, dir: {{ input: "content", includes: "../layouts", output: "_site" }} }};
}}
"""


def install() -> Path | str:
    """Return Eleventy's program, installed if need be, or why there is none."""
    if _PROGRAM.exists() and (_MODULES / "markdown-it-footnote").exists():
        return _PROGRAM
    return install_by_npm(FOLDER, PACKAGES) or _PROGRAM


def read_version(program: Path) -> str:
    """Return the version of Eleventy, and of what runs it."""
    return f"{ask_version('node', str(program), '--version')} (Node.js {ask_version('node', '--version')})"


def set_up(site: Path, count: int, program: Path) -> Program:
    """Write the site for Eleventy."""
    write_site(site, "eleventy", count, {"eleventy.config.mjs": _CONFIG})
    return Program(
        name="Eleventy",
        count=count,
        site=site,
        command=("node", str(program), "--quiet"),
        made=("_site", ".cache"),
        output="_site",
        besides=("index.html", "glossary/index.html", "sitemap.xml", "feed.xml"),
        article=place_bundle,
        serve=lambda port: ("node", str(program), "--serve", "--quiet", f"--port={port}"),
    )
