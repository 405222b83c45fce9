"""The last words of a command are true, and its exit code is right, whatever has become of the streams it prints to."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from support.commands import run
from support.files import bytes_of, edit
from support.processes import NEWSBRIEF, PATIENCE, environment, run_well, running
from support.sites import FACTS, write_briefing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full"),
]

OUT, ERR = 1, 2
BROKEN = FACTS.replace("The bridge will open", "the bridge will open")


class Ending(NamedTuple):
    """The exit code of a command, and what came out of the streams that are whole."""

    code: int
    out: str
    err: str


@contextmanager
def no_reader() -> Iterator[int]:
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@contextmanager
def full() -> Iterator[int]:
    file = os.open("/dev/full", os.O_WRONLY)
    yield file
    os.close(file)


@contextmanager
def read_only() -> Iterator[int]:
    file = os.open(os.devnull, os.O_RDONLY)
    yield file
    os.close(file)


@contextmanager
def closed() -> Iterator[None]:
    yield None


def end_with(stream: int, broken: Callable[[], object], *arguments: object) -> Ending:
    """Run the command with one of its streams broken, to the end."""
    with broken() as file:  # type: ignore[attr-defined]
        streams = {OUT: subprocess.PIPE, ERR: subprocess.PIPE}
        if file is not None:
            streams[stream] = file
        command: list[object] = [*NEWSBRIEF, *arguments]
        if file is None:
            command = ["/bin/sh", "-c", f'exec "$@" {stream}>&-', "sh", *command]
        options = {"stdout": streams[OUT], "stderr": streams[ERR], "encoding": "utf-8", "env": environment()}
        with running(command, **options) as process:
            out, err = process.communicate(timeout=PATIENCE)
            return Ending(process.returncode, out or "", err or "")


REASONS = [
    pytest.param(full, "No space left on device", id="full"),
    pytest.param(closed, "it is closed", id="closed"),
    pytest.param(read_only, "Bad file descriptor", id="read-only"),
]
broken_out = pytest.mark.parametrize(("broken", "reason"), REASONS)
broken_err = pytest.mark.parametrize("broken", [full, closed, read_only, no_reader])


@broken_out
@pytest.mark.parametrize("format", ["text", "github", "json"])
def test_a_build_whose_summary_is_lost_says_that_the_site_is_built(
    site: Path, broken: Callable[[], object], reason: str, format: str
) -> None:
    ending = end_with(OUT, broken, "build", "--site", site, "--format", format)
    assert ending.err == f"Standard output cannot be written: {reason}; the site is built.\n"
    assert ending.code == 2
    assert (site / "_site" / "index.html").is_file()
    # So it was, whole: there is nothing left to do.
    assert run_well(*NEWSBRIEF, "build", "--site", site).startswith("Built 5 pages (0 rendered, 5 reused, 0 removed)")


@broken_out
def test_a_dry_run_whose_summary_is_lost_says_that_nothing_was_written(
    site: Path, broken: Callable[[], object], reason: str
) -> None:
    ending = end_with(OUT, broken, "build", "--dry-run", "--site", site)
    assert ending.err.endswith(f"\nStandard output cannot be written: {reason}; nothing was written.\n")
    assert ending.code == 2
    assert [path.name for path in site.iterdir()] == ["content"]


@broken_out
@pytest.mark.parametrize("options", [(), ("--format", "json"), ("--format", "github")])
def test_a_check_whose_summary_is_lost_says_what_it_found(
    site: Path, broken: Callable[[], object], reason: str, options: tuple[str, ...]
) -> None:
    ending = end_with(OUT, broken, "check", "--site", site, *options)
    assert ending == Ending(2, "", f"Standard output cannot be written: {reason}; there is no problem.\n")


@broken_out
@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("build", "--help"), ("schema",)])
def test_what_was_asked_for_and_is_lost_is_no_success(
    broken: Callable[[], object], reason: str, arguments: tuple[str, ...]
) -> None:
    assert end_with(OUT, broken, *arguments) == Ending(2, "", f"Standard output cannot be written: {reason}.\n")


@broken_out
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_report_that_is_lost_changes_neither_the_code_nor_the_count(
    site: Path, broken: Callable[[], object], reason: str, command: str
) -> None:
    write_briefing(site, facts=BROKEN)
    ending = end_with(OUT, broken, command, "--site", site, "--format", "json")
    outcome = "; nothing was written" if command == "build" else ""
    assert ending == Ending(1, "", f"Standard output cannot be written: {reason}.\n1 problem{outcome}.\n")
    ending = end_with(OUT, broken, command, "--site", site, "--format", "github")
    assert ending.code == 1
    assert ending.err.startswith("content/bridge/facts.yaml:17:11: quotation is not in the article\n")
    assert ending.err.endswith(f"\nStandard output cannot be written: {reason}.\n1 problem{outcome}.\n")


@broken_out
def test_a_preview_that_cannot_say_where_it_is_ends(site: Path, broken: Callable[[], object], reason: str) -> None:
    ending = end_with(OUT, broken, "serve", "--port", "0", "--site", site)
    assert ending == Ending(2, "", f"Standard output cannot be written: {reason}; nothing is served any more.\n")


@pytest.mark.parametrize("broken", [full, closed, read_only, no_reader])
@pytest.mark.parametrize("arguments", [("build",), ("check",), ("build", "--dry-run")])
def test_a_quiet_command_prints_nothing_that_could_be_lost(
    site: Path, broken: Callable[[], object], arguments: tuple[str, ...]
) -> None:
    ending = end_with(OUT, broken, *arguments, "--quiet", "--site", site)
    assert ending.code == 0
    assert "cannot be written" not in ending.err


@pytest.mark.parametrize(
    "arguments", [("build",), ("check",), ("build", "--format", "json"), ("--version",), ("--help",), ("schema",)]
)
def test_a_reader_that_has_read_enough_is_no_fault(site: Path, arguments: tuple[str, ...]) -> None:
    place = ("--site", site) if arguments[0] in ("build", "check") else ()
    assert end_with(OUT, no_reader, *arguments, *place) == Ending(0, "", "")


@broken_err
def test_a_build_ends_well_without_standard_error(site: Path, broken: Callable[[], object]) -> None:
    ending = end_with(ERR, broken, "build", "--explain", "--site", site)
    assert (ending.code, ending.out[:13]) == (0, "Built 5 pages")
    assert (site / "_site" / "index.html").is_file()
    clean = bytes_of(site / "_site")
    edit(site / "content" / "bridge" / "article.md", "in a letter", "in a speech")
    assert end_with(ERR, broken, "build", "--site", site).code == 0
    assert bytes_of(site / "_site").keys() == clean.keys()
    assert b"Standard" not in b"".join(bytes_of(site / "_site").values())


@broken_err
@pytest.mark.parametrize("command", ["build", "check"])
def test_the_code_is_right_without_standard_error(site: Path, broken: Callable[[], object], command: str) -> None:
    write_briefing(site, facts=BROKEN)
    assert end_with(ERR, broken, command, "--site", site)[:2] == (1, "")
    ending = end_with(ERR, broken, command, "--site", site, "--format", "json")
    assert (ending.code, len(json.loads(ending.out)["problems"])) == (1, 1)
    assert end_with(ERR, broken, command, "--site", site / "nowhere")[:2] == (2, "")
    assert end_with(ERR, broken, command, "--nonsense")[:2] == (2, "")


def test_both_streams_may_be_closed(site: Path) -> None:
    command = ["/bin/sh", "-c", 'exec "$@" >&- 2>&-', "sh", *NEWSBRIEF]
    for arguments, code in ((("build",), 2), (("build", "--quiet"), 0), (("check", "--quiet"), 0)):
        with running([*command, *arguments, "--site", site]) as process:
            assert process.wait(PATIENCE) == code


OPENING = """\
import os, sys
from newsbrief.cli.main import main
assert main(["check", "--quiet", "--site", sys.argv[1]]) == 0
sys.exit(os.open(sys.argv[1], os.O_RDONLY))
"""
"""Ends with the number that a file gets which is opened after a command."""


def test_no_file_takes_the_place_of_a_stream_that_is_closed(site: Path) -> None:
    # Whatever a library writes to standard error would be written into that file.
    command = ["/bin/sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", sys.executable, "-c", OPENING, site]
    with running(command) as process:
        assert process.wait(PATIENCE) > ERR


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build",), "1 problem; nothing was written."),
        (("build", "--dry-run"), "1 problem; nothing was written."),
        (("check",), "1 problem."),
        (("check", "--built"), "1 problem."),
        (("serve", "--host", "no such host"), "1 problem."),
    ],
)
def test_only_a_command_that_writes_speaks_of_writing(site: Path, arguments: tuple[str, ...], words: str) -> None:
    if arguments[0] != "serve":
        (site / "content" / "site.yaml").write_text("titel: x\ntitle: Site\n", encoding="utf-8")
    ended = run(*arguments, "--site", site)
    assert (ended.returncode, ended.stderr.splitlines()[-1]) == (2, words)
