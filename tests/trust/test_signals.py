"""A signal that ends a build ends it as an interrupt does: the site stands, and nothing is left half written."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from newsbrief.disk.output_record import RECORD
from newsbrief.disk.staging import staging_folder
from support.files import bytes_of
from support.processes import NEWSBRIEF, PATIENCE, Process, running, wait_until
from support.sites import write_briefing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

# Runs the command with its arguments after the first; it stops when it is about to stage one of its files, and says so
# by making the folder that the first argument names.
HELD = """
import os, sys, time
from newsbrief.cli.main import main

def watch(event, arguments):
    if event == "open" and "newsbrief-staged" in str(arguments[0]) and arguments[2] & os.O_WRONLY:
        if not os.path.exists(sys.argv[1]):
            os.mkdir(sys.argv[1])
            time.sleep(600)

sys.addaudithook(watch)
sys.exit(main(sys.argv[2:]))
"""


@contextmanager
def held_build(site: Path, marker: Path) -> Iterator[Process]:
    command = [sys.executable, "-c", HELD, marker, "build", "--site", site]
    with running(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        wait_until(marker.exists, process)
        yield process


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_that_ends_a_build_leaves_the_last_good_site_and_nothing_staged(
    site: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    build_site(BuildRequest(site), site / "_site")
    before = bytes_of(site / "_site")
    (site / "content" / "site.yaml").write_text("title: Another title\n")
    with held_build(site, tmp_path / "marker") as process:
        process.send_signal(number)
        said, complaint = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (code, b"")
    assert b"nothing was left half written" in complaint and b"Traceback" not in complaint
    assert bytes_of(site / "_site") == before
    assert not staging_folder(site / "_site", site).exists()


def test_what_is_staged_lies_outside_what_people_copy(site: Path, tmp_path: Path) -> None:
    for out in (site / "_site", tmp_path / "out", site / "deep" / "public"):
        staged = staging_folder(out, site)
        assert not staged.is_relative_to(out)
        build_site(BuildRequest(site), out)
        assert not [path for path in bytes_of(out) if "newsbrief" in path]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_builds_ended_at_random_moments_leave_every_file_whole_and_are_completed_by_the_next(
    site: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """A tenth of what was tried by hand; each signal comes at another moment, whatever the machine does then."""
    for name in range(40):
        write_briefing(site, f"report-{name}")
    choose = random.Random(number)
    sites = []
    for title in ("One title", "Another title"):
        (site / "content" / "site.yaml").write_text(f"title: {title}\n")
        build_site(BuildRequest(site), tmp_path / title)
        sites.append((title, bytes_of(tmp_path / title)))
    out = site / "_site"
    start = time.monotonic()
    build_site(BuildRequest(site), out)
    took = time.monotonic() - start + 0.3
    for turn in range(10 if number == signal.SIGTERM else 30):
        title, wanted = sites[turn % 2]
        other = sites[(turn + 1) % 2][1]
        (site / "content" / "site.yaml").write_text(f"title: {title}\n")
        with running([*NEWSBRIEF, "build", "-q", "--site", site], stderr=subprocess.PIPE) as process:
            try:
                process.wait(took * choose.random())
            except subprocess.TimeoutExpired:
                process.send_signal(number)
                process.wait(PATIENCE)
            assert process.returncode in (0, -number, 128 + number)
        left = {path: raw for path, raw in bytes_of(out).items() if path != RECORD}
        assert not [path for path, raw in left.items() if raw not in (wanted.get(path), other.get(path))]
        assert number == signal.SIGKILL or not list((site / ".newsbrief").glob("*staged*"))
        if turn % 5 == 4:
            build_site(BuildRequest(site), out)
            assert bytes_of(out) == wanted
    build_site(BuildRequest(site), out)
    assert bytes_of(out) == wanted
    shutil.rmtree(out)
