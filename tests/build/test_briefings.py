"""Briefings made by whoever has the time: by one process or several, all of them, or none."""

import sys
from pathlib import Path

import pytest

from newsbrief.build import site_sources, workers
from newsbrief.build.check_content import check_site
from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.build.workers import FEW, count_cores
from newsbrief.disk.staging import staging_folder
from newsbrief.model.problems import ConfigError, NewsbriefError
from support.processes import run
from support.sites import ARTICLE, FACTS, FRONT, write_briefing, write_site

pytestmark = pytest.mark.slow

COUNT = FEW + 6


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A site of more briefings than are made by one process."""
    site = write_site(tmp_path / "site")
    for number in range(COUNT - 1):
        write_briefing(site, f"report-{number}", front=FRONT.replace("A title", f"Report {chr(65 + number)}"))
    return site


def tree_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def break_cite(site: Path, name: str) -> str:
    facts = FACTS.replace("cite: The council", "cite: The mayor")
    write_briefing(site, name, facts=facts)
    return f"content/{name}/facts.yaml"


@pytest.mark.parametrize("number", [1, 2, 5])
def test_however_many_processes_make_a_site_it_is_the_same(many: Path, tmp_path: Path, number: int) -> None:
    build_site(BuildRequest(many), tmp_path / "one by one", full=True)
    steps: list[tuple[int, int]] = []
    request = BuildRequest(many, workers=number, on_step=lambda done, total: steps.append((done, total)))
    build_site(request, tmp_path / "together")
    assert tree_of(tmp_path / "together") == tree_of(tmp_path / "one by one")
    assert steps == [(number, COUNT) for number in range(1, COUNT + 1)]


def test_processes_that_are_spawned_make_the_same_site(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(BuildRequest(many), tmp_path / "copied")
    monkeypatch.setattr(workers, "_FORKS", False)
    build_site(BuildRequest(many), tmp_path / "spawned")
    assert tree_of(tmp_path / "spawned") == tree_of(tmp_path / "copied")


@pytest.mark.parametrize("forks", [True, False])
def test_results_that_wait_on_the_disk_make_the_same_site(
    many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forks: bool
) -> None:
    for number in range(4):
        told = FRONT.replace("A title\n", f"Told {chr(65 + number)}\nstory: strike\ntopics: [roads]\n")
        write_briefing(many, f"told-{number}", front=told)
    held = build_site(BuildRequest(many, workers=2), tmp_path / "held")
    monkeypatch.setattr(site_sources, "MANY", FEW)
    monkeypatch.setattr(workers, "_FORKS", forks and workers._FORKS)
    stored = build_site(BuildRequest(many, workers=2), tmp_path / "stored")
    assert tree_of(tmp_path / "stored") == tree_of(tmp_path / "held")
    assert "stories/strike/story.json" in stored.written == held.written
    assert build_site(BuildRequest(many), tmp_path / "dry", dry_run=True).written == held.written


def test_problems_of_all_briefings_are_reported_and_nothing_is_left(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build_site(BuildRequest(many), out)
    before = tree_of(out)
    (many / "content" / "site.yaml").write_text("title: Another title\n")
    broken = [break_cite(many, f"report-{number}") for number in (2, 3, 20, COUNT - 2)]
    for build in (lambda: build_site(BuildRequest(many), out), lambda: check_site(BuildRequest(many, workers=2))):
        with pytest.raises(NewsbriefError) as caught:
            build()
        assert sorted({problem.path for problem in caught.value.problems}) == sorted(broken)
    assert tree_of(out) == before and not staging_folder(out, many).exists()


def test_a_faulty_template_is_reported_once_and_nothing_is_left(many: Path, tmp_path: Path) -> None:
    (many / "templates").mkdir()
    (many / "templates" / "briefing.html").write_text("{{ nothing.of.the.kind }}")
    with pytest.raises(ConfigError) as caught:
        build_site(BuildRequest(many), tmp_path / "out")
    assert [problem.path for problem in caught.value.problems] == ["templates/briefing.html"]
    assert not (tmp_path / "out").exists()


# Builds a site while the first process that is not this one kills itself in the midst of its share.
DYING = """
import os, signal, sys
from pathlib import Path
from newsbrief.build import briefings
from newsbrief.cli.main import main

builder, read = os.getpid(), briefings.read_briefing

def read_or_die(setup, job):
    if os.getpid() != builder:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(setup, job)

briefings.read_briefing = read_or_die
sys.exit(main(["build", "--site", sys.argv[1]]))
"""


@pytest.mark.skipif(count_cores() < 2, reason="there is one core only, and so no other process")
@pytest.mark.skipif(not workers._FORKS, reason="processes are spawned here, and do not kill themselves")
def test_a_process_that_dies_is_reported_and_the_site_is_as_it_was(many: Path) -> None:
    build_site(BuildRequest(many), many / "_site")
    before = tree_of(many / "_site")
    write_briefing(many, "bridge", ARTICLE.replace("a letter", "an email"))
    (many / "content" / "site.yaml").write_text("title: Another title\n")
    ended = run(sys.executable, "-c", DYING, many)
    assert ended.returncode == 2
    assert "a worker process ended before its work was done" in ended.stderr and "Traceback" not in ended.stderr
    assert tree_of(many / "_site") == before


def test_drafts_that_are_not_wanted_are_not_made_by_anybody(many: Path, tmp_path: Path) -> None:
    for number in range(0, COUNT - 1, 2):
        write_briefing(many, f"report-{number}", front=FRONT.replace("---\n\n", "draft: true\n---\n\n"))
    build_site(BuildRequest(many), tmp_path / "out")
    made = {path.name for path in (tmp_path / "out").iterdir() if path.name.startswith("report-")}
    assert made == {f"report-{number}" for number in range(1, COUNT - 1, 2)}
    build_site(BuildRequest(many, drafts=True), tmp_path / "out")
    assert len([path for path in (tmp_path / "out").iterdir() if path.name.startswith("report-")]) == COUNT - 1
