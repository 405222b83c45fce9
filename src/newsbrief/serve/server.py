"""The web server of the preview: plain HTTP, a thread for each connection, a stream of events for each open page."""

import errno
import os
import socket
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qs, quote

from newsbrief import __version__
from newsbrief.model.problems import ConfigError
from newsbrief.serve.allowed_hosts import is_expected_host, is_wildcard
from newsbrief.serve.answers import PLAIN, Answer, answer_request
from newsbrief.serve.newest import Board
from newsbrief.serve.snapshot import EVENTS

DEFAULT_PORT = 8000
_PORTS_TRIED = 100
HEARTBEAT = 15.0
"""Seconds after which a page that has nothing to be told is told so, which shows whether it is still there."""
_GRACE = 0.7
"""Seconds that connections have to come to an end."""


class PreviewServer(ThreadingHTTPServer):
    """Answers from the board. Bound when made, answers from `start` to `stop`; `say` takes a line for the terminal."""

    daemon_threads = True
    request_queue_size = 128
    # Elsewhere than on POSIX systems this would let two servers have the same port.
    allow_reuse_address = os.name == "posix"
    allow_reuse_port = False

    def __init__(self, host: str, port: int, board: Board, say: Callable[[str], None], heartbeat: float) -> None:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self.address_family = family
        self.host, self.board, self.say, self.heartbeat = host, board, say, heartbeat
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._thread = threading.Thread(target=self.serve_forever, args=(0.2,), name="preview", daemon=True)
        super().__init__((str(address[0]), port), _Handler)

    def server_bind(self) -> None:
        """Take the address. HTTPServer would ask the network for the name of this machine besides."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, int(self.server_address[1])

    @property
    def bound(self) -> str:
        """The IP address that is served."""
        return str(self.server_address[0])

    def locate(self, path: str) -> str:
        """Return the address in a browser on this machine of a decoded path of this host."""
        host = "127.0.0.1" if is_wildcard(self.host) else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}{quote(path)}"

    @property
    def is_started(self) -> bool:
        """Whether requests are being answered."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Answer, from a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End every connection and wait for its thread, no longer than a moment."""
        self.board.close()
        if self.is_started:
            self.shutdown()
        self.server_close()
        connections = dict(self._connections)
        for connection in connections.values():
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        end = time.monotonic() + _GRACE
        for thread in connections:
            thread.join(max(0.0, end - time.monotonic()))

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer one connection, which is on record for as long as it lasts."""
        self._connections[threading.current_thread()] = request
        try:
            super().process_request_thread(request, client_address)
        finally:
            del self._connections[threading.current_thread()]

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over a connection that broke; a fault in an answer is told where it happens."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    # An answer leaves in one piece.
    wbufsize = -1
    disable_nagle_algorithm = True
    server: PreviewServer

    def do_GET(self) -> None:
        try:
            if not is_expected_host(self.headers.get("Host", ""), self.server.host, self.server.bound):
                where = f"This preview answers at {self.server.locate('/')} only.\n"
                self._send(Answer(HTTPStatus.FORBIDDEN, PLAIN, where.encode()))
            elif self.path.partition("?")[0] == EVENTS:
                self._tell_events()
            else:
                self._answer(answer_request(self.server.board.snapshot, self.path))
        except OSError:
            # The browser has gone, which it may.
            self.close_connection = True
        except Exception as error:
            self.server.say(f"500 {self.path}: {type(error).__name__}: {error}")
            self._send(Answer(HTTPStatus.INTERNAL_SERVER_ERROR, PLAIN, b"The preview failed here.\n"))

    do_HEAD = do_GET

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if length.isdecimal() and len(length) < 6:
            # Closing on a browser that is still sending would take the answer from it.
            self.rfile.read(int(length))
        self.close_connection = True
        headers = {"Allow": "GET, HEAD", "Connection": "close"}
        self._send(Answer(HTTPStatus.METHOD_NOT_ALLOWED, PLAIN, b"Only GET and HEAD.\n", headers))

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = do_POST

    def _answer(self, answer: Answer) -> None:
        if answer.status == HTTPStatus.NOT_FOUND:
            self.server.say(f"404 {self.path}")
        tag = answer.headers.get("ETag")
        if tag and _names_tag(self.headers.get_all("If-None-Match", []), tag):
            answer = Answer(HTTPStatus.NOT_MODIFIED, "", b"", answer.headers)
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", **answer.headers}
        if answer.status != HTTPStatus.NOT_MODIFIED:
            headers |= {"Content-Type": answer.type, "Content-Length": str(len(answer.body))}
        self.send_response(answer.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _tell_events(self) -> None:
        """Tell a page what it should show, now and after every change, for as long as it listens."""
        path = parse_qs(self.path.partition("?")[2]).get("page", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        board, seen = self.server.board, None
        while self.command != "HEAD" and not board.is_closed:
            snapshot = board.wait(seen, self.server.heartbeat)
            news = ": still here" if snapshot is seen else f"retry: 1000\ndata: {snapshot.describe(path)}"
            self.wfile.write(f"{news}\n\n".encode())
            self.wfile.flush()
            seen = snapshot

    def version_string(self) -> str:
        return f"Newsbrief/{__version__}"

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep silent about requests; what is worth a line says so itself."""


def _names_tag(headers: Iterable[str], tag: str) -> bool:
    named = {each.strip().removeprefix("W/") for header in headers for each in header.split(",")}
    return not named.isdisjoint({tag, "*"})


def open_server(
    host: str, port: int | None, board: Board, say: Callable[[str], None], heartbeat: float = HEARTBEAT
) -> PreviewServer:
    """Return a server bound to `host` and `port`, or where `port` is None to the first free one from 8000 on.

    ConfigError: there is none, or the system does not let it be had. `heartbeat` is in seconds.
    """
    numbers = range(DEFAULT_PORT, DEFAULT_PORT + _PORTS_TRIED) if port is None else (port,)
    for number in numbers:
        try:
            server = PreviewServer(host, number, board, say, heartbeat)
        except socket.gaierror as error:
            hint = "write a name or an address of this machine, or leave --host away"
            raise ConfigError.because(f"{host!r} is no host: {error.strerror}", hint, "--host") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port is not None:
                raise _cannot_have(host, number, error) from None
        else:
            if number > DEFAULT_PORT and port is None:
                say(f"Port {DEFAULT_PORT} is taken, so this is port {number}.")
            return server
    hint = "name a free one with --port, or have any with --port 0"
    raise ConfigError.because(f"the ports {numbers[0]} to {numbers[-1]} are taken", hint, "--port")


def _cannot_have(host: str, port: int, error: OSError) -> ConfigError:
    if error.errno == errno.EADDRINUSE:
        hint = f"end the program that has it, name another such as --port {port + 1}, or leave --port away"
        return ConfigError.because(f"port {port} is taken", hint, "--port")
    if error.errno == errno.EACCES:
        hint = f"name one above 1023, such as --port {DEFAULT_PORT}"
        return ConfigError.because(f"port {port} is the system's", hint, "--port")
    hint = "write an address of this machine, or leave --host away"
    return ConfigError.because(f"{host} cannot be served: {error.strerror or error}", hint, "--host")
