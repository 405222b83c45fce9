"""Guards around every test: it comes to its end, and leaves no process and no thread behind."""

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from support.processes import is_gone

_LONGEST = 600
"""Seconds after which a test is taken to hang, however busy the machine is."""

_PATIENCE = 10.0
"""Seconds that what was killed has to go."""

_BECOME_SUBREAPER = 36
"""`PR_SET_CHILD_SUBREAPER` of prctl(2)."""

_HELPERS = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")
"""The processes that Python keeps until it ends."""


def adopt_orphans() -> None:
    """Become the parent of all processes below this one whose own parent ends; other systems than Linux lose them."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)


@contextmanager
def ending_in_time() -> Iterator[None]:
    """Fail where the block hangs, on systems that can interrupt it."""
    if not hasattr(signal, "alarm"):
        yield
        return

    def give_up(sign: int, frame: object) -> None:
        pytest.fail(f"still going on after {_LONGEST} seconds")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(_LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)


@contextmanager
def leaving_nothing() -> Iterator[None]:
    """Fail where a process or a thread that began in the block outlives it, and kill such a process."""
    processes, threads = set(list_children()), set(threading.enumerate())
    yield
    end = time.monotonic() + _PATIENCE
    while left := [*_find_processes(processes), *_find_threads(threads)]:
        if time.monotonic() > end:
            for process in set(list_children()) - processes:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            pytest.fail("left behind:\n" + "\n".join(left))
        time.sleep(0.01)


def list_children() -> list[int]:
    """Return the processes that this one has started or adopted; none where the system does not tell."""
    children: list[int] = []
    for path in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            children += map(int, path.read_text().split())
    return children


def _find_processes(before: set[int]) -> Iterator[str]:
    for process in list_children():
        if process not in before and not is_gone(process):
            command = _read_command(process)
            if not any(helper in command for helper in _HELPERS):
                yield f"process {process}: {command}"


def _find_threads(before: set[threading.Thread]) -> Iterator[str]:
    for thread in threading.enumerate():
        if thread not in before and not thread.daemon:
            yield f"thread {thread.name}"


def _read_command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
