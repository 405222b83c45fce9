"""Asks other sites whether what a site links to is there: politely, and only to report what they say.

for answer in ask_addresses(["https://example.org/gone"]):
    print(answer.fault)  # answered: 404 Not Found
"""

import asyncio
import os
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from http import HTTPStatus
from threading import Thread
from typing import NamedTuple, ParamSpec, TypeVar
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpx

from newsbrief import __version__

USER_AGENT = f"Newsbrief/{__version__} (check of links)"
HOSTS_AT_ONCE = 8
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "*/*", "Connection": "close"}
REDIRECTS = 5
PATIENCE = 10.0
"""Seconds that a host may take to begin its answer."""

PAUSE = 0.5
"""Seconds between an answer of a host and the next request to it."""

_HEAD_REFUSED = frozenset({403, 404, 405, 501})
_MOVED_FOR_GOOD = frozenset({301, 308})
_MOVED = _MOVED_FOR_GOOD | {302, 303, 307}
_ASKED_TO_WAIT = frozenset({429, 503})
_KEPT = "!#$%&'()*+,/:;=?@[]~"

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


class LinkAnswer(NamedTuple):
    """The answer for an address: `fault` is "" where it answered well, `moved_to` where it has gone for good, or ""."""

    address: str
    fault: str = ""
    moved_to: str = ""


def ask_addresses(addresses: Iterable[str], pause: float = PAUSE, patience: float = PATIENCE) -> Iterator[LinkAnswer]:
    """Ask for each address and yield the answers as they come in.

    A host is asked one thing at a time, with a pause in between, and nothing more once it has asked to wait; up to
    eight hosts are asked at once. A caller who stops listening need not wait for what is under way.
    """
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        loop.set_default_executor(_Lookups())
        asker = _Asker(pause, patience)
        answered: asyncio.Queue[asyncio.Task[LinkAnswer]] = asyncio.Queue()
        tasks = [loop.create_task(asker.follow(address)) for address in dict.fromkeys(addresses)]
        for task in tasks:
            task.add_done_callback(answered.put_nowait)
        for _ in tasks:
            yield runner.run(answered.get()).result()


def describe_answer(answer: LinkAnswer, pages: Iterable[str]) -> Iterator[str]:
    """Yield the lines that report what is wrong with an address, and on which pages it stands; none if all is well."""
    if not answer.fault and not answer.moved_to:
        return
    yield f"{answer.address}: {answer.fault or 'has moved for good'}"
    if answer.moved_to:
        yield f"      its new address: {answer.moved_to}"
    first, *others = pages
    also = f" and {len(others):,} other {'pages' if len(others) > 1 else 'page'}" if others else ""
    yield f"      it stands in {first}{also}"


def sum_up_answers(answers: Iterable[LinkAnswer]) -> str:
    """Return in a line how many addresses answered."""
    answers = tuple(answers)
    lost = sum(bool(answer.fault) for answer in answers)
    moved = sum(bool(answer.moved_to) for answer in answers)
    noun = "address" if len(answers) == 1 else "addresses"
    return f"Asked for {len(answers):,} {noun} of other sites: {lost:,} without a good answer, {moved:,} moved for good"


class _Turn:
    """The right to ask a host: to be held with `lock`, and used from `free_at` on; `said_wait` ends it."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.free_at = 0.0
        self.said_wait = False


class _Asker:
    """Asks for many addresses at once, but each host for one at a time."""

    def __init__(self, pause: float, patience: float) -> None:
        self._pause = pause
        self._patience = patience
        self._turns: defaultdict[str, _Turn] = defaultdict(_Turn)
        self._few = asyncio.Semaphore(HOSTS_AT_ONCE)
        # A connection serves one request: one that a host closes in the pause would look like a fault.
        once = httpx.Limits(max_keepalive_connections=0)
        self._client = httpx.AsyncClient(verify=ssl.create_default_context(), timeout=None, limits=once)

    async def follow(self, address: str) -> LinkAnswer:
        """Ask for an address and, where it leads on, for where that is."""
        at, moved_to, seen = address, "", [address]
        while True:
            try:
                status, location = await self._ask(_as_uri(at))
            except TimeoutError:
                return LinkAnswer(address, f"no answer within {self._patience:g} seconds", moved_to)
            except (OSError, ValueError, httpx.HTTPError, httpx.InvalidURL) as error:
                return LinkAnswer(address, _explain(error), moved_to)
            if status not in _MOVED or not location:
                return LinkAnswer(address, _judge(status), moved_to)
            stays_moved = status in _MOVED_FOR_GOOD and moved_to == ("" if at == address else at)
            at = urljoin(at, location)
            moved_to = at if stays_moved else moved_to
            if at in seen:
                return LinkAnswer(address, "leads in a circle")
            if len(seen) > REDIRECTS:
                return LinkAnswer(address, f"leads on more than {REDIRECTS} times")
            seen.append(at)

    async def _ask(self, address: str) -> tuple[int, str]:
        """Return the status and the Location with which a host answers."""
        turn = self._turns[urlsplit(address).hostname or ""]
        async with turn.lock:
            for method in ("HEAD", "GET"):
                if turn.said_wait:
                    raise _HostAskedToWait
                await asyncio.sleep(turn.free_at - time.monotonic())
                try:
                    status, location = await self._send(method, address)
                finally:
                    turn.free_at = time.monotonic() + self._pause
                turn.said_wait = status in _ASKED_TO_WAIT
                if status not in _HEAD_REFUSED:
                    break
        return status, location

    async def _send(self, method: str, address: str) -> tuple[int, str]:
        request = httpx.Request(method, address, headers=_HEADERS)
        async with self._few, asyncio.timeout(self._patience):
            answer = await self._client.send(request, stream=True)
            await answer.aclose()
        return answer.status_code, answer.headers.get("Location", "")


class _HostAskedToWait(OSError):
    """A host is not asked for more, since it has asked to wait."""


def _explain(error: BaseException) -> str:
    """Return in words why there was no answer."""
    reason = _find_reason(error)
    match reason:
        case _HostAskedToWait():
            return "was not asked for: its host had asked to wait"
        case ssl.SSLCertVerificationError():
            return f"its certificate is not good: {reason.verify_message}"
        case ssl.SSLError():
            return "no secure connection could be made"
        case socket.gaierror():
            return "its host is not known"
        case OSError():
            return f"cannot be reached: {os.strerror(reason.errno) if reason.errno else reason}"
        case ValueError() | httpx.InvalidURL():
            return "is no web address"
    match error:
        case httpx.RemoteProtocolError() if "disconnected" not in str(error):
            return "what answers does not keep to HTTP"
        case httpx.RemoteProtocolError() | httpx.ReadError():
            return "the connection was closed without an answer"
    return f"cannot be reached: {error}"


def _find_reason(error: BaseException) -> BaseException:
    """Return the system's error that an error of httpx comes from, or else the first of all; of several, one."""
    while not (isinstance(error, OSError) and error.errno):
        below = error.__cause__ or error.__context__
        if isinstance(error, BaseExceptionGroup):
            below = error.exceptions[0]
        if below is None:
            break
        error = below
    return error


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


class _Lookups(ThreadPoolExecutor):
    """Threads in which names of hosts are looked up, which may take long: the command does not wait for them to end."""

    def submit(
        self, fn: Callable[_Arguments, _Result], /, *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> Future[_Result]:
        future: Future[_Result] = Future()

        def run() -> None:
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:
                future.set_exception(error)

        future.set_running_or_notify_cancel()
        Thread(target=run, daemon=True).start()
        return future
