"""The loop of `newsbrief serve`: build the site in memory, show it, and build it again after every edit.

>>> name_changes(["content/about.md", "content/site.yaml", "static/a.css", "static/b.css"])
'content/about.md, content/site.yaml, static/a.css and 1 more'
"""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build.request import BuildRequest
from newsbrief.content.settings import read_config
from newsbrief.model.problems import REPORT, ConfigError, NewsbriefError, Problem
from newsbrief.serve.allowed_hosts import is_loopback
from newsbrief.serve.latest_snapshot import LatestSnapshot
from newsbrief.serve.memory import SiteMemory
from newsbrief.serve.server import PreviewServer, open_server
from newsbrief.serve.snapshot import Snapshot, base_path
from newsbrief.serve.watching import watch_sources

_NAMED = 3
"""The number of changed files that a line names at most."""


class ServeRequest(Struct, frozen=True):
    """The site to show, and the address to show it at: the first free one of the `ports`."""

    site: Path
    base_url: str | None = None
    drafts: bool = False
    host: str = "127.0.0.1"
    ports: Sequence[int] = (0,)
    open: bool = False


def serve_site(request: ServeRequest, say: Callable[[str], None], report: Callable[[Sequence[Problem]], None]) -> None:
    """Build a site in memory, serve it, and build it again after every change, until KeyboardInterrupt.

    `say` takes a line for the terminal, `report` the problems of a build. ConfigError: there is no site, or the port is
    not free. Problems of the content end nothing.
    """
    latest = LatestSnapshot(Snapshot(_find_base(request), {}))
    memory = SiteMemory(BuildRequest(request.site, request.base_url, request.drafts))
    server = open_server(request.host, request.ports, latest, say)
    try:
        for changed in watch_sources(request.site):
            before = latest.snapshot
            _rebuild(memory, latest, changed, say, report)
            if not server.is_started:
                server.start()
                _introduce(server, latest.snapshot, request, say)
            elif latest.snapshot.base != before.base:
                say(f"The site is now at {server.locate(latest.snapshot.base)}")
    finally:
        server.stop()


def _rebuild(
    memory: SiteMemory,
    latest: LatestSnapshot,
    changed: Sequence[str],
    say: Callable[[str], None],
    report: Callable[[Sequence[Problem]], None],
) -> None:
    start = time.perf_counter()
    snapshot = take_snapshot(memory, latest.snapshot, changed)
    is_first = not latest.snapshot.files
    latest.show(snapshot)
    if snapshot.problems:
        report(snapshot.problems)
        return
    took = round((time.perf_counter() - start) * 1000)
    if is_first:
        pages = sum(path.endswith(".html") for path in snapshot.files)
        say(f"Built {pages} pages in {took} ms")
    elif changed:
        say(f"Rebuilt in {took} ms: {name_changes(changed)}")


def take_snapshot(memory: SiteMemory, before: Snapshot, changed: Sequence[str] = ()) -> Snapshot:
    """Return the site as it is now, or as it was `before` with the problems that keep it from being built.

    `changed` names the files that have changed since; without any, the whole site is compared.
    """
    try:
        build = memory.rebuild(changed)
        return Snapshot(base_path(build.base_url), build.files, doubts=build.doubts)
    except NewsbriefError as error:
        return replace(before, problems=error.problems)
    except OSError as error:
        hint = "this may pass: the next change builds again"
        problem = Problem(str(error.filename or memory.request.site), 0, 0, error.strerror or str(error), hint)
    except Exception as error:
        problem = Problem("newsbrief", 0, 0, f"{type(error).__name__}: {error}", REPORT)
    return replace(before, problems=(problem,))


def name_changes(changed: Sequence[str]) -> str:
    """Return the names of changed files for one line: the first few, and how many more there are."""
    more = len(changed) - _NAMED
    return ", ".join(changed[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _find_base(request: ServeRequest) -> str:
    """Return the path to serve under before anything is built; ConfigError for what no edit of the content can fix."""
    try:
        return base_path(read_config(request.site, request.base_url).base_url)
    except ConfigError as error:
        if not (request.site / "content").is_dir() or any(problem.path == "--base-url" for problem in error.problems):
            raise
        return base_path(request.base_url or "")


def _introduce(server: PreviewServer, snapshot: Snapshot, request: ServeRequest, say: Callable[[str], None]) -> None:
    address = server.locate(snapshot.base)
    if not is_loopback(server.bound):
        say(warn_of_network(request.host, request.drafts))
    say(f"Serving {address}")
    say("Press Ctrl-C to stop.")
    if request.open:
        threading.Thread(target=_open_browser, args=(address, say), daemon=True).start()


def warn_of_network(host: str, drafts: bool) -> str:
    """Return the warning for a host that other machines can reach."""
    return f"Warning: on {host}, other machines can read this site{', including drafts' if drafts else ''}."


def _open_browser(address: str, say: Callable[[str], None]) -> None:
    import webbrowser

    if not webbrowser.open_new_tab(address):
        say(f"Could not open a browser; open {address} in yours.")
