"""Asks other sites whether what a site links to is there: politely, and only to tell what they say."""

import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, RemoteDisconnected
from queue import Empty, Queue
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from newsbrief import __version__

USER_AGENT = f"Newsbrief/{__version__} (check of links)"
HOSTS_AT_ONCE = 8
REDIRECTS = 5
PATIENCE = 10.0
"""Seconds that a host may be silent, or take to begin its answer."""

PAUSE = 0.5
"""Seconds between an answer of a host and the next request to it."""

_HEAD_REFUSED = frozenset({403, 404, 405, 501})
_MOVED_FOR_GOOD = frozenset({301, 308})
_MOVED = _MOVED_FOR_GOOD | {302, 303, 307}
_ASKED_TO_WAIT = frozenset({429, 503})
_KEPT = "!#$%&'()*+,/:;=?@[]~"


class Answer(NamedTuple):
    """What came of an address: `fault` is "" where it answered well, `moved_to` where it has gone for good, or ""."""

    address: str
    fault: str = ""
    moved_to: str = ""


def ask_addresses(addresses: Iterable[str], pause: float = PAUSE, patience: float = PATIENCE) -> Iterator[Answer]:
    """Ask for each address and yield what came of it, as answers come in.

    A host is asked one thing at a time, with a pause in between, and nothing more once it has asked to wait; up to
    eight hosts are asked at once. Who stops listening need not wait for what is under way.
    """
    of_hosts: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        of_hosts.setdefault(_host_of(address), []).append(address)
    shares: Queue[list[str]] = Queue()
    for share in of_hosts.values():
        shares.put(share)
    answers: Queue[Answer] = Queue()
    asker = _Asker(pause, patience)
    for _ in range(min(HOSTS_AT_ONCE, len(of_hosts))):
        # The threads of a pool would hold the command back until they end.
        threading.Thread(target=asker.work_off, args=(shares, answers), daemon=True).start()
    try:
        for _ in range(sum(map(len, of_hosts.values()))):
            yield _take(answers)
    finally:
        asker.is_dismissed = True


def describe_answer(answer: Answer, pages: Iterable[str]) -> Iterator[str]:
    """Yield the lines that tell what came of an address, and on which pages it stands; none where all is well."""
    if not answer.fault and not answer.moved_to:
        return
    yield f"{answer.address}: {answer.fault or 'has moved for good'}"
    if answer.moved_to:
        yield f"      its new address: {answer.moved_to}"
    first, *others = pages
    also = f" and {len(others):,} other {'pages' if len(others) > 1 else 'page'}" if others else ""
    yield f"      it stands in {first}{also}"


def sum_up_answers(answers: Iterable[Answer]) -> str:
    """Return in a line how many addresses answered."""
    answers = tuple(answers)
    lost = sum(bool(answer.fault) for answer in answers)
    moved = sum(bool(answer.moved_to) for answer in answers)
    noun = "address" if len(answers) == 1 else "addresses"
    return f"Asked for {len(answers):,} {noun} of other sites: {lost:,} without a good answer, {moved:,} moved for good"


def _host_of(address: str) -> str:
    with suppress(ValueError):
        return urlsplit(address).hostname or ""
    return ""


def _take(answers: "Queue[Answer]") -> Answer:
    while True:
        # On some systems no interrupt gets through to a wait without an end.
        with suppress(Empty):
            return answers.get(timeout=0.2)


