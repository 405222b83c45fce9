"""A build that starts from what another machine left: the program, the site and its output lie in other folders."""

import shutil
import sys
from pathlib import Path

import pytest

from newsbrief.build.incremental.fingerprint import digest_site
from newsbrief.build.workers import FEW
from newsbrief.model.paths import PACKAGE, theme_folder
from support.processes import environment, run
from support.sites import FRONT, write_briefing, write_site, write_template

SAME = "Nothing has changed."
OTHER = "Everything was rebuilt: the templates, static files, settings or versions have changed"


def install(place: Path) -> Path:
    """Copy the program and its theme, with other times than the files have, and return the folder to import it from."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, place / "src" / "newsbrief", copy_function=shutil.copyfile, ignore=ignored)
    for folder in ("templates", "static"):
        shutil.copytree(theme_folder(folder), place / folder, copy_function=shutil.copyfile)
    return place / "src"


def build(program: Path, site: Path) -> str:
    """Build a site by a copy of the program, and return the last line that it prints: why it did what it did."""
    settings = environment(PYTHONPATH=str(program))
    ended = run(sys.executable, "-m", "newsbrief", "build", "--explain", "--site", site, env=settings)
    assert ended.returncode == 0, ended.stderr
    return str(ended.stderr).splitlines()[-1]


@pytest.mark.slow
def test_many_briefings_restored_elsewhere_are_not_made_again(tmp_path: Path) -> None:
    site = write_site(tmp_path / "one" / "site")
    for number in range(FEW):
        write_briefing(site, f"report-{number}", front=FRONT.replace("A title", f"Report {chr(65 + number)}"))
    build(install(tmp_path / "one"), site)

    moved, program = tmp_path / "two" / "checkout", install(tmp_path / "two")
    shutil.copytree(site / "content", moved / "content", copy_function=shutil.copyfile)
    for kept in ("_site", ".newsbrief"):
        shutil.copytree(site / kept, moved / kept)
    assert build(program, moved) == SAME

    write_briefing(moved, "report-7", front=FRONT.replace("A title", "Another title"))
    assert build(program, moved) == "content/report-7: article.md has changed"

    template = tmp_path / "two" / "templates" / "base.html"
    template.write_text(template.read_text(encoding="utf-8") + "<!-- -->", encoding="utf-8")
    assert build(program, moved) == OTHER


def test_the_digest_is_of_contents_wherever_they_lie(tmp_path: Path) -> None:
    one, two = write_site(tmp_path / "one"), write_site(tmp_path / "two" / "deep")
    for site in (one, two):
        write_template(site, "base.html", "a")
    assert digest_site(one, [None]) == digest_site(two, [None])
    assert digest_site(one, [None]) != digest_site(one, ["https://x.example"])
    write_template(two, "base.html", "b")
    assert digest_site(one, [None]) != digest_site(two, [None])
