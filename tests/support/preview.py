"""A `newsbrief serve` in a process of its own, and what a browser or a stranger may ask of it."""

import http.client
import json
import re
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from support.processes import NEWSBRIEF, PATIENCE, Process, environment, kill_group, running


class Preview:
    """The running command, and the lines that it prints."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.lines: list[str] = []
        self._news = threading.Condition()
        pipes = (process.stdout, process.stderr)
        self._open = len(pipes)
        self._readers = [threading.Thread(target=self._read, args=(pipe,), daemon=True) for pipe in pipes]
        for reader in self._readers:
            reader.start()

    def _read(self, pipe: Iterator[str]) -> None:
        for line in pipe:
            with self._news:
                self.lines.append(line.rstrip("\n"))
                self._news.notify_all()
        with self._news:
            self._open -= 1
            self._news.notify_all()

    def wait_for(self, pattern: str, times: int = 1) -> re.Match[str]:
        """Return the match of the line that is the last of so many that match `pattern`, once it is printed."""

        def found() -> list[re.Match[str]]:
            return [match for line in self.lines if (match := re.search(pattern, line))]

        with self._news:
            self._news.wait_for(lambda: len(found()) >= times or not self._open, PATIENCE)
            assert len(found()) >= times, (pattern, self.lines)
            return found()[times - 1]

    @property
    def address(self) -> str:
        return self.wait_for(r"^Serving (http://\S+)$")[1]

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].partition("/")[0])

    def end(self, sign: int = signal.SIGINT) -> int:
        """Send a signal and return the code that the process ends with."""
        if self.process.poll() is None:
            self.process.send_signal(sign)
        try:
            return int(self.process.wait(PATIENCE))
        finally:
            self.kill()

    def kill(self) -> None:
        """End the process whatever it does, and with it the threads that read what it prints."""
        kill_group(self.process)
        for reader in self._readers:
            reader.join(PATIENCE)


@contextmanager
def previewing(*arguments: object, **variables: str) -> Iterator[Preview]:
    """Run the preview with these arguments; it ends with the block and shows no traceback."""
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with running([*NEWSBRIEF, "serve", *arguments], env=environment(**variables), **pipes) as process:
        preview = Preview(process)
        try:
            yield preview
            preview.end()
        finally:
            preview.kill()
        assert "Traceback" not in "\n".join(preview.lines)


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return the status, the headers by their names in lower case, and the body of an answer."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def ask_raw(port: int, request: bytes) -> bytes:
    """Send bytes as they are and return all that comes back until the server closes."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@contextmanager
def listening(port: int, path: str) -> Iterator[Callable[[], dict[str, object]]]:
    """Listen to the events for the page at a path; what is yielded waits for the next message."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", f"/.newsbrief/events?page={path}")
        answer = connection.getresponse()
        assert answer.status == 200 and answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"

        def hear() -> dict[str, object]:
            while not (line := answer.readline()).startswith(b"data: "):
                assert line
            message: dict[str, object] = json.loads(line.removeprefix(b"data: "))
            return message

        yield hear
