"""Links among the sources: an edit behind one reaches the site, and none leads out."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.model.problems import NewsbriefError
from support.golden_site import (
    INPUTS,
    Tree,
    assert_same,
    edit,
    rest,
    states_of,
    tree_of,
)

pytestmark = pytest.mark.slow


def clean_copy(site: Path) -> Tree:
    """Return what comes of a copy of a site that holds links, in a folder that was never built in."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns("_site", ".newsbrief"))
        build_site(BuildRequest(copy), copy / "_site")
        return tree_of(copy / "_site")


# What may be a link inside the site, and an input that is then edited behind it.
LINKED = {
    "an article": ("content/bridge/article.md", INPUTS["articles"]["text"]),
    "a fact sheet": ("content/bridge/facts.yaml", INPUTS["fact sheets"]["claim"]),
    "a picture": ("content/bridge/map.svg", INPUTS["pages and pictures"]["picture"]),
    "a page": ("content/about.md", INPUTS["pages and pictures"]["plain page"]),
    "the configuration": ("content/site.yaml", INPUTS["configuration"]["title"]),
    "a briefing's folder": ("content/bridge", INPUTS["articles"]["text"]),
    "a template": ("templates/404.html", INPUTS["templates and static files"]["template"]),
    "a folder of templates": ("templates/components", INPUTS["templates and static files"]["partial"]),
}


@pytest.mark.parametrize(
    "name",
    [
        "an article",
        "a fact sheet",
        "a picture",
        "a page",
        "the configuration",
        "a briefing's folder",
        "a template",
        "a folder of templates",
    ],
)
def test_an_edit_behind_a_link_reaches_the_site(golden: Path, name: str) -> None:
    path, edited = LINKED[name]
    # A picture may lie in its briefing's folder only.
    original = golden / ("content/bridge/original.svg" if name == "a picture" else "original")
    (golden / path).rename(original)
    (golden / path).symlink_to(os.path.relpath(original, (golden / path).parent))
    for drafts in (True, False):
        rest(golden)
        build_site(BuildRequest(golden, drafts=drafts), golden / "_site")
    edit(golden, *edited)
    build_site(BuildRequest(golden), golden / "_site")
    assert_same(tree_of(golden / "_site"), clean_copy(golden))


# Links that are refused wherever they are, though nothing that is read through them changes.
STRAY_LINKS = {
    "an article": "content/bridge/article.md",
    "a picture": "content/bridge/map.svg",
    "a page": "content/about.md",
    "the configuration": "content/site.yaml",
    "a static file": "static/data/notes.txt",
    "a folder of static files": "static/data",
    "a static file that leads nowhere": "static/nowhere",
}


@pytest.mark.parametrize(
    "name",
    [
        "an article",
        "a picture",
        "a page",
        "the configuration",
        "a static file",
        "a folder of static files",
        "a static file that leads nowhere",
    ],
)
def test_a_link_that_leads_out_is_refused_though_the_bytes_are_the_same(golden: Path, name: str) -> None:
    path, outside, before = STRAY_LINKS[name], golden.parent / "outside", states_of(golden / "_site")
    if (golden / path).exists():
        (golden / path).rename(outside)
    (golden / path).symlink_to(outside)
    with pytest.raises(NewsbriefError) as caught:
        build_site(BuildRequest(golden), golden / "_site")
    assert path in [problem.path for problem in caught.value.problems]
    assert states_of(golden / "_site") == before
