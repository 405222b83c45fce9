"""The files that a site puts at its root by laying them in `static/root/`: `robots.txt`, `.well-known/` and others."""

from collections.abc import Iterable

from newsbrief.model.paths import CARD, RESERVED_SLUGS
from newsbrief.model.patterns import compile_late
from newsbrief.model.problems import Problem
from newsbrief.model.site import SiteConfig
from newsbrief.theme.assets import ROOT, Assets

_OF_BUILDS = RESERVED_SLUGS | {".newsbrief", "404.html", "feed.json", "feed.xml", "index.html", "sitemap.xml", CARD}
"""What builds make at the root of every site; in small letters, as some hosts do not tell capitals."""

_SITEMAP = compile_late(r"sitemap-\d+\.xml")


def find_hiding(assets: Assets, slugs: Iterable[str], config: SiteConfig) -> list[Problem]:
    """Return the problems of files for the root that would stand where a build puts a page or a file of its own.

    `robots.txt` and `.nojekyll` may be replaced, and `CNAME` where the settings name no domain.
    """
    taken = _OF_BUILDS.union(slugs, ["cname"] if config.domain else [])
    problems = []
    for path in assets.at_root:
        name = path.partition("/")[0]
        if name.casefold() in taken or _SITEMAP.fullmatch(name.casefold()):
            message = f"at the root, {name!r} is the name of what the build itself makes"
            problems.append(Problem(f"static/{ROOT}{path}", 0, 0, message, "give it, or its folder, another name"))
    return problems
