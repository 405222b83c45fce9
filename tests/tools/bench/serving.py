"""The preview servers, compared: how long it takes from a saved edit of one article to the changed page on loopback."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tools.bench.content import Invented, invent
from tools.bench.measuring import RunError
from tools.bench.programs import Program
from tools.bench.table import WALL, Row, SetUp

_PATIENCE = 600.0
"""Seconds that a server has to show what it should."""

_LONGEST = 10_000
"""The most briefings of a site that is held in memory here."""

_REST = 0.3
"""Seconds of quiet before an edit."""


def compare_serving(sizes: Sequence[int], rounds: int, set_ups: Sequence[SetUp]) -> Iterator[Row]:
    """Yield what an edit takes in the preview of sites of `sizes` briefings, by each of the programs."""
    for count in sizes:
        if count >= _LONGEST:
            continue
        with tempfile.TemporaryDirectory(prefix="newsbrief-bench-") as folder:
            programs = [set_up(Path(folder) / str(number), count) for number, set_up in enumerate(set_ups)]
            yield Row(count, "edit, served", WALL, [list(time_edits(program, rounds)) for program in programs])


def time_edits(program: Program, rounds: int) -> Iterator[float]:
    """Serve a site and yield, for each of some edits of one article, the seconds until its page has changed."""
    number = program.count // 2 + 1
    save(program, invent(number))
    with serving(program) as connection:
        wait_for(connection, invent(number), b"")
        # The first edit warms up what is only needed for edits.
        for turn in range(rounds + 1):
            briefing = invent(number, edited=turn % 2 == 0)
            before = fetch(connection, briefing)
            time.sleep(_REST)
            start = time.perf_counter()
            save(program, briefing)
            wait_for(connection, briefing, before)
            if turn:
                yield time.perf_counter() - start


def save(program: Program, briefing: Invented) -> None:
    """Save an article as an editor would."""
    path, text = program.article(briefing)
    (program.site / path).write_text(text, encoding="utf-8")


@contextmanager
def serving(program: Program) -> Iterator[HTTPConnection]:
    """Run the program's preview server, which is ended afterwards, and connect to it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            program.serve(port),
            stdout=said,
            stderr=said,
            env=program.surroundings,
            cwd=program.site,
            start_new_session=True,
        )
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            yield connection
        finally:
            connection.close()
            process.terminate()
            try:
                process.wait(30)
            finally:
                # Some servers leave processes of their own behind.
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def wait_for(connection: HTTPConnection, briefing: Invented, before: bytes) -> None:
    """Ask for a page until it is another than `before` and shows the article as it now is."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        page = fetch(connection, briefing)
        # One word may be a part of the other, and some servers put into a page what differs each time.
        if page != before and f" was {briefing.mood},".encode() in page:
            return
        time.sleep(0.001 if page else 0.05)
    raise RunError(f"the page of {briefing.name} was not shown as it now is in {_PATIENCE:.0f} seconds")


def fetch(connection: HTTPConnection, briefing: Invented) -> bytes:
    """Return the page of a briefing; b"" while there is none."""
    try:
        connection.request("GET", f"/{briefing.name}/")
        answer = connection.getresponse()
        page = answer.read()
    except (OSError, HTTPException):
        # A server may be in the midst of a rebuild.
        connection.close()
        return b""
    return page if answer.status == 200 else b""
