"""Whole processes, measured: wall time and CPU time in one kind of run, peak memory in another.

CPU time is the kernel's own account of the process and of every process that it started and waited for. Peak memory is
the greatest sum, over all processes of a run, of the proportional set size: a page that several share is counted once
in all. Reading it holds a process up for a moment, so a run whose memory is sampled is never one whose time is taken.
Such a run gives way to the sampler, which would miss more if it had to wait for a core.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

PROCESSES = Path("/proc")
CAN_SAMPLE = (PROCESSES / "self" / "smaps_rollup").exists()
_PAUSE = 0.002
"""Seconds between two samples."""
_POLITENESS = 10
"""By how much the niceness of a sampled run is raised."""


class RunError(Exception):
    """A program failed, or left processes behind whose work could not be counted; the message says which."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a run took, in seconds."""

    wall: float
    cpu: float


def take_time(command: Sequence[str], surroundings: Mapping[str, str], folder: Path | None = None) -> Took:
    """Run a command, perhaps in a folder, and return the time that it took, from start to end of its first process."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        with _started(command, surroundings, folder, said) as process:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        _expect_success(process, said)
    return Took(wall, usage.ru_utime + usage.ru_stime)


def take_memory(command: Sequence[str], surroundings: Mapping[str, str], folder: Path | None = None) -> int:
    """Run a command likewise and return its peak memory, in bytes; a peak between two samples is not seen."""
    peak, strangers = 0, {each.name for each in PROCESSES.iterdir()}
    with tempfile.TemporaryFile() as said:
        with _started(command, surroundings, folder, said, _POLITENESS) as process:
            while process.poll() is None:
                peak = max(peak, _sum_memory(process.pid, strangers))
                time.sleep(_PAUSE)
        _expect_success(process, said)
    return peak


@contextmanager
def _started(
    command: Sequence[str],
    surroundings: Mapping[str, str],
    folder: Path | None,
    said: IO[bytes],
    niceness: int = 0,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command in a session of its own; whatever happens, none of its processes outlives the block."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        env=surroundings,
        cwd=folder,
        start_new_session=True,
        preexec_fn=partial(os.nice, niceness) if niceness else None,
    )
    try:
        yield process
    finally:
        has_ended = process.returncode is not None
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            # There is none left; some systems say it in the second way.
            pass
        else:
            process.wait()
            if has_ended:
                raise RunError(f"{command[0]} left processes behind")


def _expect_success(process: subprocess.Popen[bytes], said: IO[bytes]) -> None:
    if process.returncode != 0:
        said.seek(0)
        raise RunError(f"{process.args!r} ended with {process.returncode}:\n{said.read().decode(errors='replace')}")


def _sum_memory(session: int, strangers: set[str]) -> int:
    """Return the proportional set size of all processes of a session; `strangers` are known not to be among them."""
    total = 0
    for folder in PROCESSES.iterdir():
        if folder.name.isdigit() and folder.name not in strangers:
            # A process may end at any moment, and those of other users cannot be read.
            with suppress(OSError):
                if _read_session(folder) == session:
                    total += _read_memory(folder)
    return total


def _read_session(process: Path) -> int:
    # The name of the program stands in parentheses and may hold any character; the session is the fourth field after.
    return int((process / "stat").read_text().rpartition(")")[2].split()[3])


def _read_memory(process: Path) -> int:
    for line in (process / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
