"""The loop of the preview: real processes on loopback that build, show and tell."""

import http.client
import re
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from newsbrief.build.request import BuildRequest
from newsbrief.cli.arguments import DEFAULT_PORT
from newsbrief.serve.loop import name_changes, take_snapshot, warn_of_network
from newsbrief.serve.memory import SiteMemory
from newsbrief.serve.snapshot import Snapshot
from support.commands import run
from support.files import bytes_of, edit
from support.preview import Preview, ask, listening, previewing
from support.processes import PATIENCE, run_well, wait_until
from support.sites import FRONT, write_briefing

pytestmark = pytest.mark.slow


def test_bare_site_is_served_at_the_root_and_nothing_is_written(site: Path, preview: Callable[..., Preview]) -> None:
    before = bytes_of(site)
    serving = preview(site)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", serving.address)
    serving.wait_for(r"^Built 5 pages in \d+ ms$")
    serving.wait_for(r"^Press Ctrl-C to stop\.$")
    assert ask(serving.port, "/")[0] == ask(serving.port, "/bridge/")[0] == 200
    edit(site / "content" / "bridge" / "article.md", "A title", "Another title")
    serving.wait_for(r"^Rebuilt in \d+ ms: content/bridge/article\.md$")
    assert bytes_of(site).keys() == before.keys() and not (site / "_site").exists()


def test_drafts_are_shown_on_demand(site: Path, preview: Callable[..., Preview]) -> None:
    write_briefing(site, "second", front=FRONT.replace("title:", "draft: true\ntitle:"))
    with_drafts, without = preview(site, "--drafts"), preview(site)
    assert ask(with_drafts.port, "/second/")[0] == 200
    assert ask(without.port, "/second/")[0] == 404


def test_taken_port_gives_way_to_the_next_unless_it_was_asked_for(site: Path, preview: Callable[..., Preview]) -> None:
    first = preview(site)
    ended = run("serve", "--site", str(site), "--port", str(first.port))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"--port: port {first.port} is in use\n") and "--port" in ended.stderr.split("\n")[1]

    with closing(socket.socket()) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        is_ours = True
        try:
            taken.bind(("127.0.0.1", DEFAULT_PORT))
            taken.listen()
        except OSError:
            # Somebody else has it, which will do as long as it lasts.
            is_ours = False
        with previewing("--site", site) as second:
            assert ask(second.port, "/")[0] == 200
            assert second.port != DEFAULT_PORT or not is_ours
            if second.port != DEFAULT_PORT:
                second.wait_for(f"^Port {DEFAULT_PORT} is in use; using port {second.port} instead.$")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--site", "nowhere"], "content/site.yaml: there is no such file"),
        (["--base-url", "nonsense"], "--base-url: 'nonsense' is not a web address"),
        (["--host", "no such host"], "--host: 'no such host' is not a host"),
        (["--host", "192.0.2.1"], "--host: 192.0.2.1 cannot be served"),
        (["--port", "70000"], "'70000' is not a port"),
        (["--port", "-1"], "-1"),
    ],
)
def test_what_no_edit_can_fix_ends_with_2(site: Path, arguments: list[str], said: str) -> None:
    ended = run("serve", "--site", str(site), *arguments)
    assert ended.returncode == 2 and ended.stdout == ""
    assert said in ended.stderr and "Traceback" not in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_ctrl_c_ends_it_at_once_whoever_listens(site: Path, preview: Callable[..., Preview]) -> None:
    serving = preview(site)
    idle = http.client.HTTPConnection("127.0.0.1", serving.port, timeout=PATIENCE)
    idle.request("GET", "/")
    idle.getresponse().read()
    with closing(idle), listening(serving.port, "/") as hear:
        hear()
        # Both connections are held until it has ended.
        assert serving.end(signal.SIGINT) == 130
    assert serving.lines[-1] == "Interrupted: nothing was left half written."


@pytest.mark.skipif(sys.platform == "win32", reason="the browser here is a shell script")
def test_browser_is_opened_on_demand(site: Path, tmp_path: Path, preview: Callable[..., Preview]) -> None:
    browser, opened = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{opened}.part"\nmv "{opened}.part" "{opened}"\n')
    browser.chmod(0o755)
    serving = preview(site, "--open", BROWSER=str(browser))
    wait_until(opened.exists)
    assert opened.read_text() == f"{serving.address}\n"


def test_other_commands_do_not_pay_for_it(site: Path) -> None:
    code = "import sys; from newsbrief.cli.main import main; main(sys.argv[1:]); print(*sys.modules, sep='\\n')"
    imported = run_well(sys.executable, "-c", code, "check", "--site", site).split("\n")
    assert "newsbrief.cli.main" in imported
    assert not {"watchfiles", "http.server", "webbrowser", "newsbrief.serve"} & {*imported}


def test_every_listener_is_told_what_concerns_its_page(site: Path, preview: Callable[..., Preview]) -> None:
    write_briefing(site, "other")
    serving = preview(site)
    with ExitStack() as connections:
        paths = ("/bridge/", "/bridge/", "/other/", "/nowhere/")
        everyone = [connections.enter_context(listening(serving.port, path)) for path in paths]
        before = [hear() for hear in everyone]
        edit(site / "content" / "bridge" / "article.md", "spoke to reporters", "spoke to the press")
        after = [hear() for hear in everyone]
    changed = [old["page"] != new["page"] for old, new in zip(before, after, strict=True)]
    assert changed == [True, True, False, False]
    assert [message["problems"] for message in before + after] == [""] * 8


def test_network_is_warned_of() -> None:
    assert warn_of_network("0.0.0.0", drafts=True).endswith("other machines can read this site, including drafts.")


def test_fault_of_the_program_is_a_problem_like_others_and_the_last_good_site_stays() -> None:
    before = Snapshot("/", {"index.html": b"good"})
    after = take_snapshot(SiteMemory(BuildRequest("not a path")), before)  # type: ignore[arg-type]
    (problem,) = after.problems
    assert after.files is before.files
    assert problem.message.startswith("TypeError: ") and "please report it" in problem.hint


def test_line_names_some_of_the_files_that_changed() -> None:
    assert name_changes(["a"]) == "a"
    assert name_changes(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
