"""Edit, rebuild, show: the loop of `newsbrief serve`."""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.content.settings import read_config
from newsbrief.model.problems import REPORT, ConfigError, NewsbriefError, Problem
from newsbrief.serve.allowed_hosts import is_loopback
from newsbrief.serve.memory import Memory
from newsbrief.serve.newest import Board
from newsbrief.serve.server import PreviewServer, open_server
from newsbrief.serve.snapshot import Snapshot, base_path
from newsbrief.serve.watching import watch_sources

_NAMED = 3
"""The most changed files that a line names."""


class Wishes(Struct, frozen=True):
    """What is to be served and where. `port` is None for the first free one."""

    site: Path
    base_url: str | None = None
    drafts: bool = False
    host: str = "127.0.0.1"
    port: int | None = None
    open: bool = False


def serve_site(wishes: Wishes, say: Callable[[str], None], report: Callable[[Sequence[Problem]], None]) -> None:
    """Build a site in memory, serve it, and build it anew after every change, until KeyboardInterrupt.

    `say` takes a line for the terminal, `report` the problems of a build. ConfigError: there is no site there, or the
    port cannot be had. Problems of the content end nothing.
    """
    board = Board(Snapshot(_find_base(wishes), {}))
    memory = Memory(wishes.site, wishes.base_url, wishes.drafts)
    server = open_server(wishes.host, wishes.port, board, say)
    try:
        for changed in watch_sources(wishes.site):
            before = board.snapshot
            _rebuild(memory, board, changed, say, report)
            if not server.is_started:
                server.start()
                _introduce(server, board.snapshot, wishes, say)
            elif board.snapshot.base != before.base:
                say(f"The site is now at {server.locate(board.snapshot.base)}")
    finally:
        server.stop()


def _rebuild(
    memory: Memory,
    board: Board,
    changed: Sequence[str],
    say: Callable[[str], None],
    report: Callable[[Sequence[Problem]], None],
) -> None:
    start = time.perf_counter()
    snapshot = take_snapshot(memory, board.snapshot, changed)
    is_first = not board.snapshot.files
    board.show(snapshot)
    if snapshot.problems:
        report(snapshot.problems)
        return
    took = round((time.perf_counter() - start) * 1000)
    if is_first:
        pages = sum(path.endswith(".html") for path in snapshot.files)
        say(f"Built {pages} pages in {took} ms")
    elif changed:
        say(f"Rebuilt in {took} ms: {name_changes(changed)}")


def take_snapshot(memory: Memory, before: Snapshot, changed: Sequence[str] = ()) -> Snapshot:
    """Return the site as it is now, or as it was `before` with the problems that keep it from being built.

    `changed` names the files that have changed since; without any, all of the site is looked at.
    """
    try:
        held = memory.rebuild(changed)
        return Snapshot(base_path(held.base_url), held.files)
    except NewsbriefError as error:
        return replace(before, problems=error.problems)
    except OSError as error:
        hint = "this may pass: the next change builds again"
        problem = Problem(str(error.filename or memory.site), 0, 0, error.strerror or str(error), hint)
    except Exception as error:
        problem = Problem("newsbrief", 0, 0, f"{type(error).__name__}: {error}", REPORT)
    return replace(before, problems=(problem,))


def name_changes(changed: Sequence[str]) -> str:
    """Return the changed files as a line names them: some, and how many more."""
    more = len(changed) - _NAMED
    return ", ".join(changed[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _find_base(wishes: Wishes) -> str:
    """Return the path to serve under before anything is built; ConfigError for what no edit of the content can mend."""
    try:
        return base_path(read_config(wishes.site, wishes.base_url).base_url)
    except ConfigError as error:
        if not (wishes.site / "content").is_dir() or any(problem.path == "--base-url" for problem in error.problems):
            raise
        return base_path(wishes.base_url or "")


def _introduce(server: PreviewServer, snapshot: Snapshot, wishes: Wishes, say: Callable[[str], None]) -> None:
    address = server.locate(snapshot.base)
    if not is_loopback(server.bound):
        say(warn_of_network(wishes.host, wishes.drafts))
    say(f"Serving {address}")
    say("Ctrl-C ends it.")
    if wishes.open:
        threading.Thread(target=_open_browser, args=(address, say), daemon=True).start()


def warn_of_network(host: str, drafts: bool) -> str:
    """Return the warning for a host that is not only this machine's own."""
    return f"Careful: on {host}, other machines can read this site{', drafts included' if drafts else ''}."


def _open_browser(address: str, say: Callable[[str], None]) -> None:
    import webbrowser

    if not webbrowser.open_new_tab(address):
        say(f"No browser could be opened; open {address} in yours.")
