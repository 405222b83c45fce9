"""Built sites that many tests look at and none changes: each is built once in a run, by the worker that comes first."""

import shutil
from collections.abc import Callable
from pathlib import Path

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.disk.lock import hold_lock
from support.browsing import BASE
from support.html import EVERY_FOLDER
from support.many import write_little

BASE_URL = f"https://someone.example/{BASE}"
"""The address that the sites are built for, a project's page."""

Fill = Callable[[Path], object]


def build_once(name: str, shared: Path) -> Path:
    """Build one of the whole sites from a copy, since a build leaves its record in the site's folder."""

    def build(folder: Path) -> None:
        site = folder.parent / "site"
        own = ("content",) if name == "libya" else ("content", "static", "templates")
        for part in own:
            if (EVERY_FOLDER[name] / part).is_dir():
                shutil.copytree(EVERY_FOLDER[name] / part, site / part, dirs_exist_ok=True)
        build_site(BuildRequest(site, BASE_URL), folder)

    return make_once(shared / name, build)


def write_many_once(language: str, shared: Path) -> Path:
    """Write the pages that gather many briefings, in English or Arabic."""
    return make_once(shared / f"many-{language}", lambda folder: write_little(folder, language))


def make_once(place: Path, fill: Fill) -> Path:
    """Return a folder at a place that the workers of a run share, once one of them has filled it."""
    place.mkdir(parents=True, exist_ok=True)
    with hold_lock(place, on_wait=lambda: None):
        if not (place / "done").exists():
            fill(place / "output")
            (place / "done").touch()
    return place / "output"