class _Turn:
    """Who asks a host must hold its lock, and wait until `free_at`; `said_wait` that it has asked to wait."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.free_at = 0.0
        self.said_wait = False


class _Asker:
    """Asks for addresses; several threads at once, one at a time for each host."""

    def __init__(self, pause: float, patience: float) -> None:
        self.is_dismissed = False
        self._pause = pause
        self._patience = patience
        self._turns: dict[str, _Turn] = {}
        self._request = build_opener(_NoRedirects, _TimelyHandler, _TimelyTlsHandler()).open

    def work_off(self, shares: "Queue[list[str]]", answers: "Queue[Answer]") -> None:
        """Ask for one share of addresses after the other, until none is left."""
        with suppress(Empty):
            while True:
                for address in shares.get_nowait():
                    if self.is_dismissed:
                        return
                    answers.put(self._follow(address))

    def _follow(self, address: str) -> Answer:
        """Ask for an address, and where it leads on for where that is."""
        at, moved_to, seen = address, "", [address]
        while True:
            try:
                status, location = self._ask(_as_uri(at))
            except (OSError, HTTPException, ValueError) as error:
                return Answer(address, self._tell(error), moved_to)
            if status not in _MOVED or not location:
                return Answer(address, _judge(status), moved_to)
            stays_moved = status in _MOVED_FOR_GOOD and moved_to == ("" if at == address else at)
            at = urljoin(at, location)
            moved_to = at if stays_moved else moved_to
            if at in seen:
                return Answer(address, "leads in a circle")
            if len(seen) > REDIRECTS:
                return Answer(address, f"leads on more than {REDIRECTS} times")
            seen.append(at)

    def _ask(self, address: str) -> tuple[int, str]:
        """Return the status and the Location with which a host answers."""
        turn = self._turns.setdefault(_host_of(address), _Turn())
        with turn.lock:
            for method in ("HEAD", "GET"):
                if turn.said_wait:
                    raise _HostAskedToWait
                time.sleep(max(0.0, turn.free_at - time.monotonic()))
                try:
                    status, location = self._send(method, address)
                finally:
                    turn.free_at = time.monotonic() + self._pause
                turn.said_wait = status in _ASKED_TO_WAIT
                if status not in _HEAD_REFUSED:
                    break
        return status, location

    def _send(self, method: str, address: str) -> tuple[int, str]:
        request = Request(address, method=method, headers={"User-Agent": USER_AGENT, "Accept": "*/*"})
        try:
            with self._request(request, timeout=self._patience) as response:
                return response.status, ""
        except HTTPError as answer:
            with answer:
                return answer.code, answer.headers.get("Location") or ""

    def _tell(self, error: Exception) -> str:
        """Return in words why there was no answer."""
        reason = error.reason if isinstance(error, URLError) else error
        match reason:
            case _HostAskedToWait():
                return "was not asked for: its host had asked to wait"
            case TimeoutError():
                return f"no answer within {self._patience:g} seconds"
            case ssl.SSLCertVerificationError():
                return f"its certificate is not good: {reason.verify_message}"
            case ssl.SSLError():
                return "no secure connection could be made"
            case socket.gaierror():
                return "its host is not known"
            case RemoteDisconnected():
                return "the connection was closed without an answer"
            case OSError():
                return f"cannot be reached: {reason.strerror or reason}"
            case HTTPException():
                return "what answers does not keep to HTTP"
        return "is no web address"


class _HostAskedToWait(OSError):
    """A host is not asked for more, since it has asked to wait."""


def _judge(status: int) -> str:
    if status < 400:
        return ""
    phrase = next((f" {each.phrase}" for each in HTTPStatus if each == status), "")
    return f"{'asked to wait' if status in _ASKED_TO_WAIT else 'answered'}: {status}{phrase}"


def _as_uri(address: str) -> str:
    """Return an address in ASCII, without a fragment; ValueError where it is none of the web."""
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode()
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError("no web address")
    place = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port else ""
    path, query = (quote(part, safe=_KEPT) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, place + port, path, query, ""))


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class _Timely(HTTPConnection):
    """A connection on which even an answer that comes drop by drop has its time."""

    def getresponse(self) -> HTTPResponse:
        is_late = threading.Event()

        def hang_up() -> None:
            is_late.set()
            with suppress(OSError):
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

        watch = threading.Timer(self.timeout or PATIENCE, hang_up)
        watch.daemon = True
        watch.start()
        try:
            return super().getresponse()
        except (OSError, HTTPException, ValueError):
            if is_late.is_set():
                raise TimeoutError from None
            raise
        finally:
            watch.cancel()


class _TimelyTls(_Timely, HTTPSConnection):
    pass


class _TimelyHandler(HTTPHandler):
    def http_open(self, request: Request) -> HTTPResponse:
        return self.do_open(_Timely, request)


class _TimelyTlsHandler(HTTPSHandler):
    def __init__(self) -> None:
        super().__init__()
        self._trusted = ssl.create_default_context()

    def https_open(self, request: Request) -> HTTPResponse:
        return self.do_open(_TimelyTls, request, context=self._trusted)
