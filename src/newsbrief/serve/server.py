"""The web server of the preview: plain HTTP, a thread for each connection, a stream of events for each open page."""

import errno
import os
import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qs, quote

from newsbrief import __version__
from newsbrief.model.problems import ConfigError
from newsbrief.serve.allowed_hosts import is_expected_host, is_wildcard
from newsbrief.serve.latest_snapshot import LatestSnapshot
from newsbrief.serve.responses import PLAIN, Response, respond
from newsbrief.serve.snapshot import EVENTS

HEARTBEAT = 15.0
"""Seconds after which a page hears from the server even without news, which shows whether it is still there."""
_GRACE = 0.7
"""Seconds that connections have to come to an end."""


class PreviewServer(ThreadingHTTPServer):
    """The server of the `latest` snapshot, bound when it is made; `say` takes a line for the terminal.

    It answers from `start` to `stop`, where `heartbeat` is in seconds.
    """

    daemon_threads = True
    request_queue_size = 128
    # Except on POSIX systems, this would let two servers have the same port.
    allow_reuse_address = os.name == "posix"
    allow_reuse_port = False

    def __init__(
        self, host: str, port: int, latest: LatestSnapshot, say: Callable[[str], None], heartbeat: float
    ) -> None:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        self.address_family = family
        self.host, self.latest, self.say, self.heartbeat = host, latest, say, heartbeat
        self._connections: dict[threading.Thread, socket.socket] = {}
        self._thread = threading.Thread(target=self.serve_forever, args=(0.2,), name="preview", daemon=True)
        super().__init__((str(address[0]), port), _RequestHandler)

    def server_bind(self) -> None:
        """Take the address; unlike HTTPServer, without asking the network for the name of this machine."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, int(self.server_address[1])

    @property
    def bound(self) -> str:
        """The IP address that is served."""
        return str(self.server_address[0])

    def locate(self, path: str) -> str:
        """Return the address of a decoded path, for a browser on this machine."""
        host = "127.0.0.1" if is_wildcard(self.host) else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}{quote(path)}"

    @property
    def is_started(self) -> bool:
        """Say whether requests are being answered."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Answer, from a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """End every connection, and wait a moment for its thread."""
        self.latest.close()
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
        """Answer one connection, which is remembered for as long as it lasts."""
        self._connections[threading.current_thread()] = request
        try:
            super().process_request_thread(request, client_address)
        finally:
            del self._connections[threading.current_thread()]

    def handle_error(self, request: object, client_address: object) -> None:
        """Ignore a connection that broke; an error in a response is reported where it happens."""


class _RequestHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60
    # A response leaves in one piece.
    wbufsize = -1
    disable_nagle_algorithm = True
    server: PreviewServer

    def do_GET(self) -> None:
        try:
            if not is_expected_host(self.headers.get("Host", ""), self.server.host, self.server.bound):
                where = f"This preview answers only at {self.server.locate('/')}\n"
                self._send(Response(HTTPStatus.FORBIDDEN, PLAIN, where.encode()))
            elif self.path.partition("?")[0] == EVENTS:
                self._send_events()
            else:
                self._respond(respond(self.server.latest.snapshot, self.path))
        except OSError:
            # The browser has gone, which it may.
            self.close_connection = True
        except Exception as error:
            self.server.say(f"500 {self.path}: {type(error).__name__}: {error}")
            self._send(Response(HTTPStatus.INTERNAL_SERVER_ERROR, PLAIN, b"The preview failed here.\n"))

    do_HEAD = do_GET

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if length.isdecimal() and len(length) < 6:
            # A browser that is still sending when the connection closes would not read the response.
            self.rfile.read(int(length))
        self.close_connection = True
        headers = {"Allow": "GET, HEAD", "Connection": "close"}
        self._send(Response(HTTPStatus.METHOD_NOT_ALLOWED, PLAIN, b"Only GET and HEAD.\n", headers))

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = do_POST

    def _respond(self, response: Response) -> None:
        if response.status == HTTPStatus.NOT_FOUND:
            self.server.say(f"404 {self.path}")
        tag = response.headers.get("ETag")
        if tag and _names_tag(self.headers.get_all("If-None-Match", []), tag):
            response = Response(HTTPStatus.NOT_MODIFIED, "", b"", response.headers)
        self._send(response)

    def _send(self, response: Response) -> None:
        headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", **response.headers}
        if response.status != HTTPStatus.NOT_MODIFIED:
            headers |= {"Content-Type": response.type, "Content-Length": str(len(response.body))}
        self.send_response(response.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def _send_events(self) -> None:
        """Send a page what it should show, now and after every change, for as long as it listens."""
        path = parse_qs(self.path.partition("?")[2]).get("page", [""])[0]
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        latest, seen = self.server.latest, None
        while self.command != "HEAD" and not latest.is_closed:
            snapshot = latest.wait(seen, self.server.heartbeat)
            news = ": still here" if snapshot is seen else f"retry: 1000\ndata: {snapshot.describe(path)}"
            self.wfile.write(f"{news}\n\n".encode())
            self.wfile.flush()
            seen = snapshot

    def version_string(self) -> str:
        return f"Newsbrief/{__version__}"

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of ordinary requests."""


def _names_tag(headers: Iterable[str], tag: str) -> bool:
    named = {each.strip().removeprefix("W/") for header in headers for each in header.split(",")}
    return not named.isdisjoint({tag, "*"})


def open_server(
    host: str, ports: Sequence[int], latest: LatestSnapshot, say: Callable[[str], None], heartbeat: float = HEARTBEAT
) -> PreviewServer:
    """Return a server bound to `host` and to the first of the `ports` that is free.

    ConfigError: none is free, or the system refuses it. `heartbeat` is in seconds.
    """
    for number in ports:
        try:
            server = PreviewServer(host, number, latest, say, heartbeat)
        except socket.gaierror as error:
            hint = "give a name or an address of this machine, or leave out --host"
            raise ConfigError.because(f"{host!r} is not a host: {error.strerror}", hint, "--host") from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE or len(ports) == 1:
                raise _explain_refusal(host, number, error) from None
        else:
            if number != ports[0]:
                say(f"Port {ports[0]} is in use; using port {number} instead.")
            return server
    hint = "give a free one with --port, or let the system choose with --port 0"
    raise ConfigError.because(f"the ports {ports[0]} to {ports[-1]} are in use", hint, "--port")


def _explain_refusal(host: str, port: int, error: OSError) -> ConfigError:
    if error.errno == errno.EADDRINUSE:
        hint = f"stop the program that uses it, give another one such as --port {port + 1}, or leave out --port"
        return ConfigError.because(f"port {port} is in use", hint, "--port")
    if error.errno == errno.EACCES:
        hint = f"give one above 1023, such as --port {port + 8000}"
        return ConfigError.because(f"port {port} is reserved for the system", hint, "--port")
    hint = "give an address of this machine, or leave out --host"
    return ConfigError.because(f"{host} cannot be served: {error.strerror or error}", hint, "--host")
