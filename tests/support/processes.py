"""Processes that tests start: their surroundings are set on purpose, and none of them outlives its test.

with running([sys.executable, "-m", "newsbrief", "serve"], stdout=subprocess.PIPE) as process:
    ...
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from support.sites import ROOT

PATIENCE = 120.0
"""Seconds after which what was waited for is taken not to come, however busy the machine is."""

NEWSBRIEF = (sys.executable, "-m", "newsbrief")

WITH_SUPPORT = os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])
"""The PYTHONPATH of a process that imports from `tests/` besides."""

_KEPT = ("PATH", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LD_LIBRARY_PATH", "XDG_CACHE_HOME")
"""The variables without which some machines start no process, or not where they should."""

Process = subprocess.Popen[Any]
Ended = subprocess.CompletedProcess[Any]


def environment(source: Path | None = ROOT, **more: str) -> dict[str, str]:
    """Return surroundings in which the package of the folder `source` is used.

    Whoever runs the tests has no say in them: there is no terminal, no home, and the language is nobody's.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    package = {"PYTHONPATH": str(source / "src")} if source else {}
    plain = {"HOME": os.devnull, "LC_ALL": "C.UTF-8", "TERM": "dumb", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**kept, **package, **plain, **more}


@contextmanager
def running(command: Sequence[object], **options: Any) -> Iterator[Process]:
    """Run a command in surroundings of its own; whatever happens, it ends with the block, and its group with it."""
    process = subprocess.Popen(
        [str(each) for each in command],
        **{"env": environment(), "stdin": subprocess.DEVNULL, **options},
        start_new_session=True,
    )
    try:
        yield process
    finally:
        kill_group(process)
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            # What was not sent before the end will never be read.
            with suppress(OSError):
                if pipe:
                    pipe.close()


def kill_group(process: Process) -> None:
    """Kill a process that `running` has started, and whatever it has started itself."""
    # There may be none left; some systems say it in the second way.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()


def run(*command: object, patience: float = PATIENCE, **options: Any) -> Ended:
    """Run a command to its end, and return what it printed as text."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    with running(command, **{**pipes, **options}) as process:
        said, complaint = process.communicate(timeout=patience)
    return subprocess.CompletedProcess(command, process.returncode, said, complaint)


def run_well(*command: object, **options: Any) -> str:
    """Run a command that must succeed, and return what it printed to standard output."""
    ended = run(*command, **options)
    assert ended.returncode == 0, ended.stderr
    return str(ended.stdout)


def wait_until(is_so: Callable[[], object], process: Process | None = None) -> None:
    """Wait until something is so; where a process is to bring it about, it must not end before."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert process is None or process.poll() is None, "the process ended too early"
        assert time.monotonic() < end, "what was waited for did not come"
        time.sleep(0.005)


def is_gone(process: int) -> bool:
    """Say whether a process has ended, though nobody may have taken note of it."""
    return read_state(process) in ("", "Z")


def read_state(process: int) -> str:
    """Return the letter by which Linux tells the state of a process; "" where there is none."""
    try:
        # The name of the program stands in parentheses and may hold any character.
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
    except OSError:
        return ""


def heed_signals() -> None:
    """Let this process and all that it starts heed signals as if started from a terminal.

    One that a shell began in the background ignores SIGINT, and some runners hold other signals back: what a process
    ignores or holds back, its children ignore and hold back too.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGTERM", "SIGHUP", "SIGCHLD", "SIGALRM", "SIGUSR1"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
